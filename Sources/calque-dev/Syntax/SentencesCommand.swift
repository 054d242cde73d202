import Calque
import Foundation

/// Prints the sentences of plain text, one a line, with tabs between the tokens: what a teacher labels.
enum SentencesCommand {
    static func run(_ arguments: [String]) throws {
        let analyzer = Analyzer()
        for path in arguments {
            for article in try SegmentationSpeedCommand.read(path) {
                var output: [UInt8] = []
                analyzer.analyse(article) { analysis in
                    for sentence in analysis.sentences where analysis.kind(of: sentence) == .paragraph {
                        for token in sentence.tokens {
                            if token > sentence.tokens.lowerBound { output.append(9) }
                            output += analysis.string(token).utf8
                        }
                        output.append(10)
                    }
                }
                FileHandle.standardOutput.write(Data(output))
            }
        }
    }
}

/// Writes the features of sentences, one a line, tokens between tabs: `TokenFeatures.count` little-endian numbers of 32 bits a token.
enum FeaturesCommand {
    static func run(_ arguments: [String]) throws {
        guard arguments.count == 2 else { throw CommandError("features wants an input and an output.") }
        guard let content = FileManager.default.contents(atPath: arguments[0]) else {
            throw CommandError("\(arguments[0]) cannot be read.")
        }
        FileManager.default.createFile(atPath: arguments[1], contents: nil)
        guard let output = FileHandle(forWritingAtPath: arguments[1]) else {
            throw CommandError("\(arguments[1]) cannot be written.")
        }
        let analyzer = Analyzer()
        let lines = content.split(separator: 10)
        var start = 0
        while start < lines.count {
            let end = min(start + 1000, lines.count)
            let sentences = lines[start..<end].map { line in
                line.split(separator: 9).map { String(decoding: $0, as: UTF8.self) }
            }
            let given = try GivenSentences(name: arguments[0], sentences: sentences)
            analyzer.analyse(given) { analysis in
                analysis.features().withUnsafeBytes { output.write(Data($0)) }
            }
            start = end
        }
    }
}
