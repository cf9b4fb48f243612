internal import PolicyYAML

/// A fact that no module foresaw, such as where a cadre is from: a column that a profile adds to a kind of record.
///
/// `profile.yaml` declares it, since files of records are of all days: `columns: {cadre: {home: {type: division, name: 户籍地}}}`.
public struct AddedColumn: Sendable {
    /// The kind of record that has it, such as `cadre`.
    package let kind: String
    /// The English header, by which filters name it.
    package var name: String { declaration.name }
    let declaration: ColumnDeclaration
    /// Where the kind and the column stand.
    let kindNode: Node
    let node: Node

    /// Whether a kind takes columns: those of too many rows to keep take none.
    func canStand(in kind: RecordKind) -> Bool { !kind.about.isStreamed }

    /// What is wrong with it beside the kinds that there are, and the columns that others add.
    func problem(among kinds: [RecordKind], _ others: [AddedColumn]) -> Diagnostic? {
        let known = kinds.filter(canStand).map(\.name)
        guard let kind = kinds.first(where: { $0.name == self.kind }), canStand(in: kind) else {
            return .unknownKind(kindNode, self.kind, known: known)
        }
        if let own = kind.columns.first(where: { $0.name == name || $0.chineseName == declaration.chineseName }),
            !own.isAdded
        {
            return .columnExists(node, name, of: kind)
        }
        let other = others.first { $0.kind == self.kind && $0.name == name && $0.declaration.type != declaration.type }
        return other.map { .columnDiffers(node, $0.node, name) }
    }
}

/// Reads the section `columns` of a profile's identity.
enum AddedColumnReader {
    private static let types = ["text", "flag", "day", "number", "division", "word"]

    static func read(_ node: Node?, _ session: ReadingSession) -> [AddedColumn] {
        guard let node else { return [] }
        let form = Text("{cadre: {列名: {type: …, name: 中文列名}}}", "{cadre: {column: {type: …, name: Chinese header}}}")
        guard let kinds = node.entries else {
            session.report(.wrongShape(node, expected: form))
            return []
        }
        return kinds.flatMap { kind -> [AddedColumn] in
            guard let columns = kind.value.entries, let name = kind.key.text else {
                session.report(.wrongShape(kind.value, expected: form))
                return []
            }
            return columns.compactMap { column in
                declaration(column, session).map {
                    AddedColumn(kind: name, declaration: $0, kindNode: kind.key, node: column.key)
                }
            }
        }
    }

    private static func declaration(_ entry: Node.Entry, _ session: ReadingSession) -> ColumnDeclaration? {
        guard entry.value.entries != nil, let name = entry.key.text else {
            session.report(.wrongShape(entry.value, expected: Text("{type: …, name: …}", "{type: …, name: …}")))
            return nil
        }
        var reader = SettingsReader(entry.value, session: session)
        let errors = session.diagnostics.errorCount
        let type = reader.required("type", .oneOf(types), Text("列里写什么", "what its fields hold"), example: "text")
        let title = reader.required("name", .text, Text("中文列名", "the Chinese header"), example: "户籍地")
        let unit = reader.optional(
            "unit", .oneOf(Dimension.counted.map(\.name)), Text("数字的单位", "what a number counts"), example: "days")
        let words = reader.optional("words", .text, Text("词表中的哪一组", "the group of words"), example: "level")
        let empty = reader.optional(
            "empty", .oneOf(["unknown", "none"]), Text("空着表示没有写（unknown）还是没有（none）", "what an empty field says"),
            example: "unknown")
        let note = reader.optional("note", .text, Text("说明", "a note"), example: "说明")
        reader.reportUnknownKeys()
        if type == "word", words == nil, let node = entry.value["type"] {
            session.report(
                .missingSetting(
                    "words", in: node, expected: Text("词表中的一组", "a group of the vocabulary"), example: "level",
                    provision: name))
        }
        guard session.diagnostics.errorCount == errors else { return nil }
        return ColumnDeclaration(
            name: name, chineseName: title, type: columnType(type, unit: unit, words: words), isRequired: false,
            meaning: note.map { Text(same: $0) } ?? Text(title, name), empty: empty == "none" ? .none : .unknown,
            emptyIsWord: false, date: .happened, bounds: nil, digits: nil, manyOf: nil, isAdded: true)
    }

    private static func columnType(_ type: String, unit: String?, words: String?) -> ColumnType {
        switch type {
        case "flag": .flag
        case "day": .day
        case "number": .decimal(unit.flatMap(Dimension.named) ?? .count)
        case "division": .division
        case "word": .word(group: words ?? "", many: false)
        default: .text
        }
    }
}

extension Diagnostic {
    fileprivate static func columnExists(_ node: Node, _ name: String, of kind: RecordKind) -> Diagnostic {
        Diagnostic(
            "P252", Text("\(kind.file) 已经有“\(name)”这一列", "\(kind.file) has a column '\(name)' already"),
            at: node.location, help: [Text("直接使用它，或换一个列名", "use it, or choose another name")])
    }

    fileprivate static func columnDiffers(_ node: Node, _ other: Node, _ name: String) -> Diagnostic {
        disagreement(
            "P253", Text("两个配置给“\(name)”写了不同的类型", "two profiles give '\(name)' different types"), at: node.location,
            with: other.location, because: Text("另一个配置", "the other profile"))
    }
}
