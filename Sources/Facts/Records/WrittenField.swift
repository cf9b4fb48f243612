internal import Messages

/// What a field says that a person or another program wrote, where it is not written as record files are. What has one meaning is
/// read; what has two is told with both; nothing is guessed.
package enum WrittenField: Equatable, Sendable {
    /// The one meaning, as record files write it.
    case value(String)
    /// The meanings that it can have, as record files write them.
    case meanings([String])
    /// None that can be told.
    case unreadable

    /// What a text can mean in a column. `isFrom1904`: days are counted as in workbooks of old Macintosh programs.
    package static func read(_ text: String, as column: ColumnDeclaration, isFrom1904: Bool = false) -> WrittenField {
        let text = folded(text)
        guard !text.isEmpty else { return .unreadable }
        return switch column.type {
        case .identifier, .reference, .subject, .division, .text, .word, .openWord, .half, .datum: .value(text)
        case .day: WrittenDay.day(text, isFrom1904: isFrom1904)
        case .moment: WrittenDay.moment(text, isFrom1904: isFrom1904)
        case .period: WrittenPeriod.read(text)
        case .year: year(text)
        case .flag: flags[text.lowercased()].map { .value($0) } ?? .unreadable
        case .whole: WrittenNumber.read(text, units: ["人": 1, "口": 1, "个": 1, "次": 1, "户": 1])
        case .decimal(let dimension): WrittenNumber.read(text, units: dimension.words)
        case .coordinate: WrittenNumber.degrees(text)
        case .ratio, .length, .delay: .unreadable
        }
    }

    private static let flags: [String: String] = {
        let yes = ["true", "1", "是", "yes", "√", "✓", "✔", "☑", "有", "对", "y", "t", "真"]
        let no = ["false", "0", "否", "no", "×", "✗", "✘", "无", "没有", "n", "f", "假", "不是"]
        return Dictionary(uniqueKeysWithValues: yes.map { ($0, "true") } + no.map { ($0, "false") })
    }()

    private static func year(_ text: String) -> WrittenField {
        let digits = text.hasSuffix("年度") ? text.dropLast(2) : text.hasSuffix("年") ? text.dropLast() : text[...]
        return digits.count == 4 && digits.isOfDigits ? .value(String(digits)) : .unreadable
    }

    /// Without blanks and what does not show at both ends; full-width forms as half-width ones.
    package static func folded(_ text: String) -> String {
        let scalars = trimmed(text).unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            case 0x3000, 0xA0: " "
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Without blanks and what does not show at both ends.
    package static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar.isUnprintable }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            isBlank(first) || isBlank(last)
        else { return text }
        let kept = text.unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        return String(String.UnicodeScalarView(kept))
    }
}

extension FieldReader {
    /// The value of a field that strict reading refuses, when it has one meaning; nil otherwise.
    mutating func readWritten(_ text: String, _ column: ColumnDeclaration, at index: Int, _ symbols: inout Symbols)
        -> Int64?
    {
        guard case .value(let meant) = WrittenField.read(text, as: column), meant != text else { return nil }
        return read(Array(meant.utf8).span, column: index, &symbols)
    }
}

extension StringProtocol {
    /// Whether it is of the digits 0 to 9, one at least.
    var isOfDigits: Bool { !isEmpty && utf8.allSatisfy { 0x30...0x39 ~= $0 } }
}

extension WrittenField {
    /// The day that a text means, whatever column it stands in.
    package static func readDay(_ text: String) -> WrittenField { WrittenDay.day(folded(text), isFrom1904: false) }
}
