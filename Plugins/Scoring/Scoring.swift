internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Totals: the exact weighted mean of dimensions, each from raters' scores or from a measure, or a base; with additions and deductions.
public struct Scoring: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "scoring", title: Text("评分", "scoring"),
        summary: Text(
            "由各维度加权或从基础分得出总分，维度来自评分或指标，可以加分、扣分、设上下限",
            "totals: weighted dimensions from raters or measures, or a base, with additions and deductions, between bounds"
        ),
        answer: .values, exemplary: ["dimensions", "scores"])
    public static let records = [RecordKind(Scores.self)]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> ScoringRule { ScoringRule(&settings) }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [MeasureDeclaration("total", Text("总分", "total"), .points)]
            + rule.dimensions.map { MeasureDeclaration("dimension." + $0.name, Text($0.name, $0.name), .points) }
            + (rule.additions.isEmpty ? [] : [MeasureDeclaration("added", Text("加分", "points added"), .points)])
            + (rule.deductions.isEmpty ? [] : [MeasureDeclaration("deducted", Text("扣分", "points off"), .points)])
    }

    public func judge(_ ask: Case<Scoring>) throws -> [Finding] {
        let columns = try ask.rule.dimensions.map { try points(of: $0, ask) }
        let added = try adjusted(by: ask.rule.additions, ask)
        let deducted = try adjusted(by: ask.rule.deductions, ask)
        return try ask.subjects.indices.map { try finding($0, columns, added[$0], deducted[$0], ask) }
    }

    private func finding(
        _ index: Int, _ columns: [[MeasureValue?]], _ added: Adjusted, _ deducted: Adjusted, _ ask: Case<Scoring>
    ) throws -> Finding {
        let (rule, subject) = (ask.rule, ask.subjects[index])
        let leftOut = try rule.dimensions.indices.map { dimension in
            try rule.dimensions[dimension].isOptional && columns[dimension][index] == nil
                && !isApplicable(rule.dimensions[dimension], to: subject, ask)
        }
        var total: MeasureValue?
        var reasons: [Reason] = []
        do {
            if added.isKept, deducted.isKept, let mean = try mean(index, columns, rule, leftOut) {
                let sum = try mean + added.points - deducted.points
                total = MeasureValue(sum.clamped(from: rule.least, to: rule.most))
            }
            reasons = missing(index, columns, rule, leftOut) + added.doubts + deducted.doubts
        } catch {
            reasons = [Reason(.numbersTooLarge)]
        }
        var values: [MeasureValue?] = []
        values.reserveCapacity(columns.count + 3)
        values.append(total)
        for column in columns { values.append(column[index]) }
        if !rule.additions.isEmpty { values.append(added.isKept ? MeasureValue(added.points) : nil) }
        if !rule.deductions.isEmpty { values.append(deducted.isKept ? MeasureValue(deducted.points) : nil) }
        if total?.number != nil { return Finding(subject, .met, values: values) }
        // Where a measure does not apply there is nothing to score.
        for (dimension, column) in zip(rule.dimensions, columns) where column[index] == nil {
            guard try !isApplicable(dimension, to: subject, ask) else { continue }
            guard !dimension.isOptional || leftOut.allSatisfy(\.self) else { continue }
            return Finding(
                subject, .notApplicable, values: values,
                reasons: [Reason(.dimensionNotApplicable, ["dimension": .name(dimension.name)])])
        }
        // Of a unit that is not over scores may still come.
        guard !ask.evaluation.isOpen(ask.unit) else {
            return Finding(
                subject, .notApplicable, values: values,
                reasons: [Reason(.notOver, ["until": .day(ask.unit.last)])] + reasons)
        }
        return Finding(subject, .undetermined, values: values, reasons: reasons)
    }

    /// Of scores it is never known beforehand.
    private func isApplicable(_ dimension: ScoringRule.Dimension, to subject: Subject, _ ask: Case<Scoring>) throws
        -> Bool
    {
        guard case .measure(let measure, _, _) = dimension.source else { return true }
        return try ask.isApplicable(measure, to: subject, in: dimension.period(in: ask))
    }

    /// The base, or the weighted mean of the dimensions that are there; nil where anything is missing.
    private func mean(_ index: Int, _ columns: [[MeasureValue?]], _ rule: ScoringRule, _ leftOut: [Bool]) throws
        -> ValueRange?
    {
        if let base = rule.base { return ValueRange(base) }
        var sum = Fraction.zero
        var range = ValueRange.zero
        var weight = Fraction.zero
        for place in columns.indices where !leftOut[place] {
            let share = rule.dimensions[place].weight
            guard let value = columns[place][index] else { return nil }
            if let number = value.number {
                sum = try sum + share * number
            } else {
                range = try range + (value.range ?? .atLeastZero) * share
            }
            weight = try weight + share
        }
        guard weight > .zero else { return nil }
        return try (range + ValueRange(sum)) * (Fraction.one / weight)
    }

    /// What is not there, and what is not known exactly.
    private func missing(_ index: Int, _ columns: [[MeasureValue?]], _ rule: ScoringRule, _ leftOut: [Bool]) -> [Reason]
    {
        let named = zip(rule.dimensions, columns).enumerated().filter { !leftOut[$0.offset] }.map(\.element)
        let names = named.filter { $0.1[index] == nil }.map(\.0.name)
        let open = named.filter { $0.1[index].map { $0.number == nil } ?? false }.map(\.0.name)
        return (names.isEmpty ? [] : [Reason(.dimensionsMissing, ["dimensions": .names(names)])])
            + (open.isEmpty ? [] : [Reason(.dimensionsInexact, ["dimensions": .names(open)])])
    }

    /// Each subject's points in one dimension; nil where nothing says.
    private func points(of dimension: ScoringRule.Dimension, _ ask: Case<Scoring>) throws -> [MeasureValue?] {
        switch dimension.source {
        case .scores(let name, let raters):
            var scores = RaterScores(name, raters, ask.rule.disagreeing, ask)
            return ask.subjects.map { scores.mean(of: $0) }
        case .measure(let measure, let gathered, let fullAt):
            let values =
                try dimension.period(in: ask).map { try ask.values(of: measure, in: $0) }
                ?? ask.values(of: measure, as: gathered)
            // Points are points.
            guard let fullAt else { return values }
            return try values.map { value in
                if let number = value?.number {
                    return .number(try min(ask.rule.full, number / fullAt * ask.rule.full))
                }
                guard let range = value?.range else { return nil }
                return MeasureValue(try (range * (ask.rule.full / fullAt)).clamped(to: ask.rule.full))
            }
        }
    }

    public func needs(of finding: Finding, _ ask: Case<Scoring>) throws -> [Need] {
        let points = try ask.rule.dimensions.map { try self.points(of: $0, ask.only(finding.subject)).first ?? nil }
        let open = zip(ask.rule.dimensions, points).filter { $0.1?.number == nil }.map(\.0)
        let scores = open.flatMap { dimension -> [Need] in
            guard case .scores(let name, let raters) = dimension.source else { return [] }
            var given = RaterScores(name, raters, ask.rule.disagreeing, ask)
            let missing = given.missing(finding.subject)
            return (missing.isEmpty ? [""] : missing).map { rater in
                rater.isEmpty
                    ? Need(
                        Scoring.records[0], about: finding.subject,
                        holding: ["period": ask.unit.description, "dimension": name])
                    : Need(
                        Scoring.records[0], about: finding.subject,
                        holding: ["period": ask.unit.description, "dimension": name, "rater": rater])
            }
        }
        let measures = try open.flatMap { dimension -> [Need] in
            if case .measure(let measure, _, _) = dimension.source {
                try ask.needs(of: measure, for: finding.subject)
            } else {
                []
            }
        }
        return scores + measures
            + (try (ask.rule.additions + ask.rule.deductions).flatMap { try needs(of: $0, finding.subject, ask) })
    }

    public func explain(_ subject: Subject, _ ask: Case<Scoring>) throws -> [Explanation] {
        let points = try ask.rule.dimensions.map { dimension in
            try self.points(of: dimension, ask.only(subject)).first ?? nil
        }
        let dimensions = zip(ask.rule.dimensions, points).map { dimension, points in
            let source =
                switch dimension.source {
                case .scores(let name, _): Text("评分“\(name)”的平均", "mean of the scores '\(name)'")
                case .measure(let measure, _, _): Text("按指标 \(measure.name) 折算", "from the measure \(measure.name)")
                }
            let found = points?.readable(as: .points) ?? Text(same: "?")
            return Explanation(
                Text(
                    "\(dimension.name)：\(found.zh)（权重 \(dimension.weight.exactText)，\(source.zh)）",
                    "\(dimension.name): \(found.en) (weight \(dimension.weight.exactText), \(source.en))"))
        }
        return dimensions + (try explain(ask.rule.additions, subject, ask))
            + (try explain(ask.rule.deductions, subject, ask))
    }
}

extension ReasonCode {
    fileprivate static let dimensionNotApplicable = ReasonCode(
        "scoring.dimension-not-applicable", "{dimension}不适用", "{dimension} does not apply")
    fileprivate static let dimensionsMissing = ReasonCode(
        "scoring.dimensions-missing", "缺少：{dimensions}", "missing: {dimensions}")
    fileprivate static let dimensionsInexact = ReasonCode(
        "scoring.dimensions-not-exact", "不能确定：{dimensions}", "not known exactly: {dimensions}")
}
