internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Points that are added or deducted for each record, or for each of what a measure counts.
struct Adjustment: Sendable {
    enum Source: Sendable {
        case records(CountedRecords)
        case measure(MeasureReference)
    }

    let source: Source
    let points: Fraction
    /// At most so many points in all.
    let capped: Fraction?
    /// Whether what is counted is about the cadres of the subject: whom a unit sent, who is in a team.
    let isOfCadres: Bool
}

/// Points added or deducted, and why they are not known exactly.
struct Adjusted {
    var points = ValueRange.zero
    var isKept = true
    var doubts: [Reason] = []
}

extension SettingsReader {
    mutating func adjustments(_ key: String, _ meaning: Text) -> [Adjustment] {
        list(key, .optional, meaning) { reader in
            let through = reader.optional(
                "through", .oneOf(["its_cadres"]),
                Text(
                    "数的是对象的干部的记录：单位派出的、队里的、在村的",
                    "what is counted is of the subject's cadres: sent by the unit, in the team, in the village"),
                example: "its_cadres")
            let isOfCadres = through != nil && !reader.session.isDescribing
            if isOfCadres, reader.session.subject == .cadre, let node = reader.node(of: "through") {
                reader.session.report(.cadresOfCadre(at: node.location))
            }
            let source = reader.required(
                "for_each", .countable(of: isOfCadres ? .cadre : nil),
                Text("每有一条这样的记录，或指标的每一", "for each such record, or each of what a measure counts"),
                example: "{leave: all}", formerly: ["count"])
            if case .measure(let measure) = source { reader.session.expectNumber(measure) }
            return Adjustment(
                source: source,
                points: reader.required("points", .amount(.points), Text("多少分", "so many points"), example: "5 points"),
                capped: reader.optional(
                    "capped", .amount(.points), Text("合计最多多少分", "so many points in all at most"), example: "20 points",
                    formerly: ["at_most"]),
                isOfCadres: isOfCadres)
        }
    }
}

extension ValueType where Value == Adjustment.Source {
    fileprivate static func countable(of subject: SubjectKind?) -> ValueType {
        ValueType(
            name: Text(
                "{记录种类: {字段: 值}}，或指标如 attendance.late_days",
                "{kind of record: {field: value}}, or a measure such as attendance.late_days"),
            node: { node, session in
                if node.text != nil {
                    return ValueType<MeasureReference>.measure(nil, of: subject).read(node, session).map {
                        .measure($0)
                    }
                }
                return ValueType<CountedRecords>.counted.read(node, session).map { .records($0) }
            })
    }
}

extension ValueType where Value == (least: Fraction, most: Fraction) {
    /// `[0, 110]`.
    static let bounds = ValueType(
        name: Text("[最低分, 最高分]，如 [0, 110]", "[the least, the most] such as [0, 110]"),
        node: { node, session in
            let points = ValueType<Fraction>.amount(.points)
            guard let items = node.items, items.count == 2 else {
                session.report(
                    .wrongShape(node, expected: Text("[最低分, 最高分]，如 [0, 110]", "[the least, the most] such as [0, 110]"))
                )
                return nil
            }
            guard let least = points.read(items[0], session), let most = points.read(items[1], session) else {
                return nil
            }
            guard least < most else {
                session.report(
                    Diagnostic.disagreement(
                        "T208", Text("最低分不低于最高分", "the least is not below the most"), at: items[0].location,
                        with: items[1].location))
                return nil
            }
            return (least, most)
        })
}

extension Scoring {
    /// Each subject's points.
    func adjusted(by adjustments: [Adjustment], _ ask: Case<Scoring>) throws -> [Adjusted] {
        var sums = [Adjusted](repeating: Adjusted(), count: ask.subjects.count)
        for adjustment in adjustments {
            let counted = try numbers(of: adjustment, ask)
            for index in ask.subjects.indices {
                let (number, doubts) = counted[index]
                if let number {
                    let points = try number * adjustment.points
                    sums[index].points = try sums[index].points + points.clamped(to: adjustment.capped)
                    sums[index].doubts += doubts
                } else {
                    sums[index].isKept = false
                    sums[index].doubts += doubts
                }
            }
        }
        return sums
    }

    private typealias Counted = (number: ValueRange?, doubts: [Reason])

