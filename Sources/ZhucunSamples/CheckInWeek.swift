internal import CivilTime

/// Decides one week of a cadre: the days at the village and the nights slept there, as bits from Monday to Sunday.
struct CheckInWeek {
    private(set) var present: UInt8 = 0
    private(set) var nights: UInt8 = 0

    /// Orders in which days are taken off: most go home at the weekend.
    private static let orders: [[Int]] = [
        [6, 5, 0, 4, 3, 2, 1], [5, 6, 4, 0, 3, 2, 1], [6, 5, 4, 0, 1, 3, 2], [6, 0, 5, 4, 1, 3, 2],
        [5, 4, 6, 3, 0, 2, 1],
    ]

    /// `posted`: days of the postings without leave. `holidays`: which of the seven are public holidays.
    init(posted: UInt8, holidays: UInt8, _ plan: CadrePlan, _ random: inout RandomNumbers) {
        let countable = posted & ~holidays
        if plan.isFlawless {
            present = countable
            nights = countable
            return
        }
        let count = countable.nonzeroBitCount
        let slips = random.chance(percent: plan.diligence.slipPercent)
        // What five days and four nights of seven leave free.
        let freeDays = count * 2 / 7
        let freeNights = count * 3 / 7
        let keepsDay = freeDays > 0 && random.chance(percent: plan.fullerWeeksPercent)
        let off = min(count, freeDays - (keepsDay ? 1 : 0) + (slips ? random.number(1...3) : 0))
        present = countable
        var left = off
        for day in random.pick(CheckInWeek.orders) where left > 0 && present & bit(day) != 0 {
            present &= ~bit(day)
            left -= 1
        }
        for day in 0..<7 where posted & holidays & bit(day) != 0 && random.chance(percent: 8) { present |= bit(day) }
        nights = present
        if !plan.staysLastNight { dropLastNights(countable, freeNights - off) }
        if slips, nights != 0 { nights &= nights - 1 }
    }

    private func bit(_ day: Int) -> UInt8 { 1 << UInt8(day) }

    /// Goes home in the evening before a day off, as often as the rule allows.
    private mutating func dropLastNights(_ countable: UInt8, _ most: Int) {
        var left = most
        for day in (0..<7).reversed() where left > 0 {
            let isBeforeHome = day == 6 || present & bit(day + 1) == 0
            guard isBeforeHome, present & countable & bit(day) != 0 else { continue }
            nights &= ~bit(day)
            left -= 1
        }
    }

    mutating func makePresent(on day: Int) {
        present |= bit(day)
        nights |= bit(day)
    }

    mutating func makeAbsent(on day: Int) {
        present &= ~bit(day)
        nights &= ~bit(day)
    }

    func isPresent(on day: Int) -> Bool { present & bit(day) != 0 }
    func isNight(on day: Int) -> Bool { nights & bit(day) != 0 }
}
