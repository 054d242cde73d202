/// What is known of abbreviations that are written with a full stop.
enum Abbreviation: UInt8 {
    /// Stands before a name: "Gen. Marsh". Never ends a sentence.
    case title = 1
    /// Keeps its full stop anywhere, and may end a sentence: "Inc.", "etc."
    case general
    /// "etc.": keeps its full stop unless a sentence ends there.
    case inner
    /// Never ends a sentence, whatever follows: "vs.", "e.g."
    case bound
    /// A month or weekday, also a word or name without the full stop: "Mar. 5".
    case date
    /// Only before a number: "No. 5", "p. 12".
    case numbered
    /// An American state, after a comma: "Salem, Ore."
    case state

    static let table = WordTable([
        (
            Abbreviation.title.rawValue,
            """
            mr mrs ms mx dr prof gen lt col sgt capt cmdr adm maj brig rev hon sen sens rep reps gov govs pres supt
            insp messrs mme mlle msgr fr st ste ft mt cpl pvt amb atty ald
            """
        ),
        (
            Abbreviation.general.rawValue,
            """
            inc corp co ltd llc plc bros jr sr esp approx dept assn assoc ave blvd al vols cie intl natl govt
            jan feb apr aug sept oct nov dec tues thurs ph.d a.m p.m yrs hrs mins lbs oz
            """
        ),
        (Abbreviation.inner.rawValue, "etc"),
        (Abbreviation.bound.rawValue, "vs cf viz e.g i.e eg ie ca sq cu mln bln mlrd thous tys rub bzw obl"),
        (Abbreviation.date.rawValue, "mar jun jul sep mon tue wed thu thur fri sat sun"),
        (Abbreviation.numbered.rawValue, "no nos p pp fig figs art sec ch vol par para c v ext eq st"),
        (
            Abbreviation.state.rawValue,
            """
            ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore
            pa penn tenn tex va vt wash wis wyo ont que
            """
        ),
    ])
}
