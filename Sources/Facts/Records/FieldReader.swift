import CivilTime

/// Reads fields' bytes as their columns' types. Strict: what is not exactly of the type is refused.
struct FieldReader {
    /// A column's type without the words that its declaration carries, so that reading a row copies nothing.
    private enum Shape {
        case symbol(longest: Int), symbols, identifier(digits: Int?)
        case word(many: Bool), openWord
        case day, moment, period, year, half, datum, flag, whole, decimal, coordinate, division, derived
    }

    let words: Words
    let zone: CivilZone
    private let shapes: [Shape]
    private let groups: [String]
    /// By column and the number of the text's symbol: the word or period it means.
    private var meanings: [[Int32: Int64]]
    /// The identifiers in each text of several, by the number of its symbol.
    private(set) var parts: [Int32: [Int32]] = [:]

    init(_ kind: RecordKind, words: Words, zone: CivilZone) {
        self.words = words
        self.zone = zone
        shapes = kind.columns.map { FieldReader.shape($0) }
        groups = kind.columns.map { $0.type.group ?? "" }
        meanings = Array(repeating: [:], count: kind.columns.count)
    }

    private static func shape(_ column: ColumnDeclaration) -> Shape {
        switch column.type {
        case .subject(many: true): .symbols
        case .identifier: .identifier(digits: column.digits)
        case .reference, .subject: .symbol(longest: 64)
        case .text: .symbol(longest: .max)
        case .word(_, let many): .word(many: many)
        case .openWord: .openWord
        case .day: .day
        case .moment: .moment
        case .period: .period
        case .year: .year
        case .half: .half
        case .datum: .datum
        case .flag: .flag
        case .whole: .whole
        case .decimal: .decimal
        case .coordinate: .coordinate
        case .division: .division
        case .ratio, .length, .delay: .derived
        }
    }

    /// The value as a table keeps it; nil when the field is not of the column's type.
    mutating func read(_ bytes: Span<UInt8>, column: Int, _ symbols: inout Symbols) -> Int64? {
        switch shapes[column] {
        case .symbol(let longest): return bytes.count <= longest ? Int64(symbols.intern(bytes).number) : nil
        case .identifier(let digits):
            guard bytes.count <= 64, FieldReader.isIdentifier(bytes),
                digits.map({ FieldReader.isCode(bytes, of: $0) }) ?? true
            else { return nil }
            return Int64(symbols.intern(bytes).number)
        case .symbols: return several(bytes, &symbols)
        case .word(let many): return cached(bytes, column, &symbols) { text, reader in reader.word(text, column, many) }
        case .openWord:
            return cached(bytes, column, &symbols) { text, reader in
                reader.word(text, column, false) ?? WrittenField.trimmed(text)
            }
        case .day: return Day(bytes: bytes).map { Int64($0.number) }
        case .moment: return LocalMoment(bytes: bytes, zone: zone)?.seconds
        case .period: return cached(bytes, column, &symbols) { text, _ in Period(text)?.description }
        case .year: return digits(bytes, scale: 1).flatMap { (1900...2999).contains($0) ? $0 : nil }
        case .half: return DayHalf(text(bytes))?.rawValue
        case .datum: return Datum(text(bytes))?.rawValue
        case .flag: return FieldReader.flags[text(bytes)] ?? FieldReader.flags[text(bytes).lowercased()]
        case .whole: return digits(bytes, scale: 1)
        case .decimal: return digits(bytes, scale: 1_000_000)
        case .coordinate:
            let negative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
            guard let size = digits(negative ? bytes.extracting(1..<bytes.count) : bytes, scale: 10_000_000),
                size <= 1_800_000_000
            else { return nil }
            return negative ? -size : size
        case .division:
            guard FieldReader.divisionLengths.contains(where: { FieldReader.isCode(bytes, of: $0) }) else { return nil }
            return Int64(symbols.intern(bytes).number)
        case .derived: return nil
        }
    }

    /// Of a province, a city, a county, a township and a village.
    private static let divisionLengths = [2, 4, 6, 9, 12]
    private static let flags: [String: Int64] = [
        "true": 1, "1": 1, "是": 1, "yes": 1, "false": 0, "0": 0, "否": 0, "no": 0,
    ]

    /// The days that a text of a column stands for; nil when that cannot be told.
    func days(_ text: String, _ type: ColumnType) -> DayRange? {
        let bytes = Array(text.utf8)
        switch type {
        case .day: return Day(bytes: bytes.span).map { DayRange($0) }
        case .moment: return LocalMoment(bytes: bytes.span, zone: zone).map { DayRange($0.day) }
        case .period, .year: return Period(text)?.days
        default: return nil
        }
    }

