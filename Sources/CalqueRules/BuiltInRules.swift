import CalqueLint

/// Every rule that is code, by family.
public let builtInRules: [any Rule.Type] = [
    // order
    AdjectiveAfterNoun.self,
    ClassNounOrder.self,
    DoubledAttributionDash.self,
    ScrambledWords.self,
    VerbAtEnd.self,
    VerbBeforeSubject.self,
    // tense
    PresentPerfectWithDate.self,
    TenseShift.self,
    // agreement
    NounNumber.self,
    NumberAfterQuantifier.self,
    PronounNumber.self,
    SubjectVerbAgreement.self,
    WhichForPerson.self,
    // verbs
    MissingCopula.self,
    MissingSpeechVerb.self,
    MissingSubject.self,
    MissingVerb.self,
    VerbForm.self,
    // determiners
    AOrAn.self,
    // residue
    BrokenCharacters.self,
    ForeignScript.self,
    LeakedMarkup.self,
    MixedScript.self,
    NotEnglish.self,
    NumeroSign.self,
    TransliteratedWord.self,
    UntranslatedWord.self,
    // loops
    RepeatedPhrase.self,
    RepeatedSentence.self,
    RepeatedWord.self,
    // punctuation
    ClockTime.self,
    CommaBetweenSubjectAndVerb.self,
    CurrencyBeforeNumber.self,
    DecimalComma.self,
    DigitGrouping.self,
    DoubledPunctuation.self,
    GluedSentences.self,
    MissingFullStop.self,
    MissingSpace.self,
    NumberSpacing.self,
    OrdinalNumber.self,
    QuotationSpacing.self,
    QuotationStyle.self,
    QuotedOrganisation.self,
    SpaceBeforeApostrophe.self,
    SpaceBeforePunctuation.self,
    SpaceInsideBrackets.self,
    UnbalancedQuotation.self,
    // names
    ArticleBeforeName.self,
    CapitalisedCommonNoun.self,
    HalfCapitalisedName.self,
    LowercaseName.self,
    LowercaseNationality.self,
    NameVariants.self,
    // consistency
    UnusedSuppression.self,
]
