import CalqueLint

/// Every rule that is code, by family.
public let builtInRules: [any Rule.Type] = [
    // order
    DoubledAttributionDash.self,
    // determiners
    AOrAn.self,
    // loops
    RepeatedPhrase.self,
    RepeatedSentence.self,
    RepeatedWord.self,
    // punctuation
    QuotationSpacing.self,
    QuotationStyle.self,
    UnbalancedQuotation.self,
]
