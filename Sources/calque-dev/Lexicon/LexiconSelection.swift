import CalqueSyntax
import CalqueText
import Foundation

/// Decides which forms and names go into the table.
enum LexiconSelection {
    /// Puts the counts into the drafts, adds forms that only the text has, drops forms that nobody uses, and gives back
    /// the names of several words to keep.
    static func select(_ counts: LexiconCounts, _ corpus: LexiconCorpus, into builder: LexiconBuilder)
        -> [(words: [String], counts: LexiconCounts.Name)]
    {
        let names = prune(counts.names, most: 104_000)
        var inName = Set<UInt32>()
        // What is seen but twice is no reason for a form of its own.
        for name in names where name.capitalised >= 3 { inName.formUnion(name.words) }
        for (id, form) in corpus.forms.enumerated() {
            let word = counts.words[id]
            let total = word.lower + word.title + word.upper + word.inner
            guard total > 0 || inName.contains(UInt32(id)) else { continue }
            if builder.find(form) == nil {
                // Names: seen five times with a capital, seldom without. Other words twenty times; less may be a typing error.
                let capitals = word.title + word.upper + word.inner
                let isName = capitals >= 5 && capitals >= word.lower
                guard isName || word.lower >= 20 || inName.contains(UInt32(id)) else { continue }
                guard builder.add(form, tags: isName ? .NNP : [], from: .text) != nil else { continue }
            }
            guard let found = builder.find(form) else { continue }
            builder.update(found) { draft in
                draft.lower = word.lower
                draft.title = word.title
                draft.upper = word.upper
                draft.alone = word.alone
                draft.the = word.the
                if word.title + word.upper >= 5 && word.title + word.upper > word.lower { draft.tags.insert(.NNP) }
                if word.inner >= 5 && word.inner > 2 * (word.title + word.lower) { draft.names.insert(.lowerBrand) }
                if inName.contains(UInt32(id)) { draft.origins.insert(.text) }
                if draft.frequency == 0 {
                    let zipf = log10(Double(max(total, 1)) / Double(corpus.words.count) * 1e9)
                    draft.frequency = max(Int(100 * zipf), 1)
                }
                // Said, State, President: some family's name, but to a reader a common word.
                if draft.isDictionary && !draft.isCommonName && word.lower >= 20 && word.title * 10 < word.lower {
                    draft.names.subtract([.given, .surname, .place, .country])
                    if draft.names.isEmpty && word.title * 50 < word.lower { draft.tags.remove(.NNP) }
                }
            }
        }
        inflect(builder)
        dropUnused(builder)
        shareVerbFeatures(builder)
        var kept: [(words: [String], counts: LexiconCounts.Name)] = []
        for name in names {
            let words = name.words.map { corpus.forms[Int($0)] }
            guard words.allSatisfy({ builder.find($0) != nil }) else { continue }
            kept.append((words, name))
            if let first = builder.find(words[0]) { builder.update(first) { $0.startsName = true } }
        }
        return kept
    }

    /// Drops forms that nobody uses: regular ones are as good guessed, names and the rest would only hide what is wrong.
    private static func dropUnused(_ builder: LexiconBuilder) {
        var isRegular = [Bool](repeating: false, count: builder.drafts.count)
        for link in builder.links {
            let regular = RegularInflection.form(of: builder.drafts[link.lemma].form, as: link.inflection)
            if regular == builder.drafts[link.form].form { isRegular[link.form] = true }
        }
        var at = -1
        builder.keep { draft in
            at += 1
            if draft.lower + draft.title + draft.upper > 0 { return true }
            if !draft.origins.intersection([.list, .text, .cldr, .factbook, .treebank]).isEmpty { return true }
            if draft.isDictionary { return draft.frequency > 0 || (!isRegular[at] && draft.origins != .scowl) }
            return draft.frequency >= 160
        }
    }

