import Synchronization

/// What several rules want to know of an article, computed once, when the first of them asks.
public protocol ArticleFacts: Sendable {
    /// Computes the facts; asks the analysis for no facts of its own type.
    init(_ analysis: borrowing Analysis)
}

/// The facts of one article that have been computed so far.
final class FactStore: Sendable {
    private let values = Mutex<[(type: ObjectIdentifier, value: any ArticleFacts)]>([])

    func find<Facts: ArticleFacts>(_ type: Facts.Type) -> Facts? {
        let key = ObjectIdentifier(type)
        return values.withLock { $0.first { $0.type == key }?.value as? Facts }
    }

    func keep<Facts: ArticleFacts>(_ value: Facts) {
        values.withLock { $0.append((ObjectIdentifier(Facts.self), value)) }
    }
}

extension Analysis {
    /// The facts of this article, computed at the first call.
    public func facts<Facts: ArticleFacts>(_ type: Facts.Type) -> Facts {
        if let known = store.find(type) { return known }
        let value = Facts(self)
        store.keep(value)
        return value
    }
}
