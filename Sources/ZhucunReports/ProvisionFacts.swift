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
    /// Of each block, the findings that a reader asked for.
    let findings: [[Finding]]
    let form: Form
    private let tally: FindingTally

    /// The form follows from what the provision gives.
    enum Form {
        case actions
        /// The index of the measure that is the rank.
        case ranks(Int)
        case records, names, verdicts

        init(_ provision: Provision, _ findings: [[Finding]], _ tally: FindingTally) {
            // How a requirement came out is its verdict, not a name that it gives.
            let namesFirst = provision.measures.first?.role == .name
            if !tally.withActions.isEmpty || provision.measures.contains(where: { $0.role == .proposals }) {
                self = .actions
            } else if let rank = provision.rank {
                self = .ranks(rank)
            } else if findings.contains(where: { $0.contains { $0.record != nil } }) {
                self = .records
            } else {
                self = namesFirst ? .names : .verdicts
            }
        }
    }

    init(provision: Provision, blocks: [ProvisionBlock], county: CountyResult, facts: ReportFacts) {
        self.provision = provision
        self.blocks = blocks
        self.county = county
        self.facts = facts
        findings = blocks.map(facts.findings)
        tally = FindingTally(findings)
        form = Form(provision, findings, tally)
    }

    subscript(place: FindingPlace) -> Finding { findings[place.block][place.index] }

    func unit(_ place: FindingPlace) -> Period { blocks[place.block].unit }

    var isEmpty: Bool { count == 0 }

    var count: Int { tally.count }

    /// A consequence that followed for nobody, and is known not to.
    var isQuiet: Bool {
        if case .actions = form { withActions.isEmpty && count(.undetermined) == 0 } else { false }
    }

    var withActions: [FindingPlace] { tally.withActions }

    func count(_ verdict: Verdict) -> Int { tally.count(verdict) }

    /// The first of those for which it holds, block by block.
    func places(atMost limit: Int = .max, where isTaken: (Finding) -> Bool = { _ in true }) -> [FindingPlace] {
        var result: [FindingPlace] = []
        for block in findings.indices {
            for index in findings[block].indices where isTaken(findings[block][index]) {
                guard result.count < limit else { return result }
                result.append(FindingPlace(block: block, index: index))
            }
        }
        return result
    }

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

    /// How often each reason for «undetermined» was given; a finding counts with its first.
    var openReasons: [String: Int] {
        var reasons: [String: Int] = [:]
        guard count(.undetermined) > 0 else { return reasons }
        for place in places(where: { $0.verdict == .undetermined }) { reasons[self[place].reasons.first?(facts.language) ?? "", default: 0] += 1 }
        return reasons
    }

    /// The measure that a rank goes by.
    var points: Int? { provision.points }

    func reasons(_ finding: Finding) -> String {
        let reasons = finding.reasons
        return reasons.isEmpty ? "" : reasons.map { $0(facts.language) }.joined(separator: "；")
    }
}

extension [String: Int] {
    func mostFrequent(_ count: Int) -> [(key: String, value: Int)] { sortedPrefix(count) { ($1.value, $0.key) < ($0.value, $1.key) } }
}
