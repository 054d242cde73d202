import Foundation
import FoundationXML

/// Readers of the formats, written for the tests: what a consumer gets out of a report.
enum ReportReaders {
    typealias Place = HostileArticles.Place

    // MARK: Lines of text

    /// `path:line:column: severity: … [rule]`
    static func lines(_ report: [UInt8]) -> [Place] {
        report.string.split(separator: "\n").compactMap { line in
            let match = line.wholeMatch(of: /(.+?):(\d+):(\d+): (?:minor|major|critical): .*\[([a-z-]+)\]/)
            guard let match, !line.hasPrefix(" ") else { return nil }
            return Place(path: String(match.1), rule: String(match.4), line: Int(match.2)!, column: Int(match.3)!)
        }
    }

    /// Workflow commands, as the runner of GitHub reads them.
    static func workflowCommands(_ report: [UInt8]) -> [Place] {
        report.string.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
            let command = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
            guard let space = command.firstIndex(of: " ") else { return nil }
            var properties: [String: String] = [:]
            for part in command[space...].dropFirst().split(separator: ",") {
                let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                properties[String(pair[0])] = String(pair.last!).removingPercentEncoding!
            }
            guard let path = properties["file"] else { return nil }
            let rule = properties["title"]!.split(separator: "(").last!.dropLast()
            return Place(
                path: path, rule: String(rule), line: Int(properties["line"]!)!,
                column: properties["col"].map { Int($0)! } ?? 0)
        }
    }

    /// Points of TAP with their YAML blocks.
    static func tap(_ report: [UInt8]) throws -> (places: [Place], passed: Int) {
        var places: [Place] = []
        var passed = 0
        var points = 0
        var plan = ""
        for line in report.string.split(separator: "\n") {
            if line.hasPrefix("not ok ") || line.hasPrefix("ok ") {
                points += 1
                if line.hasPrefix("ok ") {
                    passed += 1
                } else {
                    places.append(Place(path: "", rule: "", line: 0, column: 0))
                }
            } else if line.hasPrefix("1..") {
                plan = String(line)
            } else if let match = line.wholeMatch(of: /\s+(rule|file|line|column): (.*)/) {
                let last = places.count - 1
                switch match.1 {
                case "rule": places[last].rule = yaml(match.2)
                case "file": places[last].path = yaml(match.2)
                case "line": places[last].line = Int(match.2)!
                default: places[last].column = Int(match.2)!
                }
            }
        }
        return (plan == "1..\(points)" ? places : [], passed)
    }

    /// The text of a double-quoted scalar.
    private static func yaml(_ scalar: Substring) -> String {
        var result = ""
        var rest = scalar.dropFirst().dropLast().unicodeScalars[...]
        while let first = rest.popFirst() {
            guard first == "\\", let kind = rest.popFirst() else {
                result.unicodeScalars.append(first)
                continue
            }
            guard kind == "u" || kind == "U" else {
                result.unicodeScalars.append(kind)
                continue
            }
            let digits = kind == "u" ? 4 : 8
            result.unicodeScalars.append(Unicode.Scalar(UInt32(String(rest.prefix(digits)), radix: 16)!)!)
            rest = rest.dropFirst(digits)
        }
        return result
    }

    // MARK: Markdown and HTML

    static func markdown(_ report: [UInt8]) -> [Place] {
        var path = ""
        return report.string.split(separator: "\n").compactMap { line in
            if let match = line.wholeMatch(of: /<details><summary><code>(.*)<\/code>: .*<\/summary>/) {
                path = unescapedMarkdown(match.1)
            }
            guard let match = line.firstMatch(of: /^\| (\d+):(\d+) \| [a-z]+ \| \*\*.*?\*\* \(<code>(.*?)<\/code>\)/)
            else {
                return nil
            }
            // Every cell is closed: no text within opens another.
            guard line.replacing("\\|", with: "").count(where: { $0 == "|" }) == 5 else { return nil }
            return Place(path: path, rule: String(match.3), line: Int(match.1)!, column: Int(match.2)!)
        }
    }

    private static func unescapedMarkdown(_ text: Substring) -> String {
        unescapedHTML(text.replacing("&#8288;", with: "").replacing(/\\([\\`*_\[\]|~#!$])/) { $0.1 })
    }

    private static func unescapedHTML(_ text: some StringProtocol) -> String {
        String(text).replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// The list of corrections, where each finding has one.
    static func html(_ report: [UInt8]) -> [Place] {
        let rules = HostileArticles.rules
        let page = report.string
        guard let start = page.range(of: "<details class=\"corrections\">"),
            let end = page.range(of: "</details>", range: start.upperBound..<page.endIndex)
        else { return [] }
        return page[start.upperBound..<end.lowerBound].matches(
            of: /<li data-family="[a-z]+" data-severity="[a-z]+">([\s\S]*?)<\/li>/
        ).compactMap { item in
            let text = unescapedHTML(item.1)
            guard let match = text.firstMatch(of: #/^([\s\S]+?):(\d+):(\d+): /#),
                let rule = rules.first(where: { text.hasSuffix("(\($0.name))") })
            else { return nil }
            return Place(path: String(match.1), rule: rule.id, line: Int(match.2)!, column: Int(match.3)!)
        }
    }

    // MARK: JSON

    static func json(_ report: [UInt8]) throws -> [String: Any] { try value(report) as? [String: Any] ?? [:] }

    /// Foundation drops U+FEFF within strings unless it is written as an escape.
    private static func value(_ report: [UInt8]) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(report.string.replacing("\u{FEFF}", with: "\\uFEFF").utf8))
    }

    static func array(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

    static func calque(_ report: [UInt8]) throws -> [Place] {
        array(try json(report)["articles"]).flatMap { article in
            array(article["findings"]).map {
                Place(
                    path: article["path"] as! String, rule: $0["rule"] as! String, line: $0["line"] as! Int,
                    column: $0["column"] as! Int)
            }
        }
    }

    static func sarif(_ report: [UInt8]) throws -> [Place] {
        let run = array(try json(report)["runs"])[0]
        let rules = array(((run["tool"] as! [String: Any])["driver"] as! [String: Any])["rules"])
        return array(run["results"]).map { result in
            let location = array(result["locations"])[0]["physicalLocation"] as! [String: Any]
            let uri = (location["artifactLocation"] as! [String: Any])["uri"] as! String
            let region = location["region"] as! [String: Any]
            // The rule by its index, which must be that of its id.
            let rule = rules[result["ruleIndex"] as! Int]["id"] as! String
            return Place(
                path: uri.removingPercentEncoding!, rule: rule == result["ruleId"] as! String ? rule : "",
                line: region["startLine"] as! Int, column: region["startColumn"] as! Int)
        }
    }

    static func rdjson(_ report: [UInt8]) throws -> [Place] {
        array(try json(report)["diagnostics"]).map { diagnostic in
            let location = diagnostic["location"] as! [String: Any]
            let start = (location["range"] as! [String: Any])["start"] as! [String: Any]
            return Place(
                path: location["path"] as! String, rule: (diagnostic["code"] as! [String: Any])["value"] as! String,
                line: start["line"] as! Int, column: start["column"] as! Int)
        }
    }

    static func gitlab(_ report: [UInt8]) throws -> [Place] {
        try array(value(report)).map { issue in
            let location = issue["location"] as! [String: Any]
            let begin = (location["positions"] as! [String: Any])["begin"] as! [String: Any]
            return Place(
                path: location["path"] as! String, rule: issue["check_name"] as! String, line: begin["line"] as! Int,
                column: begin["column"] as! Int)
        }
    }

    // MARK: XML

    /// An element with its attributes, as the parser of Foundation (libxml2) reads it.
    final class Elements: NSObject, XMLParserDelegate {
        private(set) var all: [(name: String, attributes: [String: String])] = []

        init(_ report: [UInt8]) throws {
            super.init()
            let parser = XMLParser(data: Data(report))
            parser.delegate = self
            if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { all.append((name, attributes)) }
    }

    static func checkstyle(_ report: [UInt8]) throws -> [Place] {
        var path = ""
        return try Elements(report).all.compactMap { name, attributes in
            if name == "file" { path = attributes["name"]! }
            guard name == "error" else { return nil }
            return Place(
                path: path, rule: String(attributes["source"]!.split(separator: ".").last!),
                line: Int(attributes["line"]!)!, column: Int(attributes["column"]!)!)
        }
    }

    static func junit(_ report: [UInt8]) throws -> [Place] {
        try Elements(report).all.compactMap { name, attributes in
            guard name == "testcase", let match = attributes["name"]?.wholeMatch(of: /(\d+):(\d+) (.*)/) else {
                return nil
            }
            return Place(
                path: attributes["classname"]!, rule: String(match.3), line: Int(match.1)!, column: Int(match.2)!)
        }
    }
}
