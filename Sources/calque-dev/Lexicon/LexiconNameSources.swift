import CalqueSyntax
import Foundation

/// Reads lists of names, and our own lists of words.
struct LexiconNameSources {
    let builder: LexiconBuilder
    let sources: URL
    let data: URL
    let lists: URL

    private func lines(_ url: URL) throws -> [Substring] {
        String(decoding: try Data(contentsOf: url), as: UTF8.self).split(whereSeparator: \.isNewline)
    }

    /// US Census of 1990: surnames and given names; the rarer surnames only where they are seen in use.
    func readCensus() throws {
        for (file, set, trusted) in [
            ("census-all.last.txt", Lexicon.NameSet.surname, 12_000), ("census-female.first.txt", .given, 5_000),
            ("census-male.first.txt", .given, 5_000),
        ] {
            for (rank, line) in try lines(sources.appending(path: file)).enumerated() {
                guard let name = line.split(separator: " ").first?.lowercased(), name.count > 1 else { continue }
                guard rank < trusted || builder.frequencies[name, default: 0] >= 150 else { continue }
                if let found = builder.find(name), builder.drafts[found].tags.intersects(.function) {
                    // "Will" and "May" are names; "An" and "So" are not what a reader thinks of.
                    guard ["will", "may"].contains(name) else { continue }
                }
                guard let found = builder.add(name, tags: .NNP, names: set, from: .census) else { continue }
                if rank < 1_000 { builder.update(found) { $0.isCommonName = true } }
            }
        }
    }

    /// GeoNames: names of cities in one word from 15,000 people, or where they are in use; in several from 50,000.
    func readCities() throws {
        for line in try lines(sources.appending(path: "cities.tsv")) {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let population = Int(fields[2]) else { continue }
            let name = LexiconBuilder.fold(String(fields[0]))
            if name.contains(" ") {
                if population >= 50_000 { builder.addName(name, names: .place, from: .geonames, weight: 4) }
                continue
            }
            if let found = builder.find(name), builder.drafts[found].tags.intersects(.function) { continue }
            guard population >= 100_000 || builder.frequencies[name, default: 0] >= 150 else { continue }
            builder.addName(name, names: .place, from: .geonames)
        }
    }

    /// CLDR, through Foundation's ICU: countries and languages in English.
    func readCLDR() {
        let english = Locale(identifier: "en_US")
        for region in Locale.Region.isoRegions.sorted(by: { $0.identifier < $1.identifier })
        where region.identifier.count == 2 {
            guard let name = english.localizedString(forRegionCode: region.identifier) else { continue }
            builder.addName(name.replacing("&", with: "and"), names: .country, from: .cldr, weight: 16)
        }
        for language in Locale.LanguageCode.isoLanguageCodes.sorted(by: { $0.identifier < $1.identifier }) {
            guard let name = english.localizedString(forLanguageCode: language.identifier), name != language.identifier,
                !name.contains(" "), builder.frequencies[name.lowercased(), default: 0] >= 200
            else { continue }
            if let found = builder.find(name.lowercased()), builder.drafts[found].isDictionary { continue }
            builder.addName(name, names: .nationality, from: .cldr)
        }
    }

    /// The World Factbook: countries, their people, adjectives and capitals.
    func readFactbook() throws {
        for line in try lines(data.appending(path: "lexicon/names/factbook_demonyms.tsv")).dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { field in
                field.replacing(/\(s\)|\([^)]*\)/, with: "")
            }
            guard fields.count == 5, !fields[0].isEmpty else { continue }
            builder.addName(
                fields[0].trimmingCharacters(in: .whitespaces), names: .country, from: .factbook, weight: 16)
            for (column, isNoun) in [(2, true), (3, false)] {
                for word in fields[column].split(whereSeparator: { ",;/ ".contains($0) })
                where word.first?.isUppercase == true && word.count > 2 && word.allSatisfy({ $0.isLetter || $0 == "-" })
                {
                    guard
                        let found = builder.add(String(word), tags: [.JJ, .NNP], names: .nationality, from: .factbook)
                    else { continue }
                    if isNoun && word.hasSuffix("n") {
                        guard let plural = builder.add(word + "s", tags: .NNS, names: .nationality, from: .factbook)
                        else { continue }
                        builder.link(plural, to: found, as: .plural)
                    }
                }
            }
            let capital = fields[4].split(whereSeparator: { ",;".contains($0) }).first ?? ""
            if capital.split(separator: " ").count <= 3 {
                builder.addName(capital.trimmingCharacters(in: .whitespaces), names: .place, from: .factbook)
            }
        }
    }

    /// Our own lists, `lists/`: the file's name says what its words are.
    func readLists() throws {
        let names: [(String, Lexicon.NameSet)] = [
            ("given", .given), ("surname", .surname), ("place", .place), ("country", .country),
            ("nationality", .nationality),
            ("calendar", .calendar), ("organisation", .organisation), ("lower-brand", .lowerBrand),
            ("particle", .particle),
        ]
        for (file, set) in names {
            for word in try words(file) {
                if set == .particle {
                    builder.add(word, names: set, from: .list)
                } else {
                    builder.addName(word, names: set, from: .list, weight: 12)
                    if let found = builder.find(word) { builder.update(found) { $0.isCommonName = true } }
                }
                if set == .nationality { builder.add(word, tags: word.hasSuffix("s") ? .NNS : .JJ, from: .list) }
            }
        }
        for (file, set) in [("title", Lexicon.NameSet.title), ("institution", .institution)] {
            for word in try words(file) where !word.contains(" ") {
                guard let found = builder.add(word, names: set, from: .list) else { continue }
                for plural in builder.links where plural.lemma == found && plural.inflection == .plural {
                    builder.update(plural.form) { $0.names.formUnion(set) }
                }
            }
        }
        for (file, features) in [
            ("vowel-sound", Lexicon.FeatureSet.vowelSound), ("consonant-sound", .consonantSound),
            ("either-sound", [.vowelSound, .consonantSound]),
        ] {
            for word in try words(file) { builder.add(word, features: features, from: .list) }
        }
        for word in try words("speech") {
            guard let lemma = builder.find(word) else { continue }
            builder.update(lemma) { $0.features.insert(.speech) }
            for link in builder.links
            where link.lemma == lemma && link.inflection.rawValue >= Inflection.past.rawValue
                && link.inflection.rawValue <= Inflection.thirdPerson.rawValue
            {
                builder.update(link.form) { $0.features.insert(.speech) }
            }
        }
    }

    /// `lists/irregular.txt`: form, lemma, Penn tag (or "other"), of closed classes and "be".
    func readIrregular() throws {
        for line in try words("irregular") {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let form = builder.add(String(fields[0]), from: .list, isDictionary: true),
                let lemma = builder.add(String(fields[1]), from: .list, isDictionary: true)
            else { continue }
            if let tags = Lexicon.TagSet(penn: fields[2].uppercased()) {
                builder.update(form) { $0.tags.formUnion(tags) }
                let inflection = Inflection(tag: tags)
                builder.link(form, to: lemma, as: inflection == .base ? .other : inflection)
            } else {
                builder.link(form, to: lemma, as: .other)
            }
        }
    }

    /// The words of one of our lists, folded.
    private func words(_ name: String) throws -> [String] {
        try lines(lists.appending(path: "\(name).txt")).filter { !$0.hasPrefix("#") }.map {
            LexiconBuilder.fold(String($0))
        }
    }
}
