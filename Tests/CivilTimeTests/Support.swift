import CivilTime

/// SplitMix64: random input that is the same in every run.
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Every date of 1900...2999 in order, found by counting: nothing in common with the arithmetic under test.
struct Walk: Sequence, IteratorProtocol {
    var number: Int32 = -25_567
    var year = 1900, month = 1, day = 1
    var weekday = 1  // 1 January 1900 was a Monday

    typealias Step = (number: Int32, year: Int, month: Int, day: Int, weekday: Int)

    mutating func next() -> Step? {
        guard year < 3000 else { return nil }
        defer {
            number += 1
            weekday = weekday == 7 ? 1 : weekday + 1
            day += 1
            if day > Walk.length(year, month) {
                day = 1
                month += 1
            }
            if month > 12 {
                month = 1
                year += 1
            }
        }
        return (number, year, month, day, weekday)
    }

    static func length(_ year: Int, _ month: Int) -> Int {
        let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}

/// A day that the test knows to exist; 1900-01-01 with a failed expectation elsewhere when it does not.
func day(_ text: String) -> Day { Day(text) ?? .distantPast }

func day(bytes text: String) -> Day? {
    let bytes = Array(text.utf8)
    return Day(bytes: bytes.span)
}

func moment(_ text: String, zone: CivilZone) -> LocalMoment? {
    let bytes = Array(text.utf8)
    return LocalMoment(bytes: bytes.span, zone: zone)
}

/// Texts one or a few bytes away from good ones, and some that are nothing at all.
func mutations(of seeds: [String], count: Int, seed: UInt64) -> [[UInt8]] {
    var random = Random(state: seed)
    let alphabet = Array("0123456789-/:.+TZWQH 年月日上下\0\u{FF}".utf8)
    return (0..<count).map { index in
        var bytes = Array(seeds[index % seeds.count].utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let position = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
            let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            switch Int.random(in: 0...3, using: &random) {
            case 0 where !bytes.isEmpty: bytes.remove(at: position)
            case 1: bytes.insert(byte, at: position)
            case 2: bytes = Array(bytes.prefix(position))
            default: if !bytes.isEmpty { bytes[position] = byte }
            }
        }
        return bytes
    }
}
