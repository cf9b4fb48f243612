internal import Messages
package import PolicyYAML
internal import ZhucunKernel

/// What somebody decided about a layout, kept as YAML and used again when the same layout comes.
///
/// ```yaml
/// columns: {人员: cadre, 时刻: time}            # headers that no name or synonym knows
/// defaults: {source: device}                  # for columns that the file lacks
/// values:                                     # what a text of a column means here
///   cadre: {manager7078: C001}                # the app's number of the user → the cadre
///   village: {1.40622E+11: 140622100200}
/// ```
package struct ImportMapping: Equatable, Sendable {
    /// By the plain names of headers: the column that each fills.
    package var columns: [String: String] = [:]
    /// By columns: the text where a file has none.
    package var defaults: [String: String] = [:]
    /// By columns: what texts mean.
    package var values: [String: [String: String]] = [:]

    package init() {}

    /// What a file says. What is no mapping is reported.
    package init(_ node: Node, into diagnostics: inout Diagnostics) {
        for entry in node.entries ?? [] {
            switch entry.key.text {
            case "columns":
                for (header, column) in ImportMapping.texts(entry.value, &diagnostics) {
                    columns[HeaderName.plain(header)] = column
                }
            case "defaults": defaults = ImportMapping.texts(entry.value, &diagnostics)
            case "values":
                for column in entry.value.entries ?? [] {
                    values[column.key.text ?? "", default: [:]].merge(ImportMapping.texts(column.value, &diagnostics)) {
                        $1
                    }
                }
            default:
                diagnostics.report(
                    Diagnostic(
                        "R341", Text("映射中没有“\(entry.key.text ?? "")”这一项", "a mapping has no '\(entry.key.text ?? "")'"),
                        at: entry.key.location,
                        expected: Text("columns、defaults、values", "columns, defaults, values")))
            }
        }
        if node.entries == nil {
            diagnostics.report(
                Diagnostic(
                    "R341", Text("映射文件要有 columns、defaults、values 中的一项", "a mapping has columns, defaults or values"),
                    at: node.location))
        }
    }

    private static func texts(_ node: Node, _ diagnostics: inout Diagnostics) -> [String: String] {
        var found: [String: String] = [:]
        for entry in node.entries ?? [] {
            guard let key = entry.key.text, let value = entry.value.text else {
                diagnostics.report(Diagnostic("R341", Text("这里要写文字", "a text belongs here"), at: entry.value.location))
                continue
            }
            found[key] = value
        }
        return found
    }

    /// Those of another added; the other's go before.
    package func merging(_ other: ImportMapping) -> ImportMapping {
        var merged = self
        merged.columns.merge(other.columns) { $1 }
        merged.defaults.merge(other.defaults) { $1 }
        for (column, texts) in other.values { merged.values[column, default: [:]].merge(texts) { $1 } }
        return merged
    }

    /// The file that says it.
    package var yaml: String {
        func block(_ name: String, _ texts: [String: String], _ indent: String) -> String {
            texts.isEmpty
                ? ""
                : "\(indent)\(name):\n"
                    + texts.sorted { $0.key < $1.key }.map { "\(indent)  \(quoted($0.key)): \(quoted($0.value))\n" }
                    .joined()
        }
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        let inner = values.sorted { $0.key < $1.key }.map { block($0.key, $0.value, "  ") }.joined()
        return block("columns", columns, "") + block("defaults", defaults, "")
            + (inner.isEmpty ? "" : "values:\n" + inner)
    }

    package var isEmpty: Bool { self == ImportMapping() }
}
