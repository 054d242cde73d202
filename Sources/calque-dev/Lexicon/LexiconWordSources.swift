import CalqueSyntax
import Foundation

/// Reads the dictionaries.
struct LexiconWordSources {
    let builder: LexiconBuilder
    let sources: URL
    let data: URL

    private func lines(_ url: URL, latin1: Bool = false) throws -> [Substring] {
        let bytes = try Data(contentsOf: url)
        let text = latin1 ? String(data: bytes, encoding: .isoLatin1) ?? "" : String(decoding: bytes, as: UTF8.self)
        return text.split(whereSeparator: \.isNewline)
    }

    /// wordfreq: word, centibels.
    func readFrequencies() throws {
        for line in try lines(sources.appending(path: "frequency-en.tsv")) {
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let centibels = Int(fields[1]) else { continue }
            builder.frequencies[String(fields[0])] = max(900 + centibels, 1)
        }
    }

    /// SPECIALIST: lemma, class, forms by their place; variants of a form stand between slashes.
    func readSpecialist() throws {
        for line in try lines(sources.appending(path: "specialist.csv")) {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count >= 2, let lemma = addWord(fields[0], tags: [], from: .specialist) else { continue }
            builder.update(lemma) { $0.isLemma = true }
            let isNoun = fields[1] == "noun"
            func forms(_ at: Int, _ inflections: [(Inflection, Lexicon.TagSet)]) {
                guard at < fields.count else { return }
                // A variant like the lemma beside another ("information/informations") says that there is no plural.
                for form in fields[at].split(separator: "/") where form != fields[0] || !isNoun {
                    let tags = inflections.reduce(into: Lexicon.TagSet()) { $0.formUnion($1.1) }
                    guard let found = addWord(form, tags: tags, from: .specialist) else { continue }
                    for (inflection, _) in inflections { builder.link(found, to: lemma, as: inflection) }
                }
            }
            switch fields[1] {
            case "noun":
                builder.update(lemma) { $0.tags.insert(.NN) }
                if fields.count > 2, fields[2] == fields[0] {
                    builder.update(lemma) { $0.features.insert(.uncountable) }
                }
                forms(2, [(.plural, .NNS)])
            case "verb":
                builder.update(lemma) { $0.tags.formUnion([.VB, .VBP]) }
                let isRegular = fields.count < 4 || fields[3].isEmpty
                forms(2, isRegular ? [(.past, .VBD), (.pastParticiple, .VBN)] : [(.past, .VBD)])
                forms(3, [(.pastParticiple, .VBN)])
                forms(4, [(.presentParticiple, .VBG)])
                forms(5, [(.thirdPerson, .VBZ)])
            case "adj":
                builder.update(lemma) { $0.tags.insert(.JJ) }
                forms(2, [(.comparative, .JJR)])
                forms(3, [(.superlative, .JJS)])
            case "adv":
                builder.update(lemma) { $0.tags.insert(.RB) }
                forms(2, [(.comparative, .RBR)])
                forms(3, [(.superlative, .RBS)])
            default: break
            }
        }
    }

    private func addWord(_ form: some StringProtocol, tags: Lexicon.TagSet, from origin: LexiconOrigin) -> Int? {
        builder.add(String(form), tags: tags, from: origin, isDictionary: form.first?.isLowercase == true)
    }

    /// SCOWL: lists by region, kind and size; up to size 70 trusted, 80 where the word is seen in use.
    func readScowl() throws {
        let folder = sources.appending(path: "scowl")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var regions: [String: Set<String>] = [:]
        for file in files {
            guard let dot = file.lastIndex(of: "."), let size = Int(file[file.index(after: dot)...]), size <= 80,
                let hyphen = file.lastIndex(of: "-"), !file.hasPrefix("special"), !file.contains("variant_3")
            else { continue }
            let kind = String(file[file.index(after: hyphen)..<dot])
            let region = String(file[..<hyphen])
            for line in try lines(folder.appending(path: file), latin1: true) {
                let word = String(line)
                // Possessives are two tokens.
                if word.hasSuffix("'s") || word.contains("-") { continue }
                if size == 80 && builder.frequencies[word.lowercased()] == nil { continue }
                switch kind {
                case "words":
                    builder.add(word, from: .scowl, isDictionary: word.first?.isLowercase == true)
                    regions[region, default: []].insert(word)
                case "proper-names", "upper": builder.add(word, tags: .NNP, from: .scowl)
                case "abbreviations", "contractions": builder.add(word, from: .scowl)
                default: break
                }
            }
        }
        let british = regions["british"] ?? []
        let american = regions["american"] ?? []
        let common = (regions["english"] ?? []).union(regions["variant_1"] ?? [])
        let oxford = regions["british_z"] ?? []
        for word in british.subtracting(american).subtracting(common).subtracting(oxford.intersection(american)) {
            builder.add(word, features: .british, from: .scowl)
        }
        for word in american.subtracting(british).subtracting(common).subtracting(oxford) {
            builder.add(word, features: .american, from: .scowl)
        }
    }

