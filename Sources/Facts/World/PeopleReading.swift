internal import CivilTime
internal import Messages

/// The tables that say who is where, read into lists that refer to each other by place.
struct PeopleReading {
    let units: [SendingUnit]
    let villages: [Village]
    let teams: [Team]
    let cadres: [Cadre]
    let postings: [Posting]
    let postingsOfTeam: PostingGroups
    let postingsOfVillage: PostingGroups
    let postingsOfUnit: PostingGroups
    let divisions: [Division]
    /// What records call divisions, by their codes: of several names the last.
    let divisionNames: [String: String]
    let cadreOrder: SubjectOrder
    let orderOf: [SubjectKind: SubjectOrder]
    let symbolOf: [SubjectKind: [Symbol]]
    let rowOf: [SubjectKind: [Int]]

    /// `divisions`: their codes, in order.
    init(_ tables: [String: RecordTable], _ symbols: Symbols, divisions codes: [String]) {
        let reader = PeopleReader(tables: tables, symbols: symbols)
        let unitOrder = reader.order("unit", Units.declared().unit)
        let villageOrder = reader.order("village", Villages.declared().village)
        let teamOrder = reader.order("team", Teams.declared().team)
        cadreOrder = reader.order("cadre", Cadres.declared().cadre)
        units = reader.units(unitOrder)
        villages = reader.villages(villageOrder)
        teams = reader.teams(teamOrder, villageOrder, unitOrder)
        let postings = reader.postings(cadreOrder, teamOrder, villageOrder, unitOrder)
        cadres = reader.cadres(cadreOrder, postings)
        postingsOfTeam = PostingGroups(postings, count: teamOrder.rows.count, group: { $0.team })
        postingsOfVillage = PostingGroups(postings, count: villages.count, group: { $0.village }).sorted { a, b in
            (postings[a].days.first, postings[a].days.last, a) < (postings[b].days.first, postings[b].days.last, b)
        }
        postingsOfUnit = PostingGroups(postings, count: units.count, group: { $0.unit })
        orderOf = [.cadre: cadreOrder, .team: teamOrder, .village: villageOrder, .unit: unitOrder]
        self.postings = postings
        divisions = codes.map(Division.init)
        divisionNames = reader.divisionNames()
        symbolOf = [
            .cadre: cadreOrder.symbols, .team: teamOrder.symbols, .village: villageOrder.symbols,
            .unit: unitOrder.symbols,
            .division: divisions.map { symbols.find($0.code) ?? Symbol(-1) },
        ]
        rowOf = [.cadre: cadreOrder.rows, .team: teamOrder.rows, .village: villageOrder.rows, .unit: unitOrder.rows]
    }
}

private struct PeopleReader {
    let tables: [String: RecordTable]
    let symbols: Symbols

    func order(_ kind: String, _ identifier: Column<Symbol>) -> SubjectOrder {
        SubjectOrder(table(kind), identifier, symbols)
    }

    func divisionNames() -> [String: String] {
        let (table, columns) = (table("division_name"), DivisionNames.declared())
        var since: [String: Day] = [:]
        var names: [String: String] = [:]
        for row in 0..<table.count {
            let (code, from) = (text(table[columns.division, row]), table[columns.from, row] ?? .distantPast)
            if let known = since[code], known > from { continue }
            since[code] = from
            names[code] = text(table[columns.name, row])
        }
        return names
    }

    func units(_ order: SubjectOrder) -> [SendingUnit] {
        let (table, columns) = (table("unit"), Units.declared())
        return order.rows.map { row in
            SendingUnit(
                id: text(table[columns.unit, row]), name: text(table[columns.name, row]),
                level: table[columns.level, row], kind: table[columns.kind, row],
                division: text(table[columns.division, row]))
        }
    }

    func villages(_ order: SubjectOrder) -> [Village] {
        let (table, columns) = (table("village"), Villages.declared())
        return order.rows.map { row in
            let (lat, lng) = (table[columns.lat, row].map(Int64.init), table[columns.lng, row].map(Int64.init))
            return Village(
                code: text(table[columns.village, row]), name: text(table[columns.name, row]),
                kinds: table[columns.kinds, row],
                place: lat.flatMap { lat in lng.map { (table[columns.datum, row] ?? .wgs84).wgs84(lat: lat, lng: $0) }
                },
                radius: table[columns.radius, row].map { $0.millionths / 1000 },
                siteOf: table[columns.siteOf, row].map { text($0) }, line: Int(table.lines[row]))
        }
    }

    func teams(_ order: SubjectOrder, _ villages: SubjectOrder, _ units: SubjectOrder) -> [Team] {
        let (table, columns) = (table("team"), Teams.declared())
        return order.rows.compactMap { row in
            guard let village = villages.place(of: table[columns.village, row]) else { return nil }
            return Team(
                id: text(table[columns.team, row]), village: village, level: table[columns.level, row],
                unit: units.place(of: table[columns.unit, row]), batch: table[columns.batch, row])
        }
    }

