/// Identifiers of what is there, up to sixteen bytes long, in one table: one look at memory tells who is meant.
struct IdentifierTable: Sendable {
    private struct Entry: Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var count: Int32 = 0
        var number: Int32 = -1
    }

    private var entries: [Entry]

    /// `known`: by the number of a symbol, whether there is something of that name.
    init(_ known: [Bool], _ symbols: Symbols) {
        let numbers = known.indices.filter { known[$0] }
        var size = 16
        while size < numbers.count * 2 { size *= 2 }
        entries = Array(repeating: Entry(), count: size)
        for number in numbers {
            guard let text = ShortText(symbols.text(Symbol(Int32(number)))) else { continue }
            var place = place(of: text)
            while entries[place].number >= 0 { place = (place + 1) & (size - 1) }
            entries[place] = Entry(first: text.first, second: text.second, count: text.count, number: Int32(number))
        }
    }

    @inline(__always)
    private func place(of text: ShortText) -> Int { Int(truncatingIfNeeded: text.hash >> 20) & (entries.count - 1) }

    /// Finds many at once, so that looks at memory do not wait for each other: the number of each text's symbol, or -1.
    func find(_ texts: [ShortText], count: Int, into numbers: inout [Int32]) {
        for index in 0..<count { numbers[index] = entries[place(of: texts[index])].number }
        for index in 0..<count where numbers[index] >= 0 {
            let text = texts[index]
            var place = place(of: text)
            while entries[place].number >= 0 {
                let entry = entries[place]
                if entry.first == text.first, entry.second == text.second, entry.count == text.count { break }
                place = (place + 1) & (entries.count - 1)
            }
            numbers[index] = entries[place].number
        }
    }
}

/// Up to sixteen bytes of text in two numbers.
struct ShortText: Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var count: Int32 = 0

    init() {}

    /// Nil when the text is longer.
    init?(_ text: String) {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
        guard bytes.count <= 32 else { return nil }
        self.init(bytes.span.bytes, 0..<(bytes.count - 16))
    }

    /// Nil when the text is longer. Sixteen bytes from its beginning must be there.
    @inline(__always)
    init?(_ bytes: RawSpan, _ range: Range<Int>) {
        let count = range.count
        guard count <= 16 else { return nil }
        first = bytes.word(range.lowerBound) & ShortText.mask(count)
        second = bytes.word(range.lowerBound + 8) & ShortText.mask(count - 8)
        self.count = Int32(truncatingIfNeeded: count)
    }

    @inline(__always)
    var hash: UInt64 {
        let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: second ^ 0xD6E8_FEB8_6659_FD93 &+ UInt64(truncatingIfNeeded: count))
        return product.high ^ product.low
    }

    /// The bits of so many bytes of a word.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : count <= 0 ? 0 : 1 << UInt64(count * 8) &- 1 }
}
