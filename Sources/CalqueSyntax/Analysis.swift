import CalqueText

/// An article with all that is known of its words: what rules look at.
///
/// Reused from article to article: `Analyzer` fills it.
public struct Analysis: Sendable {
    /// Plain text: of an article with markup, what is read of it.
    public internal(set) var article: Article
    /// Leads from the text to the input, where that is another one.
    public internal(set) var map: SourceMap?
    public internal(set) var segmentation = Segmentation()
    /// What the lexicon has of each folded form of the vocabulary.
    public internal(set) var words = VocabularyWords()
    public let lexicon: Lexicon
    /// What rules have computed of the article and share.
    let store = FactStore()
    // Belongs to the analyzer, whose task alone sees this analysis.
    nonisolated(unsafe) let treeStore: TreeStore

    init(article: Article, lexicon: Lexicon, treeStore: TreeStore) {
        self.article = article
        self.treeStore = treeStore
        self.lexicon = lexicon
    }

    /// Where a span of the text stands in the input.
    public func source(_ span: Span) -> Span { map?.source(span) ?? span }

    public var tokens: [Token] { segmentation.tokens }
    public var sentences: [Sentence] { segmentation.sentences }

    /// The lexicon's number of a token's form.
    public func word(_ token: Int) -> WordID { words.numbers[segmentation.formNumber(token)] }

    /// What the lexicon knows of a token's form.
    public func entry(_ token: Int) -> Lexicon.Entry { words.entries[segmentation.formNumber(token)] }

    /// How a name of two to five words is written, or nil where it was not counted; see `Lexicon.nameCount(of:)`.
    public func nameCount(of tokens: ClosedRange<Int>) -> NameCounts? {
        var name = NameKey()
        for token in tokens {
            guard word(token).isKnown else { return nil }
            name.append(word(token))
        }
        return lexicon.nameCount(of: name)
    }

    /// The token as it is written.
    public func string(_ token: Int) -> String { article.string(segmentation.tokens[token].span) }

    /// Bytes from the first token to the last.
    public func span(_ tokens: ClosedRange<Int>) -> Span {
        Span(Int(segmentation.tokens[tokens.lowerBound].start), Int(segmentation.tokens[tokens.upperBound].end))
    }

    /// The kind of block that a sentence stands in.
    public func kind(of sentence: Sentence) -> Block.Kind { article.blocks[sentence.block].kind }
}

/// What the lexicon has of the folded forms of a vocabulary: looked up when a form is met first.
public struct VocabularyWords: Sendable {
    /// By number of the form.
    public private(set) var numbers: [WordID] = []
    public private(set) var entries: [Lexicon.Entry] = []
    private var epoch = 0

    mutating func update(for vocabulary: Vocabulary, _ lexicon: Lexicon) {
        if epoch != vocabulary.epoch {
            epoch = vocabulary.epoch
            numbers.removeAll(keepingCapacity: true)
            entries.removeAll(keepingCapacity: true)
        }
        for form in numbers.count..<vocabulary.formCount {
            let number = lexicon.find(vocabulary.form(form), hash: vocabulary.hashes[form])
            numbers.append(number)
            entries.append(lexicon[number])
        }
    }
}

/// Makes the analysis of one article after the other, in buffers that are reused: one a task.
public final class Analyzer {
    private let segmenter = Segmenter()
    private var segmentation = Segmentation()
    private var words = VocabularyWords()
    private let lexicon: Lexicon
    private lazy var treeStore = TreeStore()

    public init(lexicon: Lexicon = .english) { self.lexicon = lexicon }

    /// Calls `body` with the analysis of the article.
    public func analyse<Result>(_ article: Article, _ body: (borrowing Analysis) throws -> Result) rethrows -> Result {
        let read = article.reading?.article ?? article
        return try analyse(read, article.reading?.map, segment: { segmenter.segment(read, into: &$0) }, body)
    }

    /// Calls `body` with the analysis of sentences whose tokens are given.
    public func analyse<Result>(
        _ given: GivenSentences, _ body: (borrowing Analysis) throws -> Result
    ) rethrows -> Result {
        try analyse(given.article, nil, segment: { segmenter.segment(given, into: &$0) }, body)
    }

    private func analyse<Result>(
        _ article: Article, _ map: SourceMap?, segment: (inout Segmentation) -> Void,
        _ body: (borrowing Analysis) throws -> Result
    ) rethrows -> Result {
        treeStore.begin()
        var analysis = Analysis(article: article, lexicon: lexicon, treeStore: treeStore)
        analysis.map = map
        swap(&analysis.segmentation, &segmentation)
        swap(&analysis.words, &words)
        defer {
            swap(&analysis.segmentation, &segmentation)
            swap(&analysis.words, &words)
        }
        segment(&analysis.segmentation)
        analysis.words.update(for: analysis.segmentation.vocabulary, lexicon)
        return try body(analysis)
    }
}
