import Calque

/// Rules as JSON, for programs.
enum RuleJSON {
    static func list(_ rules: [RuleDescription]) -> String {
        var json = JSONWriter(isIndented: true)
        json.beginArray()
        for rule in rules { write(rule, to: &json) }
        json.endArray()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    static func page(_ rule: RuleDescription) -> String {
        var json = JSONWriter(isIndented: true)
        write(rule, to: &json)
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func write(_ rule: RuleDescription, to json: inout JSONWriter) {
        json.beginObject()
        for (key, value) in [
            ("id", rule.id), ("name", rule.name), ("family", rule.family.rawValue), ("summary", rule.summary),
            ("rationale", rule.rationale), ("mqm", rule.mqm), ("severity", rule.severity.name),
        ] {
            json.key(key)
            json.string(value)
        }
        json.key("default")
        json.boolean(rule.isOnByDefault)
        json.key("safeFix")
        json.boolean(rule.hasSafeFix)
        for (key, values) in [
            ("sourceLanguages", rule.sourceLanguages), ("bad", rule.bad), ("good", rule.good), ("missed", rule.missed),
        ] {
            json.key(key)
            json.beginArray()
            for value in values { json.string(value) }
            json.endArray()
        }
        json.key("precision")
        if rule.precision.isEmpty { json.null() } else { json.string(rule.precision) }
        json.endObject()
    }
}
