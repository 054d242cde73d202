import CReports

/// The page around a report: text with places named `{{like this}}`.
struct HTMLTemplate: Sendable {
    /// `reports/report.html`, around articles.
    static let page = HTMLTemplate(start: calque_report_template, count: calque_report_template_size)
    /// `reports/index.html`, around the index of a folder.
    static let index = HTMLTemplate(start: calque_index_template, count: calque_index_template_size)
    /// `reports/paste.html`, around the form of a server.
    static let paste = HTMLTemplate(start: calque_paste_template, count: calque_paste_template_size)

    let start: @convention(c) () -> UnsafePointer<UInt8>?
    let count: @convention(c) () -> Int

    /// The template with its places filled: `{{style}}` by what all pages share. A place that is not named in `contents` stays empty; what is
    /// filled in is not looked at again, so that an article may hold braces.
    func filled(_ contents: [String: HTMLBuilder]) -> [UInt8] {
        let template = UnsafeBufferPointer(start: self.start(), count: count())
        var output: [UInt8] = []
        output.reserveCapacity(template.count + contents.values.reduce(0) { $0 + $1.bytes.count })
        var start = 0
        var at = 0
        while at + 1 < template.count {
            guard template[at] == 0x7B, template[at + 1] == 0x7B, let end = Self.end(of: template, from: at + 2) else {
                at += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: template[start..<at]))
            let name = String(decoding: template[at + 2..<end], as: UTF8.self)
            if name == "style" {
                output.append(contentsOf: UnsafeBufferPointer(start: calque_style(), count: calque_style_size()))
            } else if let content = contents[name] {
                output += content.bytes
            }
            at = end + 2
            start = at
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: template[start...]))
        return output
    }

    /// The Content-Security-Policy that the page states.
    var policy: String {
        let text = String(decoding: UnsafeBufferPointer(start: self.start(), count: count()), as: UTF8.self)
        let lead = "Content-Security-Policy\" content=\""
        guard let start = text.firstRange(of: lead)?.upperBound else { return "default-src 'none'" }
        return String(text[start...].prefix { $0 != "\"" })
    }

    /// Where the }} of a place stands: right behind its name in small letters.
    private static func end(of template: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var at = start
        while at < template.count && template[at] >= 0x61 && template[at] <= 0x7A { at += 1 }
        return at > start && at + 1 < template.count && template[at] == 0x7D && template[at + 1] == 0x7D ? at : nil
    }
}
