public import CivilTime
public import PolicyYAML

/// A village and its fence.
public struct Village: Sendable {
    /// The 12-digit division code, such as `140622100201`.
    public let code: String
    /// The village's name; empty where the record gives none.
    public let name: String
    /// What kinds of village it is, words of the group `village_kind` in one text, separated by `;`; nil where the
    /// record does not say.
    public let kinds: Symbol?
    /// The centre in WGS-84, in ten-millionths of a degree; nil when it is not known.
    public let place: (lat: Int64, lng: Int64)?
    /// The radius of the fence in millimetres; nil when the record gives none.
    public let radius: Int64?
    let line: Int

    /// The code of the village's county: the first six digits.
    public var county: String { String(code.prefix(6)) }
    /// The code of the village's township: the first nine digits.
    public var township: String { String(code.prefix(9)) }
}

/// A team and the village in which it is stationed.
public struct Team: Sendable {
    /// The team's identifier in `teams.csv`.
    public let id: String
    /// The village's place in ``World/villages``.
    public let village: Int
    /// The level that sent it, a word of the group `level`; nil where the record does not say.
    public let level: Symbol?
    /// Its sending unit's place in ``World/units``; nil where the record does not name it.
    public let unit: Int?
    /// The batch that it was sent with; nil where the record does not say. Postings of one batch make one term.
    public let batch: Symbol?
}

/// A stationed person, with the postings that the records give.
public struct Cadre: Sendable {
    /// The cadre's identifier in `cadres.csv`, such as `C000012`.
    public let id: String
    /// The person's name; empty where the record gives none.
    public let name: String
    /// The kind of employment, a word of the group `employment`; nil where the record does not say.
    public let employment: Symbol?
    /// The education, a word of the group `education` or another as it was written; nil where the record does not say.
    public let education: Symbol?
    /// Whether the person is a member of the Party; nil where the record does not say.
    public let isPartyMember: Bool?
    /// Into ``World/postings``, by their first day.
    public let postings: Range<Int>
    let line: Int
}

/// An office, institution or enterprise that sends cadres.
public struct SendingUnit: Sendable {
    /// The unit's identifier in `units.csv`.
    public let id: String
    /// The unit's name; empty where the record gives none.
    public let name: String
    /// Its level, a word of the group `level`; nil where the record does not say.
    public let level: Symbol?
    /// What kind of unit it is, a word of the group `unit_kind`; nil where the record does not say.
    public let kind: Symbol?
}

/// Who is where: the subjects of a records folder, each kind in order of identifiers.
public struct World: Sendable {
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
    /// Subjects that records of the modules list, by kind.
    private(set) var listed: [SubjectKind: ListedSubjects] = [:]
    /// Postings in each village, by their first day.
    public let postingsOfVillage: PostingGroups
    private let cadresByName: SubjectOrder
    /// The symbols of the identifiers, by kind of subject, in the order of the subjects.
    public private(set) var symbolOf: [SubjectKind: [Symbol]]
    /// The row of each subject in the table of its kind.
    private(set) var rowOf: [SubjectKind: [Int]]

