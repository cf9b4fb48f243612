internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Reads what a test gives, and fills in everything that it leaves out: the village, the team, the cadre, identifiers, days.
struct GivenReader {
    let place: TestPlace
    let kinds: [RecordKind]
    let byName: [String: RecordKind]
    let item: ProvisionKey
    let unit: Period
    /// What the provision is about.
    let about: SubjectKind
    private(set) var rows: [TestRow] = []
    private(set) var missing: Set<String> = []
    /// Words that no vocabulary has, tried on purpose.
    private(set) var unlisted: [Node] = []

    static let keys = ["cadre", "cadres", "records", "missing", "unlisted"]
    /// What is usual where a test says nothing.
    private static let usual: [String: [String: String]] = [
        "leave": ["status": "approved"], "score": ["rater": "rater"], "posting": ["role": "member"],
    ]

    init(_ bench: TestBench, item: ProvisionKey, unit: Period, about: SubjectKind) {
        place = bench.place
        kinds = bench.plugins.kinds
        byName = bench.kinds
        self.item = item
        self.unit = unit
        self.about = about
    }

    mutating func read(_ node: Node?, into diagnostics: inout Diagnostics) {
        let entries = Strict.entries(node, keys: GivenReader.keys, into: &diagnostics)
        readRecords(entries["records"], into: &diagnostics)
        readCadres(entries["cadre"], entries["cadres"], into: &diagnostics)
        readMissing(entries["missing"], into: &diagnostics)
        readUnlisted(entries["unlisted"], into: &diagnostics)
        addReferred()
        identify()
    }

    /// The subject that a provision of this kind is judged for when the test names none; nil when there is none.
    func usualSubject(division level: String) -> String? {
        switch about {
        case .cadre: "C1"
        case .team: "T1"
        case .village: place.village
        case .unit: "U1"
        case .division: place.division(of: level)
        default:
            rows.first { $0.kind.name == about.rawValue }.flatMap { $0.identifier }
                ?? (about.rawValue == "household" ? "H1" : nil)
        }
    }

    /// Gives every row what it must have and does not say.
    mutating func complete(subject: String) {
        if about.rawValue == "household", subject == "H1", !has("household", "H1"), let kind = byName["household"] {
            rows.append(TestRow(kind, nil, ["household": "H1"]))
        }
        for index in rows.indices {
            let kind = rows[index].kind
            for (column, text) in GivenReader.usual[kind.name] ?? [:] { rows[index].fill(column, text) }
            if kind.name == "coverage", rows[index]["team"] == nil { rows[index].fill("division", place.county) }
            for column in kind.columns where column.isRequired && rows[index][column.name] == nil {
                rows[index].fill(column.name, filling(column, rows[index], subject))
            }
        }
        addHouseholds()
    }

    /// Names the rows that have no identifier: A1, A2 … in the order of the test, households H1, H2 ….
    private mutating func identify() {
        var used = Set(rows.compactMap(\.identifier))
        var counters: [String: Int] = [:]
        for index in rows.indices where rows[index].identifier == nil {
            guard let column = rows[index].kind.columns.first(where: { $0.type == .identifier }) else { continue }
            let letter = rows[index].kind.name == "household" ? "H" : "A"
            repeat { counters[letter, default: 0] += 1 } while used.contains(letter + "\(counters[letter, default: 0])")
            let name = letter + "\(counters[letter, default: 0])"
            used.insert(name)
            rows[index].fill(column.name, name)
        }
    }

    private func filling(_ column: ColumnDeclaration, _ row: TestRow, _ subject: String) -> String? {
        switch column.type {
        case .reference(let kind):
            let usual = ["village": place.village, "household": "H1", "cadre": "C1", "team": "T1", "unit": "U1"]
            return usual[kind] ?? rows.first { $0.kind.name == kind }.flatMap(\.identifier)
        case .subject: return subject
        case .day:
            return row.kind.about.span?.to == column.name
                ? row[row.kind.about.span?.from ?? ""] ?? "\(unit.first)" : "\(unit.first)"
        case .period: return unit.description
        case .division: return place.county
        case .text: return column.name == "provision" ? item.id : nil
        default: return nil
        }
    }

    // MARK: Records

