/// Finds rows of words that are equal while they are put together: of many outcomes most are like others.
struct EqualRows {
    /// Of each row its place among the different ones.
    private(set) var places: [Int32] = []
    private var different = 0
    /// Places of different rows by their hashes, -1 for none: a hash table with open addressing.
    private var slots = [Int32](repeating: -1, count: 64)
    /// When it is looked next whether rows repeat at all.
    private var nextLook = 256

    /// Takes the row that stands behind the different ones, and takes it away when it is equal to one of them. False when too few rows
    /// are equal for it to be of use.
    mutating func add(_ words: inout [Int64], _ width: Int) -> Bool {
        let start = different * width
        let place = find(words, start, width)
        if place < different { words.removeLast(width) } else { note(words, width) }
        places.append(Int32(place))
        guard places.count == nextLook else { return true }
        nextLook *= 4
        return different * 2 <= places.count
    }

    /// The rows one after another, the equal ones too.
    func apart(_ words: [Int64], _ width: Int, _ reserved: Int) -> [Int64] {
        var apart: [Int64] = []
        apart.reserveCapacity(max(reserved, places.count) * width)
        for place in places { apart += words[Int(place) * width..<(Int(place) + 1) * width] }
        return apart
    }

    private func find(_ words: [Int64], _ start: Int, _ width: Int) -> Int {
        var slot = slot(words, start, width)
        while slots[slot] >= 0 {
            let known = Int(slots[slot]) * width
            if (0..<width).allSatisfy({ words[known + $0] == words[start + $0] }) { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return different
    }

    private mutating func note(_ words: [Int64], _ width: Int) {
        different += 1
        if different * 2 > slots.count {
            slots = Array(repeating: -1, count: slots.count * 2)
            for place in 0..<different { enter(place, words, width) }
        } else {
            enter(different - 1, words, width)
        }
    }

    private mutating func enter(_ place: Int, _ words: [Int64], _ width: Int) {
        var slot = slot(words, place * width, width)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(place)
    }

    private func slot(_ words: [Int64], _ start: Int, _ width: Int) -> Int {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for word in words[start..<start + width] {
            let product = (hash ^ UInt64(bitPattern: word)).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
            hash = product.high ^ product.low
        }
        return Int(truncatingIfNeeded: hash) & (slots.count - 1)
    }
}

extension Array {
    /// Without room for more, where there is much.
    var trimmed: [Element] { capacity > count + count / 4 + 16 ? withUnsafeBufferPointer { Array($0) } : self }
}
