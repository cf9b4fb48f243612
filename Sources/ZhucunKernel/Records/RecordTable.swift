public import CivilTime

/// A value of a column, from the `Int64` that a table keeps.
public protocol ColumnValue {
    init(raw: Int64)
}

/// A text kept once in the folder's ``Symbols``.
public struct Symbol: Hashable, Sendable, ColumnValue {
    public let number: Int32
    public init(raw: Int64) { number = Int32(truncatingIfNeeded: raw) }
    init(_ number: Int32) { self.number = number }
}

extension Int: ColumnValue {
    public init(raw: Int64) { self = Int(raw) }
}

extension Bool: ColumnValue {
    public init(raw: Int64) { self = raw != 0 }
}

extension Day: ColumnValue {
    public init(raw: Int64) { self.init(number: Int32(truncatingIfNeeded: raw)) }
}

extension LocalMoment: ColumnValue {
    public init(raw: Int64) { self.init(seconds: raw) }
}

/// A number in millionths, as columns keep it.
public struct Decimal6: ColumnValue, Sendable {
    public let millionths: Int64
    public init(raw: Int64) { millionths = raw }
    /// Never nil: the denominator is a million.
    public var fraction: Fraction { Fraction(Int(millionths), over: 1_000_000) ?? .zero }
}

/// Rows of one kind in columns. A missing value is ``RecordTable/missing``.
///
/// Rows stand in an order of their own content, so the order in the file never shows.
public struct RecordTable: Sendable {
    public static let missing = Int64.min

    public let kind: RecordKind
    var columns: [[Int64]]
    /// Where each row stands in its file.
    var lines: [Int32] = []
    /// False when the folder has no such file at all.
    public internal(set) var isPresent = false
    /// Rows of each subject, after sorting.
    private var rowsOfSubject: [Int32: Range<Int>] = [:]

    init(_ kind: RecordKind) {
        self.kind = kind
        columns = Array(repeating: [], count: kind.columns.count)
    }

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
    func number(_ column: Int, _ row: Int) -> Fraction? {
        if case .ratio(let part, let whole) = kind.columns[column].type {
            guard let p = kind.index(of: part), let w = kind.index(of: whole), let above = number(p, row), let below = number(w, row),
                below > .zero
            else { return nil }
            return try? above / below
        }
        let raw = columns[column][row]
        guard raw != RecordTable.missing else { return nil }
        if case .decimal = kind.columns[column].type { return Decimal6(raw: raw).fraction }
        return Fraction(Int(raw))
    }

    /// The text behind a symbol column; nil when missing.
    func text(_ column: Int, _ row: Int, _ symbols: Symbols) -> String? {
        let raw = columns[column][row]
        return raw == RecordTable.missing ? nil : symbols.text(Symbol(raw: raw))
    }

    /// The rows about one subject, in order of their dates.
    public func rows(of subject: Symbol) -> Range<Int> { rowsOfSubject[subject.number] ?? 0..<0 }

    mutating func removeRows() {
        for index in columns.indices { columns[index].removeAll(keepingCapacity: true) }
        lines.removeAll(keepingCapacity: true)
    }

    /// Orders the rows by subject, date, then every other column, texts by their bytes.
    mutating func sort(_ symbols: Symbols) {
        let subject = kind.subject
        let date = kind.date
        let first = [subject, date, kind.identifier].compactMap(\.self)
        let keys = first + columns.indices.filter { !first.contains($0) }
        let isText = kind.columns.map(\.type.isSymbol)
        let order = (0..<count).sorted { a, b in
            for key in keys {
                let x = columns[key][a]
                let y = columns[key][b]
                if x == y { continue }
                guard isText[key], x != RecordTable.missing, y != RecordTable.missing else { return x < y }
                return symbols.text(Symbol(raw: x)) < symbols.text(Symbol(raw: y))
            }
            return false
        }
        for index in columns.indices { columns[index] = order.map { columns[index][$0] } }
        lines = order.map { lines[$0] }
        guard let subject else { return }
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, columns[subject][end] == columns[subject][start] { end += 1 }
            rowsOfSubject[Symbol(raw: columns[subject][start]).number] = start..<end
            start = end
        }
    }
}

extension ColumnType {
    /// Whether the `Int64` is the number of a symbol.
    var isSymbol: Bool {
        switch self {
        case .identifier, .reference, .subject, .text, .word, .openWord, .period, .division: true
        default: false
        }
    }
}