    private mutating func readRecords(_ node: Node?, into diagnostics: inout Diagnostics) {
        guard let node else { return }
        guard let entries = node.entries else {
            diagnostics.report(.testShape(node, expected: Text("{记录种类: [行]}", "{kind of record: [rows]}")))
            return
        }
        for entry in entries {
            guard let kind = byName[entry.key.text ?? ""] else {
                diagnostics.report(.testKind(entry.key, known: kinds.map(\.name)))
                continue
            }
            guard let items = entry.value.items else {
                diagnostics.report(
                    .testShape(entry.value, expected: Text("行的列表，如 [{…}]", "a list of rows such as [{…}]")))
                continue
            }
            rows += items.compactMap { row($0, kind, into: &diagnostics) }
        }
    }

    private func row(_ node: Node, _ kind: RecordKind, into diagnostics: inout Diagnostics) -> TestRow? {
        guard let entries = node.entries else {
            diagnostics.report(.testShape(node, expected: Text("{列: 值}", "{column: value}")))
            return nil
        }
        var row = TestRow(kind, node)
        for entry in entries {
            let columns = kind.columns.filter { !$0.type.isDerived }
            guard let column = columns.first(where: { $0.name == entry.key.text || $0.chineseName == entry.key.text })
            else {
                diagnostics.report(.testColumn(entry.key, of: kind, known: columns.map(\.name)))
                continue
            }
            if let text = value(entry.value, column, into: &diagnostics) {
                row.fields[column.name] = TestRow.Field(text: text, node: entry.value)
            }
        }
        return row
    }

    /// A field as a file holds it: several values joined, names of places as their codes.
    private func value(_ node: Node, _ column: ColumnDeclaration, into diagnostics: inout Diagnostics) -> String? {
        let texts = (node.items ?? [node]).compactMap(\.text)
        guard texts.count == (node.items ?? [node]).count, node.items == nil || column.type.holdsSeveral else {
            let expected =
                column.type.holdsSeveral ? Text("一个值或值的列表", "a value or a list of values") : Text("一个值", "one value")
            diagnostics.report(.testShape(node, expected: expected))
            return nil
        }
        guard column.type.namesSomebody else { return texts.joined(separator: ";") }
        return texts.flatMap { $0.split(separator: ";") }.map { place.identifier(String($0.drop { $0 == " " })) }
            .joined(separator: ";")
    }

    // MARK: Cadres

    private mutating func readCadres(_ one: Node?, _ more: Node?, into diagnostics: inout Diagnostics) {
        var cadres: [(node: Node?, id: String)] = []
        if let more, more.items == nil {
            diagnostics.report(.testShape(more, expected: Text("干部的列表", "a list of cadres")))
        }
        for (index, node) in (more?.items ?? []).enumerated() {
            cadres.append((node, node["id"]?.text ?? "C\(index + 2)"))
        }
        if one != nil || !cadres.contains(where: { $0.id == "C1" }) {
            cadres.insert((one, one?["id"]?.text ?? "C1"), at: 0)
        }
        for (index, cadre) in cadres.enumerated() {
            addCadre(cadre.node, cadre.id, isFirst: index == 0, into: &diagnostics)
        }
    }

    private mutating func addCadre(_ node: Node?, _ id: String, isFirst: Bool, into diagnostics: inout Diagnostics) {
        guard let cadreKind = byName["cadre"], let postingKind = byName["posting"] else { return }
        let own = cadreKind.columns.filter { $0.type != .identifier }
        let posted = postingKind.columns.filter { $0.name != "cadre" }
        let keys = ["id", "level", "unit_kind", "village_kinds", "days"] + own.map(\.name) + posted.map(\.name)
        let entries = Strict.entries(node, keys: keys, into: &diagnostics)
        var cadre = TestRow(cadreKind, node, ["cadre": id])
        var posting = TestRow(postingKind, node, ["cadre": id])
        if let named = entries["id"] { cadre.fields["cadre"]?.node = named }
        for column in own {
            if let value = entries[column.name], let text = self.value(value, column, into: &diagnostics) {
                cadre.fields[column.name] = TestRow.Field(text: text, node: value)
            }
        }
        for column in posted {
            if let value = entries[column.name], let text = self.value(value, column, into: &diagnostics) {
                posting.fields[column.name] = TestRow.Field(text: text, node: value)
            }
        }
        // Another cadre who says what unit sends him, but not which, has one of his own.
        let hasOwnUnit = !isFirst && (entries["level"] != nil || entries["unit_kind"] != nil)
        posting.fill("unit", hasOwnUnit ? "U-\(id)" : "U1")
        posting.fill("team", "T1")
        posting.fill("village", place.village)
        posting.fill("from", "2021-05-01")
        let village = posting["village"] ?? place.village
        let (unit, team) = (posting["unit"] ?? "U1", posting["team"] ?? "T1")
        add(
            "unit", unit, ["level": entries["level"], "kind": entries["unit_kind"]], ["level": "county"],
            into: &diagnostics)
        add(
            "team", team, ["level": entries["level"]], ["level": "county", "unit": unit, "village": village],
            into: &diagnostics)
        add("village", village, ["kinds": entries["village_kinds"]], placeOf(village), into: &diagnostics)
        rows += [cadre, posting]
        guard let days = entries["days"] else { return }
        let (lat, lng) = (placeOf(village)["lat"] ?? "", placeOf(village)["lng"] ?? "")
        for line in DayLine.read(days, into: &diagnostics) {
            rows += line.rows(of: id, at: village, (lat, lng), byName)
        }
    }

