import CalqueLint
import CalqueSyntax
import CalqueText

/// "the developer, which": a person takes “who”.
struct WhichForPerson: Rule {
    static let description = RuleDescription(
        id: "which-for-person",
        name: "“Which” for a person",
        family: .agreement,
        summary: "A relative clause about a person begins with “which”.",
        rationale: """
            Russian has one relative pronoun for persons and things. The rule wants a noun that can only be a person right before \
            “which”, and “which” as the subject of its clause; it keeps quiet where the clause may be about a number of people, a \
            thing named before, or the whole sentence.
            """,
        mqm: "Fluency/Grammar/Agreement",
        severity: .major,
        bad: [
            "He spoke with an old [[friend, which]] lives in the north.",
            "The [[policemen which]] stood at the gate let them in.",
            "My brother is a [[doctor, which]] works in the town.",
        ],
        good: [
            "He spoke with a friend who lives in the north.",
            "The letter of the doctor, which came on Monday, was short.",
            "The trains carried 500 people, which is more than last year.",
            "They brought cars for the children, which have new seats.",
            "The team which won the cup came from the south.",
        ],
        missed: [
            "The Belgian, which won the race, is only 19."
        ], evidence: .doubtful
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let trees = analysis.trees
        guard !trees.isEmpty else { return }
        for sentence in analysis.sentences where analysis.isRunningText(sentence) {
            for token in sentence.tokens where analysis.isToken(token, in: Self.which) {
                guard let person = person(before: token, sentence.tokens, analysis, trees) else { continue }
                findings.append(
                    Finding(
                        rule: Self.description, span: analysis.span(person...token),
                        message:
                            "“\(analysis.string(person))” is a person, so the clause begins with “who”, not “which”.",
                        suggestions: [Suggestion(span: analysis.tokens[token].span, replacement: "who")],
                        confidence: 0.92))
            }
        }
    }

    /// The noun right before "which", if it is a person and the clause can be about nothing else.
    private func person(
        before which: Int, _ sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> Int? {
        guard trees.relations[which] == .nsubj || trees.relations[which] == .nsubjPass,
            let verb = trees.head(which), trees.relations[verb] == .aclRelcl, let noun = trees.head(verb)
        else { return nil }
        var before = which - 1
        if before > sentence.lowerBound, analysis.tokens[before].kind == .comma { before -= 1 }
        guard before == noun, trees.universal[noun] == .NOUN, isPerson(noun, analysis) else { return nil }
        if trees.children(noun).contains(where: { trees.relations[$0] == .nummod }) { return nil }
        let start = trees.nounPhraseStart(noun, in: sentence)
        guard start > sentence.lowerBound else { return noun }
        let left = start - 1
        // "cars to carry children, which": an earlier noun may be meant.
        if trees.penn[left] == .VB || analysis.isToken(left, in: Self.conjunctions) { return nil }
        // "the letter of the doctor, which" but "he spoke with a doctor, which"
        if trees.universal[left] == .ADP {
            guard left > sentence.lowerBound, trees.universal[left - 1] == .VERB else { return nil }
        }
        return noun
    }

    private func isPerson(_ noun: Int, _ analysis: borrowing Analysis) -> Bool {
        if analysis.isToken(noun, in: Self.persons) { return true }
        let form = analysis.segmentation.form(noun)
        guard form.count > 5, !analysis.isToken(noun, in: Self.things) else { return false }
        return form.suffix(3).elementsEqual("man".utf8) || form.suffix(3).elementsEqual("men".utf8)
    }

    private static let which: FormSet = ["which"]
    private static let conjunctions: FormSet = ["and", "or"]
    private static let things: FormSet = [
        "german", "human", "specimen", "regimen", "abdomen", "acumen", "ottoman", "talisman", "caiman", "shaman",
    ]
    private static let persons = FormSet(
        singular + singular.map { $0.hasSuffix("y") ? "\($0.dropLast())ies" : $0 + "s" } + irregular)
    private static let irregular = [
        "man", "men", "woman", "women", "child", "children", "person", "people", "wives", "heroes", "thieves", "boys",
        "guys", "witnesses", "coaches", "bosses", "youths", "attorneys",
    ]
    private static let singular = [
        "boy", "girl", "player", "actor", "actress", "singer", "writer", "author", "developer", "director", "president",
        "minister", "chief", "leader", "teacher", "student", "doctor", "nurse", "soldier", "officer", "journalist",
        "reporter", "editor", "lawyer", "judge", "driver", "passenger", "farmer", "worker", "employee", "engineer",
        "scientist", "researcher", "professor", "expert", "analyst", "economist", "entrepreneur", "politician",
        "deputy",
        "senator", "governor", "mayor", "secretary", "spokesperson", "father", "mother", "son", "daughter", "brother",
        "sister", "husband", "wife", "uncle", "aunt", "friend", "neighbour", "neighbor", "colleague", "guest",
        "visitor",
        "tourist", "resident", "citizen", "inhabitant", "migrant", "refugee", "hero", "champion", "athlete", "coach",
        "footballer", "swimmer", "skier", "boxer", "artist", "painter", "musician", "poet", "designer", "architect",
        "miner", "sailor", "captain", "colonel", "lieutenant", "sergeant", "ambassador", "diplomat", "priest", "bishop",
        "monk", "veteran", "pensioner", "teenager", "lady", "guy", "criminal", "thief", "killer", "murderer",
        "terrorist",
        "militant", "rebel", "volunteer", "manager", "boss", "owner", "founder", "inventor", "customer", "buyer",
        "patient", "victim", "witness", "suspect", "prisoner", "inmate", "firefighter", "rescuer", "surgeon",
        "attorney",
    ]
}
