import PolicyYAML

/// Reads numbers that are computed, and conditions that compare them.
enum ExpressionReader {
    private static let forms = ["fixed", "measure", "count", "sum", "field", "days_from", "growth"]
    private static let parts = ["plus", "less", "times"]
    private static let settings: [String: [String]] = [
        "measure": ["within", "as"], "count": ["within", "distinct", "disagreeing"],
        "sum": ["of", "over", "within", "disagreeing"], "growth": ["since"], "days_from": ["until", "over"],
    ]

    /// Whether a condition compares computed numbers, not one of the records with one of the profile.
    static func isComputed(_ entries: [Node.Entry]) -> Bool {
        entries.contains { entry in
            guard let key = entry.key.text else { return false }
            if key == "growth" || key == "days_from" || key == "capped" || parts.contains(key) { return true }
            guard ComparisonWord(rawValue: key) != nil else { return false }
            return entry.value.entries != nil || entry.value.text.flatMap(Earlier.init) != nil
        }
    }

    /// `{sum: …, of: …, above: last_year}`.
    static func condition(_ node: Node, _ entries: [Node.Entry], _ session: ReadingSession) -> Condition? {
        let words = Comparison.Word.allCases.filter { $0 != .among }
        guard let left = expression(node, besides: words.map(\.rawValue), session) else { return nil }
        var read: [(word: ComparisonWord, right: Expression)] = []
        for entry in entries {
            guard let word = words.first(where: { $0.rawValue == entry.key.text }) else { continue }
            guard let right = operand(entry.value, of: left, session) else { return nil }
            session.computed.append(ExpressionCheck(expression: left, other: right, dimension: nil))
            read.append((word, right))
        }
        guard !read.isEmpty else {
            session.report(.noComparison(node))
            return nil
        }
        return .compared(ComparedTest(left: left, parts: read, node: node))
    }

    /// A number, a map that says how it is computed, or an earlier time: then what it is compared with, as it was.
    static func operand(_ node: Node, of left: Expression?, _ session: ReadingSession) -> Expression? {
        if node.entries != nil { return expression(node, besides: [], session) }
        if let left, let earlier = node.text.flatMap(Earlier.init) {
            return checked(Expression(.earlier(left, earlier), node: node), earlier, session)
        }
        guard let quantity = node.text.flatMap({ Quantity($0) }) else {
            session.report(.notComputed(node, forms: forms))
            return nil
        }
        return Expression(.number(quantity), node: node)
    }

    private static func expression(_ node: Node, besides words: [String], _ session: ReadingSession) -> Expression? {
        let entries = node.entries ?? []
        let found = entries.filter { forms.contains($0.key.text ?? "") }
        guard found.count == 1, let form = found.first?.key.text, let value = found.first?.value else {
            if found.isEmpty, let first = entries.first {
                session.report(.unknownKey(first.key, first.key.text ?? "", known: forms))
            } else {
                session.report(.twoForms(node, found.compactMap(\.key.text)))
            }
            return nil
        }
        ConditionReader.reportOthers(
            entries, allowed: [form] + (settings[form] ?? []) + parts + ["capped"] + words, session)
        let capped = node["capped"].flatMap { ValueType<Fraction>.anyQuantity.read($0, session) }
        guard node["capped"] == nil || capped != nil else { return nil }
        let others = parts.map { part -> [Expression]? in
            guard let node = node[part] else { return [] }
            let nodes = node.items ?? [node]
            let read = nodes.compactMap { operand($0, of: nil, session) }
            return read.count == nodes.count ? read : nil
        }
        guard let term = term(form, value, node, session), let plus = others[0], let less = others[1],
            let times = others[2]
        else { return nil }
        return Expression(term, plus: plus, less: less, capped: capped, times: times, node: node)
    }

