internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

extension DeadlineRule {
    init(_ settings: inout SettingsReader) {
        from = settings.required(
            "from", .daySource(canBeEach: true),
            Text(
                "从哪天起算；record 只看第一条，each 每条记录各有期限",
                "from which day; record: the first of its kind; each: every record has a time of its own"),
            example: "{posting: begins}", asked: Text("起算", "from")
        )
        to = settings.required(
            "to", .daySource(canBeEach: false), Text("办完的日子", "the day on which it is done"),
            example: "{posting: ends}",
            asked: Text("办结", "to"))
        let column = settings.optional(
            "paired_by", .text,
            Text(
                "办完的记录用哪一列写明办的是哪一条；省略或没有写的，按先后各对一条",
                "the column of the ending record that names the one it ends; left out or empty: each ends with the first one after it that is not used"
            ), example: "subject")
        pairedBy = DeadlineRule.pairing(from, to, column, settings)
        let within = settings.optional(
            "within", .timeLimit,
            Text("期限：15天、10个工作日、2年", "how long: 15 days, 10 working days, 2 years"),
            example: "15 days", asked: Text("期限", "within"))
        let field = settings.optional(
            "due", .fieldName, Text("期限写在记录的这一列", "the column that holds the last day"), example: "{field: due}",
            asked: Text("期限", "due"))
        let given = ["within", "due"].count { settings.node(of: $0) != nil }
        if given != 1, settings.node(of: "from") != nil {
            settings.session.report(.oneLimit(at: settings.keyLocation(of: "from")))
        }
        // Where neither can be read, the rule is not evaluated.
        limit = within.map { .within($0) } ?? .field(field ?? "")
        countsFromEdition =
            settings.optional(
                "begun_before", .oneOf(["counts_from_edition", "not_judged"]),
                Text(
                    "文件印发前就开始的：counts_from_edition 从印发之日起算，省略为不判断",
                    "what began before the edition: counts from its day, or, left out, is not judged"),
                example: "counts_from_edition") == "counts_from_edition"
        owedBy = settings.optional(
            "owed_by", .word("office"), Text("由谁办", "who owes it"), example: "county_office",
            asked: Text("由谁", "owed by"))
    }
}

extension DeadlineRule {
    /// The place of the column, checked: only what has several beginnings and ends is paired.
    private static func pairing(
        _ from: DaySource, _ to: DaySource, _ column: String?, _ settings: SettingsReader
    ) -> Int? {
        guard !settings.session.isDescribing else { return nil }
        guard case .each(let beginnings) = from else {
            if column != nil { settings.session.report(.nothingToPair(at: settings.keyLocation(of: "paired_by"))) }
            return nil
        }
        guard case .record(let ends) = to else {
            settings.session.report(.noEnds(at: settings.location(of: "to")))
            return nil
        }
        guard column != nil, let node = settings.node(of: "paired_by") else { return nil }
        if !beginnings.kind.columns.contains(where: { $0.type == .identifier }) {
            settings.session.report(.nothingToName(beginnings.kind, at: node.location))
        }
        return ends.nameColumn(node, settings.session)
    }
}

extension ValueType where Value == DeadlineRule.DaySource {
    fileprivate static func daySource(canBeEach: Bool) -> ValueType {
        let form =
            canBeEach
            ? Text(
                "{field: 列}、{posting: begins 或 ends}、{record: {记录种类: {字段: 值}}} 或 {each: {记录种类: {字段: 值}}}",
                "{field: column}, {posting: begins or ends}, {record: {kind: {field: value}}}, or {each: {kind: {field: value}}}"
            )
            : Text(
                "{field: 列}、{posting: begins 或 ends} 或 {record: {记录种类: {字段: 值}}}",
                "{field: column}, {posting: begins or ends}, or {record: {kind: {field: value}}}")
        return ValueType(name: form) { node, session in read(node, session, canBeEach, form) }
    }

    private static func read(_ node: Node, _ session: ReadingSession, _ canBeEach: Bool, _ form: Text)
        -> DeadlineRule.DaySource?
    {
        guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
            session.report(.wrongShape(node, expected: form))
            return nil
        }
        switch entry.key.text {
        case "field": return ValueType<String>.fieldName.read(node, session).map { .field($0) }
        case "posting":
            return ValueType<String>.oneOf(["begins", "ends"]).read(entry.value, session).map {
                $0 == "begins" ? .termBegins : .termEnds
            }
        case "record": return ValueType<CountedRecords>.counted.read(entry.value, session).map { .record($0) }
        case "each" where canBeEach:
            return ValueType<CountedRecords>.counted.read(entry.value, session).map { .each($0) }
        default:
            let words = ["field", "posting", "record"] + (canBeEach ? ["each"] : [])
            session.report(.notOneOf(entry.key, entry.key.text ?? "", words: words))
            return nil
        }
    }
}

extension ValueType where Value == String {
    /// `{field: due}`: a column of days of the subject's own record.
    fileprivate static let fieldName = ValueType(name: Text("{field: 列}", "{field: column}")) { node, session in
        guard let value = node["field"], let name = value.text, node.entries?.count == 1 else {
            session.report(.wrongShape(node, expected: Text("{field: 列}", "{field: column}")))
            return nil
        }
        guard !session.isDescribing else { return name }
        let columns = session.kinds[session.subject.rawValue]?.columns.filter { $0.type == .day }.map(\.name) ?? []
        guard columns.contains(name) else {
            session.report(.notOneOf(value, name, words: columns))
            return nil
        }
        return name
    }
}

extension Diagnostic {
    fileprivate static func oneLimit(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D201", Text("要写明期限，且只能用一种写法", "it must say by when, in one way"), at: location,
            expected: Text("within 或 due", "within or due"))
    }

    fileprivate static func nothingToPair(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D203",
            Text("只有一个起点，不用对应", "there is one beginning only: nothing is to be paired"), at: location,
            expected: Text("from: {each: …}", "from: {each: …}"))
    }

    fileprivate static func noEnds(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D204",
            Text("每条记录各有期限，办完的日子也要是一条记录", "each beginning needs an ending record of its own"), at: location,
            expected: Text("{record: {记录种类: {字段: 值}}}", "{record: {kind: {field: value}}}"))
    }

    fileprivate static func nothingToName(_ kind: RecordKind, at location: Location?) -> Diagnostic {
        Diagnostic(
            "D205",
            Text("\(kind.about.title.zh)没有编号，不能按编号对应", "\(kind.about.title.en) have no identifiers to name"),
            at: location,
            help: [Text("去掉 paired_by，按先后对应", "leave out paired_by: they are paired in their order")])
    }
}
