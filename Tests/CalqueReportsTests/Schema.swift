import Foundation

/// As much of JSON Schema (draft 2020-12) as the report's schema uses; a keyword that it does not know is
/// a complaint, so that nothing goes unchecked.
struct Schema {
    private let root: [String: Any]

    init(contentsOf path: String) throws {
        let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
        root = value as? [String: Any] ?? [:]
    }

    /// What is wrong with the document; nothing if it is valid.
    func complaints(about document: [UInt8]) -> [String] {
        do {
            let value = try JSONSerialization.jsonObject(with: Data(document), options: .fragmentsAllowed)
            return complaints(about: value, by: root, at: "$")
        } catch { return ["no JSON: \(error)"] }
    }

    private func complaints(about value: Any, by schema: [String: Any], at path: String) -> [String] {
        var found: [String] = []
        let object = value as? [String: Any]
        let number = value as? NSNumber
        for (keyword, wanted) in schema {
            var isMet = true
            switch keyword {
            case "$schema", "$defs", "title", "description", "properties": break
            case "$ref":
                let name = (wanted as? String)?.replacing("#/$defs/", with: "") ?? ""
                let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
                found += complaints(about: value, by: definition ?? ["unknown": name], at: path)
            case "type":
                let types = wanted as? [String] ?? [wanted as? String ?? ""]
                isMet = types.contains { Self.isType($0, value) }
            case "const": isMet = (value as? NSObject) == (wanted as? NSObject)
            case "enum": isMet = (wanted as? [String])?.contains(value as? String ?? "") ?? false
            case "minimum": isMet = number.map { $0.doubleValue >= (wanted as? NSNumber)?.doubleValue ?? 0 } ?? true
            case "maximum": isMet = number.map { $0.doubleValue <= (wanted as? NSNumber)?.doubleValue ?? 0 } ?? true
            case "minLength": isMet = (value as? String).map { $0.unicodeScalars.count >= wanted as? Int ?? 0 } ?? true
            case "required": isMet = (wanted as? [String] ?? []).allSatisfy { object?[$0] != nil }
            case "items":
                for (place, item) in (value as? [Any] ?? []).enumerated() {
                    found += complaints(about: item, by: wanted as? [String: Any] ?? [:], at: "\(path)[\(place)]")
                }
            case "propertyNames":
                for name in (object ?? [:]).keys {
                    found += complaints(about: name, by: wanted as? [String: Any] ?? [:], at: "\(path).\(name)")
                }
            case "additionalProperties":
                let known = schema["properties"] as? [String: Any] ?? [:]
                for (name, member) in object ?? [:] where known[name] == nil {
                    if let schema = wanted as? [String: Any] {
                        found += complaints(about: member, by: schema, at: "\(path).\(name)")
                    } else {
                        found.append("\(path) has an unknown member \(name)")
                    }
                }
            default: found.append("the schema has a keyword that is not checked: \(keyword)")
            }
            if !isMet { found.append("\(path) does not meet \(keyword) \(wanted): \(value)") }
        }
        for (name, member) in schema["properties"] as? [String: Any] ?? [:] {
            if let inner = object?[name] {
                found += complaints(about: inner, by: member as? [String: Any] ?? [:], at: "\(path).\(name)")
            }
        }
        return found
    }

    private static func isType(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "null": value is NSNull
        case "boolean": value is Bool
        case "number": value is NSNumber
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }
}

/// The folder of the package.
let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
