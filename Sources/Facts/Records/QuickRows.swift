import CivilTime

/// Reads rows as programs write them: every field where the header has it, quoted or not, with dates, numbers and texts in their
/// usual forms. What it does not recognise at once it leaves to ``CSVReader`` and ``FieldReader``, which know every form and say
/// what is wrong; so a row means the same whichever reads it.
struct QuickRows {
    private enum Form {
        /// An identifier of something that is there.
        case known
        /// The same, looked up together with those of other rows.
        case knownLater
        case text(longest: Int)
        /// A plain identifier of the row itself, of so many digits where that is asked.
        case identifier(digits: Int?)
        case moment, day
        case number(scale: Int64, decimals: Int)
        /// Whatever ``FieldReader`` makes of the text, remembered for each text.
        case meaning
        /// A column that nobody reads.
        case unread

        var isKnown: Bool {
            if case .known = self { true } else { false }
        }

        var isText: Bool {
            switch self {
            case .text, .identifier: true
            default: false
            }
        }

        var isRead: Bool {
            if case .unread = self { false } else { true }
        }
    }

    /// One field of the row, in the order of the file.
    private struct Step {
        var column: Int
        var form: Form
        var isRequired: Bool
        /// The least and the greatest number that can be.
        var least = Int64.min
        var greatest = Int64.max
    }

    private var steps: [Step]
    /// For each column, texts met lately and what they gave.
    private var met: [RecentTexts]
    private var dates: RecentDates
    /// For each column, the number of the identifier found last.
    private var found: [Int32]
    /// For identifiers of others, by the number of a symbol: whether there is something of that name.
    private let known: [[Bool]?]
    private let later: LaterIdentifiers?
    private var waiting: Waiting

    /// The identifiers of one column, in a table of their own.
    struct LaterIdentifiers: Sendable {
        let column: Int
        let identifiers: IdentifierTable
    }

    /// What is to be looked up, row by row of the batch.
    private struct Waiting {
        var texts: [ShortText] = []
        var numbers: [Int32] = []
        var starts: [Int] = []
        var first = 0
    }

    /// `positions`: where the header has each column.
    init(
        _ kind: RecordKind, positions: [Int?], fieldCount: Int, known: [[Bool]?], later: LaterIdentifiers? = nil,
        zone: CivilZone
    ) {
        steps = Array(repeating: Step(column: 0, form: .unread, isRequired: false), count: fieldCount)
        for (column, position) in positions.enumerated() {
            guard let position else { continue }
            let declared = kind.columns[column]
            steps[position] = Step(column: column, form: QuickRows.form(declared), isRequired: declared.isRequired)
            if let bounds = declared.rawBounds {
                (steps[position].least, steps[position].greatest) = (bounds.lowerBound, bounds.upperBound)
            }
        }
        met = Array(repeating: RecentTexts(), count: kind.columns.count)
        dates = RecentDates(zone)
        found = Array(repeating: -1, count: kind.columns.count)
        self.known = known
        self.later = later
        waiting = Waiting()
        guard let later,
            let step = steps.indices.last(where: { steps[$0].form.isKnown && steps[$0].column == later.column })
        else { return }
        steps[step].form = .knownLater
        waiting.texts = Array(repeating: ShortText(), count: RecordBatch.size)
        waiting.numbers = Array(repeating: -1, count: RecordBatch.size)
        waiting.starts = Array(repeating: 0, count: RecordBatch.size)
    }

    private static func form(_ column: ColumnDeclaration) -> Form {
        switch column.type {
        case .reference, .subject: .known
        case .identifier: .identifier(digits: column.digits)
        case .text: .text(longest: .max)
        case .moment: .moment
        case .day: .day
        case .whole: .number(scale: 1, decimals: 0)
        case .decimal: .number(scale: 1_000_000, decimals: 6)
        case .coordinate: .number(scale: 10_000_000, decimals: 7)
        case .word, .openWord, .period, .year, .half, .datum, .flag, .division, .ratio, .length, .delay: .meaning
        }
    }