    /// WordNet 3.0: words with their class; verbs with their sentence frames (lexnames(5WN), wninput(5WN)).
    func readWordNet() throws {
        let folder = sources.appending(path: "wordnet")
        for (file, tags) in [
            ("data.noun", Lexicon.TagSet.NN), ("data.verb", [.VB, .VBP]), ("data.adj", .JJ), ("data.adv", .RB),
        ] {
            for line in try lines(folder.appending(path: file)) where !line.hasPrefix(" ") {
                readSynset(line.prefix { $0 != "|" }.split(separator: " "), tags: tags)
            }
        }
    }

    private func readSynset(_ fields: [Substring], tags: Lexicon.TagSet) {
        guard fields.count > 4, let count = Int(fields[3], radix: 16), fields.count > 4 + 2 * count else { return }
        let category = Int(fields[1]) ?? 0
        let words = (0..<count).map { String(fields[4 + 2 * $0].prefix { $0 != "(" }) }
        let isInstance = fields.contains("@i")
        var features: Lexicon.FeatureSet = []
        if tags.contains(.VB), let pointers = Int(fields[4 + 2 * count]) {
            let start = 5 + 2 * count + 4 * pointers
            var at = start + 1
            while at + 2 < fields.count {
                if fields[at] == "+", let frame = Int(fields[at + 1]), fields[at + 2] == "00" {
                    features.formUnion(Self.features(frame: frame))
                }
                at += 3
            }
        }
        for word in words {
            let isName = word.first?.isUppercase == true
            if isName || isInstance {
                var names: Lexicon.NameSet = []
                if isInstance && category == 15 { names = .place }
                if isInstance && category == 14 { names = .organisation }
                if isInstance && category == 18 && word.first?.isUppercase == true && !word.contains("_") {
                    names = .surname
                }
                if word.first?.isUppercase == true {
                    builder.addName(word, names: names, from: .wordnet, weight: isInstance ? 8 : 4)
                }
            } else if !word.contains("_") && !word.contains("-") {
                let found = builder.add(word, tags: tags, features: features, from: .wordnet, isDictionary: true)
                if let found { builder.update(found) { $0.isLemma = true } }
            }
        }
    }

    /// The features of a verb frame (numbers as in wninput(5WN)).
    private static func features(frame: Int) -> Lexicon.FeatureSet {
        switch frame {
        case 1, 2, 3, 4, 12, 13, 22: .intransitive
        case 8, 9, 10, 11, 20, 21, 30, 31: .transitive
        case 14, 15: [.transitive, .ditransitive]
        case 26, 34: .takesThat
        case 24, 25, 28: .takesInfinitive
        default: []
        }
    }

    /// Harper's dictionary: word, slash, flags (`annotations.json` explains them).
    func readHarper() throws {
        for line in try lines(data.appending(path: "lexicon/harper/dictionary.dict")) where !line.hasPrefix("#") {
            let entry = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            let parts = entry.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, !parts[0].contains(" "), !parts[0].contains("-") else { continue }
            let flags = Set(parts[1])
            let isName = parts[0].first?.isUppercase == true
            if flags.contains("O") || isName {
                // Capitalised nouns without O are peoples, adherents, brands; tags come from elsewhere.
                builder.addName(String(parts[0]), names: [], from: .harper)
                continue
            }
            var tags: Lexicon.TagSet = []
            if flags.contains("N") { tags.insert(flags.contains("9") && !flags.contains("0") ? .NNS : .NN) }
            if flags.contains("V"), flags.isDisjoint(with: "jtT6h") { tags.formUnion([.VB, .VBP]) }
            if flags.contains("J"), flags.isDisjoint(with: "cu") { tags.insert(.JJ) }
            if flags.contains("R") { tags.insert(.RB) }
            var features: Lexicon.FeatureSet = []
            if flags.contains("m") { features.insert(.uncountable) }
            if flags.contains("w") { features.formUnion([.uncountable, .countable]) }
            let regions = flags.intersection("<!@_₹")
            if regions == ["<"] { features.insert(.american) }
            if regions.contains("!") && !regions.contains("<") { features.insert(.british) }
            guard
                let lemma = builder.add(
                    String(parts[0]), tags: tags, features: features, from: .harper, isDictionary: true)
            else { continue }
            if !tags.isEmpty && !tags.contains(.NNS) { builder.update(lemma) { $0.isLemma = true } }
            let word = String(parts[0])
            func inflect(_ inflections: [(Inflection, Lexicon.TagSet)]) {
                for (inflection, tag) in inflections {
                    guard !builder.hasForm(of: lemma, inflection),
                        builder.frequencies[RegularInflection.form(of: word, as: inflection)] != nil,
                        let form = builder.add(
                            RegularInflection.form(of: word, as: inflection), tags: tag, from: .harper,
                            isDictionary: true)
                    else { continue }
                    builder.link(form, to: lemma, as: inflection)
                }
            }
            if flags.contains("S") && tags.contains(.NN) { inflect([(.plural, .NNS)]) }
            if flags.contains("S") && tags.contains(.VB) { inflect([(.thirdPerson, .VBZ)]) }
            if flags.contains("d") && tags.contains(.VB) { inflect([(.past, .VBD), (.pastParticiple, .VBN)]) }
            if flags.contains("G") && tags.contains(.VB) { inflect([(.presentParticiple, .VBG)]) }
        }
    }

