import PolicyYAML

/// Reads a condition, strictly: one form each, unknown keys and kinds reported with the nearest that exists.
enum ConditionReader {
    private static let forms = ["all", "any", "not", "measure", "count", "field", "sum", "growth", "days_from"]

    static func read(_ node: Node, _ session: ReadingSession) -> Condition? {
        guard let entries = node.entries else {
            session.report(.wrongShape(node, expected: ValueType<Condition>.condition.name))
            return nil
        }
        let found = entries.filter { forms.contains($0.key.text ?? "") }
        guard found.count == 1, let form = found.first, let word = form.key.text else {
            if let first = entries.first, found.isEmpty {
                session.report(.unknownKey(first.key, first.key.text ?? "", known: forms))
            } else {
                session.report(.twoForms(node, found.compactMap(\.key.text)))
            }
            return nil
        }
        session.branches.append(ConditionBranch(form: word, node: node))
        if ExpressionReader.isComputed(entries) { return ExpressionReader.condition(node, entries, session) }
        switch word {
        case "all", "any":
            reportOthers(entries, allowed: [word], session)
            guard let items = form.value.items, !items.isEmpty else {
                let expected = Text("条件的列表", "a list of conditions")
                session.report(
                    form.value.items == nil
                        ? .wrongShape(form.value, expected: expected) : .emptyList(form.value, expected: expected))
                return nil
            }
            let parts = items.compactMap { read($0, session) }
            guard parts.count == items.count else { return nil }
            return word == "all" ? .all(parts, node) : .any(parts, node)
        case "not":
            reportOthers(entries, allowed: [word], session)
            return read(form.value, session).map { .not($0, node) }
        case "measure": return measure(node, form.value, entries, session)
        case "field": return field(node, form.value, session)
        case "sum": return sum(node, form.value, entries, session)
        default: return count(node, form.value, entries, session)
        }
    }

    private static func measure(_ node: Node, _ value: Node, _ entries: [Node.Entry], _ session: ReadingSession)
        -> Condition?
    {
        let others = ["measure", "within", "as", "consecutive"]
        reportOthers(entries, allowed: others + Comparison.Word.allCases.map(\.rawValue), session)
        let window = read("within", of: node, .window, session)
        let consecutive = read("consecutive", of: node, .whole(.count, in: 2...60), session)
        guard let name = value.text, !name.isEmpty else {
            session.report(.wrongShape(value, expected: Text("指标名称", "a measure's name")))
            return nil
        }
        guard let comparison = comparison(node, among: Set(others), session) else { return nil }
        var reference = MeasureReference(
            name: name, subject: session.subject, provision: session.provision, node: ReferenceNode(node: value),
            comparison: comparison, asked: nil,
            window: window, consecutive: consecutive ?? 1)
        let gathered = gathered(node, &reference, session)
        session.references.append(reference)
        return .measure(
            MeasureTest(
                measure: reference, comparison: comparison, window: window, gathered: gathered,
                consecutive: consecutive ?? 1, node: node))
    }

    private static func count(_ node: Node, _ value: Node, _ entries: [Node.Entry], _ session: ReadingSession)
        -> Condition?
    {
        let others = ["count", "within", "distinct", "consecutive", "disagreeing"]
        reportOthers(entries, allowed: others + Comparison.Word.allCases.map(\.rawValue), session)
        let window = read("within", of: node, .window, session)
        let consecutive = read("consecutive", of: node, .whole(.count, in: 2...60), session)
        let comparison = comparison(node, among: Set(others), session)
        comparison?.check(against: .count, values: nil, session)
        if window != nil, consecutive != nil, let within = node["within"] { session.report(.twoSpans(within)) }
        let counted = counted(value, session)
        guard let counted, let comparison else { return nil }
        let distinct = node["distinct"].flatMap { column($0, of: counted.kind, session) }
        let disagreeing = read("disagreeing", of: node, .disagreeing(counted.kind), session)
        guard node["distinct"] == nil || distinct != nil else { return nil }
        return .count(
            CountTest(
                records: counted, distinct: distinct,
                disagreeing: disagreeing ?? .undetermined, comparison: comparison, window: window,
                consecutive: consecutive ?? 1, node: node))
    }

    /// `{sum: {amount: {kind: …}}, of: amount, over: base, at_least: 60%}`.
    private static func sum(_ node: Node, _ value: Node, _ entries: [Node.Entry], _ session: ReadingSession)
        -> Condition?
    {
        let others = ["sum", "of", "over", "within", "disagreeing"]
        reportOthers(entries, allowed: others + Comparison.Word.allCases.map(\.rawValue), session)
        let window = read("within", of: node, .window, session)
        let comparison = comparison(node, among: Set(others), session)
        guard let (counted, of, over) = summed(value, node, session), let comparison,
            let dimension = counted.dimension(of: of)
        else { return nil }
        comparison.check(against: over == nil ? dimension : .share, values: nil, session)
        let disagreeing = read("disagreeing", of: node, .disagreeing(counted.kind), session)
        return .sum(
            SumTest(
                records: counted, of: of, over: over, disagreeing: disagreeing ?? .undetermined, comparison: comparison,
                window: window, node: node))
    }

    /// The records of a sum, the column that is summed, and the one that it is a share of.
    static func summed(_ value: Node, _ node: Node, _ session: ReadingSession) -> (CountedRecords, of: Int, over: Int?)?
    {
        guard let counted = counted(value, session) else { return nil }
        guard let name = node["of"] else {
            session.report(
                .missingSetting(
                    "of", in: node, expected: Text("要相加的列", "the column to sum"), example: nil,
                    provision: session.provision))
            return nil
        }
        let of = counted.numberColumn(name, session)
        let over = node["over"].flatMap { counted.numberColumn($0, session) }
        guard let of, node["over"] == nil || over != nil else { return nil }
        return (counted, of, over)
    }

