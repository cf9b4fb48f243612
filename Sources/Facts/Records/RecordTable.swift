public import CivilTime

/// A value of a column, from the `Int64` that a table keeps.
public protocol ColumnValue {
    /// The value that a table keeps as `raw`, which is not ``RecordTable/missing``.
    init(raw: Int64)
}

/// A text kept once in the folder's ``Symbols``.
public struct Symbol: Hashable, Sendable, ColumnValue {
    /// Its place among the ``Symbols``, in order of first sight; -1 for no text.
    public let number: Int32
    /// The symbol of a number.
    @inlinable public init(raw: Int64) { number = Int32(truncatingIfNeeded: raw) }
    init(_ number: Int32) { self.number = number }
}

extension Int: ColumnValue {
    /// The number itself.
    @inlinable public init(raw: Int64) { self = Int(raw) }
}

extension Bool: ColumnValue {
    /// False for 0, true for anything else.
    @inlinable public init(raw: Int64) { self = raw != 0 }
}

extension Day: ColumnValue {
    /// The day so many days after 1970-01-01.
    @inlinable public init(raw: Int64) { self.init(number: Int32(truncatingIfNeeded: raw)) }
}

extension LocalMoment: ColumnValue {
    /// The moment so many seconds after 1970-01-01T00:00:00 in the zone's civil time.
    @inlinable public init(raw: Int64) { self.init(seconds: raw) }
}

/// A number in millionths, as columns keep it.
public struct Decimal6: ColumnValue, Sendable {
    /// The number times a million.
    public let millionths: Int64
    /// The number of so many millionths.
    @inlinable public init(raw: Int64) { millionths = raw }
    /// The exact number.
    public var fraction: Fraction { Fraction(Int(millionths), over: 1_000_000) ?? .zero }
}

/// Rows of one kind in columns. A missing value is ``RecordTable/missing``.
///
/// Rows stand in an order of their own content, so the order in the file never shows.
public struct RecordTable: Sendable {
    /// What stands for no value in a table: no column can hold this number.
    public static let missing = Int64.min

    /// The kind of its rows.
    public let kind: RecordKind
    package var columns: [ColumnValues]
    /// Where each row stands in its file.
    package var lines: [Int32] = []
    /// False when the folder has no such file at all.
    public internal(set) var isPresent = false
    /// The identifiers in a text of several, by the number of the text's symbol.
    var parts: [Int32: [Int32]] = [:]
    private var index = RowIndex(nil, count: 0)
    /// Which rows tell the same fact.
    package private(set) var twins = Twins()

    init(_ kind: RecordKind) {
        self.kind = kind
        columns = Array(repeating: ColumnValues(), count: kind.columns.count)
    }

    /// Of a kind of which records were kept, but there is none.
    init(keptWithoutRows kind: RecordKind) {
        self.init(kind)
        isPresent = true
    }

    /// How many rows there are.
    public var count: Int { lines.count }

    /// The value, or nil when the row has none.
    @inlinable
    public subscript<Value: ColumnValue>(_ column: Column<Value>, _ row: Int) -> Value? {
        let raw = raw(column, row)
        return raw == RecordTable.missing ? nil : Value(raw: raw)
    }

    @usableFromInline
    func raw<Value>(_ column: Column<Value>, _ row: Int) -> Int64 { columns[column.index][row] }

    /// The number in a column, derived ones included; nil when missing or not a number.
    package func number(_ column: Int, _ row: Int) -> Fraction? {
        if kind.columns[column].type.isDerived { return derived(kind.columns[column].type, row) }
        let raw = columns[column][row]
        guard raw != RecordTable.missing else { return nil }
        if case .decimal = kind.columns[column].type { return Decimal6(raw: raw).fraction }
        return Fraction(Int(raw))
    }

    /// The day by which a row is dated; nil for a kind that is not dated by days, and where the row has none.
    package func day(_ row: Int) -> Day? {
        guard let date = kind.date, kind.columns[date].type == .day, columns[date][row] != RecordTable.missing else {
            return nil
        }
        return Day(raw: columns[date][row])
    }

    /// The text behind a symbol column; nil when missing.
    package func text(_ column: Int, _ row: Int, _ symbols: Symbols) -> String? {
        let raw = columns[column][row]
        return raw == RecordTable.missing ? nil : symbols.text(Symbol(raw: raw))
    }

    /// The rows that name a subject, by the symbol of its identifier, in order of their dates.
    public func rows(of subject: Symbol) -> [Int] { index.rows(naming: subject.number) }

    /// Makes room for so many rows.
    mutating func reserve(_ count: Int) {
        for column in columns.indices { columns[column].reserve(count) }
        lines.reserveCapacity(count)
    }

    mutating func append(_ batch: borrowing RecordBatch) {
        for column in columns.indices { columns[column].append(batch, column) }
        lines.append(contentsOf: batch.lines[..<batch.count])
    }

    /// Orders the rows by whom they name first, by date, then by every other column, texts by their bytes; and notes which rows
    /// name whom. Subjects stand in order of first sight: rows are looked up by subject, so that never shows.
    mutating func sort(_ symbols: Symbols, _ words: Words) {
        let first = kind.naming.first
        let keys = [kind.date, kind.identifier].compactMap(\.self)
        let others = columns.indices.filter { !keys.contains($0) }
        index = RowIndex(first.map { columns[$0] }, count: count)
        index.sort(by: RowOrder(self, keys + others.filter { $0 != first }, symbols))
        if let order = index.rows {
            for column in columns.indices { columns[column] = columns[column].ordered(by: order) }
            lines = order.map { lines[Int($0)] }
            index.noteOrdered()
        }
        twins = Twins(self, symbols, words)
        if kind.naming.count > 1 || !parts.isEmpty {
            index = RowIndex(
                kind.naming.map { columns[$0] }, parts: parts, count: count,
                in: RowOrder(self, keys + others, symbols))
        }
        for column in columns.indices { columns[column].pack() }
    }
}

extension ColumnType {
    /// Whether the `Int64` is the number of a symbol.
    package var isSymbol: Bool {
        switch self {
        case .identifier, .reference, .subject, .text, .word, .openWord, .period, .division: true
        default: false
        }
    }

    /// Whether it holds identifiers of those whom a row is about.
    var namesSubjects: Bool {
        switch self {
        case .reference, .subject: true
        default: false
        }
    }
}
