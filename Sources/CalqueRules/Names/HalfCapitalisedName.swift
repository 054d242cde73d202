import CalqueLint
import CalqueSyntax
import CalqueText

/// "the Federal security service": a name of several words with a capital on some of them only.
struct HalfCapitalisedName: Rule {
    static let description = RuleDescription(
        id: "half-capitalised-name",
        name: "Half-capitalised name",
        family: .names,
        summary: "A name of several words has its capital on some of them only.",
        rationale: """
            Russian, Ukrainian and other languages capitalise the first word of an institution's name alone, and systems \
            carry that over. The rule reports a name that clean text writes with capitals throughout, one that the article itself \
            capitalises elsewhere, ministries and federal bodies whose subject is in small letters, a common word \
            whose lone capital only a name explains, names with their initials in brackets, and prizes and museums that bear a name. It keeps quiet about titles before and behind \
            names (“Russian president Vladimir Putin”), directions (“east Asia”) and institutions in small letters throughout, where \
            desks differ.
            """,
        mqm: "Fluency/Spelling/Capitalization",
        severity: .minor,
        bad: [
            "The report was sent to the [[Supreme court]] in spring.",
            "He spoke before the [[United nations]] in autumn.",
            "The [[Ministry of foreign affairs]] denied it.",
            "The case was opened by the [[Federal security service]].",
            "She won the [[Harkness science prize]] in spring.",
            "The figures come from the [[household energy Survey]].",
            "They joined the [[Murwick Trade defence organization]] (MTDO) in spring.",
            "The trawler came from [[new South Wales]] with its nets torn.",
            "He is a fellow of the [[Society of marine painters]] in town.",
            "Each driver fills in the [[vehicle transit Form]] (VTF) at the border.",
        ],
        good: [
            "The Russian foreign ministry denied the report.",
            "Former president Barack Obama spoke in the city hall of Boston.",
            "The Federal Security Service opened a case.",
            "Traders in east Asia sold shares of American companies.",
            "The Moscow city government and a Kiev court agreed.",
            "Doctors in the German federal state of Hesse agreed.",
            "He spent a night at the Murwick police station.",
            "The organ is from the Baroque era.",
            "The Ukrainian president Olena Petrenko and the government of Estonia agreed.",
            "The choir travelled through the state of Israel.",
        ],
        evidence: .slip, precision: "1.00 (n = 3, artifacts/mt); 0.03 findings per 1,000 words of human news"
    )

    func check(_ analysis: borrowing Analysis, into findings: inout [Finding]) {
        let context = analysis.facts(NameContext.self)
        for fault in analysis.facts(NameFaults.self).faults where !LowercaseName.isOwn(fault, analysis) {
            let span = analysis.span(fault.tokens)
            let right = NameCasing.titleCased(fault.tokens, context, analysis)
            findings.append(
                Finding(
                    rule: Self.description, span: span,
                    message: Self.message(analysis.article.string(span), right, fault.evidence),
                    suggestions: [Suggestion(span: span, replacement: right)],
                    confidence: Self.confidence(fault.evidence)))
        }
    }
}

extension HalfCapitalisedName {
    private static func confidence(_ evidence: NameFault.Evidence) -> Double {
        switch evidence {
        case .counted: 0.9
        case .elsewhere: 0.9
        case .initials: 0.9
        case .institution, .lone: 0.85
        }
    }

    private static func message(_ name: String, _ right: String, _ evidence: NameFault.Evidence) -> String {
        let start = "“\(name)” has a capital on a part of the name only, and should be “\(right)”"
        return switch evidence {
        case .counted(let scale):
            start + ": so it stands \(Lexicon.count(ofScale: scale)) times in clean text, and seldom otherwise."
        case .elsewhere: start + ", as elsewhere in this article."
        case .institution: start + ", as names of institutions are written."
        case .lone: start + ": a common word has its capital within a name only."
        case .initials: start + ", as its initials beside it show."
        }
    }
}
