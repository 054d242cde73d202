/// Words that follow a number and say what it counts.
enum MeasureWords {
    /// Units of measure, in small letters, singular and plural.
    static let units: Set<String> = [
        "percent", "per", "pct", "percentage", "degrees", "degree", "points", "point", "times", "km", "kilometers",
        "kilometres", "kilometer", "kilometre", "m", "meters", "metres", "meter", "metre", "cm", "centimeters",
        "centimetres", "mm", "millimeters", "millimetres", "miles", "mile", "kg", "kilograms", "kilogram", "kilos", "g",
        "grams", "gram", "mg", "t", "tons", "tonnes", "ton", "tonne", "liters", "litres", "liter", "litre", "l",
        "hectares",
        "hectare", "ha", "acres", "hours", "hour", "minutes", "minute", "seconds", "second", "months", "years", "year",
        "weeks", "days", "c", "f", "mw", "gw", "kw", "kwh", "mb", "gb", "tb", "magnitude", "square", "cubic", "sq",
        "barrels", "bushels", "knots", "hp", "horsepower", "inches", "feet", "ppm", "bar", "hz", "khz", "mhz", "ghz",
    ]
    /// Numerals.
    static let multiples: Set<String> = [
        "thousand", "million", "millions", "billion", "billions", "trillion", "trillions", "milliard", "milliards",
        "mln",
        "bln", "bn", "mn", "trln", "mio", "mrd",
    ]
    /// Currencies, in words.
    static let currencies: Set<String> = [
        "dollars", "dollar", "euros", "euro", "rubles", "ruble", "roubles", "rouble", "hryvnia", "hryvnias", "hryvnas",
        "yuan", "yen", "pounds", "francs", "crowns", "zlotys", "zloty", "tenge", "lei", "kuna", "dinars", "forints",
        "rupees", "won", "usd", "eur", "rub", "uah", "cny", "rmb", "renminbi", "gbp", "chf", "czk", "pln",
    ]
    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    static func isMeasure(_ word: String) -> Bool {
        units.contains(word) || multiples.contains(word) || currencies.contains(word)
    }
}
