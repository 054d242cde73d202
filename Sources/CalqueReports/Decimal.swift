/// Numbers as English prose writes them.
enum Decimal {
    /// 1234567 as "1,234,567".
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// One digit behind the point: 12.34 as "12.3", 1234.0 as "1,234.0".
    static func oneDigit(_ number: Double) -> String {
        guard number.isFinite, number.magnitude < 1e15 else { return "\(number)" }
        let tenths = Int((number * 10).rounded())
        return grouped(tenths / 10) + "." + String((tenths % 10).magnitude)
    }

    /// "1 finding", "1,200 findings".
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}
