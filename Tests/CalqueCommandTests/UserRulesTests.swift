import Foundation
import Testing

/// The user's own pattern rules: `--rules DIR`.
@Suite struct UserRulesTests {
    private static let rule = """
        id: house-style
        name: House style
        family: calques
        summary: “Utilise” is reported.
        rationale: |
          We write “use”.
        mqm: Style/Organizational style
        severity: critical
        pattern: |
          utilise
        message: |
          “{match}” is written “use” in this house.
        fix: |
          use
        bad:
          - |
            They [[utilise]] it.
        good:
          - |
            They use it.

        """
    private static let text = "They utilise the old bridge.\n"

    private func folder(_ rule: String) throws -> Folder {
        let folder = try Folder()
        try folder.write(rule, to: "rules/en/calques/house-style.yml")
        try folder.write(Self.text, to: "a.txt")
        return folder
    }

    @Test func `a rule of the user runs besides the others`() throws {
        let folder = try folder(Self.rule)
        let result = try Program.run("check", "--rules", "rules", "--fail-on", "critical", "a.txt", in: folder)
        #expect(result.errorText == "calque: Failed: 1 finding of severity critical.\n")
        #expect(result.outputText.contains("“utilise” is written “use” in this house."))
        #expect(result.status == 1)
        #expect(try Program.run("check", "a.txt", in: folder).status == 0)
        #expect(try Program.run("check", "--rules=rules", "--only=house-style", "a.txt", in: folder).status == 1)
        let page = try Program.run("rules", "--rules", "rules", "house-style", in: folder)
        #expect(page.outputText.contains("We write “use”."))
    }

    @Test(arguments: [
        ("pattern: |\n  utilise", "pattern: |\n  [wrod=\"utilise\"]"), ("severity: critical", "severity: [critical"),
    ])
    func `a broken rule is told by file, line and column`(good: String, broken: String) throws {
        let rule = Self.rule.replacingOccurrences(of: good, with: broken)
        #expect(rule != Self.rule)
        let folder = try folder(rule)
        for command in [["check", "a.txt"], ["stream"], ["rules"]] {
            let script = "\"$calque\" " + command.joined(separator: " ") + " --rules rules </dev/null"
            let result = try Program.shell(script, in: folder)
            #expect(
                result.errorText.range(
                    of: #"rules/en/calques/house-style\.yml:\d+:\d+: "#, options: .regularExpression) != nil)
            #expect(result.outputText == "")
            #expect(result.status == 2)
        }
    }

    @Test func `a folder of rules that does not exist is told`() throws {
        let result = try Program.run("check", "--rules", "nowhere", "-", input: Self.text)
        #expect(result.errorText.contains("nowhere"))
        #expect(result.status == 2)
    }
}
