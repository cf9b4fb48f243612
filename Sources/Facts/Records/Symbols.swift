/// Every text of a records folder, kept once: identifiers, words, names.
///
/// Bytes are looked up without making a string; numbers are given in order of first sight, so they never reach a result.
public struct Symbols: Sendable {
    /// Where a text may stand in the table: its hash tells most others apart without a look at the arena.
    private struct Slot {
        var hash: UInt32 = 0
        var number: Int32 = -1
    }

    private var arena: [UInt8] = []
    private var ends: [Int32] = []
    /// Empty once the table is ``settle()``d.
    private var slots: [Slot]
    /// The numbers of the slots, once the table is settled.
    private var settled: [Int32] = []

    /// Symbols without a text.
    public init() {
        slots = Array(repeating: Slot(), count: 1024)
    }

    /// How many different texts there are.
    public var count: Int { ends.count }

    /// The text of a symbol; empty for the symbol of no text.
    public func text(_ symbol: Symbol) -> String {
        let number = Int(symbol.number)
        guard ends.indices.contains(number) else { return "" }
        return arena.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[range(number)]), as: UTF8.self)
        }
    }

    /// Whether a text comes before another by its bytes.
    func isBefore(_ a: Symbol, _ b: Symbol) -> Bool {
        let arena = arena.span.bytes
        return TextBytes.isBefore(arena.extracting(range(Int(a.number))), arena.extracting(range(Int(b.number))))
    }

    /// The symbol of a text that the records hold; nil when they do not.
    public func find(_ text: String) -> Symbol? {
        let bytes = Array(text.utf8)
        return find(bytes.span)
    }

    func find(_ bytes: Span<UInt8>) -> Symbol? {
        let hash = TextBytes.hash(bytes.bytes)
        guard slots.isEmpty else {
            let number = slots[slot(of: bytes, hash)].number
            return number < 0 ? nil : Symbol(number)
        }
        var index = Int(hash) & (settled.count - 1)
        while settled[index] >= 0 {
            if matches(Int(settled[index]), bytes) { return Symbol(settled[index]) }
            index = (index + 1) & (settled.count - 1)
        }
        return nil
    }

    /// Gives up what is only needed while texts are added: there are millions.
    mutating func settle() {
        guard !slots.isEmpty else { return }
        settled = slots.map(\.number)
        slots = []
        arena = arena.withUnsafeBufferPointer { Array($0) }
        ends = ends.withUnsafeBufferPointer { Array($0) }
    }

    private mutating func unsettle() {
        slots = Array(repeating: Slot(), count: settled.count)
        settled = []
        let mask = slots.count - 1
        for number in ends.indices {
            let hash = TextBytes.hash(arena.span.bytes.extracting(range(number)))
            var index = Int(hash) & mask
            while slots[index].number >= 0 { index = (index + 1) & mask }
            slots[index] = Slot(hash: hash, number: Int32(number))
        }
    }

    /// The same, looked for first behind another: files mostly have the order of what they refer to.
    func find(_ bytes: Span<UInt8>, behind last: Int32) -> Symbol? {
        for number in (last + 1)..<max(last + 1, min(last + 5, Int32(ends.count))) where matches(Int(number), bytes) {
            return Symbol(number)
        }
        return find(bytes)
    }

    mutating func intern(_ text: String) -> Symbol {
        let bytes = Array(text.utf8)
        return intern(bytes.span)
    }

    mutating func intern(_ bytes: Span<UInt8>) -> Symbol { intern(bytes, TextBytes.hash(bytes.bytes)) }

    private mutating func intern(_ bytes: Span<UInt8>, _ hash: UInt32) -> Symbol {
        if slots.isEmpty { unsettle() }
        let slot = slot(of: bytes, hash)
        if slots[slot].number >= 0 { return Symbol(slots[slot].number) }
        let number = Int32(ends.count)
        slots[slot] = Slot(hash: hash, number: number)
        bytes.withUnsafeBufferPointer { arena.append(contentsOf: $0) }
        ends.append(Int32(arena.count))
        if ends.count * 3 > slots.count * 2 { grow() }
        return Symbol(number)
    }

    /// Numbers of many texts. What each may be is asked for all before the first is looked up: from a large table it comes for
    /// several in the time of one.
    mutating func intern(_ ranges: [Range<Int>], of bytes: Span<UInt8>) -> [Int32] {
        if slots.isEmpty { unsettle() }
        let hashes = ranges.map { TextBytes.hash(bytes.bytes.extracting($0)) }
        let mask = slots.count - 1
        var numbers = hashes.map { hash in
            let slot = slots[Int(hash) & mask]
            return slot.hash == hash ? slot.number : -1
        }
        for index in numbers.indices {
            let text = bytes.extracting(ranges[index])
            if numbers[index] < 0 || !matches(Int(numbers[index]), text) {
                numbers[index] = intern(text, hashes[index]).number
            }
        }
        return numbers
    }

    private func slot(of bytes: Span<UInt8>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var index = Int(hash) & mask
        while true {
            let slot = slots[index]
            if slot.number < 0 || slot.hash == hash && matches(Int(slot.number), bytes) { return index }
            index = (index + 1) & mask
        }
    }

    /// Empty for the number of no text.
    private func range(_ number: Int) -> Range<Int> {
        (number <= 0 ? 0 : Int(ends[number - 1]))..<(number < 0 ? 0 : Int(ends[number]))
    }

    private func matches(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
        let range = range(number)
        return range.count == bytes.count && TextBytes.equal(arena.span.bytes.extracting(range), bytes.bytes)
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        let mask = slots.count - 1
        // In the order of the old table, so that the new one is filled in two runs.
        for slot in old where slot.number >= 0 {
            var index = Int(slot.hash) & mask
            while slots[index].number >= 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }
}

