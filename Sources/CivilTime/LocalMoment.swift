/// Seconds since 1970-01-01T00:00:00 in a zone's civil time.
@frozen
public struct LocalMoment: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00 on the zone's own clocks.
    public var seconds: Int64

    /// The moment so many seconds after 1970-01-01T00:00:00.
    @inlinable
    public init(seconds: Int64) { self.seconds = seconds }

    /// The moment `second` seconds after a day's midnight.
    @inlinable
    public init(day: Day, second: Int32) {
        seconds = Int64(day.number) * 86_400 + Int64(second)
    }

    /// The day that the moment lies on.
    @inlinable
    public var day: Day {
        let quotient = seconds / 86_400
        return Day(number: Int32(clamping: seconds % 86_400 < 0 ? quotient - 1 : quotient))
    }

    /// Seconds since that day's midnight, 0..<86400.
    @inlinable
    public var secondOfDay: Int32 {
        let remainder = Int32(truncatingIfNeeded: seconds % 86_400)
        return remainder < 0 ? remainder + 86_400 : remainder
    }

    @inlinable
    public static func < (a: LocalMoment, b: LocalMoment) -> Bool { a.seconds < b.seconds }

    /// 2023-07-01 20:15:00.
    public var description: String {
        let second = Int(secondOfDay)
        let parts = [second / 3600, second / 60 % 60, second % 60].map { Scan.padded($0, 2) }
        return "\(day) \(parts.joined(separator: ":"))"
    }
}

extension LocalMoment {
    /// ISO 8601 with offset or Z (converted into `zone`), or local time without offset: 2023-07-01T20:15:00+08:00,
    /// 2023-07-01 20:15. Nil when malformed.
    ///
    /// Seconds are optional, and so is their fraction, which is cut off. The offset is Z, +08:00, +0800 or +08. Before
    /// a space the date may have any of `Day`'s forms; after the forms that spreadsheets write (2023/7/1 8:05) the
    /// hour may have one digit.
    @inlinable
    public init?(bytes: Span<UInt8>, zone: CivilZone) {
        var position = 0
        guard let day = Scan.day(bytes, &position), position < bytes.count else { return nil }
        let isoDate = bytes[4] == 0x2D
        let separator = bytes[position]
        guard separator == 0x20 || (separator == 0x54 && isoDate) else { return nil }
        position += 1
        guard let second = Scan.time(bytes, &position, shortHour: !isoDate) else { return nil }
        self.init(day: day, second: second)
        guard position < bytes.count else { return }
        guard let offset = Scan.offset(bytes, &position), position == bytes.count else { return nil }
        seconds += Int64(zone.offset) - Int64(offset)
    }
}

extension Scan {
    /// 20:15, 20:15:30 or 20:15:30.250 as whole seconds since midnight.
    @inlinable
    static func time(_ bytes: Span<UInt8>, _ position: inout Int, shortHour: Bool) -> Int32? {
        let hour = shortHour ? oneOrTwoDigits(bytes, &position) : digits(bytes, &position, count: 2)
        guard 0...23 ~= hour, pass(0x3A, bytes, &position) else { return nil }
        let minute = digits(bytes, &position, count: 2)
        guard 0...59 ~= minute else { return nil }
        var second = 0
        if pass(0x3A, bytes, &position) {
            second = digits(bytes, &position, count: 2)
            guard 0...59 ~= second else { return nil }
            if pass(0x2E, bytes, &position) {
                guard digits(bytes, &position, count: 1) >= 0 else { return nil }
                while position < bytes.count, bytes[position] &- 0x30 <= 9 { position += 1 }
            }
        }
        return Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second)
    }
}
