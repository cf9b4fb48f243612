/// Every text of a records folder, kept once: identifiers, words, names.
///
/// Bytes are looked up without making a string; numbers are given in order of first sight, so they never reach a result.
public struct Symbols: Sendable {
    private var arena: [UInt8] = []
    private var ends: [Int32] = []
    private var slots: [Int32]
    private var texts: [String] = []

    public init() {
        slots = Array(repeating: -1, count: 1024)
    }

    public var count: Int { texts.count }

    public func text(_ symbol: Symbol) -> String {
        let index = Int(symbol.number)
        return texts.indices.contains(index) ? texts[index] : ""
    }

    /// The symbol of a text already seen.
    public func find(_ text: String) -> Symbol? {
        let bytes = Array(text.utf8)
        let slot = slot(of: bytes.span)
        return slots[slot] < 0 ? nil : Symbol(slots[slot])
    }

    func find(_ bytes: Span<UInt8>) -> Symbol? {
        let slot = slot(of: bytes)
        return slots[slot] < 0 ? nil : Symbol(slots[slot])
    }

    mutating func intern(_ text: String) -> Symbol {
        let bytes = Array(text.utf8)
        return intern(bytes.span)
    }

    mutating func intern(_ bytes: Span<UInt8>) -> Symbol {
        let slot = slot(of: bytes)
        if slots[slot] >= 0 { return Symbol(slots[slot]) }
        let number = Int32(texts.count)
        slots[slot] = number
        for index in bytes.indices { arena.append(bytes[index]) }
        ends.append(Int32(arena.count))
        texts.append(String(decoding: arena.suffix(bytes.count), as: UTF8.self))
        if texts.count * 2 > slots.count { grow() }
        return Symbol(number)
    }

    private func slot(of bytes: Span<UInt8>) -> Int {
        let mask = slots.count - 1
        var slot = Symbols.hash(bytes) & mask
        while slots[slot] >= 0, !matches(Int(slots[slot]), bytes) { slot = (slot + 1) & mask }
        return slot
    }

    private func matches(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == bytes.count else { return false }
        for index in bytes.indices where arena[start + index] != bytes[index] { return false }
        return true
    }

    private static func hash(_ bytes: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        var start = 0
        for number in ends.indices {
            let end = Int(ends[number])
            let bytes = Array(arena[start..<end])
            var slot = Symbols.hash(bytes.span) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
            start = end
        }
    }
}
