import CalqueLint
import CalqueSyntax
import CalqueText

/// "Zelensky … Zelenskiy": one person's name in two spellings in one article.
struct NameVariants: Rule {
    static let description = RuleDescription(
        id: "name-variants",
        name: "One name in two spellings",
        family: .names,
        summary: "A name is romanised in two ways in one article.",
        rationale: """
            Systems translate sentence by sentence, so a name that was written in another script comes out in several spellings. The \
            rule compares what is left when the usual systems of romanisation are brought to one form (ii, iy, y, yy; ye, e; kh, h; \
            ts, c; ks, x; doubled letters; apostrophes), and reports the spelling that is rarer in the article. It keeps quiet \
            where both spellings are known as English names (Stewart and Stuart) and about inflected and derived forms.
            """,
        mqm: "Style/Inconsistent style",
        severity: .minor,
        bad: [
            "The mayor met Zelensky on Monday. Later Zelensky left. The speech of [[Zelenskiy]] was short.",
            "A court fined Aksyonov. The lawyer of Aksyonov appealed, and [[Aksenov]] paid.",
        ],
        good: [
            "Stewart beat Stuart by a minute, and Stewart was glad.",
            "Russia and the Russian team were invited.",
            "Ivanov and Ivanova were married in spring.",
            "The Zelenskys met Zelensky in Kyiv.",
        ]
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        var forms: [UInt64: [Form]] = [:]
        for index in context.traits.indices {
            guard context.isCapital(index), !context.traits[index].contains(.glued), Self.isCandidate(index, analysis)
            else { continue }
            let hash = analysis.segmentation.hashes[index]
            let key = Self.normalised(analysis.segmentation.form(index))
            guard key != 0 else { continue }
            if let at = forms[key]?.firstIndex(where: { $0.hash == hash }) {
                forms[key]?[at].tokens.append(index)
            } else {
                forms[key, default: []].append(Form(hash: hash, tokens: [index]))
            }
        }
        for group in forms.values where group.count == 2 { report(group, context, analysis, &findings) }
    }

    private struct Form {
        var hash: UInt32
        var tokens: [Int]
    }

    private func report(
        _ group: [Form], _ context: NameContext, _ analysis: borrowing Analysis, _ findings: inout [Finding]
    ) {
        let usual = group[0].tokens.count >= group[1].tokens.count ? group[0] : group[1]
        let rare = group[0].tokens.count >= group[1].tokens.count ? group[1] : group[0]
        guard let example = usual.tokens.first, let other = rare.tokens.first else { return }
        // Both are names that people bear: two persons, unless they share the given name.
        if analysis.entry(example).titleCount >= NameHabit.ten, analysis.entry(other).titleCount >= NameHabit.ten {
            guard let a = context.before(example, analysis), let b = context.before(other, analysis),
                context.isCapital(a), analysis.segmentation.sameForm(a, b)
            else { return }
        }
        guard !isTogether(usual, rare, analysis) else { return }
        let right = analysis.string(example)
        for index in rare.tokens {
            let span = analysis.segmentation.tokens[index].span
            findings.append(
                Finding(
                    rule: Self.description, span: span,
                    message: Self.message(analysis.string(index), right, usual.tokens.count),
                    suggestions: [Suggestion(span: span, replacement: right)], confidence: 0.85))
        }
    }

    /// Whether the spellings stand in one sentence: then the article speaks of two things, or of the spelling.
    private func isTogether(_ a: Form, _ b: Form, _ analysis: borrowing Analysis) -> Bool {
        let tokens = analysis.segmentation.tokens
        let sentences = Set(a.tokens.map { tokens[$0].sentence })
        return b.tokens.contains { sentences.contains(tokens[$0].sentence) }
    }

    private static func isCandidate(_ index: Int, _ analysis: borrowing Analysis) -> Bool {
        let form = analysis.segmentation.form(index)
        let entry = analysis.entry(index)
        guard form.count >= 5, form.count <= 24, analysis.segmentation.tokens[index].shape == .title,
            !entry.isCommonWord,
            entry.habit.lower == 0 || entry.habit.isCapital(by: 5)
        else { return false }
        return !entry.names.intersects([.nationality, .calendar, .institution])
    }
}

extension NameVariants {
    /// A hash of the form in which the usual romanisations of one name agree; 0 where it has letters beyond a to z.
    static func normalised(_ form: ArraySlice<UInt8>) -> UInt64 {
        var text: [UInt8] = []
        for byte in form where byte != UInt8(ascii: "'") {
            guard (97...122).contains(byte) else { return 0 }
            text.append(byte)
        }
        for (from, to) in replacements {
            var at = 0
            while at + from.count <= text.count {
                if text[at..<at + from.count].elementsEqual(from) {
                    text.replaceSubrange(at..<at + from.count, with: to)
                    at += max(to.count, 1)
                } else {
                    at += 1
                }
            }
        }
        var hash: UInt64 = 14_695_981_039_346_656_037
        var last: UInt8 = 0
        for byte in text where byte != last {
            hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
            last = byte
        }
        return hash
    }

    /// In this order; what is doubled afterwards counts once.
    private static let replacements: [([UInt8], [UInt8])] = [
        ("shch", "S"), ("sch", "S"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("ks", "x"), ("ph", "f"), ("yo", "e"),
        ("jo", "e"), ("ye", "e"), ("ie", "e"), ("je", "e"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"), ("ju", "iu"),
        ("y", "i"), ("j", "i"), ("w", "v"), ("enka", "enko"), ("ou", "u"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    private static func message(_ word: String, _ usual: String, _ count: Int) -> String {
        "“\(word)” is spelt “\(usual)” elsewhere in this article (\(count == 1 ? "once" : "\(count) times"))."
    }
}
