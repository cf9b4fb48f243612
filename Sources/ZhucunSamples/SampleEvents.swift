internal import CivilTime

/// Writes incidents, annual grades and polls.
struct SampleEvents {
    private typealias Incident = SampleWords.Incident
    private typealias Grade = SampleWords.Grade
    private typealias Level = SampleWords.Level

    struct Happening {
        let kind: String
        let day: Day
        var level = ""
        var days = ""
    }

    private let world: SampleWorld
    private let span: SampleSpan
    private var incidents = 0

    init(_ world: SampleWorld, _ span: SampleSpan) {
        self.world = world
        self.span = span
    }

    /// The identifiers of the incidents written.
    mutating func writeIncidents(_ plan: CadrePlan, into file: SampleFile) throws(SampleError) -> [String] {
        var ids: [String] = []
        for happening in happenings(plan) {
            incidents += 1
            let id = "I\(incidents)"
            try file.write(id, plan.id, happening.day.description, happening.kind, happening.level, happening.days)
            ids.append(id)
        }
        return ids
    }

    private func happenings(_ plan: CadrePlan) -> [Happening] {
        let early = span.day(percent: 30)
        let late = span.day(percent: 70)
        switch plan.unusual {
        case .offPostOnce: return [Happening(kind: Incident.offPost, day: early, level: Level.county, days: "1")]
        case .offPostTwice:
            return [
                Happening(kind: Incident.offPost, day: early, level: Level.county, days: "1"),
                Happening(kind: Incident.offPost, day: late, level: Level.city, days: "2"),
            ]
        case .namedTwice:
            return [
                Happening(kind: Incident.namedInBulletin, day: early, level: Level.county),
                Happening(kind: Incident.namedInBulletin, day: late, level: Level.province),
            ]
        case .interviewedTwice:
            return [
                Happening(kind: Incident.interview, day: early, level: Level.county),
                Happening(kind: Incident.interview, day: late, level: Level.county),
            ]
        case .selfCriticismAndAdmonition:
            return [
                Happening(kind: Incident.selfCriticism, day: early, level: Level.county),
                Happening(kind: Incident.admonition, day: late, level: Level.county),
            ]
        case .some: return []
        case nil: return ordinary(plan)
        }
    }

    private func ordinary(_ plan: CadrePlan) -> [Happening] {
        var random = RandomNumbers(seed: world.seed, .events, plan.index)
        guard let posted = plan.postings.first?.days.intersection(span.asked) else { return [] }
        let day = posted.first.advanced(by: random.number(0...(posted.count - 1)))
        let draw = random.number(0...999)
        switch plan.diligence {
        case .steady, .fair:
            switch draw {
            case ..<15: return [Happening(kind: Incident.praise, day: day, level: Level.county)]
            case ..<25: return [Happening(kind: Incident.award, day: day, level: Level.city)]
            case ..<35: return [Happening(kind: Incident.namedInBulletin, day: day, level: Level.county)]
            case ..<40: return [Happening(kind: Incident.health, day: day)]
            default: return []
            }
        case .slack, .idle:
            switch draw {
            case ..<250: return [Happening(kind: Incident.offPost, day: day, level: Level.county, days: "1")]
            case ..<400: return [Happening(kind: Incident.namedInBulletin, day: day, level: Level.county)]
            case ..<450: return [Happening(kind: Incident.complaints, day: day, level: Level.county)]
            default: return []
            }
        }
    }

    /// Grades of the three years before, and of the sample's last year when it is over.
    func writeGrades(_ plan: CadrePlan, into file: SampleFile) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .events, -1 - plan.index)
        let last = span.asked.last.year
        let isOver = span.asked.last == Period(containing: span.asked.last, unit: .year).last
        for year in (last - 3)...last {
            if plan.unusual == .incompetentGrade, year == last {
                try file.write(plan.id, "\(year)", Grade.incompetent)
            } else if year < last || isOver {
                try file.write(plan.id, "\(year)", grade(plan, &random))
            }
        }
    }

    private func grade(_ plan: CadrePlan, _ random: inout RandomNumbers) -> String {
        let isCivilServant = plan.employment == SampleWords.Employment.civilServant
        switch random.number(0...99) {
        case ..<18: return Grade.excellent
        case ..<98: return isCivilServant ? Grade.competent : Grade.qualified
        default: return isCivilServant ? Grade.basicallyCompetent : Grade.basicallyQualified
        }
    }

    /// A poll of villagers for everybody, another at the end for one in five.
    func writePolls(_ plan: CadrePlan, into file: SampleFile) throws(SampleError) {
        var random = RandomNumbers(seed: world.seed, .dates, plan.index)
        let isAssessed = plan.index % 5 == 0
        for (percent, kind) in [(45, SampleWords.Poll.villagers), (95, SampleWords.Poll.assessment)] {
            let day = span.day(percent: percent)
            let asked = random.number(20...60)
            let share = random.number(-8...6) + plan.diligence.points
            guard plan.postings.contains(where: { $0.days.contains(day) }), percent < 50 || isAssessed else { continue }
            let satisfied = plan.unusual == .lowPoll ? (asked * 6 - 1) / 10 : min(asked, (asked * share + 50) / 100)
            try file.write(plan.id, day.description, kind, "\(satisfied)", "\(asked)")
        }
    }
}
