/// The automatic penalty: points per 1,000 words, by the convention of MQM (Multidimensional Quality
/// Metrics): minor 1, major 5, critical 25.
///
/// Reports name it "automatic penalty" because no human gave it. Lower is better; 0 says that nothing
/// was found. Without words there is nothing to divide by, and no score.
public enum Score {
    /// Penalty points per 1,000 words; nil without words.
    public static func penalty(of findings: [Finding], words: Int) -> Double? {
        penalty(points: findings.reduce(0) { $0 + $1.severity.penalty }, words: words)
    }

    /// Penalty points per 1,000 words; nil without words.
    public static func penalty(points: Int, words: Int) -> Double? {
        words > 0 ? Double(points) * 1000 / Double(words) : nil
    }
}
