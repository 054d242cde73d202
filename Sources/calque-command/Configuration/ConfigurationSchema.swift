import Calque

/// The JSON Schema (draft 2020-12) of configuration files, for editors: from the table of keys and that of rules.
enum ConfigurationSchema {
    static func json(_ rules: RuleSet) -> String {
        var json = JSONWriter(isIndented: true)
        json.beginObject()
        add("$schema", "https://json-schema.org/draft/2020-12/schema", to: &json)
        add("title", "The configuration of Calque, \(ConfigurationFile.name)", to: &json)
        write(.file, rules, to: &json)
        json.key("$defs")
        json.beginObject()
        json.key("rule")
        json.beginObject()
        json.key("anyOf")
        json.beginArray()
        json.beginObject()
        writeChoice(ConfigurationKey.levels, to: &json)
        json.endObject()
        json.beginObject()
        write(.rule, rules, to: &json)
        json.endObject()
        json.endArray()
        json.endObject()
        json.endObject()
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func add(_ key: String, _ value: String, to json: inout JSONWriter) {
        json.key(key)
        json.string(value)
    }

    /// A mapping of the keys that may stand in a place.
    private static func write(_ place: ConfigurationKey.Place, _ rules: RuleSet, to json: inout JSONWriter) {
        add("type", "object", to: &json)
        json.key("additionalProperties")
        json.boolean(false)
        if place == .section {
            json.key("required")
            json.beginArray()
            json.string(ConfigurationKey.files.rawValue)
            json.endArray()
        }
        json.key("properties")
        json.beginObject()
        for key in place.keys {
            json.key(key.rawValue)
            json.beginObject()
            add("description", key.summary, to: &json)
            write(key.kind, rules, to: &json)
            json.endObject()
        }
        json.endObject()
    }

    private static func write(_ kind: ConfigurationKey.Kind, _ rules: RuleSet, to json: inout JSONWriter) {
        switch kind {
        case .texts, .globs: writeTexts(nil, to: &json)
        case .expressions: writeTexts(("format", "regex"), to: &json)
        case .languages: writeTexts(("pattern", "^[a-z]{2}$"), to: &json)
        case .fraction:
            add("type", "number", to: &json)
            json.key("minimum")
            json.integer(0)
            json.key("maximum")
            json.integer(1)
        case .choice(let names): writeChoice(names, to: &json)
        case .rules:
            add("type", "object", to: &json)
            json.key("properties")
            json.beginObject()
            let names = [(RuleSet.all, "All rules.")] + Family.allCases.map { ($0.rawValue, "A family of rules.") }
            for (name, summary) in names + rules.descriptions.map({ ($0.id, $0.summary) }) {
                json.key(name)
                json.beginObject()
                add("description", summary, to: &json)
                add("$ref", "#/$defs/rule", to: &json)
                json.endObject()
            }
            json.endObject()
            // A desk's own rules.
            json.key("additionalProperties")
            json.beginObject()
            add("$ref", "#/$defs/rule", to: &json)
            json.endObject()
        case .sections:
            add("type", "array", to: &json)
            json.key("items")
            json.beginObject()
            write(.section, rules, to: &json)
            json.endObject()
        }
    }

    private static func writeChoice(_ names: [String], to json: inout JSONWriter) {
        json.key("enum")
        json.beginArray()
        for name in names { json.string(name) }
        json.endArray()
    }

    private static func writeTexts(_ more: (String, String)?, to json: inout JSONWriter) {
        json.key("anyOf")
        json.beginArray()
        for isList in [false, true] {
            json.beginObject()
            if isList {
                add("type", "array", to: &json)
                json.key("items")
                json.beginObject()
            }
            add("type", "string", to: &json)
            json.key("minLength")
            json.integer(1)
            if let more { add(more.0, more.1, to: &json) }
            if isList { json.endObject() }
            json.endObject()
        }
        json.endArray()
    }
}
