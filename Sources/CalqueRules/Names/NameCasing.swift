import CalqueSyntax
import CalqueText

/// How names are to be written.
enum NameCasing {
    /// A word of a name with its capital: as the article has it elsewhere, in capitals where clean text has it so, else with one capital.
    static func capitalised(_ index: Int, _ context: NameContext, _ analysis: borrowing Analysis) -> String {
        if let casing = context.casing[analysis.segmentation.hash(index)] { return analysis.string(casing.example) }
        return capitalised(analysis.string(index), isAcronym: analysis.entry(index).habit.isAcronym)
    }

    static func capitalised(_ word: String, isAcronym: Bool) -> String {
        if isAcronym { return word.uppercased() }
        guard let first = word.first else { return word }
        return first.uppercased() + word.dropFirst()
    }

    /// The words of a range with capitals, but for connectives within; what has a capital already stays as it is.
    static func titleCased(
        _ range: ClosedRange<Int>, _ context: NameContext, _ analysis: borrowing Analysis
    ) -> String {
        var text = ""
        for index in range {
            if index > range.lowerBound && analysis.segmentation.tokens[index].spaceBefore { text += " " }
            let isConnective = index > range.lowerBound && analysis.isToken(index, in: NameWords.connectives)
            if context.isLower(index) && !isConnective && analysis.segmentation.tokens[index].kind == .word
                && !analysis.segmentation.form(index).starts(with: "'".utf8)
            {
                text += capitalised(analysis.string(index), isAcronym: analysis.entry(index).habit.isAcronym)
            } else {
                text += analysis.string(index)
            }
        }
        return text
    }
}