/// Bytes of short texts, eight at a time.
package enum TextBytes {
    static func hash(_ bytes: RawSpan) -> UInt32 { UInt32(truncatingIfNeeded: checksum(bytes)) }

    /// The same on every machine.
    package static func checksum(_ bytes: RawSpan) -> UInt64 {
        let count = bytes.byteCount
        var hash = mix(0x9E37_79B9_7F4A_7C15, UInt64(truncatingIfNeeded: count))
        guard count >= 8 else { return mix(hash, short(bytes)) }
        var index = 0
        while index + 8 < count {
            hash = mix(hash, bytes.word(index))
            index += 8
        }
        return mix(hash, bytes.word(count - 8))
    }

    static func equal(_ a: RawSpan, _ b: RawSpan) -> Bool {
        let count = a.byteCount
        guard count == b.byteCount else { return false }
        guard count >= 8 else { return short(a) == short(b) }
        var index = 0
        while index + 8 < count {
            guard
                a.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                    == b.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            else { return false }
            index += 8
        }
        return a.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            == b.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }

    static func isBefore(_ a: RawSpan, _ b: RawSpan) -> Bool {
        let count = min(a.byteCount, b.byteCount)
        var index = 0
        while index + 8 <= count {
            // With the first byte as the highest, the smaller number is that of the earlier text.
            let (x, y) = (a.word(index).byteSwapped, b.word(index).byteSwapped)
            if x != y { return x < y }
            index += 8
        }
        while index < count {
            if a.byte(index) != b.byte(index) { return a.byte(index) < b.byte(index) }
            index += 1
        }
        return a.byteCount < b.byteCount
    }

    /// Fewer than eight bytes as one number; the same only for the same bytes of the same count.
    private static func short(_ bytes: RawSpan) -> UInt64 {
        let count = bytes.byteCount
        if count >= 4 {
            let first = UInt64(bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self))
            return first << 32 | UInt64(bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        }
        var value: UInt64 = 0
        for index in 0..<count { value = value << 8 | UInt64(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)) }
        return value
    }

    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