    private static func term(_ form: String, _ value: Node, _ node: Node, _ session: ReadingSession) -> Expression.Term?
    {
        switch form {
        case "fixed":
            guard let quantity = value.text.flatMap({ Quantity($0) }) else {
                session.report(.wrongShape(value, expected: Text("一个数", "a number")))
                return nil
            }
            return .number(quantity)
        case "measure": return measure(value, node, session)
        case "count":
            guard let counted = ConditionReader.counted(value, session) else { return nil }
            let distinct = node["distinct"].flatMap { ConditionReader.column($0, of: counted.kind, session) }
            guard node["distinct"] == nil || distinct != nil else { return nil }
            return .count(counted, distinct: distinct, disagreeing(counted, node, session), window(node, session))
        case "sum":
            guard let (counted, of, over) = ConditionReader.summed(value, node, session) else { return nil }
            return .sum(counted, of: of, over: over, disagreeing(counted, node, session), window(node, session))
        case "field":
            guard let field = ConditionReader.subjectField(value, session) else { return nil }
            guard field.type.dimension != nil else {
                session.report(.fieldWithoutNumber(value, field.name))
                return nil
            }
            return .field(field)
        case "days_from": return days(value, node, session)
        default:
            let since = node["since"].flatMap { ValueType<Earlier>.earlier.read($0, session) } ?? .lastYear
            guard let grown = operand(value, of: nil, session), checked(grown, since, session) != nil else {
                return nil
            }
            return .growth(grown, since: since)
        }
    }

    /// `{days_from: granted, until: [repaid, due], over: 365 days}`.
    private static func days(_ value: Node, _ node: Node, _ session: ReadingSession) -> Expression.Term? {
        let columns = { (nodes: [Node]) -> [SubjectField]? in
            let fields = nodes.compactMap { node -> SubjectField? in
                guard let field = ConditionReader.subjectField(node, session) else { return nil }
                if field.type != .day { session.report(.fieldWithoutDay(node, field.name)) }
                return field.type == .day ? field : nil
            }
            return fields.count == nodes.count ? fields : nil
        }
        let over = node["over"].flatMap { ValueType<Int>.whole(.days, in: 1...3660).read($0, session) }
        guard let end = node["until"] else {
            session.report(
                .missingSetting(
                    "until", in: node, expected: ColumnType.day.name, example: nil, provision: session.provision))
            return nil
        }
        guard let from = columns([value])?.first, let until = columns(end.items ?? [end]),
            node["over"] == nil || over != nil
        else { return nil }
        return .days(from: from, until: until, over: over.map { Fraction($0) })
    }

    private static func measure(_ value: Node, _ node: Node, _ session: ReadingSession) -> Expression.Term? {
        guard let name = value.text, !name.isEmpty else {
            session.report(.wrongShape(value, expected: Text("指标名称", "a measure's name")))
            return nil
        }
        var reference = MeasureReference(
            name: name, subject: session.subject, provision: session.provision, node: ReferenceNode(node: value),
            comparison: nil, asked: nil, window: window(node, session))
        reference.mustBeNumber = true
        let gathered = ConditionReader.gathered(node, &reference, session)
        session.references.append(reference)
        return .measure(reference, gathered)
    }

    private static func window(_ node: Node, _ session: ReadingSession) -> Window? {
        node["within"].flatMap { ValueType<Window>.window.read($0, session) }
    }

    private static func disagreeing(_ counted: CountedRecords, _ node: Node, _ session: ReadingSession) -> Disagreeing {
        node["disagreeing"].flatMap { ValueType<Disagreeing>.disagreeing(counted.kind).read($0, session) }
            ?? .undetermined
    }

    /// What is compared with an earlier time must have had a value then: a record says of its fields only what they are now. How far
    /// back the measures in it are read is noted.
    private static func checked(_ expression: Expression, _ earlier: Earlier, _ session: ReadingSession) -> Expression?
    {
        for part in expression.parts {
            switch part.term {
            case .field(let field), .days(let field, _, _):
                session.report(.noEarlierField(part.node, field.name))
                return nil
            case .measure(let reference, _):
                for index in session.references.indices where session.references[index].isAt(reference.node.node) {
                    session.references[index].yearsBack += 1
                }
            default: break
            }
        }
        session.earlier.append((earlier, expression.node))
        return expression
    }
}

extension Expression {
    /// Itself, and every other in it.
    var parts: [Expression] {
        let inner: [Expression] =
            switch term {
            case .growth(let grown, _): [grown]
            case .earlier(let other, _): [other]
            default: []
            }
        return [self] + (inner + plus + less + times).flatMap(\.parts)
    }

    /// The measures in it.
    package var measures: [MeasureReference] {
        parts.compactMap { if case .measure(let reference, _) = $0.term { reference } else { nil } }
    }
}

extension MeasureReference {
    fileprivate func isAt(_ place: Node) -> Bool { NodePlace(node.node) == NodePlace(place) }
}

extension ValueType where Value == Earlier {
    fileprivate static let earlier = ValueType<String>.oneOf(Earlier.allCases.map(\.rawValue)).map {
        Earlier(rawValue: $0)
    }
}
