internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Grades by thresholds of a number or by names of a band, with caps from conditions and quotas on a grade.
public struct Grading: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "grading", title: Text("等次", "grading"),
        summary: Text("按分数线或档次评定等次，可按条件封顶，可限定比例", "grades by thresholds or bands, capped by conditions and quotas"),
        answer: .values)

    public init() {}

    public struct Rule: Sendable {
        let by: MeasureReference
        /// From the best to the lowest.
        let grades: [Grade]
        let caps: [Cap]
        let within: String
        let tieBreak: [MeasureReference]
        let rounding: Rounding
    }

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
        let when: Condition
        /// Index of the best grade that is left.
        let atMost: Int
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        let by = settings.required(
            "by", .measure, Text("按哪个指标", "the measure"), example: "scoring.annual", asked: Text("指标", "by"))
        let within = settings.required(
            "within", .oneOf(["county", "township"]), Text("比例在什么范围内计算", "within what quotas are counted"),
            example: "county")
        let errors = settings.session.diagnostics.errorCount
        let grades = settings.named("grades", .required, Text("等次，由高到低", "the grades, the best first")) {
            name, reader in
            grade(name, by: by, &reader)
        }
        // What a grade asks that could not be read has been reported; their order says nothing then.
        if settings.session.diagnostics.errorCount == errors { checkRest(grades, settings) }
        let names = grades.map(\.name)
        let caps = settings.list("caps", .optional, Text("封顶", "caps")) { reader in
            let when = reader.required(
                "when", .condition, Text("什么情况下", "when"), example: "{count: {leave: all}, at_least: 1}")
            let best = reader.required("at_most", .text, Text("最高只能是", "the best grade that is left"), example: "称职")
            if let node = reader.node(of: "at_most"), !names.contains(best) {
                reader.session.report(.notOneOf(node, best, words: names))
            }
            return Cap(when: when, atMost: names.firstIndex(of: best) ?? 0)
        }
        let tieBreak =
            settings.optional(
                "tie_break", ValueType<MeasureReference>.measure.listed(),
                Text("同分时依次比较", "compared in turn when totals are equal"), example: "[attendance.rate]") ?? []
        if settings.node(of: "tie_break") != nil { for measure in tieBreak { settings.session.expectNumber(measure) } }
        let rounding = settings.optional(
            "rounding", .oneOf(Rounding.allCases.map(\.rawValue)),
            Text("名额不是整数时怎样取整", "how a quota that is no whole number is rounded"), example: "down")
        return Rule(
            by: by, grades: grades, caps: caps, within: within, tieBreak: tieBreak,
            rounding: rounding.flatMap { Rounding(rawValue: $0) } ?? .down)
    }

    private func grade(_ name: String, by measure: MeasureReference, _ reader: inout SettingsReader) -> Grade {
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
    private func checkRest(_ grades: [Grade], _ settings: SettingsReader) {
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

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
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
        for index in ask.subjects.indices {
            guard let grade = grades[index] else {
                reasons[index].append(Reason(values[index] == nil ? .gradedByMissing : .gradedByInexact))
                continue
            }
            var lowest = grade
            var unknown: [Int] = []
            for cap in ask.rule.caps where cap.atMost > grade {
                switch try ask.truth(of: cap.when, for: ask.subjects[index]).truth {
                case .yes:
                    lowest = max(lowest, cap.atMost)
                    reasons[index].append(Reason(.capped, ["grade": .name(ask.rule.grades[cap.atMost].name)]))
                case .unknown: unknown.append(cap.atMost)
                case .no: break
                }
            }
            // What is not known matters only where it could lower the grade further.
            let isKnown = unknown.allSatisfy { $0 <= lowest }
            if !isKnown { reasons[index].append(Reason(.capUnknown)) }
            grades[index] = isKnown ? lowest : nil
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
            return Finding(
                ask.subjects[index], grades[index] == nil ? .undetermined : .met, values: found, reasons: reasons[index]
            )
        }
    }

    /// The first grade that a value reaches; of a range the one that it reaches wherever it lies.
    private func grade(of value: MeasureValue, _ rule: Rule) -> Int? {
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
                    reasons[index].append(Reason(.quotaFull, ["grade": .name(rule.name)]))
                }
                for index in holders.tied {
                    reasons[index].append(Reason(.tieAcrossQuota, ["grade": .name(rule.name)]))
                }
            }
        }
    }

    public func needs(of finding: Finding, _ ask: Case<Grading>) throws -> [Need] {
        let caps = try ask.rule.caps.flatMap { try ask.truth(of: $0.when, for: finding.subject).needs }
        return try ask.needs(of: ask.rule.by, for: finding.subject) + caps
    }

    public func explain(_ subject: Subject, _ ask: Case<Grading>) throws -> [Explanation] {
        let value = try ask.only(subject).values(of: ask.rule.by).first ?? nil
        let found = value?.text(\.exactText) ?? Text(same: "?")
        return [
            Explanation(Text("依据指标 \(ask.rule.by.name)：\(found.zh)", "by the measure \(ask.rule.by.name): \(found.en)"))
        ]
            + (try ask.rule.caps.map { try ask.truth(of: $0.when, for: subject).why })
    }
}

extension Grading.Rounding {
    func seats(_ share: Fraction) -> Int {
        switch self {
        case .down: share.roundedDown
        case .nearest: (try? (share + share).roundedDown).map { ($0 + 1) / 2 } ?? share.roundedDown
        case .up: share.roundedUp
        }
    }
}

extension Grading.Grade {
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
}

extension ReasonCode {
    fileprivate static let gradedByMissing = ReasonCode(
        "grading.measure-missing", "没有评定等次所需的指标", "the measure that grades is missing")
    fileprivate static let gradedByInexact = ReasonCode(
        "grading.measure-not-exact", "评定等次所需的指标不能确定", "the measure that grades is not known exactly")
    fileprivate static let gradedByNotApplicable = ReasonCode(
        "grading.measure-not-applicable", "评定等次所需的指标不适用", "the measure that grades does not apply")
    fileprivate static let capped = ReasonCode("grading.capped", "按规定最高为{grade}", "capped at {grade}")
    fileprivate static let capUnknown = ReasonCode("grading.cap-unknown", "封顶条件无法判断", "a cap's condition is unknown")
    fileprivate static let quotaFull = ReasonCode("grading.quota-full", "{grade}名额已满", "the quota of {grade} is full")
    fileprivate static let tieAcrossQuota = ReasonCode(
        "grading.tie-across-quota", "同分跨{grade}名额，须由人决定",
        "a tie across the edge of the quota of {grade}: a person has to decide")
}
