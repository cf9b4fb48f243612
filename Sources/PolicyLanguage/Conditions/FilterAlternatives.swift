internal import PolicyYAML

// Several filters over subjects, of which one is enough.

extension Filter {
    /// The field that stands for several filters, of which one is enough.
    static let alternatives = "any"

    /// Every field that it asks for, those of its alternatives too.
    package var fields: [String] {
        entries.flatMap { entry in
            if case .anyOf(let filters) = entry.test { filters.flatMap(\.fields) } else { [entry.field] }
        }
    }

    /// `any: [{role: member}, {employment: graduate}]`.
    static func anyOf(
        _ node: Node, fields: [(name: String, type: ColumnType)], of owner: String, _ session: ReadingSession
    ) -> Test? {
        guard let items = node.items, !items.isEmpty else {
            session.report(.wrongShape(node, expected: Text("[{字段: 值}, {字段: 值}]", "[{field: value}, {field: value}]")))
            return nil
        }
        let read = items.compactMap { Filter($0, fields: fields, of: owner, ofSubjects: true, session) }
        return read.count == items.count ? .anyOf(read) : nil
    }
}
