internal import CivilTime
internal import Exact
package import Messages
package import Results

/// Reads back what ``JSONReport`` writes: the same results, of which every format can be made again.
package struct ResultsReader {
    package let head: AssessmentHead
    package let counties: [CountyResults]

    /// - Throws: ``ResultsProblem`` when it is no JSON, of another version, or lacks something.
    package init(_ bytes: [UInt8]) throws(ResultsProblem) {
        let tree: JSONTree
        do throws(JSONProblem) {
            tree = try JSONTree(bytes)
        } catch {
            throw ResultsProblem(notJSON: error, bytes)
        }
        let root = JSONCursor(tree, at: "$")
        let version = try root["version"].int
        guard version == JSONReport.version else { throw ResultsProblem(version: version, known: JSONReport.version) }
        let policies = try root["policies"].items.map { item throws(ResultsProblem) in try ReadPolicy(item) }
        let period = try root["period"]["name"].period
        let months = Set(policies.map(\.policy.months))
        let sections = try root["sections"].optional?.items.map { item throws(ResultsProblem) in
            let id = try item.text
            return AssessmentHead.Section(id: id, title: try root["section_titles"][id].words)
        }
        let filter = try root["filter"].optional.map { filter throws(ResultsProblem) in try ResultFilter(filter) }
        let kinds = try root["kinds"].members.map { key, value throws(ResultsProblem) in
            (SubjectKind(named: key), try value.words)
        }
        let read = try root["counties"].items.enumerated().map { place, county throws(ResultsProblem) in
            try ReadCounty(county, place, policies).results
        }
        counties = read
        head = AssessmentHead(
            period: months.count == 1 ? months.first.map(period.under) ?? period : period,
            asOf: try root["as_of"].optional?.day,
            sections: sections ?? [], policies: policies.map(\.policy),
            kindTitles: Dictionary(kinds, uniquingKeysWith: { a, _ in a }),
            counties: read.map(\.head),
            files: try root["records"].items.map { file throws(ResultsProblem) in
                AssessmentHead.FileCount(
                    file: try file["file"].text, rows: try file["rows"].int, refused: try file["refused"].int)
            },
            filter: filter)
    }

    /// The same in another format, or in another language.
    package func write(as format: any ReportFormat.Type, _ language: Language, to sink: ([UInt8]) throws -> Void) throws
    {
        try write(format.init(ReportFacts(head, language)), to: sink)
    }

    private func write(_ format: some ReportFormat, to sink: ([UInt8]) throws -> Void) throws {
        var summary = ReportSummary()
        var parts: [[UInt8]] = []
        for county in counties {
            var bytes: [UInt8] = []
            try format.write(county) { bytes += $0 }
            if !bytes.isEmpty { summary.shown.append(county.place) }
            summary.leavesOut = summary.leavesOut || county.blocks.contains { $0.leftOut > 0 }
            parts.append(bytes)
        }
        try sink(format.head(shown: format.namesShownCounties ? summary.shown : Array(counties.indices)))
        for bytes in parts { try sink(bytes) }
        try sink(format.end(summary))
    }
}

extension ResultFilter {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        self.init(
            subject: try item["subject"].optional?.text,
            area: try item["division"].optional.map { area throws(ResultsProblem) in
                Area(
                    code: try area["code"].text, kind: try area["kind"].optional.map(SubjectKind.init),
                    level: try area["level"].optional?.text, name: try area["name"].text)
            },
            kinds: try item["kinds"].items.map(SubjectKind.init),
            verdicts: try item["verdicts"].items.map(Verdict.init),
            provisions: try item["provisions"].texts)
    }
}

/// A policy, and its provisions by their names and versions.
struct ReadPolicy {
    let policy: JudgedPolicy
    private let provisions: [String: [JudgedProvision]]

    init(_ item: JSONCursor) throws(ResultsProblem) {
        let read = try item["provisions"].items.map { provision throws(ResultsProblem) in try JudgedProvision(provision)
        }
        provisions = Dictionary(grouping: read) { $0.key.description }
        guard let months = MonthRule(firstDay: try item["months_from"].int) else {
            throw item["months_from"].problem(Text("1 至 28", "1 to 28"))
        }
        policy = JudgedPolicy(
            profile: try item["profile"].text, name: Text(try item["name"].text, try item["name_en"].text),
            division: try item["division"].text,
            months: months,
            documents: try item["documents"].items.map { document throws(ResultsProblem) in
                JudgedPolicy.Document(
                    number: try document["number"].text, issuer: try document["issuer"].text,
                    inForceFrom: try document["in_force_from"].day)
            },
            provisions: read,
            titles: WordTitles(
                Dictionary(
                    try item["words"].members.map { group, words throws(ResultsProblem) in
                        (
                            group,
                            try words.members.map { word, title throws(ResultsProblem) in
                                (word: word, title: try title.words)
                            }
                        )
                    }, uniquingKeysWith: { a, _ in a })))
    }

