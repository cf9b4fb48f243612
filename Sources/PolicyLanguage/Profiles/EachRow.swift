internal import PolicyYAML

/// Provisions that differ by some values: `each:` holds a table with a row for each, and `<name>` anywhere in the provision stands
/// for the row's value of that name.
struct EachRow {
    static let key = "each"

    private let values: [String: Node]
    private let row: Node

    /// The provisions that an item of a section stands for: itself where it has no table. What is wrong with the table is reported, and
    /// its item left out.
    static func expanded(_ item: Node, into diagnostics: inout Diagnostics) -> [Node] {
        guard let table = item[key] else { return [item] }
        let expected = Text("非空列表，每行一组“名称: 值”", "a list of rows that is not empty, each of `name: value`")
        guard let rows = table.items, !rows.isEmpty, rows.allSatisfy({ $0.entries?.isEmpty == false }) else {
            diagnostics.report(.wrongShape(table, expected: expected))
            return []
        }
        var template = item
        template.content = .mapping((item.entries ?? []).filter { $0.key.text != key })
        let used = names(in: template)
        let before = diagnostics.errorCount
        for name in rows[0].entries?.compactMap(\.key.text) ?? [] where !used.contains(name) {
            diagnostics.report(.rowValueNotUsed(rows[0].entries?.first { $0.key.text == name }?.key ?? rows[0], name))
        }
        let found = rows.map { row in EachRow(row).filled(template, into: &diagnostics) }
        return diagnostics.errorCount == before ? found : []
    }

    private init(_ row: Node) {
        self.row = row
        values = Dictionary(
            (row.entries ?? []).map { ($0.key.text ?? "", $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The item with the row's values in their places: as what they are where one stands alone, else as text.
    private func filled(_ node: Node, into diagnostics: inout Diagnostics) -> Node {
        var result = node
        switch node.content {
        case .scalar(var scalar):
            let parts = EachRow.parts(of: scalar.text)
            guard parts.contains(where: \.isName) else { return node }
            if parts.count == 1 { return value(of: parts[0].text, at: node, into: &diagnostics) ?? node }
            scalar.text = parts.map { part in
                part.isName ? value(of: part.text, at: node, into: &diagnostics)?.text ?? "" : part.text
            }.joined()
            result.content = .scalar(scalar)
        case .sequence(let items): result.content = .sequence(items.map { filled($0, into: &diagnostics) })
        case .mapping(let entries):
            result.content = .mapping(
                entries.map { entry in
                    Node.Entry(
                        key: filled(entry.key, into: &diagnostics), value: filled(entry.value, into: &diagnostics))
                })
        }
        return result
    }

    private func value(of name: String, at node: Node, into diagnostics: inout Diagnostics) -> Node? {
        if let value = values[name] { return value }
        diagnostics.report(.noRowValue(row, name, of: values.keys.sorted(), at: node))
        return nil
    }

    private static func names(in node: Node) -> Set<String> {
        switch node.content {
        case .scalar(let scalar): Set(parts(of: scalar.text).filter(\.isName).map(\.text))
        case .sequence(let items): items.reduce(into: []) { $0.formUnion(names(in: $1)) }
        case .mapping(let entries):
            entries.reduce(into: []) { found, entry in
                found.formUnion(names(in: entry.key))
                found.formUnion(names(in: entry.value))
            }
        }
    }

    /// A text in parts: what stands between `<` and `>` is a name, as long as it could be one.
    private static func parts(of text: String) -> [(text: String, isName: Bool)] {
        var parts: [(text: String, isName: Bool)] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            let inside = rest[rest.index(after: open)...].prefix {
                $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-"
            }
            guard !inside.isEmpty, inside.endIndex < rest.endIndex, rest[inside.endIndex] == ">" else {
                parts.append((String(rest[...open]), false))
                rest = rest[rest.index(after: open)...]
                continue
            }
            if rest.startIndex < open { parts.append((String(rest[..<open]), false)) }
            parts.append((String(inside), true))
            rest = rest[rest.index(after: inside.endIndex)...]
        }
        if !rest.isEmpty { parts.append((String(rest), false)) }
        return parts
    }
}

extension Diagnostic {
    fileprivate static func noRowValue(_ row: Node, _ name: String, of known: [String], at node: Node) -> Diagnostic {
        Diagnostic(
            "P265", Text("这一行没有“\(name)”", "this row has no '\(name)'"), at: row.location,
            secondary: [Diagnostic.Label(node.location, Text("用在这里", "used here"))],
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), help: didYouMean(name, known))
    }

    fileprivate static func rowValueNotUsed(_ node: Node, _ name: String) -> Diagnostic {
        Diagnostic(
            "P266", Text("这一条没有用到“<\(name)>”", "nothing in the provision uses '<\(name)>'"), at: node.location,
            help: [Text("在条款中写 <\(name)>，或删去这一列", "write <\(name)> where the value belongs, or leave the column out")])
    }
}
