import CalqueLint
import CalqueText
import Foundation
import Testing

struct RuleSetTests {
    private func set() throws -> RuleSet {
        let rules = try PatternRules.compile([
            RuleFileText.rule(id: "rule-on", pattern: "alpha"),
            RuleFileText.rule(id: "rule-off", pattern: "alpha beta", more: "default: off"),
        ])
        return RuleSet(rules: [], patterns: [rules])
    }

    private func ids(_ set: RuleSet) throws -> [String] {
        Linter(rules: set).lint(try Article(name: "x", plainText: Array("alpha beta".utf8))).map(\.rule.id).sorted()
    }

    @Test func `rules that are off by default run when they are asked for`() throws {
        let set = try set()
        #expect(try ids(set) == ["rule-on"])
        #expect(try ids(set.selecting()) == ["rule-on"])
        #expect(try ids(set.selecting(only: ["rule-off"])) == ["rule-off"])
        #expect(try ids(set.selecting(also: ["calques"])) == ["rule-off", "rule-on"])
        #expect(try ids(set.selecting(only: ["calques"])) == ["rule-on"])
        #expect(try ids(set.selecting(also: ["rule-off"], without: ["rule-on"])) == ["rule-off"])
        #expect(try ids(set.selecting(only: ["names"])) == [])
        #expect(set.descriptions.map(\.id) == ["rule-off", "rule-on"])
    }

    @Test func `all stands for every rule`() throws {
        let set = try set()
        #expect(try ids(set.selecting(also: ["all"])) == ["rule-off", "rule-on"])
        #expect(try ids(set.selecting(also: ["all"], without: ["rule-on"])) == ["rule-off"])
        #expect(try set.selecting(without: ["all"]).isEmpty)
        #expect(try !set.selecting().isEmpty)
    }

    @Test func `a rule cannot be called as a family is, or all`() {
        let messages = errors(ruleFile("id: all\n", named: "all"))
        #expect(
            messages.contains {
                $0.hasSuffix("“all” is the name of a family, or of all rules. Give the rule another id.")
            })
    }

    @Test func `an unknown rule is answered with the nearest name`() throws {
        let set = try set()
        do {
            _ = try set.selecting(only: ["rule-onn"])
            Issue.record("accepted")
        } catch {
            #expect(error.nearest == "rule-on")
        }
        do {
            _ = try set.selecting(without: ["calcues"])
            Issue.record("accepted")
        } catch {
            #expect(error.description == "There is no rule and no family “calcues”. Did you mean “calques”?")
        }
    }

    @Test func `a user's folder is read with its lists, and what is wrong there is told`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("calque-rules-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let lists = folder.appendingPathComponent("lists")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        try Data("gamma\n".utf8).write(to: lists.appendingPathComponent("greek.txt"))
        let rule = RuleFileText.rule(id: "my-rule", pattern: "[class=\"greek\"]")
        let file = folder.appendingPathComponent("my-rule.yml")
        try Data(rule.bytes).write(to: file)
        try Data("notes".utf8).write(to: folder.appendingPathComponent("README.md"))
        let rules = try PatternRules.load(folder: folder.path)
        #expect(rules.ids == ["my-rule"])
        #expect(try lint("Gamma here", rules).count == 1)

        try Data("id: my-rule\n".utf8).write(to: file)
        do {
            _ = try PatternRules.load(folder: folder.path)
            Issue.record("accepted")
        } catch {
            #expect(error.errors.first?.path == file.path)
        }
        do {
            _ = try PatternRules.load(folder: folder.path + "/none")
            Issue.record("accepted")
        } catch {
            #expect(error.description == "\(folder.path)/none:1:1: The folder cannot be read: it does not exist.")
        }
        do {
            _ = try PatternRules.load(folder: lists.path)
            Issue.record("accepted")
        } catch {
            #expect(error.description.hasSuffix("There is no rule (a file that ends in .yml) in this folder."))
        }
    }

    @Test func `examples that do not come out are told with rule, example and variant`() throws {
        let rules = try PatternRules.compile([
            RuleFileText.rule(id: "rule-a", pattern: "x"), RuleFileText.rule(id: "rule-b", pattern: "y"),
        ])
        let failures = RuleExamples.check(RuleSet(rules: [], patterns: [rules]))
        #expect(!failures.contains { $0.rule == "rule-a" })
        #expect(
            failures.first { $0.example == "bad 1" }?.description
                == "rule-b, bad 1 (as it stands): found nothing instead of “x” (bytes 0–1) in: x")
        #expect(failures.count { $0.rule == "rule-b" } == 2 * RuleExamples.Variant.allCases.count)
    }

    @Test func `the built-in rules are compiled from the files in rules and fresh`() throws {
        let folder = CQLPage.root.appendingPathComponent("rules").path
        let files = FileManager.default.fileExists(atPath: folder) ? try RuleFolder.read(folder) : []
        let bytes = try PatternRules.bytes(of: files)
        let committed = CQLPage.root.appendingPathComponent("Sources/CRules/rules.bin").path
        #expect(
            FileManager.default.contents(atPath: committed).map(Array.init) == bytes,
            "Sources/CRules/rules.bin is stale: run “swift run calque-dev rules” and commit it.")
        #expect(try PatternRules.builtIn.ids == PatternRules.compile(files).ids)
    }

    @Test func `every example of the built-in pattern rules comes out as it says`() {
        let failures = RuleExamples.check(RuleSet(rules: [], patterns: [.builtIn]))
        #expect(failures.map(\.description) == [])
    }
}
