import CalqueLint

/// Every rule that is code, by family.
public let builtInRules: [any Rule.Type] = [
    // determiners
    AOrAn.self,
    // loops
    RepeatedPhrase.self,
    RepeatedSentence.self,
    RepeatedWord.self,
]
