/// The page of a server into which an article is pasted: a form that posts “text” to “/”, without script.
public enum PastePage {
    /// The Content-Security-Policy of the page, which it also states itself.
    public static let policy = HTMLTemplate.paste.policy

    /// - Parameters:
    ///   - message: Why what was posted last could not be checked, in whole sentences; nil where nothing was.
    ///   - version: The version of Calque that the page names.
    public static func page(message: String? = nil, version: String) -> [UInt8] {
        var alert = HTMLBuilder()
        if let message {
            alert.open("p", ("class", "alert"), ("role", "alert"))
            alert.text(message)
            alert.close("p")
        }
        var footer = HTMLBuilder()
        footer.element("p", "Calque \(version). Nothing that is pasted here is kept.")
        return HTMLTemplate.paste.filled(["alert": alert, "footer": footer])
    }
}
