internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Stars: so many for the last word that a record gives (an annual grade), more for each award, up to a highest number.
public struct Stars: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "stars", title: Text("星级", "stars"),
        summary: Text("按最近一次等次确定基础星级，按奖励增加星级", "base stars by the last grade, more for awards"), answer: .values)

    public init() {}

    public struct Rule: Sendable {
        /// Nil: no stars to begin with.
        let base: Base?
        let awards: [Award]
        let highest: Fraction
    }

    struct Base: Sendable {
        let records: CountedRecords
        let column: Int
        let stars: [(key: String, value: Fraction)]
        let window: Window
    }

    struct Award: Sendable {
        let records: CountedRecords
        let window: Window
        let stars: Fraction
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        let base = settings.group("base", Text("基础星级", "base stars")) { reader in
            let records = reader.required(
                "latest", .counted, Text("看哪种记录的最近一条", "the kind whose newest record counts"), example: "{leave: all}")
            let window = reader.optional("within", .window, Text("在什么时间内", "within"), example: "12 months")
            _ = reader.required("of", .text, Text("看哪一列", "the column"), example: "type")
            let column = reader.node(of: "of").flatMap { records.nameColumn($0, reader.session) } ?? 0
            let stars = reader.required(
                "stars", ValueType<[(key: String, value: Fraction)]>.mapping(.text, .amount(.stars)),
                Text("各等次的星级", "stars of each word"), example: "{优秀: 2 stars, 合格: 1 star}",
                asked: Text("基础星级", "base"))
            return Base(records: records, column: column, stars: stars, window: window ?? .rolling(2, .year))
        }
        let awards = settings.list("add", .optional, Text("增加星级", "stars added")) { reader in
            Award(
                records: reader.required(
                    "count", .counted, Text("每有一条这样的记录", "for each such record"), example: "{leave: all}"),
                window: reader.optional("within", .window, Text("在什么时间内", "within"), example: "term") ?? .unit,
                stars: reader.required("stars", .amount(.stars), Text("增加几星", "so many stars"), example: "1 star"))
        }
        let highest = settings.required(
            "at_most", .amount(.stars), Text("最高几星", "the highest number"), example: "5 stars",
            asked: Text("最高", "at most"))
        return Rule(base: base, awards: awards, highest: highest)
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("stars", Text("星级", "stars"), .stars),
            MeasureDeclaration("base", Text("基础星级", "base stars"), .stars),
            MeasureDeclaration("added", Text("增加星级", "stars added"), .stars),
        ]
    }

    public func judge(_ ask: Case<Stars>) throws -> [Finding] {
        let base = ask.rule.base.map { ($0, $0.records.rows(of: ask.provision.subject, ask.evaluation)) }
        let awards = ask.rule.awards.map { ($0, $0.records.rows(of: ask.provision.subject, ask.evaluation)) }
        return try ask.subjects.map { subject in
            let begun = base.map { self.base($0.0, $0.1, subject, ask) } ?? .known(.zero, Reason(.noBase))
            guard case .known(let stars, let reason) = begun else {
                return Finding(subject, .undetermined, values: [nil, nil, nil], reasons: begun.reasons)
            }
            var added = ValueRange.zero
            var doubts: [Reason] = []
            var isKept = true
            for (award, counted) in awards {
                let facts = facts(counted, award.window, subject, ask)
                added = try added + facts.number * award.stars
                isKept = isKept && facts.kept != .none
                doubts += facts.doubts(award.records.kind)
            }
            guard isKept else {
                return Finding(
                    subject, .undetermined, values: [nil, .number(stars), nil], reasons: [Reason(.awardsNotKept)])
            }
            let sum = try (added + ValueRange(stars)).clamped(to: ask.rule.highest)
            let values = [MeasureValue(sum), .number(stars), MeasureValue(added)]
            return sum.exact == nil
                ? Finding(subject, .undetermined, values: values, reasons: doubts)
                : Finding(subject, .met, values: values, reasons: [reason])
        }
    }

    /// The record that gives the base, and the awards.
    public func explain(_ subject: Subject, _ ask: Case<Stars>) throws -> [Explanation] {
        let facts = { (records: CountedRecords, window: Window) in
            self.facts(records.rows(of: ask.provision.subject, ask.evaluation), window, subject, ask)
        }
        let base = ask.rule.base.map { base -> Explanation in
            let last = facts(base.records, base.window).rows.suffix(1)
            return Explanation(
                Text("基础星级", "base stars"),
                last.map { Explanation(ask.evaluation.describe($0, base.records.kind, about: subject)) })
        }
        let awards = ask.rule.awards.map { award in
            Explanation(
                Text("每项加 \(award.stars.exactText) 星", "\(award.stars.exactText) stars for each"),
                ask.steps(facts(award.records, award.window), of: award.records.kind, about: subject))
        }
        return [base].compactMap(\.self) + awards
    }

    public func needs(of finding: Finding, _ ask: Case<Stars>) throws -> [Need] {
        let sources =
            (ask.rule.base.map { [($0.records, $0.window)] } ?? []) + ask.rule.awards.map { ($0.records, $0.window) }
        return sources.flatMap { records, window in
            let days = ask.evaluation.days(of: window, for: finding.subject, upTo: ask.unit)
            return records.rows(of: ask.provision.subject, ask.evaluation).needs(of: finding.subject, in: days)
        }
    }

    private enum BaseStars {
        case known(Fraction, Reason), unknown([Reason])

        var reasons: [Reason] {
            switch self {
            case .known(_, let reason): [reason]
            case .unknown(let reasons): reasons
            }
        }
    }

    private func base(_ base: Base, _ counted: CountedRows, _ subject: Subject, _ ask: Case<Stars>) -> BaseStars {
        let title = base.records.kind.about.title
        let facts = facts(counted, base.window, subject, ask)
        guard let last = facts.rows.last else { return .unknown([Reason(.noRecord, ["records": .title(title)])]) }
        // A newer one may not have been kept.
        let doubts = facts.doubts(base.records.kind)
        guard doubts.isEmpty else { return .unknown(doubts) }
        guard let word = counted.text(base.column, of: last, facts) else {
            return .unknown([Reason(.recordsDisagree, ["records": .title(title)])])
        }
        guard let stars = base.stars.first(where: { $0.key == word })?.value else {
            return .unknown([Reason(.noStarsFor, ["word": .name(word)])])
        }
        return .known(
            stars,
            Reason(.baseFrom, ["record": .title(ask.evaluation.describe(last, base.records.kind, about: subject))]))
    }

    private func facts(_ counted: CountedRows, _ window: Window, _ subject: Subject, _ ask: Case<Stars>) -> CountedFacts
    {
        counted.facts(
            of: subject,
            in: ask.evaluation.days(of: window, for: subject, upTo: ask.unit))
    }
}

extension ReasonCode {
    fileprivate static let noBase = ReasonCode("stars.no-base", "没有基础星级", "no base stars")
    /// `record`: what the newest record says.
    fileprivate static let baseFrom = ReasonCode("stars.base-from", "{record}", "{record}")
    fileprivate static let noRecord = ReasonCode("stars.no-record", "没有{records}记录", "no {records}")
    fileprivate static let recordsDisagree = ReasonCode(
        "stars.records-disagree", "{records}记录不一致或没有写明", "the {records} disagree or do not say")
    fileprivate static let noStarsFor = ReasonCode(
        "stars.no-stars-for", "没有写明“{word}”的星级", "no stars are given for '{word}'")
    fileprivate static let awardsNotKept = ReasonCode(
        "stars.awards-not-kept", "没有保存奖励的记录", "no records of awards were kept")
}