    /// `divisions`: their codes, in order.
    init(_ tables: [String: RecordTable], _ symbols: Symbols, divisions codes: [String]) {
        let unitColumns = Units.declared()
        let villageColumns = Villages.declared()
        let teamColumns = Teams.declared()
        let cadreColumns = Cadres.declared()
        let postingColumns = Postings.declared()

        func text(_ symbol: Symbol?) -> String { symbol.map { symbols.text($0) } ?? "" }
        func table(_ name: String, _ kind: RecordKind) -> RecordTable { tables[name] ?? RecordTable(kind) }

        let unitTable = table("unit", RecordKind(Units.self))
        let unitOrder = SubjectOrder(unitTable, unitColumns.unit, symbols)
        units = unitOrder.rows.map { row in
            SendingUnit(id: text(unitTable[unitColumns.unit, row]), name: text(unitTable[unitColumns.name, row]), level: unitTable[unitColumns.level, row], kind: unitTable[unitColumns.kind, row])
        }
        let villageTable = table("village", RecordKind(Villages.self))
        let villageOrder = SubjectOrder(villageTable, villageColumns.village, symbols)
        villages = villageOrder.rows.map { row in
            let lat = villageTable[villageColumns.lat, row].map(Int64.init)
            let lng = villageTable[villageColumns.lng, row].map(Int64.init)
            return Village(
                code: text(villageTable[villageColumns.village, row]), name: text(villageTable[villageColumns.name, row]),
                kinds: villageTable[villageColumns.kinds, row],
                place: lat.flatMap { lat in lng.map { (villageTable[villageColumns.datum, row] ?? .wgs84).wgs84(lat: lat, lng: $0) } },
                radius: villageTable[villageColumns.radius, row].map { $0.millionths / 1000 }, line: Int(villageTable.lines[row]))
        }
        let teamTable = table("team", RecordKind(Teams.self))
        let teamOrder = SubjectOrder(teamTable, teamColumns.team, symbols)
        teams = teamOrder.rows.compactMap { row in
            guard let village = villageOrder.place(of: teamTable[teamColumns.village, row]) else { return nil }
            return Team(
                id: text(teamTable[teamColumns.team, row]), village: village, level: teamTable[teamColumns.level, row],
                unit: unitOrder.place(of: teamTable[teamColumns.unit, row]), batch: teamTable[teamColumns.batch, row])
        }
        let cadreTable = table("cadre", RecordKind(Cadres.self))
        let cadreOrder = SubjectOrder(cadreTable, cadreColumns.cadre, symbols)
        let postingTable = table("posting", RecordKind(Postings.self))
        var found: [Posting] = []
        found.reserveCapacity(postingTable.count)
        for row in 0..<postingTable.count {
            guard let cadre = cadreOrder.place(of: postingTable[postingColumns.cadre, row]),
                let village = villageOrder.place(of: postingTable[postingColumns.village, row]),
                let role = postingTable[postingColumns.role, row], let from = postingTable[postingColumns.from, row],
                let days = DayRange(from, postingTable[postingColumns.to, row] ?? .distantFuture)
            else { continue }
            found.append(Posting(
                cadre: cadre, team: teamOrder.place(of: postingTable[postingColumns.team, row]), village: village, role: role,
                unit: unitOrder.place(of: postingTable[postingColumns.unit, row]), days: days,
                seconded: postingTable[postingColumns.seconded, row] ?? false, line: postingTable.lines[row]))
        }
        let isInOrder = found.indices.dropFirst().allSatisfy { !found[$0].isBefore(found[$0 - 1], symbols) }
        let postings = isInOrder ? found : found.sorted { $0.isBefore($1, symbols) }
        self.postings = postings
        var ranges = [Range<Int>](repeating: 0..<0, count: cadreOrder.rows.count)
        for (index, posting) in postings.enumerated() {
            ranges[posting.cadre] = (ranges[posting.cadre].isEmpty ? index : ranges[posting.cadre].lowerBound)..<(index + 1)
        }
        postingsOfTeam = PostingGroups(postings, count: teamOrder.rows.count, group: { $0.team })
        postingsOfVillage = PostingGroups(postings, count: villages.count, group: { $0.village }).sorted { a, b in
            (postings[a].days.first, postings[a].days.last, a) < (postings[b].days.first, postings[b].days.last, b)
        }
        cadres = cadreOrder.rows.enumerated().map { index, row in
            Cadre(
                id: text(cadreTable[cadreColumns.cadre, row]), name: text(cadreTable[cadreColumns.name, row]),
                employment: cadreTable[cadreColumns.employment, row], education: cadreTable[cadreColumns.education, row],
                isPartyMember: cadreTable[cadreColumns.party, row], postings: ranges[index], line: Int(cadreTable.lines[row]))
        }
        cadresByName = cadreOrder
        divisions = codes.map(Division.init)
        symbolOf = [.cadre: cadreOrder.symbols, .team: teamOrder.symbols, .village: villageOrder.symbols, .unit: unitOrder.symbols]
        symbolOf[.division] = divisions.map { symbols.find($0.code) ?? Symbol(-1) }
        rowOf = [.cadre: cadreOrder.rows, .team: teamOrder.rows, .village: villageOrder.rows, .unit: unitOrder.rows]
    }

    /// Adds the subjects that records list, in the order in which their kinds refer to each other.
    mutating func list(_ kinds: [RecordKind], _ tables: [String: RecordTable], _ symbols: Symbols) {
        var villageOf = SymbolPlaces()
        for (place, symbol) in (symbolOf[.village] ?? []).enumerated() { villageOf.note(symbol, place) }
        for (cadre, symbol) in zip(cadres, symbolOf[.cadre] ?? []) { if let last = cadre.postings.last { villageOf.note(symbol, postings[last].village) } }
        for (team, symbol) in zip(teams, symbolOf[.team] ?? []) { villageOf.note(symbol, team.village) }
        for kind in kinds where kind.about.isSubject && !SubjectKind.world.contains(SubjectKind(kind)) {
            guard let table = tables[kind.name], let identifier = kind.identifier else { continue }
            let ids = SubjectOrder(table, Column<Symbol>(index: identifier), symbols)
            let found = ListedSubjects(kind, table, ids.rows, villageOf, symbols)
            for (symbol, village) in zip(ids.symbols, found.villages) where village >= 0 { villageOf.note(symbol, Int(village)) }
            listed[SubjectKind(kind)] = found
            symbolOf[SubjectKind(kind)] = ids.symbols
            rowOf[SubjectKind(kind)] = ids.rows
        }
    }

    /// The place in ``cadres`` of the one with an identifier; nil when there is none.
    public func cadre(_ symbol: Symbol) -> Int? { cadresByName.place(of: symbol) }

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
        case .division: ""
        default: listed[subject.kind]?.name(subject.index) ?? ""
        }
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
    func isPosted(_ subject: Subject, touching days: DayRange) -> Bool { lastPosting(of: subject, touching: days) != nil }

    /// The last of the postings that touch some days, as a place in ``postings``; nil when there is none.
    public func lastPosting(of subject: Subject, touching days: DayRange) -> Int? {
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
        return village(of: subject, in: days).map { villages[$0].code } ?? ""
    }
}
