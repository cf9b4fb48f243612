internal import CivilTime
internal import Exact
internal import Messages
internal import Results

/// A county's results, told subject by subject, put back into blocks.
struct ReadCounty {
    let results: CountyResults

    init(_ item: JSONCursor, _ place: Int, _ policies: [ReadPolicy]) throws(ResultsProblem) {
        let profile = try item["profile"].text
        guard let index = policies.firstIndex(where: { $0.policy.profile == profile }) else {
            throw item["profile"].problem(Text("一个已列出的政策配置", "a profile that is listed"))
        }
        let policy = policies[index]
        var blocks = try item["units"].items.map { unit throws(ResultsProblem) in
            ReadBlock(
                provision: try policy.provision(unit), unit: try policy.unit(unit["unit"]),
                leftOut: try unit["left_out"].optional?.int ?? 0)
        }
        let numbers = Dictionary(
            blocks.enumerated().map { (BlockName($1.provision, $1.unit), $0) }, uniquingKeysWith: { a, _ in a })
        var totals = ReadTotals(blocks.map(\.provision))
        var subjects = Subjects()
        for (row, subject) in try item["subjects"].items.enumerated() {
            subjects.add(try Subjects.Entry(subject))
            for outcome in try subject["outcomes"].items {
                let name = BlockName(try policy.provision(outcome), try policy.unit(outcome["unit"]))
                guard let number = numbers[name] else {
                    throw outcome.problem(Text("一个已列出的时间单位", "a unit that is listed"))
                }
                try blocks[number].add(outcome, of: row)
            }
            try totals.add(subject["over_period"], of: row)
        }
        var seen: Set<String> = []
        let measures = blocks.flatMap { $0.provision.measures.map(\.name) }.filter { seen.insert($0).inserted }
        results = CountyResults(
            place: place,
            head: CountyHead(
                county: try item["county"].text, name: try item["name"].optional?.text ?? "", policy: index,
                withoutUnit: try item["without_unit"].items.map { name throws(ResultsProblem) in try policy.newest(name)
                }, measures: measures),
            counts: try item["counts"].members.map { kind, count throws(ResultsProblem) in
                (SubjectKind(named: kind), try count.int)
            },
            subjects: subjects, blocks: blocks.map(\.block), totals: totals.totals)
    }
}

private struct BlockName: Hashable {
    let key: ProvisionKey
    let version: Day
    let unit: Period

    init(_ provision: JudgedProvision, _ unit: Period) {
        key = provision.key
        version = provision.version
        self.unit = unit
    }
}

private struct ReadBlock {
    let provision: JudgedProvision
    let unit: Period
    let leftOut: Int
    private var outcomes: Outcomes.Builder

    init(provision: JudgedProvision, unit: Period, leftOut: Int) {
        self.provision = provision
        self.unit = unit
        self.leftOut = leftOut
        outcomes = Outcomes.Builder(width: provision.measures.count)
    }

    var block: OutcomeBlock {
        OutcomeBlock(provision: provision, unit: unit, outcomes: outcomes.outcomes, leftOut: leftOut)
    }

    mutating func add(_ item: JSONCursor, of subject: Int) throws(ResultsProblem) {
        outcomes.add(
            subject: subject, try Verdict(item["verdict"]), try item["found"].values(of: provision),
            OutcomeNotes(
                record: try item["record"].optional?.text,
                actions: try item["actions"].optional?.items.map { action throws(ResultsProblem) in try Action(action) }
                    ?? [],
                reasons: try item["reasons"].optional?.items.map { reason throws(ResultsProblem) in try Reason(reason) }
                    ?? [],
                owed: try item["owed"].optional.map { owed throws(ResultsProblem) in
                    Owed(due: try owed["due"].day, isDone: try owed["done"].flag, by: try owed["by"].optional?.text)
                },
                needs: try item["needs"].optional?.items.map { need throws(ResultsProblem) in try NeededRecords(need) }
                    ?? []))
    }
}

/// Measures over the whole period, provision by provision.
private struct ReadTotals {
    /// By the provision's name.
    private var rows: [String: (provision: JudgedProvision, subjects: [Int], values: PackedValues.Builder)] = [:]

    init(_ provisions: [JudgedProvision]) {
        // That of the last unit says what they are.
        for provision in provisions {
            rows[provision.key.description] = (provision, [], PackedValues.Builder(width: provision.measures.count))
        }
    }

    mutating func add(_ items: JSONCursor, of subject: Int) throws(ResultsProblem) {
        for item in try items.items {
            let name = try item["provision"].text
            guard var row = rows.removeValue(forKey: name) else {
                throw item.problem(Text("一个已列出的条款", "a provision that is listed"))
            }
            row.subjects.append(subject)
            row.values.add(try item["found"].values(of: row.provision))
            rows[name] = row
        }
    }

    var totals: [Totals] {
        rows.values.filter { !$0.subjects.isEmpty }.sorted { $0.provision.key < $1.provision.key }.map {
            Totals(provision: $0.provision, subjects: $0.subjects, values: $0.values.values)
        }
    }
}

extension Subjects.Entry {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        self.init(
            kind: SubjectKind(named: try item["kind"].text), id: try item["id"].text, name: try item["name"].text,
            level: try item["level"].optional?.text,
            village: try item["village"].optional.map { village throws(ResultsProblem) in
                Subjects.Village(
                    code: try village.text, name: try item["village_name"].optional?.text ?? "",
                    townshipName: try item["township_name"].optional?.text ?? "")
            },
            division: try item["village"].optional == nil ? item["township"].optional?.text ?? "" : "",
            sender: try item["sent_by"].optional?.text)
    }
}

extension Action {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        self.init(
            kind: try item["action"].text,
            details: try item.members.filter { $0.key != "action" }.map { key, value throws(ResultsProblem) in
                (key == "of" ? "" : key, try value.text)
            })
    }
}

extension NeededRecords {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        let subject = item["subject"]
        self.init(
            kind: try item["kind"].text, file: try item["file"].text, title: try item["title"].words,
            subjectKind: SubjectKind(named: try subject["kind"].text),
            subject: try subject["id"].text, name: try subject["name"].text,
            days: try item["days"].optional?.items.map { days throws(ResultsProblem) in
                guard let range = DayRange(try days["from"].day, try days["to"].day) else {
                    throw days.problem(Text("先后两天", "two days in order"))
                }
                return range
            } ?? [],
            columns: try item["columns"].optional?.texts ?? [],
            columnTitles: try item["column_titles"].optional?.items.map { title throws(ResultsProblem) in
                try title.words
            } ?? [],
            holding: try item["holding"].optional?.members.map { column, value throws(ResultsProblem) in
                Holding(column: column, value: try value.text)
            } ?? [])
    }
}
