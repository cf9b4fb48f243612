internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Ranks subjects of a group by a measure and fills bands by quota.
public struct Ranking: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "ranking", title: Text("排名", "ranking"),
        summary: Text("在县、乡镇等范围内按指标排名，按比例划分档次", "ranks within a county or township and fills bands by quota"),
        answer: .values)

    public init() {}

    public struct Rule: Sendable {
        let by: MeasureReference
        let within: String
        /// From the best to the lowest; empty when only ranks are asked.
        let bands: [(key: String, value: Fraction)]
        let tieBreak: [MeasureReference]
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        let by = settings.required(
            "by", .measure, Text("按哪个指标，大者在前", "the measure, larger first"), example: "scoring.quarter-score",
            asked: Text("指标", "by"))
        let within = settings.required(
            "within", .oneOf(["county", "township", "village"]), Text("在什么范围内", "within what"), example: "county",
            asked: Text("范围", "within"))
        let bands = settings.optional(
            "bands", ValueType<[(key: String, value: Fraction)]>.mapping(.text, .share),
            Text("档次与比例，由高到低", "bands and their shares, the best first"),
            example: "{好: 30%, 较好: 60%, 一般: 10%}", asked: Text("档次", "bands"))
        let tieBreak = settings.optional(
            "tie_break", ValueType<MeasureReference>.measure.listed(),
            Text("同分时依次比较", "compared in turn when totals are equal"), example: "[attendance.rate]")
        if settings.node(of: "by") != nil {
            for measure in [by] + (tieBreak ?? []) { settings.session.expectNumber(measure) }
        }
        if let bands, let sum = try? bands.reduce(Fraction.zero, { try $0 + $1.value }), sum != .one {
            settings.session.report(.bandsDoNotAddUp(sum, at: settings.location(of: "bands")))
        }
        return Rule(by: by, within: within, bands: bands ?? [], tieBreak: tieBreak ?? [])
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration(
                "rank", Text("名次", "rank"), .places,
                role: .rank(of: "ranked", by: "total", within: rule.within == "county" ? nil : rule.within)),
            MeasureDeclaration("ranked", Text("参加排名的数目", "how many are ranked"), .count),
            MeasureDeclaration(
                "position_from_end", Text("从末位数起的位置", "position from the end"), .share,
                role: .placeFromEnd(rank: "rank", of: "ranked")),
            MeasureDeclaration("total", Text("总分", "total"), .points),
        ]
            + (rule.bands.isEmpty
                ? []
                : [MeasureDeclaration("band", Text("档次", "band"), .text, role: .band, values: rule.bands.map(\.key))])
    }

    public func judge(_ ask: Case<Ranking>) throws -> [Finding] {
        let found = try ask.values(of: ask.rule.by)
        // What is ranked is exact.
        let totals = found.map { $0?.number }
        let known = totals.map { $0 ?? .zero }
        let breakers = try ask.rule.tieBreak.map { try ask.values(of: $0).map { $0?.number ?? Fraction(-1) } }
        var places = [Place?](repeating: nil, count: ask.subjects.count)
        for members in groups(ask) {
            let contestants = members.filter { totals[$0] != nil }
            for place in Standing.places(
                contestants, by: known, tieBreak: breakers, shares: ask.rule.bands.map(\.value))
            { places[place.contestant] = place }
        }
        return try ask.subjects.enumerated().map { index, subject in
            try places[index].map { finding(subject, $0, known[index], ask.rule) }
                ?? unranked(subject, found[index], ask)
        }
    }

    /// Of somebody without a total, or with one that is not known exactly.
    private func unranked(_ subject: Subject, _ total: MeasureValue?, _ ask: Case<Ranking>) throws -> Finding {
        var values: [MeasureValue?] = measures(ask.rule).map { _ in nil }
        values[3] = total
        if total != nil {
            return Finding(subject, .undetermined, values: values, reasons: [Reason(.totalNotExact)])
        }
        let isApplicable = try ask.isApplicable(ask.rule.by, to: subject)
        return Finding(
            subject, isApplicable ? .undetermined : .notApplicable, values: values,
            reasons: [Reason(isApplicable ? .noTotal : .totalNotApplicable)])
    }

    private func finding(_ subject: Subject, _ place: Place, _ total: Fraction, _ rule: Rule) -> Finding {
        let fromEnd = Fraction(place.ranked - place.rank + 1, over: place.ranked)
        let standing: [MeasureValue?] = [
            .number(Fraction(place.rank)), .number(Fraction(place.ranked)), fromEnd.map { .number($0) }, .number(total),
        ]
        return Finding(
            subject, .met,
            values: rule.bands.isEmpty ? standing : standing + [place.band.map { .text(rule.bands[$0].key) }],
            reasons: place.isTieAcrossEdge ? [Reason(.tieAcrossBands)] : [])
    }

    /// The measure that ranks, what breaks ties, and who stands before and behind.
    public func explain(_ subject: Subject, _ ask: Case<Ranking>) throws -> [Explanation] {
        let total = try ask.only(subject).values(of: ask.rule.by).first ?? nil
        let shown = total?.readable(as: .points) ?? Text(same: "?")
        let by = Explanation(
            Text("按指标 \(ask.rule.by.name)：\(shown.zh)", "by the measure \(ask.rule.by.name): \(shown.en)"))
        let ties = try ask.rule.tieBreak.map { measure -> Explanation in
            let found = try ask.only(subject).values(of: measure).first??.text(\.exactText) ?? Text(same: "?")
            return Explanation(
                Text("同分时比较 \(measure.name)：\(found.zh)", "equal totals go by \(measure.name): \(found.en)"))
        }
        return [by] + ties + (try neighbours(of: subject, ask))
    }

    private func neighbours(of subject: Subject, _ ask: Case<Ranking>) throws -> [Explanation] {
        let ranked = try ask.findings().filter { $0.values.first??.number != nil }
        let place = { self.place(of: $0, ask) }
        let fellows = ranked.filter { place($0.subject) == place(subject) }.sorted { a, b in
            (a.values[0]?.number ?? .zero, a.subject) < (b.values[0]?.number ?? .zero, b.subject)
        }
        guard let own = fellows.firstIndex(where: { $0.subject == subject }) else { return [] }
        let world = ask.evaluation.world
        return [(own - 1, Text("前一名", "before")), (own + 1, Text("后一名", "behind"))].compactMap { index, title in
            guard fellows.indices.contains(index) else { return nil }
            let other = fellows[index]
            let who = world.label(of: other.subject)
            let (rank, total) = (
                other.values[0]?.exactText ?? "?", other.values[3]?.readable(as: .points) ?? Text(same: "?")
            )
            return Explanation(
                Text("\(title.zh)：第 \(rank) 名 \(who)，\(total.zh)", "\(title.en): rank \(rank), \(who), \(total.en)"))
        }
    }

    private func place(of subject: Subject, _ ask: Case<Ranking>) -> String {
        ask.evaluation.village(of: subject, in: ask.unit.days).map { place(ask.evaluation.world.villages[$0], ask) }
            ?? ""
    }

    public func needs(of finding: Finding, _ ask: Case<Ranking>) throws -> [Need] {
        try ask.needs(of: ask.rule.by, for: finding.subject)
    }

    /// Those who are ranked together, each group in the order of the subjects.
    private func groups(_ ask: Case<Ranking>) -> [[Int]] {
        let villages = ask.evaluation.world.villages
        var numbers: [String: Int] = [:]
        var ofVillage: [Int: Int] = [:]
        var groups: [[Int]] = []
        func number(_ place: String) -> Int {
            if let known = numbers[place] { return known }
            groups.append([])
            numbers[place] = groups.count - 1
            return groups.count - 1
        }
        for (index, subject) in ask.subjects.enumerated() {
            let village = ask.evaluation.village(of: subject, in: ask.unit.days)
            let group = ofVillage[village ?? -1] ?? number(village.map { place(villages[$0], ask) } ?? "")
            ofVillage[village ?? -1] = group
            groups[group].append(index)
        }
        return groups
    }

    /// The code of the place that somebody in a village is ranked in.
    private func place(_ village: Village, _ ask: Case<Ranking>) -> String {
        switch ask.rule.within {
        case "county": village.county
        case "township": village.township
        default: village.code
        }
    }
}

extension Diagnostic {
    fileprivate static func bandsDoNotAddUp(_ sum: Fraction, at location: Location?) -> Diagnostic {
        let percent = (try? sum * Fraction(100))?.exactText ?? sum.exactText
        return Diagnostic(
            "T301", Text("各档次的比例加起来不是 100%", "the bands' shares do not add up to 100%"), at: location,
            expected: Text(same: "100%"), found: Text(same: percent + "%"))
    }
}

extension ReasonCode {
    fileprivate static let totalNotExact = ReasonCode(
        "ranking.total-not-exact", "总分不能确定，不参加排名", "its total is not known exactly and it is not ranked")
    fileprivate static let noTotal = ReasonCode("ranking.no-total", "没有总分，不参加排名", "it has no total and is not ranked")
    fileprivate static let totalNotApplicable = ReasonCode(
        "ranking.total-not-applicable", "总分不适用，不参加排名", "its total does not apply and it is not ranked")
    fileprivate static let tieAcrossBands = ReasonCode(
        "ranking.tie-across-bands", "同分跨档，须由人决定", "a tie across a band's edge: a person has to decide")
}
