import CivilTime

/// Reads rows as programs write them: every field where the header has it, quoted or not, with dates, numbers and texts in their
/// usual forms. What it does not recognise at once it leaves to ``CSVReader`` and ``FieldReader``, which know every form and say
/// what is wrong; so a row means the same whichever reads it.
struct QuickRow {
    private enum Form {
        /// An identifier of something that is there.
        case known
        case text(longest: Int)
        case moment, day
        case number(scale: Int64, decimals: Int)
        /// Whatever ``FieldReader`` makes of the text, remembered for each text.
        case meaning
        /// A column that nobody reads.
        case unread
    }

    /// One field of the row, in the order of the file.
    private struct Step {
        let column: Int
        let form: Form
        let isRequired: Bool
        /// Texts met lately, and what they gave.
        var met: RecentTexts
    }

    private var steps: [Step]
    private var dates: RecentDates
    /// One for each column of the kind.
    private(set) var values: [Int64]

    /// `positions`: where the header has each column.
    init(_ kind: RecordKind, positions: [Int?], fieldCount: Int, zone: CivilZone) {
        var steps = (0..<fieldCount).map { _ in Step(column: 0, form: .unread, isRequired: false, met: RecentTexts()) }
        for (column, position) in positions.enumerated() {
            guard let position else { continue }
            let declared = kind.columns[column]
            steps[position] = Step(column: column, form: QuickRow.form(declared.type), isRequired: declared.isRequired, met: RecentTexts())
        }
        self.steps = steps
        dates = RecentDates(zone)
        values = Array(repeating: RecordTable.missing, count: kind.columns.count)
    }

    private static func form(_ type: ColumnType) -> Form {
        switch type {
        case .reference, .subject: .known
        case .identifier: .text(longest: 64)
        case .text: .text(longest: .max)
        case .moment: .moment
        case .day: .day
        case .whole: .number(scale: 1, decimals: 0)
        case .decimal: .number(scale: 1_000_000, decimals: 6)
        case .coordinate: .number(scale: 10_000_000, decimals: 7)
        case .word, .openWord, .period, .year, .flag, .division, .ratio: .meaning
        }
    }

    /// Reads the row that begins at a place: where the next begins, or nil when it must be read the long way.
    mutating func read(
        _ text: Span<UInt8>, at start: Int, _ known: [[Bool]?], _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Int? {
        let bytes = text.bytes
        var position = start
        let last = steps.count - 1
        for index in steps.indices {
            // Every form looks some bytes ahead.
            guard position + 48 <= bytes.byteCount else { return nil }
            var value = RecordTable.missing
            let first = bytes.byte(position)
            let isQuoted = first == UInt8(ascii: "\"")
            if isQuoted { position += 1 }
            let isEmpty = isQuoted ? bytes.byte(position) == first : first == UInt8(ascii: ",") || first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r")
            if isEmpty {
                guard !steps[index].isRequired else { return nil }
            } else {
                guard let found = field(index, text, &position, known, &fields, &symbols), position + 4 <= bytes.byteCount else { return nil }
                value = found
            }
            if isQuoted {
                guard bytes.byte(position) == UInt8(ascii: "\"") else { return nil }
                position += 1
            }
            values[steps[index].column] = value
            let next = bytes.byte(position)
            position += 1
            if index < last {
                guard next == UInt8(ascii: ",") else { return nil }
            } else if next == UInt8(ascii: "\r") {
                guard bytes.byte(position) == UInt8(ascii: "\n") else { return nil }
                position += 1
            } else if next != UInt8(ascii: "\n") {
                return nil
            }
        }
        return position
    }

    private mutating func field(
        _ index: Int, _ text: Span<UInt8>, _ position: inout Int, _ known: [[Bool]?], _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Int64? {
        let bytes = text.bytes
        let column = steps[index].column
        switch steps[index].form {
        case .moment: return dates.moment(bytes, &position)
        case .day: return dates.day(bytes, &position).map { Int64($0) }
        case .number(let scale, let decimals): return bytes.number(&position, scale, decimals)
        case .unread:
            guard let end = bytes.fieldEnd(from: position) else { return nil }
            position = end
            return RecordTable.missing
        case .known, .text, .meaning: break
        }
        if let value = steps[index].met.value(bytes, &position) { return value }
        guard let end = bytes.fieldEnd(from: position) else { return nil }
        let start = position
        guard let value = value(steps[index].form, text.extracting(start..<end), column, known, &fields, &symbols) else { return nil }
        position = end
        if case .text = steps[index].form { return value }
        steps[index].met.note(bytes, start..<end, value)
        return value
    }

    private func value(_ form: Form, _ bytes: Span<UInt8>, _ column: Int, _ known: [[Bool]?], _ fields: inout FieldReader, _ symbols: inout Symbols) -> Int64? {
        switch form {
        case .known:
            guard let number = symbols.find(bytes)?.number, let known = known[column], number < known.count, known[Int(number)] else { return nil }
            return Int64(number)
        case .text(let longest): return bytes.count <= longest ? Int64(symbols.intern(bytes).number) : nil
        default:
            let value = fields.read(bytes, column: column, &symbols)
            // A text of several is counted by its parts.
            return value.flatMap { fields.parts[Int32(truncatingIfNeeded: $0)] == nil ? $0 : nil }
        }
    }
}
