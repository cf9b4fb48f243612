/// Days from first to last, both included; never empty.
@frozen
public struct DayRange: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let first: Day
    /// The last day, which belongs to the range.
    public let last: Day

    /// The days from `first` to `last`, nil when `last` is earlier.
    @inlinable
    public init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.init(ordered: first, last)
    }

    /// A single day.
    @inlinable
    public init(_ day: Day) { self.init(ordered: day, day) }

    /// Two days that are known to be in order.
    @inlinable
    init(ordered first: Day, _ last: Day) {
        self.first = first
        self.last = last
    }

    /// The number of days, at least 1.
    @inlinable public var count: Int { last - first + 1 }

    /// Whether a day lies in the range.
    @inlinable
    public func contains(_ d: Day) -> Bool { first <= d && d <= last }

    /// Whether another range lies in this one whole.
    @inlinable
    public func contains(_ r: DayRange) -> Bool { first <= r.first && r.last <= last }

    /// The days that lie in both, nil when there are none.
    @inlinable
    public func intersection(_ o: DayRange) -> DayRange? {
        DayRange(Swift.max(first, o.first), Swift.min(last, o.last))
    }

    /// The smallest range that holds both, with any days between them.
    @inlinable
    public func union(_ o: DayRange) -> DayRange {
        DayRange(ordered: Swift.min(first, o.first), Swift.max(last, o.last))
    }

    /// The days in order.
    @inlinable public var days: Days { Days(first: first, count: count) }

    /// 2023-07-01..2023-07-20.
    public var description: String { "\(first)..\(last)" }

    /// The days of a range in order, indexed from 0.
    @frozen
    public struct Days: RandomAccessCollection, Hashable, Sendable {
        @usableFromInline let first: Day
        /// The number of days.
        public let count: Int

        @inlinable
        init(first: Day, count: Int) {
            self.first = first
            self.count = count
        }

        @inlinable public var startIndex: Int { 0 }
        @inlinable public var endIndex: Int { count }
        @inlinable public subscript(position: Int) -> Day { first.advanced(by: position) }
    }
}
