internal import CivilTime
internal import ZhucunKernel

/// One ratio rule: how many days and nights of a unit must be spent on post, and what counts as a day.
public struct AttendanceRule: Sendable {
    let days: Requirement
    let nights: Requirement?
    let day: DayTest
    /// The aspect that a night is.
    let night: String
    let evidence: Evidence
    let leave: LeaveEffects
    /// Whether a day half on leave is a day of leave; else it counts, and is on post by a presence in the other half.
    let halfDaysAreLeave: Bool
    let excludesHolidays: Bool
    let exemptions: [Exemption]
    /// After when the first check-in of a day is late; nil where nothing is late.
    let late: Late?
    /// How days that were missed can be made up; nil: not at all.
    let madeUp: MadeUpRule?
    /// How many of a team must be there each day; nil for rules about cadres.
    let everyDay: EveryDay?
    /// A word of the vocabulary's group `office`: who owes what is still to be reached.
    let owedBy: String?

    /// Whether anybody can be freed from it at all.
    var canFree: Bool { if case .days = days { true } else { !exemptions.isEmpty } }

    /// Whether it only measures and asks for nothing.
    var asksNothing: Bool { if case .none = days { nights == nil } else { false } }

    enum Requirement: Sendable {
        /// A part of the countable days.
        case share(Fraction)
        /// So many of a week's days; of a short week, less one for each workday that does not count, or in proportion.
        case ofWeek(Int, isProportional: Bool)
        /// A number of days whatever their count.
        case days(Int)
        /// Nothing: it is only measured.
        case none

        /// How many of the countable days are asked.
        func asked(of countable: Int, lost: Int) throws -> Int {
            switch self {
            case .share(let share): try (share * Fraction(countable)).roundedUp
            case .ofWeek(let count, isProportional: true): (count * countable + 6) / 7
            case .ofWeek(let count, isProportional: false): min(countable, max(0, count - lost))
            case .days(let number): min(number, countable)
            case .none: 0
            }
        }
    }

    /// Which aspects make a day on post.
    struct DayTest: Sendable {
        let aspects: [String]
        let needsAll: Bool
    }

    /// What a leave does to its days; where two overlap, the first of these stands.
    enum LeaveEffect: String, Sendable, CaseIterable, Comparable {
        case present, excluded, excused

        private var place: Int { self == .present ? 0 : self == .excluded ? 1 : 2 }

        static func < (a: LeaveEffect, b: LeaveEffect) -> Bool { a.place < b.place }
    }

    struct LeaveEffects: Sendable {
        let byType: [String: LeaveEffect]
        let other: LeaveEffect
        /// Approval states that make a leave count.
        let states: [String]
    }

    /// Some cadres, freed from nights or from whole months.
    struct Exemption: Sendable {
        /// Empty: of any role.
        let roles: [String]
        /// Nil: of any group.
        let group: NamedGroup?
        let fromNights: Bool
        let months: [Int]
    }
}

/// When the first check-in of a day is late, and how many such days are days of absence.
struct Late: Sendable {
    let after: Clock
    /// So many late days count as so many of absence; nil: they are only counted.
    let absence: (lateDays: Int, days: Int)?

    /// How many days of absence some late days count as.
    func absences(_ days: Int) -> Int { absence.map { days / $0.lateDays * $0.days } ?? 0 }
}

/// How many of a team must be in the village each day.
struct EveryDay: Sendable {
    enum Present: Sendable {
        /// So many, or all of a smaller team.
        case people(Int)
        /// This part of the team, rounded up.
        case share(Fraction)
    }

    let present: Present
    /// Only on days that are worked.
    let onWorkingDays: Bool

    func asked(of members: Int) throws -> Int {
        switch present {
        case .people(let number): min(number, members)
        case .share(let share): try (share * Fraction(members)).roundedUp
        }
    }
}

/// Which check-ins prove a presence; equal definitions share one ledger column set.
struct Evidence: Sendable, Hashable {
    let aspects: [Aspect]
    let sources: [String]
    /// Sources that prove a presence without a place.
    let placeless: [String]
    /// Metres, for villages whose file gives no radius.
    let radius: Int
    let accuracy: Int
    /// Places of the same township where a day counts too.
    let alsoAt: [AlsoAt]
    /// Whether each source is looked at by itself: all must prove a day, or days on which they disagree are told.
    let combination: Combination

    /// A kind of village, and the months of the year in which a day there counts; empty: in all.
    struct AlsoAt: Sendable, Hashable {
        let kind: String
        let months: [Int]
    }

    enum Combination: String, Sendable, Hashable {
        /// Any source proves a day.
        case any
        /// Any source proves a day, and where not all do the day is told.
        case anyListed
        /// Only all sources together prove a day.
        case all
    }

    /// Each definition by which check-ins are looked at: one for each source where they are compared.
    var parts: [Evidence] {
        guard combination != .any else { return [self] }
        return sources.map { source in
            Evidence(
                aspects: aspects, sources: [source], placeless: placeless, radius: radius, accuracy: accuracy,
                alsoAt: alsoAt, combination: .any)
        }
    }

    struct Aspect: Sendable, Hashable {
        let name: String
        let window: ClockWindow
        /// Whether the moment at which the window ends lies in it.
        var includesEnd = false
    }
}
