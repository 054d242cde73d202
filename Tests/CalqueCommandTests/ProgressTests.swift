import Foundation
import Testing

@testable import calque_command

@Suite struct ProgressTests {
    @Test func `the bar fits the terminal and says how much is left`() {
        #expect(
            Progress.line(60, of: 240, seconds: 10, columns: 80)
                == "[#######                       ] 60 of 240 articles, 30 s left")
        #expect(
            Progress.line(240, of: 240, seconds: 10, columns: 50)
                == "[#################] 240 of 240 articles, 0 s left")
        #expect(Progress.line(1, of: 100_000, seconds: 1.2, columns: 30) == "1 of 100000 articles, 2000 min left")
    }

    @Test func `many more files than descriptors are checked`() throws {
        let folder = try Folder()
        for number in 100..<600 { try folder.write("They closed the the bridge.\n", to: "\(number).txt") }
        let result = try Program.shell(
            #"ulimit -n 20; "$calque" check --only loops -j 4 --format compact --format html:pages --fail-on never ."#,
            in: folder)
        #expect(result.status == 0)
        #expect(result.lines.count == 500)
        #expect(result.lines.first?.hasPrefix("./100.txt:1:13: ") == true)
        #expect(result.lines.last?.hasPrefix("./599.txt:1:13: ") == true)
    }

    @Test func `where there is no terminal, nothing of it is written`() throws {
        let folder = try Folder()
        for number in 0..<20 { try folder.write("The mill reopened on Monday.\n", to: "\(number).txt") }
        let result = try Program.run("check", "--format", "compact", ".", in: folder)
        #expect(result.errorText == "")
        #expect(result.status == 0)
    }
}
