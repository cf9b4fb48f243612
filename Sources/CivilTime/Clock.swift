/// A time of day to the minute, 00:00 to 24:00.
@frozen
public struct Clock: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since midnight, 0...86400.
    public let seconds: Int32

    /// 06:00, 20:00, 24:00; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let utf8 = String(text).utf8
        let bytes = utf8.span
        var position = 0
        let hour = Scan.digits(bytes, &position, count: 2)
        guard Scan.pass(0x3A, bytes, &position) else { return nil }
        let minute = Scan.digits(bytes, &position, count: 2)
        guard hour >= 0, 0...59 ~= minute, hour * 60 + minute <= 24 * 60, position == bytes.count else { return nil }
        seconds = Int32(hour * 3600 + minute * 60)
    }

    @inlinable
    public static func < (a: Clock, b: Clock) -> Bool { a.seconds < b.seconds }

    /// 06:00.
    public var description: String {
        "\(Scan.padded(Int(seconds) / 3600, 2)):\(Scan.padded(Int(seconds) / 60 % 60, 2))"
    }
}

/// A window of a day, start included, end excluded, possibly across midnight (end <= start).
@frozen
public struct ClockWindow: Hashable, Sendable, CustomStringConvertible {
    /// The first moment in the window.
    public let start: Clock
    /// The first moment after the window.
    public let end: Clock

    /// 06:00-20:00 or, across midnight, 20:00-06:00; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = Clock(parts[0]), let end = Clock(parts[1]) else { return nil }
        self.start = start
        self.end = end
    }

    /// Whether the window ends on the day after the one it starts on. With equal ends it lasts 24 hours.
    @inlinable public var crossesMidnight: Bool { end <= start }

    /// The day to which a moment in this window belongs (the one on which the window starts), or nil when the moment
    /// is outside.
    @inlinable
    public func day(of moment: LocalMoment) -> Day? {
        let second = moment.secondOfDay
        if crossesMidnight {
            if second >= start.seconds { return moment.day }
            return second < end.seconds ? moment.day.advanced(by: -1) : nil
        }
        return second >= start.seconds && second < end.seconds ? moment.day : nil
    }

    /// 20:00-06:00.
    public var description: String { "\(start)-\(end)" }
}
