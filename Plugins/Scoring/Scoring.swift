internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Totals: the exact weighted mean of dimensions, each from raters' scores or from a measure, less deductions.
public struct Scoring: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "scoring", title: Text("评分", "scoring"),
        summary: Text(
            "由各维度加权得出总分，维度来自评分或指标，可以扣分", "weighted totals of dimensions from raters or measures, less deductions"),
        answer: .values, exemplary: ["scores"])
    public static let records = [RecordKind(Scores.self)]

    public init() {}

    public struct Rule: Sendable {
        let full: Fraction
        let dimensions: [Dimension]
        let deductions: [Deduction]
        /// What counts when one rater gave several scores.
        let disagreeing: Disagreeing
    }

    struct Dimension: Sendable {
        let name: String
        let weight: Fraction
        let source: Source
    }

    enum Source: Sendable {
        /// The dimension's name in the scores; raters with their weights, all alike when empty.
        case scores(String, raters: [(key: String, value: Fraction)])
        /// A measure; this much of it is the full number of points.
        case measure(MeasureReference, fullAt: Fraction)
    }

    struct Deduction: Sendable {
        let kind: RecordKind
        let filter: Filter
        let points: Fraction
        let atMost: Fraction?
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        let full = settings.required(
            "full", .amount(.points), Text("满分", "the full number of points"), example: "100 points")
        let errors = settings.session.diagnostics.errorCount
        let dimensions = settings.named("dimensions", .required, Text("各维度", "the dimensions")) { name, reader in
            dimension(name, &reader)
        }
        // A weight that could not be read has been reported; the sum says nothing then.
        if settings.session.diagnostics.errorCount == errors { checkWeights(dimensions, full, settings) }
        let deductions = settings.list("deduct", .optional, Text("扣分", "deductions")) { reader in
            let counted = reader.required(
                "count", .counted, Text("每有一条这样的记录", "for each such record"), example: "{leave: all}")
            return Deduction(
                kind: counted.kind, filter: counted.filter,
                points: reader.required("points", .amount(.points), Text("扣多少分", "points off"), example: "5 points"),
                atMost: reader.optional(
                    "at_most", .amount(.points), Text("最多扣多少分", "points off at most"), example: "20 points"))
        }
        let disagreeing = settings.optional(
            "disagreeing", .disagreeing(RecordKind(Scores.self)),
            Text("同一评分人的评分不一致时以哪个为准", "what counts when one rater gave several scores that disagree"), example: "lowest"
        )
        return Rule(
            full: full, dimensions: dimensions, deductions: deductions, disagreeing: disagreeing ?? .undetermined)
    }

    private func dimension(_ name: String, _ reader: inout SettingsReader) -> Dimension {
        let weight = reader.required(
            "weight", .weight, Text("权重：分值或百分比", "weight: points or a percentage"), example: "100")
        let scores = reader.optional(
            "scores", .text, Text("评分记录中的维度名", "the dimension's name in the scores"), example: "学习")
        let raters = reader.optional(
            "raters", ValueType<[(key: String, value: Fraction)]>.mapping(.text, .weight),
            Text("各评分人的权重", "weights of the raters"),
            example: "{county_office: 60%, villagers: 40%}")
        let measure = reader.optional("measure", .measure, Text("指标", "a measure"), example: "attendance.rate")
        let fullAt = reader.optional(
            "full_at", .anyNumber, Text("指标达到多少得满分", "how much of the measure is worth the full points"),
            example: "100%")
        let source: Source
        switch (scores, measure, fullAt) {
        case (let scores?, nil, nil):
            source = .scores(scores, raters: raters ?? [])
            reader.session.counts(RecordKind(Scores.self))
        case (nil, let measure?, let fullAt?):
            source = .measure(measure, fullAt: fullAt)
            if let node = reader.node(of: "full_at") {
                reader.session.expectNumber(measure, like: node)
            }
            if reader.node(of: "raters") != nil {
                reader.session.report(.ratersOfMeasure(name, at: reader.keyLocation(of: "raters")))
            }
        default:
            if reader.node(of: "weight") != nil {
                let odd = ["measure", "full_at"].first { reader.node(of: $0) != nil } ?? "weight"
                reader.session.report(.noSource(name, at: reader.keyLocation(of: odd)))
            }
            source = .scores(name, raters: [])
        }
        return Dimension(name: name, weight: weight, source: source)
    }

    /// Percentages add up to 100%, points to the full number.
    private func checkWeights(_ dimensions: [Dimension], _ full: Fraction, _ settings: SettingsReader) {
        guard let node = settings.node(of: "dimensions"), let entries = node.entries, entries.count == dimensions.count
        else { return }
        let shares = entries.filter { $0.value["weight"]?.text.flatMap { Quantity($0) }?.dimension == .share }
        guard shares.isEmpty || shares.count == entries.count else {
            settings.session.report(.weightsMixed(at: settings.keyLocation(of: "dimensions")))
            return
        }
        let asked = !shares.isEmpty ? Fraction.one : full
        guard let sum = try? dimensions.reduce(Fraction.zero, { try $0 + $1.weight }), sum != asked else { return }
        settings.session.report(.weightsDoNotAddUp(sum, asked, at: settings.keyLocation(of: "dimensions")))
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [MeasureDeclaration("total", Text("总分", "total"), .points)]
            + rule.dimensions.map { MeasureDeclaration("dimension." + $0.name, Text($0.name, $0.name), .points) }
            + (rule.deductions.isEmpty ? [] : [MeasureDeclaration("deducted", Text("扣分", "points off"), .points)])
    }

    public func judge(_ ask: Case<Scoring>) throws -> [Finding] {
        let columns = try ask.rule.dimensions.map { try points(of: $0, ask) }
        let deducted = try deducted(ask)
        let weights = ask.rule.dimensions.map(\.weight)
        return try ask.subjects.indices.map { try finding($0, columns, weights, deducted[$0], ask) }
    }

    private func finding(
        _ index: Int, _ columns: [[MeasureValue?]], _ weights: [Fraction], _ deducted: Deducted, _ ask: Case<Scoring>
    ) throws -> Finding {
        let subject = ask.subjects[index]
        let off = deducted.isKept ? MeasureValue(deducted.points) : nil
        var total: MeasureValue?
        var reasons: [Reason] = []
        do {
            total = deducted.isKept ? try self.total(index, columns, weights, less: deducted.points) : nil
            reasons = missing(index, columns, ask.rule) + deducted.doubts
        } catch {
            reasons = [Reason(.numbersTooLarge)]
        }
        var values: [MeasureValue?] = []
        values.reserveCapacity(columns.count + 2)
        values.append(total)
        for column in columns { values.append(column[index]) }
        if !ask.rule.deductions.isEmpty { values.append(off) }
        if total?.number != nil { return Finding(subject, .met, values: values) }
        // Where a measure does not apply there is nothing to score.
        for (dimension, column) in zip(ask.rule.dimensions, columns) where column[index] == nil {
            guard case .measure(let measure, _) = dimension.source, try !ask.isApplicable(measure, to: subject) else {
                continue
            }
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

    /// The weighted mean less deductions; nil where anything is missing.
    private func total(_ index: Int, _ columns: [[MeasureValue?]], _ weights: [Fraction], less deducted: ValueRange)
        throws -> MeasureValue?
    {
        var sum = Fraction.zero
        var range = ValueRange.zero
        var weight = Fraction.zero
        var isExact = true
        for (column, share) in zip(columns, weights) {
            guard let value = column[index] else { return nil }
            if let number = value.number {
                sum = try sum + share * number
            } else {
                isExact = false
                range = try range + (value.range ?? .atLeastZero) * share
            }
            weight = try weight + share
        }
        if isExact, let off = deducted.exact { return .number(try max(.zero, sum / weight - off)) }
        let mean = try (range + ValueRange(sum)) * (Fraction.one / weight)
        return MeasureValue(try (mean - deducted).clamped(from: .zero))
    }

    /// What is not there, and what is not known exactly.
    private func missing(_ index: Int, _ columns: [[MeasureValue?]], _ rule: Rule) -> [Reason] {
        let named = zip(rule.dimensions, columns)
        let names = named.filter { $0.1[index] == nil }.map(\.0.name)
        let open = named.filter { $0.1[index].map { $0.number == nil } ?? false }.map(\.0.name)
        return (names.isEmpty ? [] : [Reason(.dimensionsMissing, ["dimensions": .names(names)])])
            + (open.isEmpty ? [] : [Reason(.dimensionsInexact, ["dimensions": .names(open)])])
    }

    /// Each subject's points in one dimension; nil where nothing says.
    private func points(of dimension: Dimension, _ ask: Case<Scoring>) throws -> [MeasureValue?] {
        switch dimension.source {
        case .scores(let name, let raters):
            var scores = RaterScores(name, raters, ask.rule.disagreeing, ask)
            return ask.subjects.map { scores.mean(of: $0) }
        case .measure(let measure, let fullAt):
            return try ask.values(of: measure).map { value in
                if let number = value?.number {
                    return .number(try min(ask.rule.full, number / fullAt * ask.rule.full))
                }
                guard let range = value?.range else { return nil }
                return MeasureValue(try (range * (ask.rule.full / fullAt)).clamped(to: ask.rule.full))
            }
        }
    }

    /// Points off, and why they are not known exactly.
    private struct Deducted {
        var points = ValueRange.zero
        var isKept = true
        var doubts: [Reason] = []
    }

    private func deducted(_ ask: Case<Scoring>) throws -> [Deducted] {
        var sums = [Deducted](repeating: Deducted(), count: ask.subjects.count)
        for deduction in ask.rule.deductions {
            let counted = CountedRows(deduction.kind, deduction.filter, of: ask.provision.subject, ask.evaluation)
            for (index, subject) in ask.subjects.enumerated() {
                let facts = counted.facts(of: subject, in: ask.unit.days)
                let off = try facts.number * deduction.points
                sums[index].points = try sums[index].points + off.clamped(to: deduction.atMost)
                let doubts = facts.doubts(deduction.kind)
                guard !doubts.isEmpty else { continue }
                let isKept = facts.kept != .none
                if sums[index].isKept { sums[index].doubts += isKept ? doubts : [Reason(.deductionsNotKept)] }
                sums[index].isKept = sums[index].isKept && isKept
            }
        }
        return sums
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
            if case .measure(let measure, _) = dimension.source {
                try ask.needs(of: measure, for: finding.subject)
            } else {
                []
            }
        }
        let deductions = ask.rule.deductions.flatMap { deduction in
            CountedRows(deduction.kind, deduction.filter, of: ask.provision.subject, ask.evaluation).needs(
                of: finding.subject, in: ask.unit.days)
        }
        return scores + measures + deductions
    }

    public func explain(_ subject: Subject, _ ask: Case<Scoring>) throws -> [Explanation] {
        let points = try ask.rule.dimensions.map { dimension in
            try self.points(of: dimension, ask.only(subject)).first ?? nil
        }
        return zip(ask.rule.dimensions, points).map { dimension, points in
            let source =
                switch dimension.source {
                case .scores(let name, _): Text("评分“\(name)”的平均", "mean of the scores '\(name)'")
                case .measure(let measure, _): Text("按指标 \(measure.name) 折算", "from the measure \(measure.name)")
                }
            let found = points?.readable(as: .points) ?? Text(same: "?")
            return Explanation(
                Text(
                    "\(dimension.name)：\(found.zh) 分（权重 \(dimension.weight.exactText)，\(source.zh)）",
                    "\(dimension.name): \(found.en) points (weight \(dimension.weight.exactText), \(source.en))"))
        }
    }
}

extension ReasonCode {
    fileprivate static let dimensionNotApplicable = ReasonCode(
        "scoring.dimension-not-applicable", "{dimension}不适用", "{dimension} does not apply")
    fileprivate static let dimensionsMissing = ReasonCode(
        "scoring.dimensions-missing", "缺少：{dimensions}", "missing: {dimensions}")
    fileprivate static let dimensionsInexact = ReasonCode(
        "scoring.dimensions-not-exact", "不能确定：{dimensions}", "not known exactly: {dimensions}")
    fileprivate static let deductionsNotKept = ReasonCode(
        "scoring.deductions-not-kept", "没有扣分所需的记录", "the records for deductions are missing")
}
