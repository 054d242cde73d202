import CalqueSyntax

/// What the lexicon knows of a word, by the name that `[class="…"]` uses.
enum LexiconClass {
    static let all: [(name: String, mask: Atom.Mask, bits: UInt32)] = [
        ("given", .names, UInt32(Lexicon.NameSet.given.rawValue)),
        ("surname", .names, UInt32(Lexicon.NameSet.surname.rawValue)),
        ("place", .names, UInt32(Lexicon.NameSet.place.rawValue)),
        ("country", .names, UInt32(Lexicon.NameSet.country.rawValue)),
        ("nationality", .names, UInt32(Lexicon.NameSet.nationality.rawValue)),
        ("calendar", .names, UInt32(Lexicon.NameSet.calendar.rawValue)),
        ("organisation", .names, UInt32(Lexicon.NameSet.organisation.rawValue)),
        ("brand", .names, UInt32(Lexicon.NameSet.lowerBrand.rawValue)),
        ("particle", .names, UInt32(Lexicon.NameSet.particle.rawValue)),
        ("title", .names, UInt32(Lexicon.NameSet.title.rawValue)),
        ("institution", .names, UInt32(Lexicon.NameSet.institution.rawValue)),
        ("countable", .features, UInt32(Lexicon.FeatureSet.countable.rawValue)),
        ("uncountable", .features, UInt32(Lexicon.FeatureSet.uncountable.rawValue)),
        ("plural-only", .features, UInt32(Lexicon.FeatureSet.pluralOnly.rawValue)),
        ("intransitive", .features, UInt32(Lexicon.FeatureSet.intransitive.rawValue)),
        ("transitive", .features, UInt32(Lexicon.FeatureSet.transitive.rawValue)),
        ("ditransitive", .features, UInt32(Lexicon.FeatureSet.ditransitive.rawValue)),
        ("takes-that", .features, UInt32(Lexicon.FeatureSet.takesThat.rawValue)),
        ("takes-infinitive", .features, UInt32(Lexicon.FeatureSet.takesInfinitive.rawValue)),
        ("speech", .features, UInt32(Lexicon.FeatureSet.speech.rawValue)),
        ("vowel-sound", .features, UInt32(Lexicon.FeatureSet.vowelSound.rawValue)),
        ("consonant-sound", .features, UInt32(Lexicon.FeatureSet.consonantSound.rawValue)),
        ("british", .features, UInt32(Lexicon.FeatureSet.british.rawValue)),
        ("american", .features, UInt32(Lexicon.FeatureSet.american.rawValue)),
        ("known", .known, 1),
        ("dictionary", .known, UInt32(Lexicon.MarkSet.dictionary.rawValue) << 1),
        ("only-name", .known, UInt32(Lexicon.MarkSet.onlyName.rawValue) << 1),
        ("takes-the", .known, UInt32(Lexicon.MarkSet.takesThe.rawValue) << 1),
        ("never-the", .known, UInt32(Lexicon.MarkSet.neverThe.rawValue) << 1),
    ]

    static func named(_ name: String) -> (mask: Atom.Mask, bits: UInt32)? {
        all.first { $0.name == name }.map { ($0.mask, $0.bits) }
    }
}
