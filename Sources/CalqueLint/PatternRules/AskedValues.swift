import CalqueSyntax
import CalqueText

/// The values that a token has for the attributes that a condition names.
enum AskedValues {
    static func values(
        of token: Int, askedBy condition: String, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> [(attribute: String, value: String)] {
        var values: [(attribute: String, value: String)] = []
        var needsSyntax = false
        for attribute in attributes(in: condition) {
            needsSyntax = needsSyntax || attribute.needsSyntax
            if attribute.needsSyntax && trees.isEmpty { continue }
            let value = value(attribute, token, condition, analysis, trees)
            if !value.isEmpty { values.append((attribute.rawValue, value)) }
        }
        return needsSyntax && !trees.isEmpty ? values + Explanation.confidence(token, trees) : values
    }

    /// What stands in brackets before "=", outside of quotation marks.
    private static func attributes(in condition: String) -> [CQLAttribute] {
        guard condition.hasPrefix("[") else { return [] }
        var found: [CQLAttribute] = []
        var name = ""
        var isQuoted = false
        var isEscaped = false
        for character in condition {
            if isQuoted {
                if character == "\"" && !isEscaped { isQuoted = false }
                isEscaped = character == "\\" && !isEscaped
            } else if character.isLetter || character == "." {
                name.append(character)
            } else {
                isQuoted = character == "\""
                if let attribute = CQLAttribute(rawValue: name), !found.contains(attribute) { found.append(attribute) }
                name = ""
            }
        }
        return found
    }

    /// Empty where there is none: the root has no head.
    private static func value(
        _ attribute: CQLAttribute, _ token: Int, _ condition: String, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> String {
        let record = analysis.tokens[token]
        func name(_ index: Int) -> String { attribute.values.indices.contains(index) ? attribute.values[index] : "" }
        func ofHead(_ own: CQLAttribute) -> String {
            guard let head = trees.head(token) else { return "" }
            return value(own, head, condition, analysis, trees)
        }
        switch attribute {
        case .word: return analysis.string(token)
        case .lemma:
            var lemmas: [String] = []
            for lemma in analysis.lexicon.lemmasOfForm(analysis.segmentation.form(token), analysis.word(token)) {
                let lemma = String(decoding: lemma, as: UTF8.self)
                if !lemmas.contains(lemma) { lemmas.append(lemma) }
            }
            return lemmas.joined(separator: "|")
        case .case: return name(record.shape == .none ? 4 : Int(record.shape.rawValue) - 1)
        case .class:
            return LexiconClass.all.filter {
                condition.contains($0.name) && holds($0.mask, $0.bits, analysis.entry(token), analysis.word(token))
            }.map(\.name).joined(separator: "|")
        case .may:
            let tags = analysis.entry(token).tags.rawValue
            return attribute.values.indices.filter { tags >> UInt32($0) & 1 == 1 }.map(name).joined(separator: "|")
        case .kind: return name(Int(record.kind.rawValue))
        // `none` is 0 in `Token.Script`, and last in the list.
        case .script: return name(record.script == .none ? attribute.values.count - 1 : Int(record.script.rawValue) - 1)
        case .space: return record.spaceBefore ? "yes" : "no"
        case .first: return record.isFirst ? "yes" : "no"
        case .quoted: return record.flags.contains(.quoted) ? "yes" : "no"
        case .block:
            let sentence = analysis.sentences[Int(record.sentence)]
            return name(Int(TokenTester.number(analysis.kind(of: sentence))))
        case .upos: return trees.universal[token].name
        case .tag: return trees.penn[token].name
        case .feats: return analysis.morphology(token, trees)
        case .deprel: return trees.relations[token].name
        case .headWord: return ofHead(.word)
        case .headLemma: return ofHead(.lemma)
        case .headUpos: return ofHead(.upos)
        case .headTag: return ofHead(.tag)
        case .headFeats: return ofHead(.feats)
        case .headDeprel: return ofHead(.deprel)
        }
    }

    private static func holds(_ mask: Atom.Mask, _ bits: UInt32, _ entry: Lexicon.Entry, _ word: WordID) -> Bool {
        switch mask {
        case .names: UInt32(entry.names.rawValue) & bits != 0
        case .features: UInt32(entry.features.rawValue) & bits != 0
        default: (UInt32(entry.marks.rawValue) << 1 | (word.isKnown ? 1 : 0)) & bits != 0
        }
    }
}
