/// What a record is called, wherever it stands: by its kind and its own identifier, or by a number that its content decides.
public struct RecordReference: Hashable, Sendable, CustomStringConvertible {
    public let kind: String
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
