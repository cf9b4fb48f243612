package import Exact
package import Messages

/// Writes fields as bytes, each with the comma behind it, so that fields written once can stand in many rows.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = []
    private let language: Language

    package init(_ language: Language) { self.language = language }

    package mutating func field(_ text: String) {
        let start = bytes.count
        bytes.add(text)
        if bytes[start...].contains(where: CSVWriter.isGuarded) || CSVWriter.startsFormula(bytes[start...]) {
            guardField(text, from: start)
        }
        bytes.append(UInt8(ascii: ","))
    }

    /// Empty when there is no value; numbers are exact, of one that is not known what is known of it.
    package mutating func field(_ value: MeasureValue?) {
        switch value {
        case .number(let number) where number >= .zero:
            bytes.add(number)
            bytes.append(UInt8(ascii: ","))
        case .some(let value): field(value.text(\.exactText)(language))
        case nil: bytes.append(UInt8(ascii: ","))
        }
    }

    /// What was written so far, to be handed on.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Fields that were written before.
    package mutating func fields(_ fields: [UInt8]) { bytes.add(fields) }

    package mutating func endRow() {
        bytes.removeLast()
        bytes += [13, 10]
    }

    /// Quoted where it must be, what hides or drives a terminal spelled out, and behind an apostrophe what a spreadsheet would run.
    private mutating func guardField(_ text: String, from start: Int) {
        bytes.removeSubrange(start...)
        let isFormula = CSVWriter.startsFormula(Array(text.utf8)[...])
        let text =
            (isFormula ? "'" : "")
            + text.unicodeScalars.map { $0.isUnprintable && $0 != "\n" && $0 != "\r" ? $0.escaped : String($0) }
            .joined()
        let isQuoted = text.utf8.contains(where: CSVWriter.isQuoted)
        if isQuoted { bytes.append(CSVWriter.quote) }
        for byte in text.utf8 { bytes.append(contentsOf: repeatElement(byte, count: byte == CSVWriter.quote ? 2 : 1)) }
        if isQuoted { bytes.append(CSVWriter.quote) }
    }

    private static let quote = UInt8(ascii: "\"")

    private static func isQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }

    /// Whether a text with the byte has to be looked at: the common ideographs, which begin with E3 to E9, never have.
    private static func isGuarded(_ byte: UInt8) -> Bool {
        isQuoted(byte) || byte < 0x20 || byte == 0x7F || 0xC2...0xE2 ~= byte || byte >= 0xEF
    }

    /// A spreadsheet would run a field that begins so as a formula, as it does with the full-width forms ＝ ＋ － ＠.
    private static func startsFormula(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            true
        case 0xEF: ["＝", "＋", "－", "＠"].contains { text.starts(with: $0.utf8) }
        default: false
        }
    }
}
