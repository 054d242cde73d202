import Testing

@testable import CalqueText

@Suite struct VocabularyTests {
    private let segmenter = Segmenter()

    private func segment(_ text: String, into segmentation: inout Segmentation) throws {
        segmenter.segment(try Article(name: "", plainText: Array(text.utf8)), into: &segmentation)
    }

    @Test func `a word that comes again has the same number, in any case the same form`() throws {
        var segmentation = Segmentation()
        try segment("The mayor met the mayor. THE END", into: &segmentation)
        let (spellings, forms) = (segmentation.spellings, (0..<8).map { segmentation.formNumber($0) })
        #expect(spellings[1] == spellings[4] && Set([spellings[0], spellings[3], spellings[6]]).count == 3)
        #expect(forms[0] == forms[3] && forms[0] == forms[6] && forms[0] != forms[7])
        #expect(segmentation.spelling(0).shape == .title && segmentation.spelling(6).shape == .upper)
    }

    @Test func `the same mark is another spelling where it is of another kind`() throws {
        var segmentation = Segmentation()
        try segment("He said \"yes\" twice.", into: &segmentation)
        #expect(segmentation.tokens[2].kind == .openQuote && segmentation.tokens[4].kind == .closeQuote)
        #expect(segmentation.spellings[2] != segmentation.spellings[4] && segmentation.sameForm(2, 4))
    }

    @Test func `a contraction is cut each time it comes`() throws {
        var segmentation = Segmentation()
        try segment("They cannot say it isn't so; they cannot, and it isn't.", into: &segmentation)
        let forms = segmentation.tokens.indices.map { String(decoding: segmentation.form($0), as: UTF8.self) }
        #expect(forms.filter { $0 == "can" }.count == 2 && forms.filter { $0 == "n't" }.count == 2)
    }

    @Test func `words stay from one article to the next until they are too many`() throws {
        var segmentation = Segmentation()
        try segment("Rain fell.", into: &segmentation)
        let (epoch, rain) = (segmentation.vocabulary.epoch, segmentation.spellings[0])
        try segment("Rain stopped.", into: &segmentation)
        #expect(segmentation.vocabulary.epoch == epoch && segmentation.spellings[0] == rain)
        try segment((0..<40_000).map { "w\($0)" }.joined(separator: " "), into: &segmentation)
        #expect(segmentation.vocabulary.epoch == epoch && segmentation.form(39_999).elementsEqual("w39999".utf8))
        try segment("Rain fell.", into: &segmentation)
        #expect(segmentation.vocabulary.epoch != epoch && segmentation.vocabulary.formCount == 3)
        #expect(segmentation.form(0).elementsEqual("rain".utf8))
    }
}
