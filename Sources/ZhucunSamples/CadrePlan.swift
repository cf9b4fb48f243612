internal import CivilTime

/// One invented cadre, whole: everything that the files say of this person follows from here.
struct CadrePlan {
    let index: Int
    let id: String
    let name: String
    let born: Day
    let education: String
    let employment: String
    let isPartyMember: Bool
    let role: String
    let unit: Int
    /// A graduate belongs to no team.
    var isInTeam: Bool { role != SampleWords.Role.graduate && role != SampleWords.Role.selectedGraduate }
    let isSeconded: Bool
    let postings: [SamplePosting]
    let leaves: [SampleLeave]
    let diligence: Diligence
    /// Sleeps in the village on the last day before going home, too.
    let staysLastNight: Bool
    /// How many weeks of a hundred have one day off less than they could.
    let fullerWeeksPercent: Int
    /// Never away but on leave and holidays, never without a record.
    let isFlawless: Bool
    let unusual: AwkwardCase?
    /// The day of what is unusual.
    let unusualDay: Day
    /// Away without leave.
    let absence: DayRange?

    /// How often a week goes wrong, in percent, and what raters give.
    enum Diligence {
        case steady, fair, slack, idle

        var slipPercent: Int {
            switch self {
            case .steady: 2
            case .fair: 10
            case .slack: 45
            case .idle: 85
            }
        }

        var points: Int {
            switch self {
            case .steady: 92
            case .fair: 86
            case .slack: 77
            case .idle: 66
            }
        }
    }
}

struct SamplePosting {
    let team: Int
    let village: Int
    let days: DayRange
    /// Goes on: no last day is written.
    let isOpen: Bool
}

struct SampleLeave {
    let type: String
    let days: DayRange
    var status = SampleWords.LeaveStatus.closed
    var approvers: [String] = []
    var returned: Day?
    var requestedOn: Day?
    var approvedOn: Day?

    /// The days really away: none when the leave was refused or not taken.
    var away: DayRange? {
        guard status == SampleWords.LeaveStatus.approved || status == SampleWords.LeaveStatus.closed else { return nil }
        guard let returned, returned <= days.last else { return days }
        return DayRange(days.first, returned.advanced(by: -1))
    }
}

/// Makes the plans, each from numbers of its own.
struct CadrePlanner {
    let world: SampleWorld
    let span: SampleSpan

    func plan(_ index: Int) -> CadrePlan {
        var random = RandomNumbers(seed: world.seed, .cadre, index)
        let place = world.place(of: index)
        let unusual =
            world.cadreCount >= AwkwardCase.smallestCadres ? AwkwardCase(cadre: index, days: span.asked.count) : nil
        let unusualDay = day(of: unusual)
        let ordinaryUnit = world.unit(ofTeam: random.chance(percent: 9) ? place.team + 1 : place.team)
        let unit =
            unusual == .longLeaveRightApprovers || unusual == .longLeaveWrongApprover ? firstCityUnit : ordinaryUnit
        let tied = world.cadreCount >= AwkwardCase.smallestCadres && AwkwardTeam.tied.contains(place.team)
        let postings = postings(unusual, unusualDay, tied, place.team, &random)
        let level = world.level(ofUnit: unit)
        let asksForFullDays = world.county(ofTeam: place.team).county.asksForFullDays
        let graduate = unusual == nil && !tied && place.member > 1 ? graduate(&random) : nil
        return CadrePlan(
            index: index, id: world.cadreID(index), name: SampleNames.person(&random), born: born(&random),
            education: education(level, &random),
            employment: graduate?.employment
                ?? (unusual == .incompetentGrade ? SampleWords.Employment.civilServant : employment(unit, &random)),
            isPartyMember: place.member == 0 || random.chance(percent: 75),
            role: graduate?.role ?? role(place.member), unit: unit, isSeconded: random.chance(percent: 4),
            postings: postings,
            leaves: tied
                ? [] : LeavePlanner(span: span, world: world).leaves(index, unusual, unusualDay, level, postings),
            diligence: unusual != nil || tied ? .steady : diligence(&random),
            staysLastNight: random.chance(percent: asksForFullDays ? 92 : 60),
            fullerWeeksPercent: asksForFullDays ? 55 : 15,
            isFlawless: tied, unusual: unusual, unusualDay: unusualDay,
            absence: unusual == .longAbsence ? DayRange(unusualDay, unusualDay.advanced(by: 19)) : nil)
    }

    private var firstCityUnit: Int {
        (0..<world.unitCount).first { world.level(ofUnit: $0) == SampleWords.Level.city } ?? 0
    }

