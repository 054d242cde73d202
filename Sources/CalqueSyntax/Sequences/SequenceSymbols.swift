import CalqueText

/// What sequences are made of: the function words of English as they are, all other words as their Penn tags.
public enum SequenceSymbols {
    /// The place before the first and behind the last token of a sentence.
    public static let start: UInt8 = 0
    public static let end: UInt8 = 1
    private static let firstTag: UInt8 = 2
    private static let firstWord = firstTag + UInt8(PennTag.allCases.count)

    /// Symbols are numbers below it.
    public static let count = 256

    /// The symbol of a token with this tag.
    @inline(__always)
    public static func symbol(_ token: Int, _ trees: borrowing Trees, _ segmentation: borrowing Segmentation) -> UInt8 {
        table.symbol(segmentation.form(token), hash: segmentation.hash(token))
            ?? firstTag + trees.penn[token].rawValue
    }

    /// Whether a symbol is a function word.
    @inline(__always)
    public static func isWord(_ symbol: UInt8) -> Bool { symbol >= firstWord }

    /// Folded forms, each with a number of its own.
    private static let words = """
        the a an this that these those every each some any no another all both either neither much many more most few \
        less several such what which whose whatever
        of in to for on at by with from as into about after before over under between through during against without \
        within among around towards toward upon across behind beyond near since until despite except like per via than \
        off out up down along above below because although though while if whether unless when where why how
        and or but nor so yet not n't
        i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself herself \
        itself themselves myself yourself ourselves one who whom
        is are was were be been being am 's 're 'm 've 'll 'd has have had having does do did will would can could may \
        might must shall should ca wo
        there here then now also only just even still already very too never ever always often well again
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

    private static let table = Table(words, first: firstWord)

    /// Open addressing over `FormHash`.
    private struct Table: Sendable {
        private var slots: [(hash: UInt32, word: Int)] = Array(repeating: (0, -1), count: 1024)
        private let forms: [[UInt8]]
        private let first: UInt8

        init(_ words: [String], first: UInt8) {
            forms = words.map { Array($0.utf8) }
            self.first = first
            for (word, form) in forms.enumerated() {
                let hash = FormHash.of(form)
                var at = Int(hash) & 1023
                while slots[at].word >= 0 { at = (at + 1) & 1023 }
                slots[at] = (hash, word)
            }
        }

        func symbol(_ form: ArraySlice<UInt8>, hash: UInt32) -> UInt8? {
            var at = Int(hash) & 1023
            while slots[at].word >= 0 {
                if slots[at].hash == hash, form.elementsEqual(forms[slots[at].word]) {
                    return first + UInt8(slots[at].word)
                }
                at = (at + 1) & 1023
            }
            return nil
        }
    }
}
