internal import PolicyYAML
internal import ZhucunKernel

/// Reads maps whose keys are all known.
enum Strict {
    /// The values by key; what is unknown is reported. Empty for nothing.
    static func entries(_ node: Node?, keys: [String], into diagnostics: inout Diagnostics) -> [String: Node] {
        guard let node else { return [:] }
        guard let entries = node.entries else {
            diagnostics.report(
                .testShape(
                    node,
                    expected: Text("映射：" + keys.joined(separator: "、"), "a map of " + keys.joined(separator: ", "))))
            return [:]
        }
        var found: [String: Node] = [:]
        for entry in entries {
            guard let key = entry.key.text, keys.contains(key) else {
                diagnostics.report(.testKey(entry.key, known: keys))
                continue
            }
            found[key] = entry.value
        }
        return found
    }
}
