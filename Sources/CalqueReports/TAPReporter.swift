import CalqueLint
import CalqueText

/// The report as test results in the Test Anything Protocol, version 14 (https://testanything.org): a point that failed
/// for each finding, with a diagnostic block in YAML, and one that passed for an article in which nothing was found.
///
/// Columns count code points. Descriptions show control characters as signs; the block has the path as it is, with
/// escapes of YAML.
public struct TAPReporter: Reporter {
    public static let name = "tap"
    public static let summary = "Test Anything Protocol"

    private var points = 0

    public init(options: ReportOptions) {}

    public mutating func begin() -> [UInt8] { Array("TAP version 14\n".utf8) }

    public mutating func add(_ result: ArticleResult) -> [UInt8] {
        let path = result.article.name
        let shown = Self.escaped(VisibleText.of(path))
        if result.findings.isEmpty {
            points += 1
            return Array("ok \(points) - \(shown)\n".utf8)
        }
        var text = ""
        let index = PositionIndex(result.article.text)
        for finding in result.findings {
            points += 1
            let start = index.position(at: finding.span.start)
            text += """
                not ok \(points) - \(shown):\(start.line):\(start.column) \(Self.escaped(VisibleText.of(finding.rule.id)))
                  ---
                  message: \(Self.quoted(finding.message))
                  severity: \(finding.severity.name)
                  rule: \(Self.quoted(finding.rule.id))
                  at:
                    file: \(Self.quoted(path))
                    line: \(start.line)
                    column: \(start.column)
                  ...

                """
        }
        return Array(text.utf8)
    }

    public mutating func end() -> [UInt8] { Array("1..\(points)\n".utf8) }

    /// A description: `#` would begin a directive.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "#" || scalar == "\\" { result.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// A double-quoted scalar of YAML in one line, with escapes for all that is not printable.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C:
                result.append("\\")
                result.unicodeScalars.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFF9...0xFFFF, 0x1FFFE...0x1FFFF, 0xE0000...0x10FFFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += width == 8 ? "\\U" : "\\u"
                result += String(repeating: "0", count: width - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
