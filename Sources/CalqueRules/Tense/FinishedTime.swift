import CalqueSyntax
import CalqueText

/// A time that is over, as a text gives it: "in 2004", "on 15 February", "last week", "two years ago", "a year later".
enum FinishedTime {
    /// The finished times of a sentence, each with the preposition it has.
    static func all(in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees) -> [ClosedRange<Int>] {
        var times: [ClosedRange<Int>] = []
        for token in sentence {
            if let time = time(at: token, in: sentence, analysis, trees) { times.append(time) }
        }
        return times
    }

    private static func time(
        at token: Int, in sentence: Range<Int>, _ analysis: borrowing Analysis, _ trees: Trees
    ) -> ClosedRange<Int>? {
        func `is`(_ offset: Int, _ set: FormSet) -> Bool {
            token + offset < sentence.upperBound && analysis.isToken(token + offset, in: set)
        }
        func isYear(_ at: Int) -> Bool { at < sentence.upperBound && analysis.isYear(at) }
        func isMonth(_ at: Int) -> Bool {
            at < sentence.upperBound && analysis.isToken(at, in: months) && analysis.tokens[at].isCapitalised
        }
        func isDay(_ at: Int) -> Bool {
            at < sentence.upperBound && analysis.tokens[at].kind == .number
                && analysis.segmentation.form(at).prefix { $0 >= 48 && $0 <= 57 }.count <= 2
        }
        if `is`(0, isIn) {
            if isYear(token + 1) { return token...token + 1 }
            if isMonth(token + 1) {
                if isYear(token + 2) { return token...token + 2 }
                if token + 2 < sentence.upperBound, analysis.tokens[token + 2].kind == .comma, isYear(token + 3) {
                    return token...token + 3
                }
                return token...token + 1
            }
            if `is`(1, the), isDay(token + 2), `is`(3, century) { return token...token + 3 }
            return nil
        }
        if `is`(0, on) {
            if `is`(1, days), analysis.tokens[token + 1].isCapitalised { return token...token + 1 }
            if isMonth(token + 1), isDay(token + 2) {
                let hasYear =
                    token + 3 < sentence.upperBound && analysis.tokens[token + 3].kind == .comma && isYear(token + 4)
                return token...token + (hasYear ? 4 : 2)
            }
            if isDay(token + 1), isMonth(token + 2) { return token...token + (isYear(token + 3) ? 3 : 2) }
            return nil
        }
        if `is`(0, yesterday) { return token...token }
        if `is`(0, last), `is`(1, periods) {
            let isFree = token == sentence.lowerBound || !analysis.isToken(token - 1, in: notBeforeLast)
            return isFree ? token...token + 1 : nil
        }
        if `is`(0, agoOrLater), token >= sentence.lowerBound + 2, token + 1 < sentence.upperBound,
            analysis.isToken(token - 1, in: units)
        {
            var start = token - 2
            let isCounted = analysis.isToken(start, in: counts) || trees.universal[start] == .NUM
            guard isCounted else { return nil }
            while start > sentence.lowerBound,
                analysis.isToken(start - 1, in: counts) || trees.universal[start - 1] == .NUM
            {
                start -= 1
            }
            return start...token
        }
        return nil
    }

    static let months: FormSet = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    static let days: FormSet = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let isIn: FormSet = ["in"]
    private static let on: FormSet = ["on"]
    private static let the: FormSet = ["the"]
    private static let last: FormSet = ["last"]
    private static let century: FormSet = ["century"]
    private static let yesterday: FormSet = ["yesterday"]
    private static let agoOrLater: FormSet = ["ago", "later", "earlier"]
    private static let periods: FormSet = [
        "week", "month", "year", "night", "summer", "winter", "autumn", "spring", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december",
    ]
    /// "over the last year" goes on until now.
    private static let notBeforeLast: FormSet = [
        "the", "this", "over", "during", "in", "for", "since", "than", "from", "'s", "of", "by", "on", "at", "until",
        "to", "as", "between", "compared",
    ]
    private static let units: FormSet = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "decade", "decades",
    ]
    private static let counts: FormSet = [
        "a", "few", "couple", "some", "several", "about", "nearly", "almost", "more", "than", "only", "just", "of",
    ]
}

extension Analysis {
    /// Whether a token is a year that is over by any reckoning: 1000 to 2029.
    func isYear(_ token: Int) -> Bool {
        guard segmentation.tokens[token].kind == .number else { return false }
        let form = segmentation.form(token)
        guard form.count == 4, form.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return false }
        let digits = Array(form)
        return digits[0] == 49 || (digits[0] == 50 && digits[1] == 48 && digits[2] <= 50)
    }
}