    /// Adds a row of the world, or what is still left out of one that is there.
    private mutating func add(
        _ name: String, _ id: String, _ given: [String: Node?], _ usual: [String: String],
        into diagnostics: inout Diagnostics
    ) {
        guard let kind = byName[name], let identifier = kind.columns.first(where: { $0.type == .identifier })?.name
        else { return }
        let index = rows.firstIndex { $0.kind.name == name && $0.identifier == id } ?? rows.endIndex
        if index == rows.endIndex { rows.append(TestRow(kind, nil, [identifier: id])) }
        for (column, node) in given {
            guard let node, rows[index][column] == nil,
                let declaration = kind.columns.first(where: { $0.name == column }),
                let text = value(node, declaration, into: &diagnostics)
            else { continue }
            rows[index].fields[column] = TestRow.Field(text: text, node: node)
        }
        for (column, text) in usual { rows[index].fill(column, text) }
    }

    /// Villages lie some kilometres apart.
    private func placeOf(_ village: String) -> [String: String] {
        ["lat": "36.\(village.suffix(1))", "lng": "112.\(village.suffix(1))"]
    }

    // MARK: What is referred to

    private mutating func addReferred() {
        var diagnostics = Diagnostics()
        add("village", place.village, [:], placeOf(place.village), into: &diagnostics)
        let villages = (2...9).compactMap { place.code("VILLAGE\($0)") }
        for row in rows {
            for column in row.kind.columns {
                guard let text = row[column.name] else { continue }
                if villages.contains(text), column.type.namesSomebody {
                    add("village", text, [:], placeOf(text), into: &diagnostics)
                }
                guard case .reference(let name) = column.type, !text.isEmpty else { continue }
                if name == "unit", text.hasPrefix("U") {
                    add("unit", text, [:], ["level": "county"], into: &diagnostics)
                }
                if name == "team", text.hasPrefix("T") {
                    add(
                        "team", text, [:], ["level": "county", "unit": "U1", "village": place.village],
                        into: &diagnostics)
                }
            }
        }
        for index in rows.indices where rows[index].kind.name == "village" {
            for (column, text) in placeOf(rows[index].identifier ?? "") { rows[index].fill(column, text) }
        }
    }

    private mutating func addHouseholds() {
        guard let kind = byName["household"] else { return }
        for row in rows {
            for column in row.kind.columns where column.type.isAboutHousehold {
                for id in (row[column.name] ?? "").split(separator: ";").map(String.init)
                where id.first == "H" && Int(id.dropFirst()) != nil && !has("household", id) {
                    rows.append(TestRow(kind, nil, ["household": id, "village": place.village]))
                }
            }
        }
    }

    private func has(_ kind: String, _ id: String) -> Bool {
        rows.contains { $0.kind.name == kind && $0.identifier == id }
    }

    private mutating func readUnlisted(_ node: Node?, into diagnostics: inout Diagnostics) {
        guard let node else { return }
        unlisted = node.items ?? [node]
        for item in unlisted where item.text?.isEmpty != false {
            diagnostics.report(.testShape(item, expected: Text("记录中的词", "a word of the records")))
        }
    }

    private mutating func readMissing(_ node: Node?, into diagnostics: inout Diagnostics) {
        guard let node else { return }
        for item in node.items ?? [node] {
            guard let name = item.text, byName[name] != nil else {
                diagnostics.report(.testKind(item, known: kinds.map(\.name)))
                continue
            }
            if rows.contains(where: { $0.kind.name == name }) { diagnostics.report(.testMissingKept(item)) }
            missing.insert(name)
        }
    }
}