    /// Drops names that are hardly ever written as names, and parts of longer names that do not stand on their own.
    private static func prune(_ names: [LexiconCounts.Name], most: Int) -> [LexiconCounts.Name] {
        var longest: [[UInt32]: Int] = [:]
        for name in names where name.words.count > 2 {
            for part in [Array(name.words.dropFirst()), Array(name.words.dropLast())] {
                longest[part] = max(longest[part, default: 0], name.capitalised)
            }
        }
        let kept = names.enumerated().filter {
            $0.element.capitalised >= ($0.element.words.count > 2 ? 2 : 3)
                && longest[$0.element.words, default: 0] * 10 < $0.element.capitalised * 9
        }
        return kept.sorted { ($1.element.capitalised, $0.offset) < ($0.element.capitalised, $1.offset) }.prefix(most)
            .map(\.element)
    }

    /// Gives the forms of a verb the frames that it has.
    private static func shareVerbFeatures(_ builder: LexiconBuilder) {
        let verbal: Lexicon.FeatureSet = [
            .intransitive, .transitive, .ditransitive, .takesThat, .takesInfinitive, .speech,
        ]
        for link in builder.links {
            switch link.inflection {
            case .past, .pastParticiple, .presentParticiple, .thirdPerson:
                let features = builder.drafts[link.lemma].features.intersection(verbal)
                builder.update(link.form) { $0.features.formUnion(features) }
            default: break
            }
        }
    }

    /// Links regular forms that are there already to lemmas that have none of that kind.
    private static func inflect(_ builder: LexiconBuilder) {
        for at in builder.drafts.indices {
            let draft = builder.drafts[at]
            guard draft.isDictionary, draft.form.utf8.count > 2 else { continue }
            var wanted: [(Inflection, Lexicon.TagSet)] = []
            if draft.tags.contains(.NN) && !draft.tags.contains(.NNS) { wanted.append((.plural, .NNS)) }
            if draft.tags.contains(.VB) {
                wanted += [(.past, .VBD), (.pastParticiple, .VBN), (.presentParticiple, .VBG), (.thirdPerson, .VBZ)]
            }
            for (inflection, tag) in wanted where !builder.hasForm(of: at, inflection) {
                guard let form = builder.find(RegularInflection.form(of: draft.form, as: inflection)), form != at,
                    builder.drafts[form].isDictionary
                else { continue }
                builder.update(form) { $0.tags.formUnion(tag) }
                builder.link(form, to: at, as: inflection)
            }
        }
    }

    /// Words to learn from what English looks like, and what it does not.
    static func addSamples(to trainer: inout EnglishnessTrainer, builder: LexiconBuilder, sources: URL) throws {
        for draft in builder.drafts where draft.isDictionary && draft.form.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }) {
            trainer.add(draft.form, isEnglish: true, kind: draft.frequency < 250 ? "english, rare" : "english")
        }
        for language in [
            "ru", "uk", "de", "fr", "es", "it", "pl", "cs", "nl", "pt", "tr", "fi", "ro", "hu", "sh", "sv", "id",
        ] {
            let text = try String(contentsOf: sources.appending(path: "frequency-\(language).tsv"), encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let word = line.split(separator: "\t").first.map(String.init) else { continue }
                var spelt = word
                if ["ru", "uk"].contains(language) {
                    spelt = Romanizer.romanize(word, scheme: Int(FormHash.of(word.utf8) >> 8) % Romanizer.schemes)
                } else if FormHash.of(word.utf8) & 256 == 0 {
                    spelt = word.folding(options: .diacriticInsensitive, locale: Locale(identifier: "en"))
                }
                if builder.frequencies[spelt, default: 0] >= 250 { continue }
                if let found = builder.find(spelt), builder.drafts[found].isDictionary { continue }
                trainer.add(spelt, isEnglish: false, kind: language)
            }
        }
        for draft in builder.drafts
        where !draft.isDictionary && !draft.names.intersection([.person, .place]).isEmpty && draft.lower == 0 {
            trainer.add(draft.form, isEnglish: false, kind: draft.names.contains(.place) ? "places" : "persons")
        }
    }
}