    private static func isCode(_ bytes: Span<UInt8>, of digits: Int) -> Bool {
        guard bytes.count == digits else { return false }
        for index in bytes.indices where !(48...57).contains(bytes[index]) { return false }
        return true
    }

    /// Whether it is of letters of any script, digits and `-_.·`.
    private static func isIdentifier(_ bytes: Span<UInt8>) -> Bool {
        var isPlain = true
        for index in bytes.indices where !bytes[index].isPlainInIdentifiers { isPlain = false }
        guard !isPlain else { return true }
        return bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }.unicodeScalars.allSatisfy(
            \.isOfIdentifiers)
    }

    /// A day with its half behind it, as in `2023-08-21 上午`; nil when the field is anything else.
    func dayAndHalf(_ bytes: Span<UInt8>) -> (day: Int64, half: Int64)? {
        let text = text(bytes)
        guard let start = text.lastIndex(where: { $0.isNumber || $0 == "日" }) else { return nil }
        let (day, half) = (Array(text[...start].utf8), text[text.index(after: start)...].drop { $0 == " " })
        guard let day = Day(bytes: day.span), let half = DayHalf(String(half)) else { return nil }
        return (Int64(day.number), half.rawValue)
    }

    private func text(_ bytes: Span<UInt8>) -> String {
        bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The symbol of what a text means, worked out once for each text of a column.
    private mutating func cached(
        _ bytes: Span<UInt8>, _ column: Int, _ symbols: inout Symbols, _ mean: (String, FieldReader) -> String?
    ) -> Int64? {
        let given = symbols.intern(bytes).number
        if let known = meanings[column][given] { return known }
        guard let meant = mean(text(bytes), self) else { return nil }
        let value = Int64(symbols.intern(meant).number)
        meanings[column][given] = value
        return value
    }

    /// Identifiers separated by `;`, each kept as a symbol of its own beside the whole.
    private mutating func several(_ bytes: Span<UInt8>, _ symbols: inout Symbols) -> Int64? {
        let whole = symbols.intern(bytes).number
        guard parts[whole] == nil else { return Int64(whole) }
        let names = text(bytes).split(separator: ";").map { trim(String($0)) }
        guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 64 }) else { return nil }
        if names.count > 1 || names[0].utf8.count != bytes.count {
            parts[whole] = names.map { symbols.intern($0).number }
        }
        return Int64(whole)
    }

    private func word(_ text: String, _ column: Int, _ many: Bool) -> String? {
        let parts =
            many
            ? text.split { ";；、，,".contains($0) }.map { WrittenField.trimmed(String($0)) }
            : [WrittenField.trimmed(text)]
        let keys = parts.compactMap { words.key(of: $0, in: groups[column]) }
        return keys.count == parts.count && !keys.isEmpty ? keys.joined(separator: ";") : nil
    }

    /// Digits with a decimal point, times the scale; decimals beyond the scale are refused unless they are coordinates' (cut).
    private func digits(_ bytes: Span<UInt8>, scale: Int64) -> Int64? {
        var value: Int64 = 0
        var left = scale
        var seenPoint = false
        guard bytes.count > 0, bytes.count <= 24, bytes[0] != UInt8(ascii: "."),
            bytes[bytes.count - 1] != UInt8(ascii: ".")
        else { return nil }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: ".") {
                guard !seenPoint, scale > 1 else { return nil }
                seenPoint = true
                continue
            }
            guard byte >= 48, byte <= 57 else { return nil }
            if seenPoint {
                guard left > 1 else {
                    guard scale == 10_000_000 || byte == 48 else { return nil }
                    continue
                }
                left /= 10
            }
            let next = value.multipliedReportingOverflow(by: 10)
            guard !next.overflow, next.partialValue < 1_000_000_000_000_000 else { return nil }
            value = next.partialValue + Int64(byte - 48)
        }
        let scaled = value.multipliedReportingOverflow(by: left)
        return scaled.overflow ? nil : scaled.partialValue
    }

    private func trim(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension UInt8 {
    /// Whether it is one of the ASCII characters that identifiers are made of.
    var isPlainInIdentifiers: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"),
            UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isOfIdentifiers: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isPlainInIdentifiers }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            true
        default: self == "·"
        }
    }
}