    /// Reads rows from a place on until one must be read the long way or there are enough: where that one begins.
    mutating func read(
        _ text: Span<UInt8>, from start: Int, line: Int, atMost limit: Int, into batch: inout RecordBatch,
        _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Int {
        var start = start
        let rows = batch.count + min(limit, RecordBatch.size - batch.count)
        let first = batch.count
        waiting.first = first
        while batch.count < rows,
            let end = row(text, start, batch.count * batch.width, batch.count, &batch.values, &fields, &symbols)
        {
            batch.lines[batch.count] = Int32(clamping: line + batch.count - first)
            if later != nil { waiting.starts[batch.count - first] = start }
            batch.count += 1
            start = end
        }
        let end = later.map { lookUp($0, first, start, &batch) } ?? start
        for index in steps.indices where steps[index].form.isText {
            internTexts(index, text, from: first, &batch, &symbols)
        }
        return end
    }

    /// Texts of a column that no recent one was: where they stand in the bytes, below zero to tell them from numbers of symbols.
    private static func place(of range: Range<Int>) -> Int64 { -1 - Int64(range.lowerBound << 24 | range.count) }

    private static func range(at place: Int64) -> Range<Int> {
        let start = Int(-1 - place) >> 24
        return start..<(start + Int(-1 - place) & 0xFF_FFFF)
    }

    /// Puts the numbers of symbols where texts of a column are still to be kept, for many rows at once.
    private mutating func internTexts(
        _ index: Int, _ text: Span<UInt8>, from first: Int, _ batch: inout RecordBatch, _ symbols: inout Symbols
    ) {
        var places: [Int] = []
        var ranges: [Range<Int>] = []
        for row in first..<batch.count {
            let place = row * batch.width + steps[index].column
            guard batch.values[place] < 0, batch.values[place] != RecordTable.missing else { continue }
            places.append(place)
            ranges.append(QuickRows.range(at: batch.values[place]))
        }
        let numbers = symbols.intern(ranges, of: text)
        for (place, (range, number)) in zip(places, zip(ranges, numbers)) {
            batch.values[place] = Int64(number)
            met[steps[index].column].note(text.bytes, range, Int64(number))
        }
    }

    /// Fills in who is meant in the rows from `first` on; where the first row begins that means nobody, which must be read the long way.
    private mutating func lookUp(_ later: LaterIdentifiers, _ first: Int, _ end: Int, _ batch: inout RecordBatch) -> Int
    {
        let count = batch.count - first
        later.identifiers.find(waiting.texts, count: count, into: &waiting.numbers)
        for index in 0..<count {
            guard waiting.numbers[index] >= 0 else {
                batch.count = first + index
                return waiting.starts[index]
            }
            batch.values[(first + index) * batch.width + later.column] = Int64(waiting.numbers[index])
        }
        return end
    }

    /// Reads one row into the values from `target` on: where the next begins.
    @inline(__always)
    private mutating func row(
        _ text: Span<UInt8>, _ start: Int, _ target: Int, _ place: Int, _ values: inout [Int64],
        _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Int? {
        let bytes = text.bytes
        var position = start
        let last = steps.count - 1
        for index in 0...last {
            // Every form looks some bytes ahead.
            guard position + 48 <= bytes.byteCount else { return nil }
            let step = steps[index]
            let opening = bytes.byte(position)
            let isQuoted = opening == UInt8(ascii: "\"")
            if isQuoted { position += 1 }
            var value = RecordTable.missing
            if isQuoted
                ? bytes.byte(position) == opening
                : opening == UInt8(ascii: ",") || opening == UInt8(ascii: "\n") || opening == UInt8(ascii: "\r")
            {
                guard !step.isRequired else { return nil }
            } else {
                let found: Int64? =
                    switch step.form {
                    case .moment: dates.moment(bytes, &position)
                    case .day: dates.day(bytes, &position).map { Int64($0) }
                    case .number(let scale, let decimals): bytes.number(&position, scale, decimals)
                    case .knownLater: wait(bytes, &position, place)
                    default: self.text(index, text, &position, &fields, &symbols)
                    }
                guard let found, found >= step.least, found <= step.greatest, position + 4 <= bytes.byteCount else {
                    return nil
                }
                value = found
            }
            if isQuoted {
                guard bytes.byte(position) == opening else { return nil }
                position += 1
            }
            if step.form.isRead { values[target + step.column] = value }
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

    /// Notes an identifier to be looked up; nil when it is too long for that.
    @inline(__always)
    private mutating func wait(_ bytes: RawSpan, _ position: inout Int, _ place: Int) -> Int64? {
        guard let end = bytes.fieldEnd(from: position), let text = ShortText(bytes, position..<end) else { return nil }
        waiting.texts[place - waiting.first] = text
        position = end
        return 0
    }

    private mutating func text(
        _ index: Int, _ text: Span<UInt8>, _ position: inout Int, _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Int64? {
        let bytes = text.bytes
        let step = steps[index]
        if step.form.isRead, let value = met[step.column].value(bytes, &position) { return value }
        guard let end = bytes.fieldEnd(from: position) else { return nil }
        let range = position..<end
        position = end
        switch step.form {
        case .unread: return RecordTable.missing
        case .text(let longest): return range.count <= longest ? QuickRows.place(of: range) : nil
        case .identifier(let digits): return bytes.isIdentifier(range, digits) ? QuickRows.place(of: range) : nil
        default: break
        }
        guard let value = value(index, text.extracting(range), &fields, &symbols) else { return nil }
        met[step.column].note(bytes, range, value)
        return value
    }

    private mutating func value(
        _ index: Int, _ bytes: Span<UInt8>, _ fields: inout FieldReader, _ symbols: inout Symbols
    ) -> Int64? {
        let column = steps[index].column
        switch steps[index].form {
        case .known:
            guard let number = symbols.find(bytes, behind: found[column])?.number, let known = known[column],
                number < known.count, known[Int(number)]
            else { return nil }
            found[column] = number
            return Int64(number)
        default:
            let value = fields.read(bytes, column: column, &symbols)
            // A text of several is counted by its parts.
            return value.flatMap { fields.parts[Int32(truncatingIfNeeded: $0)] == nil ? $0 : nil }
        }
    }
}
