/// What provinces, cities and counties are called under GB/T 2260, as of 30 June 2023. What has changed since, and townships, records say
/// themselves (`divisions.csv`).
public enum NationalDivisions {
    /// The name of a division of the county level or above, by its six digits, with or without the zeros at their end; nil for none of
    /// these.
    public static func name(of code: String) -> String? {
        var digits = Array(code.utf8)
        guard [2, 4, 6].contains(digits.count) else { return nil }
        while digits.count > 2, digits.suffix(2) == [zero, zero] { digits.removeLast(2) }
        return DivisionTable.text.withUTF8Buffer { table in
            guard var place = starts[digits.prefix(2)] else { return nil }
            // The entries of a province stand together.
            while place < table.count, table[place...].starts(with: digits.prefix(2)) {
                let end = table[place...].firstIndex { $0 == blank || $0 == lineEnd } ?? table.count
                let name = table[place..<end].drop { isDigit($0) }
                if table[place..<name.startIndex].elementsEqual(digits) { return String(decoding: name, as: UTF8.self) }
                place = table[end...].firstIndex { isDigit($0) } ?? table.count
            }
            return nil
        }
    }

    /// Where the entries of each province begin, by its two digits.
    private static let starts: [ArraySlice<UInt8>: Int] = DivisionTable.text.withUTF8Buffer { table in
        var starts: [ArraySlice<UInt8>: Int] = [:]
        var isEntry = true
        for (place, byte) in table.enumerated() {
            if isEntry, isDigit(byte), place + 1 < table.count {
                let province = [byte, table[place + 1]][...]
                if starts[province] == nil { starts[province] = place }
            }
            isEntry = byte == blank || byte == lineEnd
        }
        return starts
    }

    private static let zero = UInt8(ascii: "0")
    private static let blank = UInt8(ascii: " ")
    private static let lineEnd = UInt8(ascii: "\n")

    private static func isDigit(_ byte: UInt8) -> Bool { zero...UInt8(ascii: "9") ~= byte }
}