    /// The provision that an item names by `provision` and `version`.
    func provision(_ item: JSONCursor) throws(ResultsProblem) -> JudgedProvision {
        let (name, version) = (try item["provision"].text, try item["version"].day)
        guard let found = provisions[name]?.first(where: { $0.version == version }) else {
            throw item.problem(Text("一个已列出的条款", "a provision that is listed"))
        }
        return found
    }

    /// The newest of a name.
    func newest(_ item: JSONCursor) throws(ResultsProblem) -> JudgedProvision {
        guard let found = provisions[try item.text]?.last else {
            throw item.problem(Text("一个已列出的条款", "a provision that is listed"))
        }
        return found
    }

    /// A unit as the policy's months have it.
    func unit(_ item: JSONCursor) throws(ResultsProblem) -> Period { try item.period.under(policy.months) }
}

extension JudgedProvision {
    fileprivate convenience init(_ item: JSONCursor) throws(ResultsProblem) {
        let name = try item["provision"].text.split(separator: "/", maxSplits: 1).map(String.init)
        guard name.count == 2 else { throw item["provision"].problem(Text("section/id", "section/id")) }
        let per: TimeUnit? = try item["per"].optional.map { per throws(ResultsProblem) in
            guard let unit = TimeUnit(rawValue: try per.text) else { throw per.problem(Text("时间单位", "a unit of time")) }
            return unit
        }
        self.init(
            key: ProvisionKey(section: name[0], id: name[1]), version: try item["version"].day,
            name: try item["name"].text,
            subject: SubjectKind(named: try item["subject"].text), per: per, document: try item["document"].text,
            clauses: try item["clauses"].texts,
            orders: try item["orders"].texts, strength: try readStrength(item["strength"].optional),
            edition: try item["edition"].day, path: try item["path"].text,
            line: try item["line"].int,
            asked: try item["asked"].members.map { key, setting throws(ResultsProblem) in
                AskedSetting(
                    key: key, label: setting["zh"].optional == nil ? nil : try setting.words,
                    value: try AskedValue(setting))
            },
            told: try item["told"].texts,
            measures: try item["measures"].items.map { measure throws(ResultsProblem) in try Measure(measure) },
            discretion: try item["discretion"].texts)
    }
}

/// Results of before it was told have orders that bind.
private func readStrength(_ item: JSONCursor?) throws(ResultsProblem) -> Strength {
    guard let item else { return .must }
    guard let strength = Strength(rawValue: try item.text) else {
        throw item.problem(Text("must、in_principle 或 encouraged", "must, in_principle or encouraged"))
    }
    return strength
}

extension AskedValue {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        let content: Content
        if let text = item["value"].optional {
            content = .text(try text.text)
        } else if let list = item["list"].optional {
            content = .list(try list.items.map { part throws(ResultsProblem) in try AskedValue(part) })
        } else {
            content = .table(
                try item["table"].members.map { key, value throws(ResultsProblem) in
                    AskedEntry(key: key, value: try AskedValue(value))
                })
        }
        self.init(content, path: try item["path"].text, line: try item["line"].int)
    }
}

extension Measure {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        guard let dimension = Dimension.named(try item["dimension"].text) else {
            throw item["dimension"].problem(Text("量的种类", "a dimension"))
        }
        self.init(
            name: try item["name"].text, title: try item.words, dimension: dimension, role: try MeasureRole(item),
            values: try item["values"].optional?.texts)
    }
}

extension MeasureRole {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        self =
            switch try item["role"].text {
            case "quantity": .quantity
            case "rate": .rate(of: try item["of"].text, in: try item["in"].text)
            case "bound": .bound(of: try item["of"].text)
            case "shortfall": .shortfall(of: try item["of"].text)
            case "excuse": .excuse(of: try item["of"].text)
            case "place_from_end": .placeFromEnd(rank: try item["rank"].text, of: try item["of"].text)
            case "rank":
                .rank(
                    of: try item["of"].optional?.text, by: try item["by"].optional?.text,
                    within: try item["within"].optional?.text)
            case "points": .points
            case "amount": .amount
            case "name": .name
            case "band": .band
            case "outcome": .outcome
            case "proposals": .proposals
            default: throw item["role"].problem(Text("指标的作用", "a measure's role"))
            }
    }
}
