internal import PolicyYAML
internal import ZhucunKernel

/// The records of a test as files in memory, and where each field was written.
struct TestRecords: Sendable {
    static let folder = "given"

    private(set) var files: [String: [UInt8]] = [:]
    /// The files of what was kept without a row.
    private let none: [String]
    private var origins: [String: Origins] = [:]

    private struct Origins: Sendable {
        let rows: [TestRow]
        let columns: [String]
    }

    /// `missing`: kinds of which no records were kept.
    init(_ rows: [TestRow], kinds: [RecordKind], none: [RecordKind], missing: Set<String>) {
        let byKind = Dictionary(grouping: rows, by: \.kind.name)
        for kind in kinds {
            guard let rows = byKind[kind.name], !rows.isEmpty else { continue }
            let columns = kind.columns.map(\.name).filter { name in rows.contains { $0.fields[name] != nil } }
            let lines =
                [columns.joined(separator: ",")]
                + rows.map { row in
                    columns.map { TestRecords.quoted(row.fields[$0]?.text ?? "") }.joined(separator: ",")
                }
            files[kind.file] = Array((lines.joined(separator: "\n") + "\n").utf8)
            origins[kind.file] = Origins(rows: rows, columns: columns)
        }
        self.none = none.filter { !missing.contains($0.name) }.map(\.file)
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    var opened: OpenRecords { RecordTexts(TestRecords.folder, files, none: none).open() }

    /// Where a problem of the records stands in the test; nil for a place that is no row of it.
    func node(at place: Location, found: String?) -> Node? {
        let file = place.path.split(separator: "/").last.map(String.init) ?? ""
        guard let origin = origins[file], origin.rows.indices.contains(place.line - 2) else { return nil }
        let row = origin.rows[place.line - 2]
        if place.endColumn > place.column || place.column > 1 {
            var start = 1
            for column in origin.columns {
                let width = TestRecords.quoted(row.fields[column]?.text ?? "").unicodeScalars.count
                if place.column == start { return row.fields[column]?.node ?? row.node }
                start += width + 1
            }
        }
        return row.fields.values.first { $0.text == found && $0.node != nil }?.node ?? row.node
    }
}

/// One row of a record file, field by field.
struct TestRow: Sendable {
    struct Field: Sendable {
        var text: String
        /// Nil for what was filled in.
        var node: Node?
    }

    let kind: RecordKind
    var fields: [String: Field] = [:]
    var node: Node?

    init(_ kind: RecordKind, _ node: Node?, _ texts: [String: String] = [:]) {
        self.kind = kind
        self.node = node
        fields = texts.mapValues { Field(text: $0, node: nil) }
    }

    subscript(column: String) -> String? { fields[column]?.text }

    /// Fills in a field that was left out.
    mutating func fill(_ column: String, _ text: String?) {
        if let text, fields[column] == nil { fields[column] = Field(text: text, node: nil) }
    }

    /// The column that names the row itself.
    var identifier: String? { kind.columns.first { $0.type == .identifier }.flatMap { self[$0.name] } }
}
