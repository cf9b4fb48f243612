import CivilTime
import PolicyYAML

/// Which parties bear the offices that a provision names, on a day.
struct Bearers {
    private let evaluation: Evaluation
    private let words: Words
    private let day: Day

    init(_ evaluation: Evaluation, _ provision: Provision, on day: Day) {
        self.evaluation = evaluation
        words = evaluation.rules(with: provision)?.words ?? .none
        self.day = day
    }

    private var world: World { evaluation.world }

    /// None where the vocabulary does not say, or where the subject leads to nobody.
    func parties(_ office: String, for subject: Subject) -> [Subject] {
        guard let bearer = words.bearer(of: office) else { return [] }
        let found: [Subject] =
            switch bearer {
            case .cadre: cadres(subject)
            case .team: teams(subject)
            case .unit: units(subject)
            case .village: world.village(of: subject, in: DayRange(day)).map { [Subject(.village, $0)] } ?? []
            case .province, .city, .county, .township: divisions(subject, of: bearer.rawValue)
            case .level: levels(subject).flatMap { divisions(subject, of: $0) }
            }
        return Set(found).sorted()
    }

    /// The person concerned; of a provision about a unit or a team, that itself.
    private func cadres(_ subject: Subject) -> [Subject] {
        if [.cadre, .team, .unit].contains(subject.kind) { return [subject] }
        return named(.cadre, by: subject)
    }

    /// Its own team, one that its record names, or those posted in its village.
    private func teams(_ subject: Subject) -> [Subject] {
        switch subject.kind {
        case .team: return [subject]
        case .cadre: return postings(subject).compactMap(\.team).map { Subject(.team, $0) }
        case .unit, .division: return []
        default:
            let named = named(.team, by: subject)
            return named.isEmpty ? postings(subject).compactMap(\.team).map { Subject(.team, $0) } : named
        }
    }

    /// The unit that sent it: a cadre's by its posting, a team's own, of anything else the one that its record names, or those who
    /// have people in its village.
    private func units(_ subject: Subject) -> [Subject] {
        if subject.kind == .unit { return [subject] }
        if subject.kind == .team, let unit = world.teams[subject.index].unit { return [Subject(.unit, unit)] }
        let named = named(.unit, by: subject)
        return named.isEmpty ? postings(subject).compactMap(\.unit).map { Subject(.unit, $0) } : named
    }

    /// A cadre's own postings of the day, a team's members', a unit's people's, anybody's in the village of anything else.
    private func postings(_ subject: Subject) -> [Posting] {
        let all: [Posting] =
            switch subject.kind {
            case .cadre, .team: world.postings(of: subject, touching: DayRange(day)).map { world.postings[$0] }
            case .unit: world.postings(belongingTo: subject)
            default:
                world.village(of: subject, in: DayRange(day)).map {
                    world.postingsOfVillage[$0].map { world.postings[$0] }
                } ?? []
            }
        return all.filter { $0.days.contains(day) }
    }

    /// The division of a level that a subject lies in, or is; of a unit those in which it has people, or else its own.
    private func divisions(_ subject: Subject, of level: String) -> [Subject] {
        let indices = evaluation.once(DivisionPlaces()) {
            Dictionary(world.divisions.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
        }
        let sent = subject.kind == .unit ? postings(subject).map { world.villages[$0.village].code } : []
        let codes =
            subject.kind == .unit
            ? sent.isEmpty ? [world.units[subject.index].division] : sent
            : [world.division(of: subject, in: DayRange(day))]
        return codes.compactMap { Division.code(of: level, around: $0) }.compactMap { indices[$0] }.map {
            Subject(.division, $0)
        }
    }

    private func levels(_ subject: Subject) -> [String] {
        evaluation.fieldValues("level", of: subject, in: DayRange(day)).map(\.exactText)
    }

    /// Those of a kind whom the row that lists a subject names.
    private func named(_ kind: SubjectKind, by subject: Subject) -> [Subject] {
        let indices = evaluation.once(SubjectPlaces(kind: kind)) {
            Dictionary(
                (world.symbolOf[kind] ?? []).enumerated().map { ($1.number, $0) }, uniquingKeysWith: { a, _ in a })
        }
        return evaluation.symbols(namedBy: subject).compactMap { indices[$0.number] }.map { Subject(kind, $0) }
    }
}

private struct DivisionPlaces: OnceKey { typealias Value = [String: Int] }
private struct SubjectPlaces: OnceKey {
    typealias Value = [Int32: Int]
    let kind: SubjectKind
}
