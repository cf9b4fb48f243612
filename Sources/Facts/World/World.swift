public import CivilTime
internal import Divisions
public import Messages

/// Who is where: the subjects of a records folder, each kind in order of identifiers.
///
/// A class, because everything that judges looks into it and nothing changes it.
public final class World: Sendable {
    /// The sending units, in order of their identifiers.
    public let units: [SendingUnit]
    /// The villages, in order of their codes.
    public let villages: [Village]
    /// The teams whose village is known, in order of their identifiers.
    public let teams: [Team]
    /// The cadres, in order of their identifiers.
    public let cadres: [Cadre]
    /// The postings, by cadre, then first day, last day, village and role.
    public let postings: [Posting]
    /// Postings of each team, by cadre and first day.
    public let postingsOfTeam: PostingGroups
    /// The provinces, cities, counties and townships that hold a village, in order of their codes.
    public let divisions: [Division]
    /// What divisions are called, as records say, by their codes.
    private let divisionNames: [String: String]
    /// Subjects that records of the modules list, by kind.
    package let listed: [SubjectKind: ListedSubjects]
    /// Postings in each village, by their first day.
    public let postingsOfVillage: PostingGroups
    /// Those that each unit sent, by cadre and first day.
    let postingsOfUnit: PostingGroups
    private let cadresByName: SubjectOrder
    /// Where the subjects of an identifier stand, by kind.
    private let orderOf: [SubjectKind: SubjectOrder]
    /// The symbols of the identifiers, by kind of subject, in the order of the subjects.
    public let symbolOf: [SubjectKind: [Symbol]]
    /// The row of each subject in the table of its kind.
    package let rowOf: [SubjectKind: [Int]]

    /// - Parameter listing: what records of the modules list; left out, nothing yet.
    init(_ people: PeopleReading, listing: ListedReading = ListedReading()) {
        units = people.units
        villages = people.villages
        teams = people.teams
        cadres = people.cadres
        postings = people.postings
        postingsOfTeam = people.postingsOfTeam
        postingsOfVillage = people.postingsOfVillage
        postingsOfUnit = people.postingsOfUnit
        divisions = people.divisions
        divisionNames = people.divisionNames
        cadresByName = people.cadreOrder
        orderOf = people.orderOf.merging(listing.orderOf) { $1 }
        symbolOf = people.symbolOf.merging(listing.symbolOf) { $1 }
        rowOf = people.rowOf.merging(listing.rowOf) { $1 }
        listed = listing.listed
    }

    /// The place in ``cadres`` of the one with an identifier; nil when there is none.
    public func cadre(_ symbol: Symbol) -> Int? { cadresByName.place(of: symbol) }

    /// The subject of a kind that has an identifier; nil when there is none.
    package func subject(_ symbol: Symbol, of kind: SubjectKind) -> Subject? {
        if kind == .division {
            return (symbolOf[.division] ?? []).firstIndex(of: symbol).map { Subject(.division, $0) }
        }
        return orderOf[kind]?.place(of: symbol).map { Subject(kind, $0) }
    }

    /// A subject's identifier as the records write it: a cadre's, a team's, a village's or a division's code.
    public func identifier(of subject: Subject) -> String {
        switch subject.kind {
        case .cadre: cadres[subject.index].id
        case .team: teams[subject.index].id
        case .village: villages[subject.index].code
        case .unit: units[subject.index].id
        case .division: divisions[subject.index].code
        default: listed[subject.kind]?.identifiers[subject.index] ?? ""
        }
    }

    /// What a kind of subject is called; what records list, in the plural.
    public func title(of kind: SubjectKind) -> Text { listed[kind]?.title ?? kind.title }

    /// A subject's name, a team's that of its village; empty for those that have none.
    public func name(of subject: Subject) -> String {
        switch subject.kind {
        case .cadre: cadres[subject.index].name
        case .team: villages[teams[subject.index].village].name
        case .village: villages[subject.index].name
        case .unit: units[subject.index].name
        case .division: name(ofDivision: divisions[subject.index].code)
        default: listed[subject.kind]?.name(subject.index) ?? ""
        }
    }

    /// What a division is called: as the records say, from the county up else as the country's standard does; empty where neither does.
    public func name(ofDivision code: String) -> String {
        divisionNames[code] ?? NationalDivisions.name(of: code) ?? ""
    }

    /// `C000012 王某某`; the identifier alone of those that have no name.
    public func label(of subject: Subject) -> String {
        let name = name(of: subject)
        return name.isEmpty ? identifier(of: subject) : "\(identifier(of: subject)) \(name)"
    }

    /// The subject of an identifier, whatever its kind.
    public func subject(named identifier: String) -> Subject? {
        if let index = cadres.firstIndex(where: { $0.id == identifier }) { return Subject(.cadre, index) }
        if let index = teams.firstIndex(where: { $0.id == identifier }) { return Subject(.team, index) }
        if let index = villages.firstIndex(where: { $0.code == identifier }) { return Subject(.village, index) }
        if let index = units.firstIndex(where: { $0.id == identifier }) { return Subject(.unit, index) }
        if let index = divisions.firstIndex(where: { $0.code == identifier }) { return Subject(.division, index) }
        for (kind, listed) in listed.sorted(by: { $0.key < $1.key }) {
            if let index = listed.identifiers.firstIndex(of: identifier) { return Subject(kind, index) }
        }
        return nil
    }

    /// The places in ``postings`` of a subject's postings that touch some days: a cadre's own by their first day, a
    /// team's members' by cadre and first day; none for other kinds of subject.
    public func postings(of subject: Subject, touching days: DayRange) -> [Int] {
        switch subject.kind {
        case .cadre: cadres[subject.index].postings.filter { postings[$0].days.intersection(days) != nil }
        case .team: postingsOfTeam[subject.index].filter { postings[$0].days.intersection(days) != nil }
        default: []
        }
    }

    /// Whether there are any.
    package func isPosted(_ subject: Subject, touching days: DayRange) -> Bool {
        lastPosting(of: subject, touching: days) != nil
    }

    /// The last of the postings that touch some days, as a place in ``postings``; nil when there is none.
    package func lastPosting(of subject: Subject, touching days: DayRange) -> Int? {
        switch subject.kind {
        case .cadre: cadres[subject.index].postings.last { postings[$0].days.intersection(days) != nil }
        case .team: postingsOfTeam[subject.index].last { postings[$0].days.intersection(days) != nil }
        default: nil
        }
    }

    /// The village a subject is at, in some days: a cadre's of most of them. Nil for units and for cadres without a posting then.
    public func village(of subject: Subject, in days: DayRange) -> Int? {
        switch subject.kind {
        case .cadre: mainPosting(of: subject.index, in: days).map { postings[$0].village }
        case .team: teams[subject.index].village
        case .village: subject.index
        case .unit, .division: nil
        default: listed[subject.kind]?.village(subject.index)
        }
    }

    /// The division code that a subject is in, or is: a village's, a division's own; empty where it is nowhere.
    public func division(of subject: Subject, in days: DayRange) -> String {
        if subject.kind == .division { return divisions[subject.index].code }
        if let listed = listed[subject.kind], let division = listed.division(subject.index) {
            return divisions[division].code
        }
        return village(of: subject, in: days).map { villages[$0].code } ?? ""
    }
}
