internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Of what a total is made: dimensions with their weights or a base, what is added and deducted, and its bounds.
public struct ScoringRule: Sendable {
    let full: Fraction
    /// Nil: the dimensions make the total.
    let base: Fraction?
    let dimensions: [Dimension]
    let additions: [Adjustment]
    let deductions: [Adjustment]
    let least: Fraction
    /// Nil: nothing bounds it above.
    let most: Fraction?
    /// What counts when one rater gave several scores.
    let disagreeing: Disagreeing

    struct Dimension: Sendable {
        let name: String
        let weight: Fraction
        let source: Source
        /// The part of the year that it is taken of; nil: the unit itself.
        let part: String?
        /// Where it does not apply, the others make up the whole.
        let isOptional: Bool
    }

    enum Source: Sendable {
        /// The dimension's name in the scores; raters with their weights, all alike when empty.
        case scores(String, raters: [(key: String, value: Fraction)])
        /// A measure; this much of it is the full number of points; nil: it is of points already.
        case measure(MeasureReference, Gathered?, fullAt: Fraction?)
    }

    /// Names of parts of a year: halves, quarters, months.
    enum Part {
        static let names = ["H1", "H2", "Q1", "Q2", "Q3", "Q4"] + (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }
    }
}

extension ScoringRule.Dimension {
    /// The part of the judged year; nil: the unit itself.
    func period(in ask: Case<Scoring>) -> Period? {
        part.flatMap { ask.evaluation.period(named: "\(ask.unit.description)-\($0)") }
    }
}

extension ScoringRule {
    init(_ settings: inout SettingsReader) {
        let full = settings.required(
            "full", .amount(.points), Text("满分", "the full number of points"), example: "100 points")
        let errors = settings.session.diagnostics.errorCount
        dimensions = settings.named("dimensions", .optional, Text("各维度", "the dimensions")) { name, reader in
            ScoringRule.dimension(name, &reader)
        }
        // A weight that could not be read has been reported; the sum says nothing then.
        if settings.session.diagnostics.errorCount == errors { ScoringRule.checkWeights(dimensions, full, settings) }
        base = settings.optional(
            "base", .amount(.points), Text("基础分，代替各维度", "the base, instead of dimensions"), example: "100 points",
            asked: Text("基础分", "base"))
        additions = settings.adjustments("add", Text("加分", "additions"))
        deductions = settings.adjustments("deduct", Text("扣分", "deductions"))
        let bounds = settings.optional(
            "between", .bounds, Text("最低分和最高分，省略为不低于零", "the least and the most; not below zero when left out"),
            example: "[0, 110]", asked: Text("上下限", "between"))
        least = bounds?.least ?? .zero
        most = bounds?.most
        disagreeing =
            settings.optional(
                "disagreeing", .disagreeing(RecordKind(Scores.self)),
                Text("同一评分人的评分不一致时以哪个为准", "what counts when one rater gave several scores that disagree"),
                example: "lowest")
            ?? .undetermined
        self.full = full
        guard !settings.session.isDescribing else { return }
        let given = ["dimensions", "base"].filter { settings.node(of: $0) != nil }
        if given.count != 1 {
            settings.session.report(
                .oneGround(at: given.last.map { settings.keyLocation(of: $0) } ?? settings.location(of: "base")))
        }
        if dimensions.contains(where: { $0.part != nil }), settings.node(of: "per")?.text != "year" {
            settings.session.report(.partOfNoYear(at: settings.location(of: "per")))
        }
    }

    private static func dimension(_ name: String, _ reader: inout SettingsReader) -> Dimension {
        let weight = reader.required(
            "weight", .weight, Text("权重：分值或百分比", "weight: points or a percentage"), example: "100")
        let scores = reader.optional(
            "scores", .text, Text("评分记录中的维度名", "the dimension's name in the scores"), example: "学习")
        let raters = reader.optional(
            "raters", ValueType<[(key: String, value: Fraction)]>.mapping(.text, .weight),
            Text("各评分人的权重", "weights of the raters"),
            example: "{county_office: 60%, villagers: 40%}")
        // Without a full mark a measure is one of points.
        let isOfPoints = reader.node(of: "full_at") == nil && !reader.session.isDescribing
        let measure = reader.optional(
            "measure", isOfPoints ? .measure(.points) : .measure, Text("指标", "a measure"), example: "attendance.rate")
        let fullAt = reader.optional(
            "full_at", .anyNumber,
            Text("指标达到多少得满分；分数可以不写", "how much of the measure is worth the full points; points need none"),
            example: "100%")
        let gathered = reader.optional(
            "as", .gathered, Text("按指标自己各期的平均、最低、最高或合计", "the mean, lowest, highest or total of its own units"),
            example: "mean")
        let part = reader.optional(
            "unit", .oneOf(Part.names), Text("取一年中的哪一段", "which part of the year it is taken of"), example: "H1")
        let isOptional =
            reader.optional(
                "optional", .flag, Text("不适用时不计，其余按权重", "where it does not apply the others make up the whole"),
                example: "true") ?? false
        if part != nil, reader.node(of: "measure") == nil, let node = reader.node(of: "unit") {
            reader.session.report(.partOfScores(name, at: node.location))
        }
        let source: Source
        switch (scores, measure, fullAt) {
        case (let scores?, nil, nil):
            source = .scores(scores, raters: raters ?? [])
            reader.session.counts(RecordKind(Scores.self))
        case (nil, let measure?, _):
            source = .measure(measure, gathered, fullAt: fullAt)
            if gathered != nil { reader.session.expectUnits(measure) }
            if gathered != nil, part != nil {
                reader.session.report(.gathersPart(name, at: reader.keyLocation(of: "as")))
            }
            if let node = reader.node(of: "full_at") { reader.session.expectNumber(measure, like: node) }
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
        return Dimension(name: name, weight: weight, source: source, part: part, isOptional: isOptional)
    }

    /// Percentages add up to 100%, points to the full number.
    private static func checkWeights(_ dimensions: [Dimension], _ full: Fraction, _ settings: SettingsReader) {
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
}

extension Diagnostic {
    fileprivate static func oneGround(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T205", Text("总分从哪里来要写明，且只能用一种写法", "it must say what the total is made of, in one way"), at: location,
            expected: Text("dimensions 或 base", "dimensions or base"))
    }

    fileprivate static func partOfNoYear(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T206", Text("只有按年的总分可以由一年的各段组成", "only a total of a year can be made of its parts"), at: location,
            expected: Text("per: year", "per: year"))
    }

    fileprivate static func gathersPart(_ name: String, at location: Location?) -> Diagnostic {
        Diagnostic(
            "T210",
            Text(
                "维度“\(name)”取一年中的一段，不能再取各期的平均或合计",
                "the dimension '\(name)' is taken of a part of the year: 'as' has no meaning"),
            at: location, help: [Text("unit 和 as 只写一个", "give unit or as")])
    }

    fileprivate static func partOfScores(_ name: String, at location: Location?) -> Diagnostic {
        Diagnostic(
            "T207",
            Text(
                "维度“\(name)”取一年中的一段，须来自指标", "the dimension '\(name)' is taken of a part of the year: it needs a measure"
            ),
            at: location, expected: Text("measure: 指标", "measure: a measure"))
    }
}
