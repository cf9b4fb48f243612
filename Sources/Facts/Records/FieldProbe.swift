package import CivilTime
package import Messages

/// Reads single texts as the columns of a kind would: for importers, which say what each becomes before anything is written.
package struct FieldProbe {
    private let kind: RecordKind
    private var reader: FieldReader
    private var symbols = Symbols()

    package init(_ kind: RecordKind, words: Words, zone: CivilZone) {
        self.kind = kind
        reader = FieldReader(kind, words: words, zone: zone)
    }

    /// What a text means in a column, as record files write it; a number that cannot be is not readable.
    package mutating func read(_ text: String, column: Int, isFrom1904: Bool = false) -> WrittenField {
        let declared = kind.columns[column]
        if let strict = value(text, column) { return .value(canonical(strict, declared.type, text)) }
        switch WrittenField.read(text, as: declared, isFrom1904: isFrom1904) {
        case .value(let meant):
            return value(meant, column).map { .value(canonical($0, declared.type, meant)) } ?? .unreadable
        case let other: return other
        }
    }

    private mutating func value(_ text: String, _ column: Int) -> Int64? {
        guard let value = reader.read(Array(text.utf8).span, column: column, &symbols),
            kind.columns[column].rawBounds?.contains(value) ?? true
        else { return nil }
        return value
    }

    private func canonical(_ value: Int64, _ type: ColumnType, _ text: String) -> String {
        switch type {
        case .word, .openWord, .period: symbols.text(Symbol(raw: value))
        case .day: Day(raw: value).description
        case .moment: LocalMoment(raw: value).description
        case .flag: value == 0 ? "false" : "true"
        case .half: value == 0 ? "上午" : "下午"
        default: WrittenField.trimmed(text)
        }
    }
}

extension ColumnDeclaration {
    /// What a field must hold, for people.
    package var typeText: Text { expected }
    /// The group of the vocabulary that its words are of; nil for other columns.
    package var wordGroup: String? { type.group }
}
