import Calque

/// Writes sentences in CoNLL-U (universaldependencies.org/format.html).
enum CoNLLUWriter {
    /// A sentence of running text. Words that are written together ("do" and "n't") get their range; where each word stands
    /// in the text is told in code points ("TokenRange=0:5"), as UDPipe does.
    static func sentence(_ analysis: borrowing Analysis, _ trees: Trees, _ index: Int, points: PositionIndex) -> String
    {
        let tokens = analysis.sentences[index].tokens
        var text = ""
        for token in tokens {
            if token > tokens.lowerBound && analysis.tokens[token].spaceBefore { text += " " }
            text += visible(analysis.string(token))
        }
        var result = index == 0 ? "# newdoc id = \(visible(analysis.article.name))\n" : ""
        result += "# sent_id = \(index + 1)\n# text = \(text)\n"
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            var end = token + 1
            while end < tokens.upperBound && isJoined(analysis, end) { end += 1 }
            if end - token > 1 {
                let first = token - tokens.lowerBound + 1
                let whole = (token..<end).map { visible(analysis.string($0)) }.joined()
                let space = isApart(analysis, end, tokens.upperBound) ? "_" : "SpaceAfter=No"
                result += "\(first)-\(first + end - token - 1)\t\(whole)\t_\t_\t_\t_\t_\t_\t_\t\(space)\n"
            }
            for part in token..<end {
                let isApart = end - token > 1 || isApart(analysis, part + 1, tokens.upperBound)
                let span = analysis.source(analysis.tokens[part].span)
                let range = "TokenRange=\(points.codePoint(at: span.start)):\(points.codePoint(at: span.end))"
                append(
                    analysis, trees, part, in: tokens, form: visible(analysis.string(part)),
                    miscellany: isApart ? range : "SpaceAfter=No|" + range, to: &result)
            }
            token = end
        }
        return result + "\n"
    }

    /// A sentence whose words were given, with its other lines as they were.
    static func sentence(_ analysis: borrowing Analysis, _ trees: Trees, _ index: Int, lines: [CoNLLU.Line]) -> String {
        let tokens = analysis.sentences[index].tokens
        var token = tokens.lowerBound
        var result = ""
        for line in lines {
            switch line {
            case .comment(let text): result += text + "\n"
            case .range(let columns): result += columns.joined(separator: "\t") + "\n"
            case .word(let form, let miscellany):
                append(analysis, trees, token, in: tokens, form: form, miscellany: miscellany, to: &result)
                token += 1
            }
        }
        return result + "\n"
    }

    private static func append(
        _ analysis: borrowing Analysis, _ trees: Trees, _ token: Int, in tokens: Range<Int>, form: String,
        miscellany: String, to result: inout String
    ) {
        let head = trees.head(token).map { $0 - tokens.lowerBound + 1 } ?? 0
        result.append(String(token - tokens.lowerBound + 1))
        for column in [
            form, analysis.lemma(token, trees), trees.universal[token].name, trees.penn[token].name,
            analysis.morphology(token, trees), String(head), trees.relations[token].name, "_", miscellany,
        ] {
            result.append("\t")
            result.append(column)
        }
        result.append("\n")
    }

    /// Whether a token continues the word before it.
    private static func isJoined(_ analysis: borrowing Analysis, _ token: Int) -> Bool {
        !analysis.tokens[token].spaceBefore && analysis.tokens[token].isWord && analysis.tokens[token - 1].isWord
    }

    /// Whether a space stands before a token, or the sentence ends there.
    private static func isApart(_ analysis: borrowing Analysis, _ token: Int, _ end: Int) -> Bool {
        token >= end || analysis.tokens[token].spaceBefore
    }

    /// Without white space and control characters, which no column may hold.
    private static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 32 ? "_" : $0 }))
    }
}
