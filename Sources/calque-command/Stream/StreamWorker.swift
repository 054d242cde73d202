import Calque

/// Answers lines of a stream: what each thread has of its own.
final class StreamWorker {
    private let linter: Linter
    private let maximumSize: Int
    private let format: ArticleFormat
    private var json = JSONWriter()

    init(plan: CheckPlan, maximumSize: Int, format: ArticleFormat) {
        self.format = format
        linter = plan.makeLinter()
        self.maximumSize = maximumSize
    }

    /// The answers to the lines of a batch, a line each.
    func answer(_ batch: LineBatch) -> [UInt8] {
        json.removeAll()
        if batch.isTooLong {
            writeError(
                batch.firstLine,
                "The line is too long: the text of an article may have \(ByteSize.text(maximumSize)). Split it, or raise the bound with --max-size."
            )
            return json.bytes
        }
        batch.bytes.withUnsafeBufferPointer { bytes in
            var number = batch.firstLine
            var start = 0
            while start < bytes.count {
                let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
                answer(UnsafeBufferPointer(rebasing: bytes[start..<end]), number)
                number += 1
                start = end + 1
            }
        }
        return json.bytes
    }

    private func answer(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
        if let offset = UTF8Check.firstInvalidByte(of: line.span) {
            let bad = BadByte(offset: offset, in: Array(line))
            return writeError(
                number,
                "The line is not UTF-8: the byte \(bad.hexadecimal) at offset \(offset) (column \(bad.column)) does not belong there."
            )
        }
        do throws(StreamInput.Failure) {
            let input = try StreamInput(line)
            answer(input, number)
        } catch {
            writeError(number, error.message)
        }
    }

    private func answer(_ input: StreamInput, _ number: Int) {
        let text = input.text
        if text.count > maximumSize {
            return writeError(
                number,
                "The text has \(ByteSize.text(text.count)), and \(ByteSize.text(maximumSize)) are allowed. Split it, or raise the bound with --max-size."
            )
        }
        let article: Article
        do {
            article = try Article(name: "", text, format: format)
        } catch {
            return writeError(number, "The text is no text: it looks like the content of a binary file.")
        }
        let findings = linter.lint(article)
        write(article, findings, of: input)
    }

    private func write(_ article: Article, _ findings: [Finding], of input: StreamInput) {
        let words = article.words
        var points = 0
        json.beginObject()
        json.key("id")
        input.writeID(to: &json)
        json.key("diagnostics")
        json.beginArray()
        if !findings.isEmpty {
            let index = PositionIndex(article.text)
            for finding in findings {
                points += finding.severity.penalty
                write(finding, index)
            }
        }
        json.endArray()
        json.key("score")
        if let score = Score.penalty(points: points, words: words) {
            json.number(score, decimals: 2)
        } else {
            json.null()
        }
        json.endObject()
        json.endLine()
    }

    private func write(_ finding: Finding, _ index: PositionIndex) {
        json.beginObject()
        json.key("rule")
        json.string(finding.rule.id)
        json.key("category")
        json.string(finding.rule.mqm)
        json.key("severity")
        json.string(finding.severity.name)
        json.offsets(of: finding.span, index)
        json.key("message")
        json.string(finding.message)
        json.suggestionsAndConfidence(of: finding, index)
        json.endObject()
    }

    /// The answer to a line that could not be read: the number tells which, for its id may be what is wrong.
    private func writeError(_ number: Int, _ message: String) {
        json.beginObject()
        json.key("id")
        json.null()
        json.key("line")
        json.integer(number)
        json.key("error")
        json.string(message)
        json.endObject()
        json.endLine()
    }
}
