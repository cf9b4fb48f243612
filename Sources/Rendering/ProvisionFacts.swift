internal import CivilTime
internal import Exact
internal import Messages
internal import Results

/// What the reports for people say about one provision in one county, whatever they look like.
struct ProvisionFacts {
    let county: CountyFacts
    /// In time.
    let blocks: [OutcomeBlock]
    let form: Form
    private let tally: OutcomeTally

    /// The form follows from what the provision gives.
    enum Form {
        case actions
        /// The index of the measure that is the rank.
        case ranks(Int)
        case records, names, verdicts

        init(_ provision: JudgedProvision, _ tally: OutcomeTally) {
            // How a requirement came out is its verdict, not a name that it gives.
            let namesFirst = provision.measures.first?.role == .name
            if !tally.withActions.isEmpty || provision.measures.contains(where: { $0.role == .proposals }) {
                self = .actions
            } else if let rank = provision.rank {
                self = .ranks(rank)
            } else if tally.hasRecords {
                self = .records
            } else {
                self = namesFirst ? .names : .verdicts
            }
        }
    }

    /// - Precondition: there is a block, and all are of one provision.
    init(_ blocks: [OutcomeBlock], _ county: CountyFacts) {
        self.blocks = blocks
        self.county = county
        tally = OutcomeTally(blocks.map(\.outcomes))
        form = Form(blocks[blocks.count - 1].provision, tally)
    }

    /// As it stood in the last unit.
    var provision: JudgedProvision { blocks[blocks.count - 1].provision }
    var facts: ReportFacts { county.facts }
    var outcomes: [Outcomes] { blocks.map(\.outcomes) }

    subscript(place: OutcomePlace) -> Outcome { blocks[place.block].outcomes[place.index] }

    func unit(_ place: OutcomePlace) -> Period { blocks[place.block].unit }

    var isEmpty: Bool { count == 0 }

    var count: Int { tally.count }

    /// A consequence that followed for nobody, and is known not to.
    var isQuiet: Bool {
        if case .actions = form { withActions.isEmpty && count(.undetermined) == 0 } else { false }
    }

    var withActions: [OutcomePlace] { tally.withActions }

    /// What would decide it, where it is undetermined for everybody for want of records; else nothing. That of the first stands for all.
    var unfed: [NeededRecords] {
        guard count > 0, count(.undetermined) == count, withActions.isEmpty else { return [] }
        // A refused row is told where it bears on somebody.
        let isRefused = outcomes.contains { $0.contains { $0.reasons.contains { $0.code == .rowRefused } } }
        return isRefused ? [] : outcomes.first { !$0.isEmpty }?.first?.needs ?? []
    }

    func count(_ verdict: Verdict) -> Int { tally.count(verdict) }

    /// The first of those for which it holds, block by block.
    func places(atMost limit: Int = .max, where isTaken: (Outcome) -> Bool = { _ in true }) -> [OutcomePlace] {
        var result: [OutcomePlace] = []
        for (block, outcomes) in outcomes.enumerated() {
            for index in outcomes.indices where isTaken(outcomes[index]) {
                guard result.count < limit else { return result }
                result.append(OutcomePlace(block: block, index: index))
            }
        }
        return result
    }

    /// How often each verdict was given, without those that never were.
    var counts: Text {
        let verdicts: [Verdict] = [.met, .breached, .undetermined, .notApplicable]
        let parts = verdicts.compactMap { verdict -> Text? in
            let count =
                count(verdict)
                + (verdict == .notApplicable && !facts.isFiltered ? blocks.reduce(0) { $0 + $1.leftOut } : 0)
            let title = provision.title(of: verdict)
            return count == 0 ? nil : Text("\(title.zh) \(count)", "\(count) \(title.en)")
        }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }

    /// Its measures over the whole period, for those they can be said of.
    var totals: PeriodTotals {
        PeriodTotals(
            provision.measures.isEmpty
                ? nil : county.county.totals.first { $0.provision.key == provision.key })
    }

    /// What a finding's measures say, in sentences.
    func said(_ value: @escaping (Int) -> MeasureValue?) -> SaidMeasures {
        SaidMeasures(provision.measures, facts.language, value)
    }

    /// How often each reason for «undetermined» was given; an outcome counts with its first.
    var openReasons: [String: Int] {
        var reasons: [String: Int] = [:]
        guard count(.undetermined) > 0 else { return reasons }
        for place in places(where: { $0.verdict == .undetermined }) {
            reasons[self[place].reasons.first?(facts.language) ?? "", default: 0] += 1
        }
        return reasons
    }

    /// The measure that a rank goes by.
    var points: Int? { provision.points }

    func reasons(_ outcome: Outcome) -> String {
        let reasons = outcome.reasons
        return reasons.isEmpty ? "" : reasons.map { $0(facts.language) }.joined(separator: "；")
    }
}

extension [String: Int] {
    func mostFrequent(_ count: Int) -> [(key: String, value: Int)] {
        sortedPrefix(count) { ($1.value, $0.key) < ($0.value, $1.key) }
    }
}

/// A provision's measures over the whole period, subject by subject.
struct PeriodTotals {
    private let totals: Totals?
    private let rows: [Int: Int]

    init(_ totals: Totals?) {
        self.totals = totals
        rows = Dictionary(
            (totals?.subjects ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    }

    var isEmpty: Bool { !rows.keys.contains { self[$0, 0] != nil } }

    subscript(subject: Int, measure: Int) -> MeasureValue? {
        rows[subject].flatMap { totals?.values[$0, measure] }
    }
}
