internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// What the reports for people say about one provision in one county, whatever they look like.
struct ProvisionFacts {
    /// As it stood in the last unit.
    let provision: Provision
    let blocks: [ProvisionBlock]
    let county: CountyResult
    let facts: ReportFacts
    /// The findings a reader asked for, with their units.
    let found: [(unit: Period, finding: Finding)]

    /// The form follows from what the provision gives.
    enum Form {
        case actions
        /// The index of the measure that is the rank.
        case ranks(Int)
        case records, names, verdicts
    }

    init(provision: Provision, blocks: [ProvisionBlock], county: CountyResult, facts: ReportFacts) {
        self.provision = provision
        self.blocks = blocks
        self.county = county
        self.facts = facts
        found = blocks.flatMap { block in facts.findings(block).map { (block.unit, $0) } }
    }

    var form: Form {
        if !withActions.isEmpty || provision.measures.contains(where: { $0.name == "proposed" }) { return .actions }
        if let rank = provision.measures.firstIndex(where: { $0.dimension == .places }) { return .ranks(rank) }
        if found.contains(where: { $0.finding.record != nil }) { return .records }
        // How a requirement came out is its verdict, not a name that it gives.
        let names = provision.measures.first.map { $0.dimension == .text && $0.name != MeasureDeclaration.outcome.name } ?? false
        return names ? .names : .verdicts
    }

    /// A consequence that followed for nobody, and is known not to.
    var isQuiet: Bool {
        if case .actions = form { withActions.isEmpty && count(.undetermined) == 0 } else { false }
    }

    var withActions: [(unit: Period, finding: Finding)] { found.filter { !$0.finding.actions.isEmpty } }

    func count(_ verdict: Verdict) -> Int { found.count { $0.finding.verdict == verdict } }

    /// How often each verdict was given, without those that never were.
    var counts: Text {
        let verdicts: [Verdict] = [.met, .breached, .undetermined, .notApplicable]
        let parts = verdicts.compactMap { verdict -> Text? in
            let count = count(verdict) + (verdict == .notApplicable && facts.options.filter.isEmpty ? blocks.reduce(0) { $0 + $1.leftOut } : 0)
            return count == 0 ? nil : Text("\(verdict.title.zh) \(count)", "\(count) \(verdict.title.en)")
        }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }

    /// The principal measure over the whole period, for those it can be said of.
    var totals: [Subject: MeasureValue] {
        guard let total = county.totals.first(where: { $0.provision.key == provision.key }) else { return [:] }
        let known = zip(total.subjects, total.values).compactMap { subject, values in values.first.flatMap { $0 }.map { (subject, $0) } }
        return Dictionary(known, uniquingKeysWith: { a, _ in a })
    }

    /// Reasons for «undetermined», the most frequent first; a finding counts with its first.
    var openReasons: [(reason: String, count: Int)] {
        var reasons: [String: Int] = [:]
        for (_, finding) in found where finding.verdict == .undetermined { reasons[finding.reasons.first?(facts.language) ?? "", default: 0] += 1 }
        return reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// Those who have a rank, the first first.
    func ranked(_ block: ProvisionBlock, by rank: Int) -> [Finding] {
        facts.findings(block).filter { $0.verdict == .met }
            .sorted { ($0.values[rank]?.number ?? .zero, $0.subject) < ($1.values[rank]?.number ?? .zero, $1.subject) }
    }

    /// What a rank goes by.
    func points(_ finding: Finding) -> String? {
        provision.measures.firstIndex { $0.dimension == .points }.map { facts.text(finding.values[$0], provision.measures[$0]) }
    }

    func reasons(_ finding: Finding) -> String { finding.reasons.map { $0(facts.language) }.joined(separator: "；") }
}