    /// What a measure over a window, or the judged unit, comes to, of its own units.
    static func gathered(_ node: Node, _ reference: inout MeasureReference, _ session: ReadingSession) -> Gathered? {
        if reference.window == .ever, let within = node["within"] { session.report(.measureForEver(within)) }
        guard let place = node["as"] else { return nil }
        if node["consecutive"] != nil { session.report(.gathersRunning(place)) }
        reference.isGathered = true
        reference.mustBeNumber = true
        return ValueType<Gathered>.gathered.read(place, session)
    }

    /// A field of whom the provision is about, by its name.
    static func subjectField(_ value: Node, _ session: ReadingSession) -> SubjectField? {
        let fields = session.subject.fields(session.kinds[session.subject.rawValue])
        guard let name = value.text, let field = fields.first(where: { $0.name == name }) else {
            session.report(
                .unknownField(value, value.text ?? "", of: session.subject.rawValue, known: fields.map(\.name)))
            return nil
        }
        return field
    }

    /// `{field: age, at_most: 50 years}`, `{field: mode, in: [a, b]}`, `{field: keeper, present: true}`.
    private static func field(_ node: Node, _ value: Node, _ session: ReadingSession) -> Condition? {
        let rest = (node.entries ?? []).filter { $0.key.text != "field" }
        guard let field = subjectField(value, session) else { return nil }
        guard !rest.isEmpty else {
            session.report(.noComparison(node))
            return nil
        }
        if field.type == .day, rest.count == 1, rest[0].key.text == "within" {
            return ValueType<TimeLimit>.timeLimit.read(rest[0].value, session).map {
                .field(FieldTest(field: field, test: .recent($0), node: node))
            }
        }
        // Names are compared with `equals` and `in`, everything else as a filter does.
        if field.type.dimension == nil, rest.count == 1, ["equals", "in"].contains(rest[0].key.text ?? "") {
            return Filter.test(rest[0].value, field.type, ofSubjects: false, session).map {
                .field(FieldTest(field: field, test: $0, node: node))
            }
        }
        let test = Node(content: .mapping(rest), file: node.file, start: node.start, end: node.end)
        return Filter.test(test, field.type, ofSubjects: false, session).map {
            .field(FieldTest(field: field, test: $0, node: node))
        }
    }

    /// A column by its name, of those that will do.
    static func column(
        _ node: Node, of kind: RecordKind, _ session: ReadingSession, where isFit: (ColumnType) -> Bool = { _ in true }
    ) -> Int? {
        let fit = kind.columns.filter { isFit($0.type) }.map(\.name)
        guard let index = kind.index(of: node.text) else {
            session.report(.unknownField(node, node.text ?? "", of: kind.name, known: fit))
            return nil
        }
        guard isFit(kind.columns[index].type) else {
            session.report(.notOneOf(node, node.text ?? "", words: fit))
            return nil
        }
        return index
    }

    /// A kind of record that has subjects, and a filter over its fields or `all`.
    static func counted(_ value: Node, _ session: ReadingSession) -> CountedRecords? {
        let named = value.entries?.filter { !["about", "held"].contains($0.key.text) }
        guard let named, named.count == 1, let entry = named.first, let name = entry.key.text else {
            session.report(.wrongShape(value, expected: ValueType<CountedRecords>.counted.name))
            return nil
        }
        let about = value["about"].flatMap { RecordPlace.read($0, session) }
        let held = value["held"].flatMap { ValueType<String>.oneOf(["at_end"]).read($0, session) }
        guard value["about"] == nil || about != nil, value["held"] == nil || held != nil else { return nil }
        func countable() -> [String] { session.kinds.values.filter(\.isCountable).map(\.name).sorted() }
        guard let kind = session.kinds[name] else {
            session.report(.unknownKind(entry.key, name, known: countable()))
            return nil
        }
        guard kind.isCountable else {
            session.report(.kindCannotBeCounted(entry.key, name, known: countable()))
            return nil
        }
        if let place = value["held"], kind.about.span == nil { session.report(.lastsNoTime(place, name)) }
        session.counted.insert(name)
        if entry.value.text == "all" {
            return CountedRecords(kind: kind, filter: .everything, about: about, standsAtEnd: held != nil)
        }
        // Beside the columns: whomever a row names, in whatever column.
        let fields = kind.columns.map { ($0.name, $0.type) } + [(Filter.named, .subject(many: true))]
        return Filter(entry.value, fields: fields, of: name, session).map {
            CountedRecords(kind: kind, filter: $0, about: about, standsAtEnd: held != nil)
        }
    }

    /// The comparison that stands among other keys; a key that is neither is reported as unknown, and may be a misspelt comparison.
    private static func comparison(_ node: Node, among others: Set<String>, _ session: ReadingSession) -> Comparison? {
        if (node.entries ?? []).allSatisfy({ others.contains($0.key.text ?? "") }) {
            session.report(.noComparison(node))
        }
        return Comparison(node, session)
    }

    private static func read<Value>(_ key: String, of node: Node, _ type: ValueType<Value>, _ session: ReadingSession)
        -> Value?
    {
        node[key].flatMap { type.read($0, session) }
    }

    static func reportOthers(_ entries: [Node.Entry], allowed: [String], _ session: ReadingSession) {
        for entry in entries where !allowed.contains(entry.key.text ?? "") {
            session.report(.unknownKey(entry.key, entry.key.text ?? "", known: allowed))
        }
    }
}
