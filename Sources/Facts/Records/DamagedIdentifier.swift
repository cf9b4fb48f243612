import Messages

/// Identifiers that a spreadsheet or a hand has damaged: which of those that are there was meant.
package enum DamagedIdentifier {
    /// The one identifier that a text must have been; nil when none or several fit.
    ///
    /// Quotes, apostrophes, `="…"`, `.0` and capital letters are undone; of `1.40622E+11` and of zeros at the end the digits before
    /// them are compared.
    package static func meant(_ text: String, among known: some Sequence<String>) -> String? {
        let plain = plain(text).uppercased()
        let beginning = leadingDigits(plain)
        var exact: Set<String> = []
        var likely: Set<String> = []
        for name in known {
            if name.uppercased() == plain { exact.insert(name) }
            if let beginning, name.utf8.count == beginning.length, name.hasPrefix(beginning.digits) {
                likely.insert(name)
            }
        }
        if exact.count == 1 { return exact.first }
        return exact.isEmpty && likely.count == 1 ? likely.first : nil
    }

    private static func plain(_ text: String) -> String {
        var text = WrittenField.folded(text)
        if text.hasPrefix("=") { text.removeFirst() }
        text = String(text.drop { "\"'’‘`".contains($0) }.reversed().drop { "\"'’‘`".contains($0) }.reversed())
        if text.hasSuffix(".0"), text.dropLast(2).isOfDigits { text.removeLast(2) }
        return text
    }

    /// What is left of a long number, and how long it was.
    private static func leadingDigits(_ text: String) -> (digits: String, length: Int)? {
        let parts = text.split(separator: "E+")
        if parts.count == 2, let exponent = Int(parts[1]), 5...30 ~= exponent {
            let digits = parts[0].filter { $0 != "." }
            return digits.isOfDigits ? (digits.droppingZeros, exponent + 1) : nil
        }
        guard text.isOfDigits, text.hasSuffix("000") else { return nil }
        let digits = text.droppingZeros
        return digits.count >= 6 ? (digits, text.count) : nil
    }
}

extension String {
    /// Without the zeros at its end.
    fileprivate var droppingZeros: String { String(reversed().drop { $0 == "0" }.reversed()) }
}

extension Symbols {
    /// The identifier that a text must have been, of those that are marked by their numbers.
    func text(_ text: String, of marks: [Bool]) -> String? {
        DamagedIdentifier.meant(
            text, among: marks.indices.lazy.filter { marks[$0] }.map { self.text(Symbol(Int32($0))) })
    }
}

extension Text {
    static func mustBe(_ name: String) -> Text { Text("只能是“\(name)”", "it must be '\(name)'") }

    static func oneOfMeanings(_ meanings: [String]) -> Text {
        Text(
            "可能是 \(meanings.joined(separator: " 或 "))：写成其中一种",
            "it can be \(meanings.joined(separator: " or ")): write which")
    }
}
