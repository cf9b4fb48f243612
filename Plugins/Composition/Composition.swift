internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Who makes up the teams of a village: how many, of how many levels, with whom as leader, and who stays when they change.
public struct Composition: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "composition", title: Text("队伍组成", "composition"),
        summary: Text(
            "工作队人数、挂职人数、派出层级、队长、轮换时留任等", "how a team or the teams of a village are made up, and who stays at a rotation"
        ),
        subjects: [.team, .village], unitNeed: .optional, exemplary: ["members"])

    public init() {}

    public struct Rule: Sendable {
        let asked: [(measure: Measure, comparison: Comparison)]
        /// Roles of which one must lead.
        let leaders: [String]
        /// Days within which those who leave are replaced: who stayed is counted when they are over.
        let handover: Int?
    }

    /// What is counted, on the last day of the unit or, of a rotation, over it.
    enum Measure: String, Sendable, CaseIterable {
        case members, seconded, leaders, teams, levels, kept

        var declaration: MeasureDeclaration {
            switch self {
            case .members: MeasureDeclaration(rawValue, Text("队员人数", "members"), .people)
            case .seconded: MeasureDeclaration(rawValue, Text("挂职人数", "seconded members"), .people)
            case .leaders: MeasureDeclaration(rawValue, Text("队长人数", "leaders"), .people)
            case .teams: MeasureDeclaration(rawValue, Text("工作队数", "teams"), .count)
            case .levels: MeasureDeclaration(rawValue, Text("派出层级数", "sending levels"), .count)
            case .kept: MeasureDeclaration(rawValue, Text("轮换时留任人数", "who stayed at the rotation"), .people)
            }
        }
    }

    public func read(_ settings: inout SettingsReader) -> Rule {
        var asked: [(measure: Measure, comparison: Comparison)] = []
        for measure in Measure.allCases {
            let declaration = measure.declaration
            let example = declaration.dimension == .people ? "{at_least: 3 people}" : "{at_most: 1}"
            let comparison = settings.optional(
                measure.rawValue, .comparison(declaration.dimension), declaration.title, example: example,
                asked: declaration.title)
            if let comparison { asked.append((measure, comparison)) }
        }
        let leaders = settings.optional(
            "leader_roles", ValueType<String>.word("role").listed(), Text("哪些职务是队长", "the roles that lead"),
            example: "[first_secretary]")
        let handover = settings.optional(
            "handover", .whole(.days, in: 1...366),
            Text("交接期：离任后多少天内补齐", "days within which those who leave are replaced"), example: "31 days")
        if handover == nil, settings.node(of: Measure.kept.rawValue) != nil {
            settings.session.report(.noHandover(at: settings.keyLocation(of: Measure.kept.rawValue)))
        }
        if settings.node(of: "leader_roles") == nil, settings.node(of: Measure.leaders.rawValue) != nil {
            settings.session.report(.noLeaderRoles(at: settings.keyLocation(of: Measure.leaders.rawValue)))
        }
        if asked.isEmpty { settings.session.report(.nothingAsked(at: settings.keyLocation(of: "id"))) }
        return Rule(asked: asked, leaders: leaders ?? [], handover: handover)
    }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] { Measure.allCases.map(\.declaration) + [.outcome] }

    /// Who is posted on the last day.
    public func explain(_ subject: Subject, _ ask: Case<Composition>) throws -> [Explanation] {
        let world = ask.evaluation.world
        return Roster(subject, ask).present.map { posting in
            let role = ask.words.title(ask.evaluation.symbols.text(posting.role), in: "role")
            let who = world.label(of: Subject(.cadre, posting.cadre))
            let seconded = posting.seconded ? Text("，挂职", ", seconded") : Text("", "")
            return Explanation(Text("\(who)，\(role.zh)\(seconded.zh)", "\(who), \(role.en)\(seconded.en)"))
        }
    }

    /// The levels of the teams that do not say theirs.
    public func needs(of finding: Finding, _ ask: Case<Composition>) throws -> [Need] {
        let world = ask.evaluation.world
        let postings = world.postings(of: finding.subject, touching: ask.unit.days).map { world.postings[$0] }
        let teams = Set(postings.compactMap(\.team)).sorted().map { Subject(.team, $0) }
        return teams.compactMap { ask.evaluation.need(of: "level", $0) }
    }

    public func judge(_ ask: Case<Composition>) throws -> [Finding] {
        ask.subjects.map { subject in
            let roster = Roster(subject, ask)
            let found = Measure.allCases.map { measure in roster.count(measure).flatMap { MeasureValue($0) } }
            let tests = ask.rule.asked.map { asked in
                (
                    asked.measure,
                    roster.count(asked.measure).flatMap { MeasureValue($0) }.map {
                        asked.comparison.truth(of: $0, ask.evaluation.recorder)
                    }
                )
            }
            let titles = { (truth: Truth) in tests.filter { $0.1 == truth }.map(\.0.declaration.title) }
            let (failed, unknown) = (titles(.no), titles(.unknown))
            // What there is nothing to count of, such as the members where nobody is posted, is not as it should be by that.
            let verdict: Verdict =
                !failed.isEmpty
                ? .breached : !unknown.isEmpty ? .undetermined : tests.contains { $0.1 == nil } ? .notApplicable : .met
            let reason: Reason? =
                switch verdict {
                case .breached: Reason(.notAsAsked, ["what": .titles(failed)])
                case .undetermined: Reason(.numberNotGiven, ["what": .titles(unknown)])
                default: nil
                }
            return Finding(
                subject, verdict, values: found + [.text(verdict.rawValue)], reasons: [reason].compactMap(\.self))
        }
    }
}

extension ReasonCode {
    fileprivate static let notAsAsked = ReasonCode("composition.not-as-asked", "不符合：{what}", "not as asked: {what}")
    fileprivate static let numberNotGiven = ReasonCode("composition.not-given", "没有写明：{what}", "not given: {what}")
}

extension Diagnostic {
    fileprivate static func noLeaderRoles(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D303", Text("要求队长人数时须写明哪些职务是队长", "leaders can only be counted with the roles that lead"), at: location,
            expected: Text(same: "leader_roles: [first_secretary]"))
    }

    fileprivate static func noHandover(at location: Location?) -> Diagnostic {
        Diagnostic(
            "D302", Text("要求留任人数时须写明交接期", "who stays can only be counted with a handover"), at: location,
            expected: Text(same: "handover: 31 days"))
    }

    fileprivate static func nothingAsked(at location: Location?) -> Diagnostic {
        let names = Composition.Measure.allCases.map(\.rawValue)
        return Diagnostic(
            "D301", Text("没有写明任何要求", "nothing is asked"), at: location,
            expected: Text(names.joined(separator: "、"), names.joined(separator: ", ")))
    }
}
