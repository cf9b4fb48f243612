internal import PolicyYAML
internal import ZhucunKernel

/// Writes fields as bytes, each with the comma behind it, so that fields written once can stand in many rows.
struct CSVWriter {
    private(set) var bytes: [UInt8] = []
    private let language: Language

    init(_ language: Language) { self.language = language }

    mutating func field(_ text: String) {
        let start = bytes.count
        bytes.add(text)
        if bytes[start...].contains(where: CSVWriter.isQuoted) || bytes[start...].first.map(CSVWriter.startsFormula) == true { guardField(from: start) }
        bytes.append(UInt8(ascii: ","))
    }

    /// Empty when there is no value; numbers are exact, of one that is not known what is known of it.
    mutating func field(_ value: MeasureValue?) {
        switch value {
        case .number(let number) where number >= .zero:
            bytes.add(number)
            bytes.append(UInt8(ascii: ","))
        case .some(let value): field(value.text(\.exactText)(language))
        case nil: bytes.append(UInt8(ascii: ","))
        }
    }

    /// Fields that were written before.
    mutating func fields(_ fields: [UInt8]) { bytes.add(fields) }

    mutating func endRow() {
        bytes.removeLast()
        bytes += [13, 10]
    }

    private mutating func guardField(from start: Int) {
        let text = Array(bytes[start...])
        bytes.removeSubrange(start...)
        let isQuoted = text.contains(where: CSVWriter.isQuoted)
        if isQuoted { bytes.append(CSVWriter.quote) }
        // Behind an apostrophe it is text.
        if text.first.map(CSVWriter.startsFormula) == true { bytes.append(UInt8(ascii: "'")) }
        for byte in text { bytes.append(contentsOf: repeatElement(byte, count: byte == CSVWriter.quote ? 2 : 1)) }
        if isQuoted { bytes.append(CSVWriter.quote) }
    }

    private static let quote = UInt8(ascii: "\"")

    private static func isQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == quote || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }

    /// A spreadsheet would run a field that begins so as a formula.
    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"): true
        default: false
        }
    }
}
