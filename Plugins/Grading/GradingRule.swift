internal import PolicyYAML
internal import ZhucunKernel

/// From which measure grades come, what caps them, and how many of a group may have one.
public struct GradingRule: Sendable {
    let by: MeasureReference
    /// From the best to the lowest.
    let grades: [Grade]
    let caps: [Cap]
    let within: String
    let tieBreak: [MeasureReference]
    let rounding: Rounding

    /// How many a share of the group is.
    enum Rounding: String, Sendable, CaseIterable { case down, nearest, up }

    struct Grade: Sendable {
        let name: String
        let test: Test
        /// At most this share of the group; those beyond it fall to the next grade.
        let quota: Fraction?
    }

    enum Test: Sendable {
        case threshold(Fraction)
        case names([String])
        /// Everybody who reaches no other.
        case rest
    }

    struct Cap: Sendable {
        let when: Trigger
        /// Index of the best grade that is left; the number of grades: none is. Nil: as the consequence says.
        let atMost: Int?

        enum Trigger: Sendable {
            case condition(Condition)
            /// A provision of the section `consequences` whose actions name a grade.
            case consequence(MeasureReference)
        }
    }
}

extension GradingRule {
    init(_ settings: inout SettingsReader) {
        let by = settings.required(
            "by", .measure, Text("按哪个指标", "the measure"), example: "scoring.annual", asked: Text("指标", "by"))
        let within = settings.required(
            "within", .oneOf(["county", "township"]), Text("比例在什么范围内计算", "within what quotas are counted"),
            example: "county")
        let errors = settings.session.diagnostics.errorCount
        let grades = settings.named("grades", .required, Text("等次，由高到低", "the grades, the best first")) {
            name, reader in
            GradingRule.grade(name, by: by, &reader)
        }
        // What a grade asks that could not be read has been reported; their order says nothing then.
        if settings.session.diagnostics.errorCount == errors { GradingRule.checkRest(grades, settings) }
        let names = grades.map(\.name)
        let caps = settings.list("caps", .optional, Text("封顶", "caps")) { reader in
            GradingRule.cap(among: names, &reader)
        }
        let tieBreak =
            settings.optional(
                "tie_break", ValueType<MeasureReference>.measure.listed(),
                Text("同分时依次比较", "compared in turn when totals are equal"), example: "[attendance.rate]") ?? []
        if settings.node(of: "tie_break") != nil { for measure in tieBreak { settings.session.expectNumber(measure) } }
        let rounding = settings.optional(
            "rounding", .oneOf(Rounding.allCases.map(\.rawValue)),
            Text("名额不是整数时怎样取整", "how a quota that is no whole number is rounded"), example: "down",
            asked: Text("名额取整", "quota rounded"))
        self.by = by
        self.grades = grades
        self.caps = caps.compactMap(\.self)
        self.within = within
        self.tieBreak = tieBreak
        self.rounding = rounding.flatMap { Rounding(rawValue: $0) } ?? .down
    }

    /// What caps: a condition, or what a consequence says; nil where it cannot be read.
    private static func cap(among names: [String], _ reader: inout SettingsReader) -> Cap? {
        let when = reader.optional(
            "when", .condition, Text("什么情况下", "when"), example: "{count: {leave: all}, at_least: 1}")
        let consequence = reader.optional(
            "consequence", .provision(of: "consequences"),
            Text("consequences 中的哪一条：它提出的最高等次", "which of the consequences: the grade at which it caps"),
            example: "off-post-twice")
        let best = reader.optional(
            "at_most", .text, Text("最高只能是；none 不定等次", "the best grade that is left; none: no grade is given"),
            example: "称职")
        if let node = reader.node(of: "at_most"), let best, best != "none", !names.contains(best) {
            reader.session.report(.notOneOf(node, best, words: names + ["none"]))
        }
        let atMost = best.map { $0 == "none" ? names.count : names.firstIndex(of: $0) ?? 0 }
        guard !reader.session.isDescribing else { return nil }
        switch (when, consequence) {
        case (let when?, nil) where atMost != nil: return Cap(when: .condition(when), atMost: atMost)
        case (nil, let consequence?): return Cap(when: .consequence(consequence), atMost: atMost)
        default:
            let keys = ["when", "consequence", "at_most"].filter { reader.node(of: $0) != nil }
            if keys.allSatisfy({ $0 != "when" && $0 != "consequence" }) || keys.count > 2 || keys == ["when"] {
                reader.session.report(.oneCap(at: reader.location(of: keys.first ?? "when")))
            }
            return nil
        }
    }

