internal import CivilTime
public import ZhucunKernel

/// Grades by thresholds of a number or by names of a band, with caps from conditions and quotas on a grade.
public struct Grading: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "grading", title: Text("等次", "grading"),
        summary: Text("按分数线或档次评定等次，可按条件封顶，可限定比例", "grades by thresholds or bands, capped by conditions and quotas"),
        answer: .values)

    public init() {}

    public func read(_ settings: inout SettingsReader) -> GradingRule { GradingRule(&settings) }

    public func measures(_ rule: GradingRule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("grade", Text("等次", "grade"), .text, values: rule.grades.map(\.name)),
            MeasureDeclaration(
                "before_caps", Text("封顶前的等次", "grade before caps"), .text, values: rule.grades.map(\.name)),
        ]
    }

    public func judge(_ ask: Case<Grading>) throws -> [Finding] {
        let values = try ask.values(of: ask.rule.by)
        var grades = values.map { value in value.flatMap { grade(of: $0, ask.rule) } }
        let before = grades
        var reasons = [[Reason]](repeating: [], count: ask.subjects.count)
        var isUngraded = [Bool](repeating: false, count: ask.subjects.count)
        for index in ask.subjects.indices {
            guard let grade = grades[index] else {
                reasons[index].append(Reason(values[index] == nil ? .gradedByMissing : .gradedByInexact))
                continue
            }
            var lowest = grade
            var unknown: [Int] = []
            for cap in ask.rule.caps {
                switch try lowering(cap, ask.subjects[index], ask) {
                case .to(let best) where best > grade:
                    lowest = max(lowest, best)
                    reasons[index].append(reason(cap, best, ask.rule))
                case .perhaps(let best): unknown.append(best)
                case .to, .not: break
                }
            }
            // What is not known matters only where it could lower the grade further.
            let isKnown = unknown.allSatisfy { $0 <= lowest }
            if !isKnown { reasons[index].append(Reason(.capUnknown)) }
            isUngraded[index] = lowest == ask.rule.grades.count
            grades[index] = isKnown && !isUngraded[index] ? lowest : nil
        }
        try applyQuotas(&grades, values, &reasons, ask)
        return try ask.subjects.indices.map { index in
            let found: [MeasureValue?] = [grades[index], before[index]].map {
                $0.map { .text(ask.rule.grades[$0].name) }
            }
            if values[index] == nil, try !ask.isApplicable(ask.rule.by, to: ask.subjects[index]) {
                return Finding(
                    ask.subjects[index], .notApplicable, values: found, reasons: [Reason(.gradedByNotApplicable)])
            }
            if isUngraded[index] {
                return Finding(ask.subjects[index], .notApplicable, values: found, reasons: reasons[index])
            }
            return Finding(
                ask.subjects[index], grades[index] == nil ? .undetermined : .met, values: found, reasons: reasons[index]
            )
        }
    }

    /// What a cap does to somebody.
    private enum Lowering {
        /// The index of the best grade that is left.
        case to(Int), perhaps(Int), not
    }

    private func lowering(_ cap: GradingRule.Cap, _ subject: Subject, _ ask: Case<Grading>) throws -> Lowering {
        switch cap.when {
        case .condition(let condition):
            let best = cap.atMost ?? 0
            return switch try ask.truth(of: condition, for: subject).truth {
            case .yes: .to(best)
            case .unknown: .perhaps(best)
            case .no: .not
            }
        case .consequence(let consequence):
            let words = ask.words.names(in: "takes_grade")
            var lowering = Lowering.not
            for finding in try ask.findings(behind: consequence, for: subject) {
                let named = finding.actions.filter { words.contains($0.kind) }.compactMap { action in
                    action.details.first.flatMap { detail in ask.rule.grades.firstIndex { $0.name == detail.value } }
                }
                switch finding.verdict {
                case .met:
                    // A grade of another scale caps nothing here that could be told.
                    guard let best = cap.atMost ?? named.max() else { return .perhaps(ask.rule.grades.count) }
                    lowering = .to(best)
                case .undetermined:
                    if case .not = lowering { lowering = .perhaps(cap.atMost ?? ask.rule.grades.count - 1) }
                default: break
                }
            }
            return lowering
        }
    }

    private func reason(_ cap: GradingRule.Cap, _ best: Int, _ rule: GradingRule) -> Reason {
        guard best < rule.grades.count else { return Reason(.notGraded) }
        let grade = rule.grades[best].name
        guard case .consequence(let consequence) = cap.when else { return Reason(.capped, ["grade": .name(grade)]) }
        return Reason(.cappedBy, ["grade": .name(grade), "by": .name(consequence.name)])
    }

    /// The first grade that a value reaches; of a range the one that it reaches wherever it lies.
    private func grade(of value: MeasureValue, _ rule: GradingRule) -> Int? {
        guard let range = value.range, range.exact == nil else { return rule.grades.firstIndex { $0.accepts(value) } }
        let ends = [range.low ?? .zero, range.high].map { end in
            end.map { MeasureValue.number($0) }.map { end in rule.grades.firstIndex { $0.accepts(end) } } ?? 0
        }
        return ends[0] == ends[1] ? ends[0] : nil
    }

    /// Those beyond a quota, the lowest first, fall to the next grade; a tie at its edge falls together, for a person to decide.
    private func applyQuotas(
        _ grades: inout [Int?], _ values: [MeasureValue?], _ reasons: inout [[Reason]], _ ask: Case<Grading>
    ) throws {
        var groups: [String: [Int]] = [:]
        for index in ask.subjects.indices where grades[index] != nil {
            let village = ask.evaluation.village(of: ask.subjects[index], in: ask.unit.days).map {
                ask.evaluation.world.villages[$0]
            }
            groups[(ask.rule.within == "county" ? village?.county : village?.township) ?? "", default: []].append(index)
        }
        let keys = try [values] + ask.rule.tieBreak.map { try ask.values(of: $0) }
        for (grade, rule) in ask.rule.grades.enumerated() where grade + 1 < ask.rule.grades.count {
            guard let quota = rule.quota else { continue }
            for members in groups.values {
                let seats = ask.rule.rounding.seats(try quota * Fraction(members.count))
                let holders = Holders(members.filter { grades[$0] == grade }, by: keys, seats: seats)
                for index in holders.beyond {
                    grades[index] = grade + 1
                    reasons[index].append(
                        Reason(
                            .quotaFull,
                            ["grade": .name(rule.name), "seats": .count(seats), "graded": .count(members.count)]))
                }
                for index in holders.tied {
                    reasons[index].append(Reason(.tieAcrossQuota, ["grade": .name(rule.name)]))
                }
            }
        }
    }

    public func needs(of finding: Finding, _ ask: Case<Grading>) throws -> [Need] {
        let caps = try ask.rule.caps.flatMap { cap in
            switch cap.when {
            case .condition(let condition): try ask.truth(of: condition, for: finding.subject).needs
            case .consequence(let consequence): try ask.needs(of: consequence, for: finding.subject)
            }
        }
        return try ask.needs(of: ask.rule.by, for: finding.subject) + caps
    }

    public func explain(_ subject: Subject, _ ask: Case<Grading>) throws -> [Explanation] {
        let value = try ask.only(subject).values(of: ask.rule.by).first ?? nil
        let found = value?.text(\.exactText) ?? Text(same: "?")
        return [
            Explanation(Text("依据指标 \(ask.rule.by.name)：\(found.zh)", "by the measure \(ask.rule.by.name): \(found.en)"))
        ]
            + (try ask.rule.caps.flatMap { cap in
                switch cap.when {
                case .condition(let condition): [try ask.truth(of: condition, for: subject).why]
                case .consequence(let consequence):
                    try ask.findings(behind: consequence, for: subject).flatMap { found in
                        found.reasons.map { Explanation($0.text) }
                    }
                }
            })
    }
}

