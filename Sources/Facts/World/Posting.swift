public import CivilTime

/// One cadre at one village from a day to a day.
public struct Posting: Sendable, Hashable {
    // There are many: places in the world's lists are kept in four bytes, -1 where there is none.
    @usableFromInline let cadrePlace: Int32
    @usableFromInline let teamPlace: Int32
    @usableFromInline let villagePlace: Int32
    @usableFromInline let unitPlace: Int32
    private let lineNumber: Int32
    /// The cadre's role, a word of the vocabulary's group `role`, such as `first_secretary`.
    public let role: Symbol
    /// An open posting ends in the distant future.
    public let days: DayRange
    /// Whether the cadre is seconded (挂职); false where the record does not say.
    public let seconded: Bool
    /// Whether the cadre leads the team (任队长), whatever the role; nil where the record leaves it to the role.
    public let leads: Bool?

    init(
        cadre: Int, team: Int?, village: Int, role: Symbol, unit: Int?, days: DayRange, seconded: Bool, leads: Bool?,
        line: Int32
    ) {
        cadrePlace = Int32(cadre)
        teamPlace = team.map { Int32($0) } ?? -1
        villagePlace = Int32(village)
        unitPlace = unit.map { Int32($0) } ?? -1
        lineNumber = line
        self.role = role
        self.days = days
        self.seconded = seconded
        self.leads = leads
    }

    /// The cadre's place in ``World/cadres``.
    @inlinable public var cadre: Int { Int(cadrePlace) }
    /// The team's place in ``World/teams``; nil for a cadre who belongs to none.
    @inlinable public var team: Int? { teamPlace < 0 ? nil : Int(teamPlace) }
    /// The village's place in ``World/villages``.
    @inlinable public var village: Int { Int(villagePlace) }
    /// The sending unit's place in ``World/units``; nil where the record does not name it.
    @inlinable public var unit: Int? { unitPlace < 0 ? nil : Int(unitPlace) }
    /// The line of the posting in `postings.csv`, counted from 1.
    public var line: Int { Int(lineNumber) }

    /// By cadre, first and last day, village and role.
    func isBefore(_ other: Posting, _ symbols: Symbols) -> Bool {
        guard cadre == other.cadre else { return cadre < other.cadre }
        let (own, others) = ((days.first, days.last, village), (other.days.first, other.days.last, other.village))
        return own == others ? symbols.isBefore(role, other.role) : own < others
    }
}
