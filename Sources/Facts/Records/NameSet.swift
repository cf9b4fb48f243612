/// Names, each as a number that only its bytes decide. Two names with the same number would be taken for one another, which
/// makes a set larger, never smaller.
struct NameSet: Sendable {
    /// 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 64)
    private var count = 0

    mutating func insert(_ name: UInt64) {
        guard name != 0, !contains(name) else { return }
        count += 1
        if count * 2 > slots.count { grow() }
        slots[slot(of: name)] = name
    }

    mutating func formUnion(_ names: some Sequence<UInt64>) {
        for name in names { insert(name) }
    }

    mutating func formUnion(_ other: NameSet) { formUnion(other.slots) }

    @inline(__always)
    func contains(_ name: UInt64) -> Bool { name != 0 && slots[slot(of: name)] == name }

    /// Where a name stands, or would.
    @inline(__always)
    private func slot(of name: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: name) & mask
        while slots[index] != 0, slots[index] != name { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        for name in old where name != 0 { slots[slot(of: name)] = name }
    }
}

extension RawSpan {
    /// The number of the name in some bytes, 0 for none; nil for a text that other files may write in other bytes. Eight bytes
    /// behind it must be there.
    @inline(__always)
    func name(_ range: Range<Int>) -> UInt64? {
        guard !range.isEmpty else { return 0 }
        var seen: UInt64 = 0
        var index = range.lowerBound
        while index + 8 < range.upperBound {
            seen |= word(index)
            index += 8
        }
        seen |= word(index) << UInt64((8 - (range.upperBound - index)) * 8)
        return seen & 0x8080_8080_8080_8080 == 0 ? max(1, TextBytes.checksum(extracting(range))) : nil
    }
}

extension String {
    /// The number that it has as a name.
    var nameNumber: UInt64? {
        let bytes = Array(utf8) + [UInt8](repeating: 0, count: 8)
        return bytes.span.bytes.name(0..<utf8.count)
    }
}
