/// What a record is called, wherever it stands: by its kind and its own identifier, or by a number that its content decides.
package struct RecordReference: Hashable, Sendable, CustomStringConvertible {
    /// The name of the record's kind, such as `incident`.
    public let kind: String
    /// The record's own identifier; of a kind without one, `#` and a checksum of what the row says.
    public let key: String

    public var description: String { "\(kind)/\(key)" }

    init(_ kind: RecordKind, identifier: String) {
        self.kind = kind.name
        key = identifier
    }

    /// `texts`: what the row says, column by column.
    init(_ kind: RecordKind, content texts: [String]) {
        self.kind = kind.name
        let bytes = Array(texts.joined(separator: "\u{1F}").utf8)
        key = "#" + String(TextBytes.checksum(bytes.span.bytes), radix: 16)
    }
}
