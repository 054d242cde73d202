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
    ClockTime.self,
    CurrencyBeforeNumber.self,
    DecimalComma.self,
    DigitGrouping.self,
    NumberSpacing.self,
    OrdinalNumber.self,
    QuotationSpacing.self,
    QuotationStyle.self,
    UnbalancedQuotation.self,
]