extension ReasonCode {
    fileprivate static let gradedByMissing = ReasonCode(
        "grading.measure-missing", "没有评定等次所需的指标", "the measure that grades is missing")
    fileprivate static let gradedByInexact = ReasonCode(
        "grading.measure-not-exact", "评定等次所需的指标不能确定", "the measure that grades is not known exactly")
    fileprivate static let gradedByNotApplicable = ReasonCode(
        "grading.measure-not-applicable", "评定等次所需的指标不适用", "the measure that grades does not apply")
    fileprivate static let capped = ReasonCode("grading.capped", "按规定最高为{grade}", "capped at {grade}")
    fileprivate static let cappedBy = ReasonCode("grading.capped-by", "按 {by} 最高为{grade}", "capped at {grade} by {by}")
    fileprivate static let notGraded = ReasonCode("grading.not-graded", "按规定不定等次", "no grade is given")
    fileprivate static let capUnknown = ReasonCode("grading.cap-unknown", "封顶条件无法判断", "a cap's condition is unknown")
    fileprivate static let quotaFull = ReasonCode(
        "grading.quota-full", "{grade}名额已满（{graded} 人中 {seats} 名）",
        "the quota of {grade} is full ({seats} of {graded})")
    fileprivate static let tieAcrossQuota = ReasonCode(
        "grading.tie-across-quota", "同分跨{grade}名额，须由人决定",
        "a tie across the edge of the quota of {grade}: a person has to decide")
}