    /// By cadre, then first day.
    func postings(_ cadres: SubjectOrder, _ teams: SubjectOrder, _ villages: SubjectOrder, _ units: SubjectOrder)
        -> [Posting]
    {
        let (table, columns) = (table("posting"), Postings.declared())
        var found: [Posting] = []
        found.reserveCapacity(table.count)
        for row in 0..<table.count {
            guard let cadre = cadres.place(of: table[columns.cadre, row]),
                let village = villages.place(of: table[columns.village, row]),
                let role = table[columns.role, row], let from = table[columns.from, row],
                let days = DayRange(from, table[columns.to, row] ?? .distantFuture)
            else { continue }
            found.append(
                Posting(
                    cadre: cadre, team: teams.place(of: table[columns.team, row]), village: village, role: role,
                    unit: units.place(of: table[columns.unit, row]), days: days,
                    seconded: table[columns.seconded, row] ?? false, leads: table[columns.leads, row],
                    line: table.lines[row]))
        }
        let isInOrder = found.indices.dropFirst().allSatisfy { !found[$0].isBefore(found[$0 - 1], symbols) }
        return isInOrder ? found : found.sorted { $0.isBefore($1, symbols) }
    }

    func cadres(_ order: SubjectOrder, _ postings: [Posting]) -> [Cadre] {
        let (table, columns) = (table("cadre"), Cadres.declared())
        var ranges = [Range<Int>](repeating: 0..<0, count: order.rows.count)
        for (index, posting) in postings.enumerated() {
            ranges[posting.cadre] =
                (ranges[posting.cadre].isEmpty ? index : ranges[posting.cadre].lowerBound)..<(index + 1)
        }
        return order.rows.enumerated().map { index, row in
            Cadre(
                id: text(table[columns.cadre, row]), name: text(table[columns.name, row]),
                employment: table[columns.employment, row],
                education: table[columns.education, row], isPartyMember: table[columns.party, row],
                postings: ranges[index],
                line: Int(table.lines[row]))
        }
    }

    private func text(_ symbol: Symbol?) -> String { symbol.map { symbols.text($0) } ?? "" }

    /// Empty where there is no file.
    private func table(_ name: String) -> RecordTable {
        if let table = tables[name] { return table }
        let kinds: [any RecordColumns.Type] = [Units.self, Villages.self, Teams.self, Cadres.self, Postings.self]
        return RecordTable(kinds.lazy.map { RecordKind($0) }.first { $0.name == name } ?? RecordKind(Units.self))
    }
}

/// The subjects that records of the modules list, in the order in which their kinds refer to each other.
struct ListedReading {
    private(set) var listed: [SubjectKind: ListedSubjects] = [:]
    private(set) var symbolOf: [SubjectKind: [Symbol]] = [:]
    private(set) var rowOf: [SubjectKind: [Int]] = [:]
    private(set) var orderOf: [SubjectKind: SubjectOrder] = [:]

    /// None.
    init() {}

    init(_ kinds: [RecordKind], _ tables: [String: RecordTable], _ symbols: Symbols, among people: PeopleReading) {
        var placeOf = ListedPlaces()
        for (place, symbol) in (people.symbolOf[.village] ?? []).enumerated() {
            placeOf.note(symbol, .village(Int32(place)))
        }
        for (place, symbol) in (people.symbolOf[.division] ?? []).enumerated() {
            placeOf.note(symbol, .division(Int32(place)))
        }
        for (cadre, symbol) in zip(people.cadres, people.cadreOrder.symbols) {
            if let last = cadre.postings.last {
                placeOf.note(symbol, .village(Int32(people.postings[last].village)))
            }
        }
        for (team, symbol) in zip(people.teams, people.symbolOf[.team] ?? []) {
            placeOf.note(symbol, .village(Int32(team.village)))
        }
        for kind in kinds where kind.about.isSubject && !SubjectKind.world.contains(SubjectKind(kind)) {
            guard let table = tables[kind.name], let identifier = kind.identifier else { continue }
            let ids = SubjectOrder(table, Column<Symbol>(index: identifier), symbols)
            let found = ListedSubjects(kind, table, ids.rows, placeOf, symbols)
            for (symbol, place) in zip(ids.symbols, found.places) {
                if let place { placeOf.note(symbol, place) }
            }
            listed[SubjectKind(kind)] = found
            symbolOf[SubjectKind(kind)] = ids.symbols
            rowOf[SubjectKind(kind)] = ids.rows
            orderOf[SubjectKind(kind)] = ids
        }
    }
}