    /// Wiktionary's nouns: singular and plural; the files tell countability. Taken where the word is in use.
    func readWiktionary() throws {
        let folder = data.appending(path: "lexicon/wiktionary_nouns")
        for (file, features) in [
            ("noun.csv", Lexicon.FeatureSet.countable), ("noun_uncountable.csv", .uncountable),
            ("noun_usually_uncountable.csv", .uncountable),
            ("noun_countable_and_uncountable.csv", [.countable, .uncountable]),
            ("noun_pluralia_tantum.csv", .pluralOnly),
        ] {
            for line in try lines(folder.appending(path: file)) {
                let fields = line.split(separator: ",")
                guard let singular = fields.first, !singular.contains(" "), !singular.contains("-"),
                    singular.first?.isLowercase == true, builder.frequencies[String(singular), default: 0] >= 150
                else { continue }
                let tag: Lexicon.TagSet = file == "noun_pluralia_tantum.csv" ? .NNS : .NN
                // A dictionary that takes in much: what it alone has is not trusted as a common word, and no noun is made
                // of what others have as another word only ("went").
                if let found = builder.find(String(singular)), !builder.drafts[found].tags.isEmpty,
                    !builder.drafts[found].tags.intersects(.noun)
                {
                    continue
                }
                guard let lemma = builder.add(String(singular), tags: tag, features: features, from: .wiktionary) else {
                    continue
                }
                builder.update(lemma) { $0.isLemma = true }
                guard fields.count > 1,
                    builder.frequencies[fields[1].lowercased()] != nil || builder.find(String(fields[1])) != nil,
                    !fields[1].contains(" "), let plural = builder.add(String(fields[1]), tags: .NNS, from: .wiktionary)
                else { continue }
                builder.link(plural, to: lemma, as: .plural)
            }
        }
    }

    /// Tags that the treebanks' training parts and MASC give a form twice and in 1 % of its uses.
    ///
    /// - Returns: how often a form belongs to a lemma, by "form lemma".
    func readTreebanks() throws -> [String: Int] {
        var lemmas: [String: Int] = [:]
        var counts: [String: [String: Int]] = [:]
        for file in ["treebank/ewt-train.conllu", "treebank/gum-free-train.conllu"] {
            for line in try lines(data.appending(path: file)) where !line.hasPrefix("#") {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count == 10, !fields[0].contains("-") else { continue }
                let form = LexiconBuilder.fold(String(fields[1]))
                counts[form, default: [:]][String(fields[4]), default: 0] += 2
                lemmas["\(form) \(LexiconBuilder.fold(String(fields[2])))", default: 0] += 1
            }
        }
        for line in try lines(data.appending(path: "text/masc-written.txt")) where !line.hasPrefix("#") {
            for token in line.split(separator: " ") {
                guard let bar = token.lastIndex(of: "_") else { continue }
                let tag = String(token[token.index(after: bar)...])
                counts[LexiconBuilder.fold(String(token[..<bar])), default: [:]][tag, default: 0] += 1
            }
        }
        for (form, tags) in counts.sorted(by: { $0.key < $1.key }) {
            let total = tags.values.reduce(0, +)
            // What is rare elsewhere needs a dictionary; here only its tags are learnt.
            guard builder.find(form) != nil || total >= 4 else { continue }
            for (tag, count) in tags.sorted(by: { $0.key < $1.key }) where count >= 4 && count * 50 >= total {
                guard let set = Lexicon.TagSet(penn: tag) else { continue }
                // The tagger of MASC takes names for nouns, and nouns for names, now and then.
                if set.intersects([.NN, .NNS, .NNP, .JJ]) && count * 6 < total,
                    let found = builder.find(form), !builder.drafts[found].tags.contains(set)
                {
                    continue
                }
                builder.add(form, tags: set, from: .treebank)
            }
        }
        return lemmas
    }
}