    /// How many there are of each subject; nil where nothing is known.
    private func numbers(of adjustment: Adjustment, _ ask: Case<Scoring>) throws -> [Counted] {
        guard adjustment.isOfCadres else {
            switch adjustment.source {
            case .records(let records):
                let rows = records.rows(of: ask.provision.subject, ask.evaluation)
                return ask.subjects.map { number(rows.facts(of: $0, in: ask.unit.days), records.kind) }
            case .measure(let measure): return try numbers(of: measure, ask)
            }
        }
        let stays = ask.subjects.map { ask.evaluation.stays(with: $0, in: ask.unit.days) }
        switch adjustment.source {
        case .records(let records):
            let rows = records.rows(of: .cadre, ask.evaluation)
            return try stays.map { stays in
                try sum(stays.map { number(rows.facts(of: $0.cadre, in: $0.days), records.kind) })
            }
        case .measure(let measure):
            let cadres = Set(stays.flatMap { $0.map(\.cadre) }).sorted()
            let found = Dictionary(
                zip(cadres, try numbers(of: measure, ask.only(cadres))), uniquingKeysWith: { a, _ in a })
            return try stays.map { stays in try sum(Set(stays.map(\.cadre)).sorted().compactMap { found[$0] }) }
        }
    }

    private func numbers(of measure: MeasureReference, _ ask: Case<Scoring>) throws -> [Counted] {
        try zip(ask.subjects, ask.values(of: measure)).map { subject, value in
            guard let value else {
                // Where it does not apply there is nothing to count.
                return try ask.isApplicable(measure, to: subject)
                    ? (nil, [Reason(.adjustmentUnknown, ["measure": .name(measure.name)])]) : (.zero, [])
            }
            let doubts = value.number == nil ? [Reason(.adjustmentUnknown, ["measure": .name(measure.name)])] : []
            return (value.range, doubts)
        }
    }

    private func number(_ facts: CountedFacts, _ kind: RecordKind) -> Counted {
        facts.kept == .none ? (nil, [Reason(.adjustmentsNotKept)]) : (facts.number, facts.doubts(kind))
    }

    private func sum(_ parts: [Counted]) throws -> Counted {
        try parts.reduce((ValueRange.zero, [])) { sum, part in
            guard let whole = sum.number, let number = part.number else { return (nil, sum.doubts + part.doubts) }
            return (try whole + number, sum.doubts + part.doubts)
        }
    }

    func needs(of adjustment: Adjustment, _ subject: Subject, _ ask: Case<Scoring>) throws -> [Need] {
        let whom =
            adjustment.isOfCadres ? ask.evaluation.stays(with: subject, in: ask.unit.days).map(\.cadre) : [subject]
        switch adjustment.source {
        case .records(let records):
            let rows = records.rows(of: adjustment.isOfCadres ? .cadre : ask.provision.subject, ask.evaluation)
            return whom.flatMap { rows.needs(of: $0, in: ask.unit.days) }
        case .measure(let measure): return try whom.flatMap { try ask.needs(of: measure, for: $0) }
        }
    }

    /// Each adjustment with what it counts.
    func explain(_ adjustments: [Adjustment], _ subject: Subject, _ ask: Case<Scoring>) throws -> [Explanation] {
        try adjustments.map { adjustment in
            let found = try adjusted(by: [adjustment], ask.only(subject)).first ?? Adjusted()
            let points = found.isKept ? MeasureValue(found.points)?.readable(as: .points) : nil
            let shown = points ?? Text(same: "?")
            let what =
                switch adjustment.source {
                case .records(let records): records.kind.about.title
                case .measure(let measure): Text(same: measure.name)
                }
            let steps: [Explanation] =
                if case .records(let records) = adjustment.source, !adjustment.isOfCadres {
                    ask.steps(
                        records.rows(of: subject.kind, ask.evaluation).facts(of: subject, in: ask.unit.days),
                        of: records.kind, about: subject)
                } else { [] }
            return Explanation(
                Text(
                    "\(what.zh)每一 \(adjustment.points.exactText) 分，合计 \(shown.zh)",
                    "\(what.en), \(adjustment.points.exactText) points for each: \(shown.en) in all"), steps)
        }
    }
}

extension Diagnostic {
    fileprivate static func cadresOfCadre(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T209", Text("对象就是干部，不能再写 through", "the subject is a cadre: there are none of its own"), at: location,
            expected: Text("for: {unit: all} 或 {team: all}", "for: {unit: all} or {team: all}"))
    }
}

extension ReasonCode {
    fileprivate static let adjustmentUnknown = ReasonCode(
        "scoring.adjustment-unknown", "加分、扣分所依据的 {measure} 不能确定",
        "{measure}, by which points are added or deducted, is not known")
    fileprivate static let adjustmentsNotKept = ReasonCode(
        "scoring.deductions-not-kept", "没有扣分所需的记录", "the records for deductions are missing")
}
