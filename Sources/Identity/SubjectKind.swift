public import Messages

/// What a provision can be about: a kind that the platform knows, or any kind of record whose rows are subjects of their own
/// (a household, a case, a project), as the module that declares it says.
public struct SubjectKind: Hashable, Sendable, Comparable {
    /// As `for:` names it.
    public let rawValue: String

    /// A stationed person (驻村干部), whatever the role.
    public static let cadre = SubjectKind(named: "cadre")
    /// A team that is stationed in a village (驻村工作队).
    public static let team = SubjectKind(named: "team")
    /// A village in which somebody is stationed.
    public static let village = SubjectKind(named: "village")
    /// A unit that sends cadres (派出单位).
    public static let unit = SubjectKind(named: "unit")
    /// A province, city, county or township, by its division code: what its offices owe is judged of it.
    public static let division = SubjectKind(named: "division")

    /// Those that every assessment knows.
    public static let world: [SubjectKind] = [.cadre, .division, .team, .unit, .village]

    private static let titles: [SubjectKind: Text] = [
        .cadre: Text("驻村干部", "cadre"), .division: Text("行政区", "division"), .team: Text("驻村工作队", "team"),
        .unit: Text("派出单位", "sending unit"), .village: Text("村", "village"),
    ]

    package init(named rawValue: String) { self.rawValue = rawValue }

    /// For people; of what a module's records list, the name alone (the record kind has the title).
    public var title: Text { SubjectKind.titles[self] ?? Text(same: rawValue) }

    public static func == (a: SubjectKind, b: SubjectKind) -> Bool { a.rawValue == b.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
    public static func < (a: SubjectKind, b: SubjectKind) -> Bool { a.rawValue < b.rawValue }
}
