import Testing

/// `calque parse`.
@Suite struct ParseTests {
    @Test func `running text becomes CoNLL-U with ranges of words and places`() throws {
        let folder = try Folder()
        try folder.write("They don’t sing.\n", to: "a.txt")
        let result = try Program.run("parse", "a.txt", in: folder)
        #expect(result.status == 0)
        let lines = result.outputText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "# newdoc id = a.txt")
        #expect(lines[2] == "# text = They don’t sing.")
        #expect(lines[3].hasPrefix("1\tThey\tthey\tPRON\tPRP\t"))
        #expect(
            lines[3].hasSuffix("\t5\tnsubj\t_\tTokenRange=0:4") || lines[3].hasSuffix("\t4\tnsubj\t_\tTokenRange=0:4"))
        #expect(lines[4] == "2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\t_")
        #expect(lines[7].hasSuffix("SpaceAfter=No|TokenRange=11:15"))
    }

    @Test func `a tree is drawn`() throws {
        let folder = try Folder()
        try folder.write("Birds sing.\n", to: "a.txt")
        let result = try Program.run("parse", "--format", "tree", "a.txt", in: folder)
        #expect(result.outputText == "root: sing (VERB VBP)\n├─ nsubj: Birds (NOUN NNS)\n└─ punct: . (PUNCT .)\n\n")
    }

    @Test func `given words are parsed and the rest of the file stays`() throws {
        let folder = try Folder()
        let word = { (id: Int, form: String) in "\(id)\t\(form)\t_\t_\t_\t_\t_\t_\t_\tKeep=\(id)\n" }
        try folder.write("# text = x\n" + word(1, "Birds") + word(2, "sing") + "\n", to: "a.conllu")
        let result = try Program.run("parse", "--input", "conllu", "a.conllu", in: folder)
        #expect(result.status == 0)
        #expect(
            result.outputText
                == "# text = x\n1\tBirds\tbird\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\tKeep=1\n2\tsing\tsing\tVERB\tVBP\tMood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\tKeep=2\n\n"
        )
    }

    @Test func `a broken file is named with its line`() throws {
        let folder = try Folder()
        try folder.write("1\tBirds\n", to: "a.conllu")
        let result = try Program.run("parse", "--input", "conllu", "a.conllu", in: folder)
        #expect(result.status == 2)
        #expect(
            result.errorText
                == "calque: “a.conllu” is not CoNLL-U: line 1: The line has 2 columns, not 10 with tabs between them.\n"
        )
    }
}
