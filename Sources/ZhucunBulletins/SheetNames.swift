internal import Messages

/// Gives sheets names that Excel accepts and that differ.
struct SheetNames {
    let language: Language
    /// In lower case, as Excel compares them; "History" is Excel's own.
    private var taken: Set<String> = ["history"]

    init(_ language: Language) {
        self.language = language
    }

    /// The wish with what is forbidden replaced, shortened, and numbered when it is there already.
    mutating func name(_ wish: String) -> String {
        let kept = visible(wish).unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "[", "(": "("
            case "]", ")": ")"
            case ":", "*", "?", "/", "\\", "\n", "\u{FFFD}": " "
            case "'": "’"
            default: Character(scalar)
            }
        }
        var name = String(kept).split(separator: " ").joined(separator: " ")
        if name.isEmpty { name = word }
        if SheetNames.isReference(name) { name = "\(word) \(name)" }
        var unique = SheetNames.shortened(name, to: SheetNames.longest)
        var number = 2
        while !taken.insert(unique.lowercased()).inserted {
            let suffix = " (\(number))"
            unique = SheetNames.shortened(name, to: SheetNames.longest - suffix.utf16.count) + suffix
            number += 1
        }
        return unique
    }

    private var word: String { Text("表", "Table")(language) }

    private static let longest = 31

    /// Whether a formula would take the name for a cell or a number: A1, 2023, R1C1, RC.
    private static func isReference(_ name: String) -> Bool {
        guard
            name.utf8.allSatisfy({ isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") })
        else { return false }
        return name.utf8.contains(where: isDigit) || ["r", "c", "rc"].contains(name.lowercased())
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }

    /// Excel counts in UTF-16.
    private static func shortened(_ name: String, to length: Int) -> String {
        var short = name
        while short.utf16.count > length { short.removeLast() }
        while short.last == " " { short.removeLast() }
        return short
    }
}
