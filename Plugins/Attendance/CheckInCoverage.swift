internal import CivilTime
internal import ZhucunKernel

/// Where and when check-ins were kept that prove anything under one definition of evidence, wherever they were made: of each team (or
/// village, for people without one) the months in which any of its members checked in; of each county the first day, and month by month
/// the last moment.
struct CheckInCoverage: Sendable {
    let stations: Stations
    /// The month of the axis's first day, counted from the year 0.
    let firstMonth: Int
    /// The months that the axis touches, and one more.
    let months: Int
    /// The months' days, from this one on: which month each is in.
    private let monthsFrom: Int
    private let monthOfDay: [Int]
    /// Group by group, month by month.
    var seen: [Bool]
    /// County by county, as numbers since 1970.
    var first: [Int]
    /// County by county, month by month, in seconds since 1970.
    var latest: [Int]
    /// Where the newest moment belongs; rows of a cadre and a day mostly follow each other. -1: in no place, or in several.
    private var noted = (cadre: -1, day: Int.min, place: -1)

    static let never = Int.min

    init(_ stations: Stations, _ axis: DayAxis) {
        self.stations = stations
        let firstMonth = axis.days.first.year * 12 + axis.days.first.month
        self.firstMonth = firstMonth
        months = axis.days.last.year * 12 + axis.days.last.month - firstMonth + 2
        let last = Period(containing: axis.days.last, unit: .month)
        let whole = Period(containing: axis.days.first, unit: .month).days.union((last.next ?? last).days)
        monthsFrom = Int(whole.first.number)
        monthOfDay = whole.days.map { $0.year * 12 + $0.month - firstMonth }
        seen = Array(repeating: false, count: stations.groups.count * months)
        first = Array(repeating: Int.max, count: stations.counties.count)
        latest = Array(repeating: CheckInCoverage.never, count: stations.counties.count * months)
    }

    /// `day`: as a number since 1970.
    @inline(__always)
    mutating func note(_ cadre: Int, _ day: Int, _ second: Int32) {
        let moment = day * 86_400 + Int(second)
        if noted.cadre == cadre, noted.day == day, noted.place >= 0 {
            if latest[noted.place] < moment { latest[noted.place] = moment }
        } else {
            noteElsewhere(cadre, day, moment)
        }
    }

    private mutating func noteElsewhere(_ cadre: Int, _ day: Int, _ moment: Int) {
        let index = day - monthsFrom
        let month = monthOfDay.indices.contains(index) ? monthOfDay[index] : nil
        var places = 0
        noted = (cadre, day, -1)
        stations.each(of: cadre, on: day) { station in
            let county = Int(station.county)
            first[county] = min(first[county], day)
            guard let month else { return false }
            let group = Int(station.group) * months + month
            if !seen[group] { seen[group] = true }
            let place = county * months + month
            latest[place] = max(latest[place], moment)
            noted.place = places == 0 ? place : -1
            places += 1
            return false
        }
    }

    mutating func join(_ other: CheckInCoverage) {
        for index in seen.indices where other.seen[index] { seen[index] = true }
        for index in first.indices { first[index] = min(first[index], other.first[index]) }
        for index in latest.indices { latest[index] = max(latest[index], other.latest[index]) }
    }

    /// Whether anybody of a group checked in in the month of a day.
    func isSeen(_ group: Int, month: Int) -> Bool { seen[group * months + month] }

    func month(of day: Day) -> Int { day.year * 12 + day.month - firstMonth }

    /// Whether a window that belongs to a day and ends at a moment is over for a county: somebody checked in there since, in the window's
    /// month or the next, and had before.
    func isOver(_ day: Day, end: Int, in county: Int) -> Bool {
        let place = county * months + month(of: day)
        return first[county] <= Int(day.number) && max(latest[place], latest[place + 1]) >= end
    }
}