    private static func grade(_ name: String, by measure: MeasureReference, _ reader: inout SettingsReader) -> Grade {
        let threshold = reader.optional(
            "at_least", .amount(.points), Text("分数线（含）", "the threshold, included"), example: "90")
        let names = reader.optional(
            "of", ValueType<String>.text.listed(), Text("对应的档次", "the bands that give it"), example: "[好]")
        let quota = reader.optional("quota", .share, Text("最多占多少", "at most this share"), example: "20%")
        let test: Test
        switch (threshold, names) {
        case (nil, let names?):
            test = .names(names)
            if let node = reader.node(of: "of") { reader.session.expectNames(measure, in: node) }
        case (let threshold?, nil):
            test = .threshold(threshold)
            if let node = reader.node(of: "at_least") { reader.session.expectNumber(measure, like: node) }
        case (nil, nil): test = .rest
        case (.some, .some):
            if reader.node(of: "of") != nil {
                reader.session.report(
                    .twoTests(name, at: reader.location(of: "at_least"), with: reader.location(of: "of")))
            }
            test = .rest
        }
        return Grade(name: name, test: test, quota: quota)
    }

    /// Only the lowest grade may ask for nothing; thresholds fall.
    private static func checkRest(_ grades: [Grade], _ settings: SettingsReader) {
        guard let entries = settings.node(of: "grades")?.entries, entries.count == grades.count else { return }
        for (index, grade) in grades.enumerated() {
            if case .rest = grade.test, index < grades.count - 1 {
                settings.session.report(.restIsNotLast(grade.name, at: entries[index].key.location))
            }
        }
        if let last = grades.last, last.quota != nil, let quota = entries.last?.value["quota"] {
            settings.session.report(.quotaOfLowest(last.name, at: quota.location))
        }
        let lines = grades.enumerated().compactMap { index, grade -> (Fraction, Int)? in
            guard case .threshold(let threshold) = grade.test else { return nil }
            return (threshold, index)
        }
        for (higher, lower) in zip(lines, lines.dropFirst()) where lower.0 >= higher.0 {
            settings.session.report(
                .thresholdsDoNotFall(at: entries[lower.1].value.location, with: entries[higher.1].value.location))
        }
    }
}

extension GradingRule.Rounding {
    func seats(_ share: Fraction) -> Int {
        switch self {
        case .down: share.roundedDown
        case .nearest: (try? (share + share).roundedDown).map { ($0 + 1) / 2 } ?? share.roundedDown
        case .up: share.roundedUp
        }
    }
}

extension GradingRule.Grade {
    func accepts(_ value: MeasureValue) -> Bool {
        switch test {
        case .threshold(let threshold): value.number.map { $0 >= threshold } ?? false
        case .names(let names): names.contains(value.exactText)
        case .rest: true
        }
    }
}

extension Diagnostic {
    fileprivate static func twoTests(_ name: String, at: Location?, with other: Location?) -> Diagnostic {
        disagreement(
            "T401", Text("等次“\(name)”不能既有分数线又有档次", "the grade '\(name)' cannot have both a threshold and bands"),
            at: at, with: other)
    }

    fileprivate static func restIsNotLast(_ name: String, at location: Location?) -> Diagnostic {
        Diagnostic(
            "T402",
            Text(
                "等次“\(name)”没有条件，它后面的等次谁也评不上", "the grade '\(name)' asks for nothing, so nobody reaches those behind it"
            ), at: location,
            expected: Text("at_least 或 of；只有最低等次可以没有", "at_least or of; only the lowest may have neither"))
    }

    fileprivate static func quotaOfLowest(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            "T404",
            Text("最低等次“\(name)”不能限定比例", "the lowest grade '\(name)' cannot have a quota: nobody can fall further"),
            at: location)
    }

    fileprivate static func thresholdsDoNotFall(at: Location?, with other: Location?) -> Diagnostic {
        disagreement(
            "T403", Text("分数线应当由高到低", "thresholds must fall"), at: at, with: other,
            because: Text("较高的等次", "the better grade"))
    }

    fileprivate static func oneCap(at location: Location?) -> Diagnostic {
        Diagnostic(
            "T405", Text("封顶要写明什么情况下、最高到哪一等，且只能用一种写法", "a cap must say when, and at which grade, in one way"),
            at: location,
            expected: Text("when 和 at_most，或 consequence", "when with at_most, or consequence"))
    }
}
