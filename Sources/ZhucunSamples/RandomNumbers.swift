/// SplitMix64: small, fast, and the same everywhere.
struct RandomNumbers {
    private var state: UInt64

    /// Numbers of their own for each thing of a kind, so that none depends on how many came before it.
    init(seed: UInt64, _ kind: Kind, _ index: Int) {
        state = seed
        state = next() ^ kind.rawValue
        state = next() ^ UInt64(truncatingIfNeeded: index)
        state = next()
    }

    enum Kind: UInt64 {
        case unit = 1, township, village, cadre, leaves, checkIns, scores, events, dates, households, registers,
            projects, activities, attestations, county, mixing
        case moduleRecords, wants, deadlines, approvals, otherScores
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range; the whole range must be smaller than 2^31.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        let count = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(((next() >> 33) &* count) >> 31)
    }

    /// True so many times of a hundred.
    mutating func chance(percent: Int) -> Bool { number(0...99) < percent }

    /// One of the list; its first value is not special.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...(values.count - 1))] }
}