    private func diligence(_ random: inout RandomNumbers) -> CadrePlan.Diligence {
        switch random.number(0...99) {
        case ..<78: .steady
        case ..<92: .fair
        case ..<98: .slack
        default: .idle
        }
    }

    // MARK: Days

    private func day(of unusual: AwkwardCase?) -> Day {
        switch unusual {
        case .startsOnWednesday: ordinary(weekday: 3, from: span.day(percent: 20))
        case .oneDayPosting, .justInsideFence, .justOutsideFence, .badAccuracy, .checkInWithoutPlace:
            ordinary(weekday: 2, from: span.day(percent: 45))
        case .longAbsence: span.day(percent: 35)
        case .leaveAcrossMonths: acrossMonths
        case .longLeaveRightApprovers, .longLeaveWrongApprover: ordinary(weekday: 1, from: span.day(percent: 25))
        default: ordinary(weekday: 1, from: span.day(percent: 40))
        }
    }

    /// The first such weekday that is no holiday.
    private func ordinary(weekday: Int, from first: Day) -> Day {
        let candidates = (0..<28).map { first.advanced(by: $0) }.filter {
            $0.weekday == weekday && $0 <= span.asked.last
        }
        return candidates.first { !span.isHoliday[span.index($0)] } ?? candidates.first ?? first
    }

    /// Three days before the turn of a month near the middle.
    private var acrossMonths: Day {
        let month = Period(containing: span.day(percent: 50), unit: .month)
        let usesEnd = month.last.advanced(by: 3) <= span.asked.last
        return (usesEnd ? month.last.advanced(by: 1) : month.first).advanced(by: -3)
    }

    private func postings(_ unusual: AwkwardCase?, _ day: Day, _ tied: Bool, _ team: Int, _ random: inout RandomNumbers)
        -> [SamplePosting]
    {
        let from = span.asked.first.advanced(by: -random.number(30...700))
        let isNew = random.chance(percent: 4)
        let leaves = random.chance(percent: 3)
        let shift = random.number(5...95)
        func posting(_ team: Int, _ first: Day, _ last: Day?) -> [SamplePosting] {
            DayRange(first, last ?? .distantFuture).map {
                [SamplePosting(team: team, village: team, days: $0, isOpen: last == nil)]
            } ?? []
        }
        switch unusual {
        case .startsOnWednesday: return posting(team, day, nil)
        case .oneDayPosting: return posting(team, day, day)
        case .movedBetweenVillages:
            return posting(team, from, day) + posting(AwkwardTeam.host, day.advanced(by: 1), nil)
        case .some: return posting(team, from, nil)
        case nil where isNew && !tied: return posting(team, span.day(percent: shift), nil)
        case nil where leaves && !tied: return posting(team, from, span.day(percent: shift))
        case nil: return posting(team, from, nil)
        }
    }

    // MARK: The person

    private func born(_ random: inout RandomNumbers) -> Day {
        let age = random.chance(percent: 2) ? random.number(56...59) : random.number(25...54)
        return span.asked.first.addingYears(-age).advanced(by: -random.number(0...360))
    }

    private func role(_ member: Int) -> String {
        switch member {
        case 0: SampleWords.Role.firstSecretary
        case 1: SampleWords.Role.teamLeader
        default: SampleWords.Role.member
        }
    }

    /// A few are graduates at a village rather than members of its team.
    private func graduate(_ random: inout RandomNumbers) -> (role: String, employment: String)? {
        switch random.number(0...99) {
        case ..<8: (SampleWords.Role.graduate, SampleWords.Employment.graduate)
        case ..<11: (SampleWords.Role.selectedGraduate, SampleWords.Employment.selectedGraduate)
        default: nil
        }
    }

    /// Diplomas that the rules of selection ask for, but for a few.
    private func education(_ level: String, _ random: inout RandomNumbers) -> String {
        let words = SampleWords.educations
        switch random.number(0...99) {
        case ..<12: return words[0]
        case ..<70: return words[1]
        case ..<(level == SampleWords.Level.county ? 94 : 98): return words[2]
        default: return words[3]
        }
    }

    private func employment(_ unit: Int, _ random: inout RandomNumbers) -> String {
        switch world.kind(ofUnit: unit) {
        case SampleWords.UnitKind.government:
            random.chance(percent: 80)
                ? SampleWords.Employment.civilServant : SampleWords.Employment.institutionManagement
        case SampleWords.UnitKind.enterprise: SampleWords.Employment.enterprise
        default:
            random.chance(percent: 50)
                ? SampleWords.Employment.institutionTechnical : SampleWords.Employment.institutionManagement
        }
    }
}
