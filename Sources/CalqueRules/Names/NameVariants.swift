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
            "A court fined Aksyonov. The lawyer of Aksyonov appealed. In the end [[Aksenov]] paid.",
        ],
        good: [
            "Stewart beat Stuart by a minute, and Stewart was glad.",
            "Russia and the Russian team were invited.",
            "Ivanov and Ivanova were married in spring.",
            "The Zelenskys met Zelensky in Kyiv.",
        ], evidence: .slip
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        var forms: [UInt64: [Form]] = [:]
        for index in context.traits.indices {
            guard context.isCapital(index), !context.traits[index].contains(.glued), Self.isCandidate(index, analysis)
            else { continue }
            let hash = analysis.segmentation.hash(index)
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
        let a = analysis.entry(example)
        let b = analysis.entry(other)
        let differInDoubling =
            Self.normalised(analysis.segmentation.form(example), collapsing: false)
            != Self.normalised(analysis.segmentation.form(other), collapsing: false)
        if a.titleCount >= NameHabit.ten && b.titleCount >= NameHabit.ten || differInDoubling
            || a.names.contains(.given) || b.names.contains(.given)
        {
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
    static func normalised(_ form: ArraySlice<UInt8>, collapsing: Bool = true) -> UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        var last: UInt8 = 0
        func put(_ byte: UInt8) {
            // What is doubled counts once, unless told otherwise.
            guard byte != last || (!collapsing && byte != UInt8(ascii: "i")) else { return }
            last = byte
            hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
        }
        func letter(_ index: Int) -> Unicode.Scalar { index < form.endIndex ? Unicode.Scalar(form[index]) : " " }
        var at = form.startIndex
        while at < form.endIndex {
            let byte = form[at]
            if byte == UInt8(ascii: "'") {
                at += 1
                continue
            }
            guard (97...122).contains(byte) else { return 0 }
            var length = 1
            switch (letter(at), letter(at + 1), letter(at + 2)) {
            case ("s", "h", "c") where letter(at + 3) == "h":
                put(UInt8(ascii: "S"))
                length = 4
            case ("s", "c", "h"):
                put(UInt8(ascii: "S"))
                length = 3
            case ("k", "h", _):
                put(UInt8(ascii: "h"))
                length = 2
            case ("t", "s", _), ("t", "z", _):
                put(UInt8(ascii: "c"))
                length = 2
            case ("k", "s", _):
                put(UInt8(ascii: "x"))
                length = 2
            case ("p", "h", _):
                put(UInt8(ascii: "f"))
                length = 2
            case ("y", "o", _), ("j", "o", _), ("y", "e", _), ("j", "e", _), ("i", "e", _):
                put(UInt8(ascii: "e"))
                length = 2
            case ("o", "u", _):
                put(UInt8(ascii: "u"))
                length = 2
            case ("y", _, _), ("j", _, _): put(UInt8(ascii: "i"))
            case ("w", _, _): put(UInt8(ascii: "v"))
            // Lukashenka, Lukashenko
            case ("a", " ", _) where form.suffix(4).elementsEqual("enka".utf8): put(UInt8(ascii: "o"))
            default: put(byte)
            }
            at += length
        }
        return hash
    }

    private static func message(_ word: String, _ usual: String, _ count: Int) -> String {
        "“\(word)” is spelt “\(usual)” elsewhere in this article (\(count == 1 ? "once" : "\(count) times"))."
    }
}
