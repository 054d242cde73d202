import CalqueLint
import CalqueText

/// What all JSON formats say of a finding in the same words.
extension JSONWriter {
    /// The members `start` and `end`, in code points.
    public mutating func offsets(of span: Span, _ index: PositionIndex) {
        key("start")
        integer(index.codePoint(at: span.start))
        key("end")
        integer(index.codePoint(at: span.end))
    }

    /// The members `suggestions` and `confidence`.
    public mutating func suggestionsAndConfidence(of finding: Finding, _ index: PositionIndex) {
        key("suggestions")
        beginArray()
        for suggestion in finding.suggestions {
            beginObject()
            offsets(of: suggestion.span, index)
            key("replacement")
            string(suggestion.replacement)
            endObject()
        }
        endArray()
        key("confidence")
        number(finding.confidence, decimals: 3)
    }
}
