internal import Foundation

/// As much of JSON Schema as ours uses.
struct SchemaCheck {
    let root: [String: Any]
    private(set) var problems: [String] = []
    /// Declared properties that were met, by their place in the schema.
    private(set) var seen: Set<String> = []

    init(root: [String: Any]) { self.root = root }

    mutating func check(_ value: Any, _ schema: [String: Any], at place: String) {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return problems.append("\(place): \(reference)")
            }
            return check(value, target, at: "#/$defs/\(name)")
        }
        if let type = schema["type"],
            !(type as? [String] ?? [type as? String ?? ""]).contains(where: { SchemaCheck.isA($0, value) })
        {
            problems.append("\(place): \(value) is no \(type)")
        }
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
            problems.append("\(place): \(value)")
        }
        if let only = schema["const"] as? Int, only != value as? Int { problems.append("\(place): \(value)") }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            problems.append("\(place): \(text) against \(pattern)")
        }
        if let items = value as? [Any] {
            if items.count < schema["minItems"] as? Int ?? 0 { problems.append("\(place): too few") }
            if let item = schema["items"] as? [String: Any] {
                for value in items { check(value, item, at: place + "/items") }
            }
        }
        if let object = value as? [String: Any] { check(object, schema, at: place) }
    }

    private mutating func check(_ object: [String: Any], _ schema: [String: Any], at place: String) {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for key in schema["required"] as? [String] ?? [] where object[key] == nil {
            problems.append("\(place): no \(key)")
        }
        for (key, value) in object {
            if let property = properties[key] {
                seen.insert("\(place)/\(key)")
                check(value, property, at: "\(place)/\(key)")
            } else if let other = schema["additionalProperties"] as? [String: Any] {
                check(value, other, at: place + "/*")
            } else {
                problems.append("\(place): \(key) is not declared")
            }
        }
    }

    private static func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": value is Int
        case "boolean": value is Bool
        case "null": value is NSNull
        default: false
        }
    }

    /// Every property that a schema declares, by its place.
    static func properties(of schema: [String: Any], at place: String) -> Set<String> {
        var result: Set<String> = []
        for (key, property) in schema["properties"] as? [String: [String: Any]] ?? [:] {
            result.insert("\(place)/\(key)")
            result.formUnion(properties(of: property, at: "\(place)/\(key)"))
        }
        if let item = schema["items"] as? [String: Any] { result.formUnion(properties(of: item, at: place + "/items")) }
        for (name, definition) in schema["$defs"] as? [String: [String: Any]] ?? [:] {
            result.formUnion(properties(of: definition, at: "#/$defs/\(name)"))
        }
        return result
    }
}
