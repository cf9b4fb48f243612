internal import CivilTime
package import Results

/// Makes of what was found, county by county, data that stand by themselves: subjects by kind and identifier, provisions with
/// all that is told of them. Reports see nothing else.
package struct ResultsMaker: Sendable {
    /// What holds for all counties; known before any of them is judged.
    package let head: AssessmentHead
    private let prepared: Assessor.Prepared
    private let filter: FindingFilter
    private let test: FindingTest?
    private let provisions: [ObjectIdentifier: JudgedProvision]

    /// Makes results of what will be found.
    ///
    /// - Parameters:
    ///   - prepared: what will be assessed.
    ///   - filter: which findings a reader asked for.
    package init(_ prepared: Assessor.Prepared, _ filter: FindingFilter = FindingFilter()) {
        self.prepared = prepared
        self.filter = filter
        let world = prepared.records.world
        test = filter.isEmpty ? nil : FindingTest(filter, world, prepared.period.days)
        let outlines = prepared.outlines
        var known: [ObjectIdentifier: JudgedProvision] = [:]
        func judged(_ provision: Provision) -> JudgedProvision {
            if let judged = known[ObjectIdentifier(provision)] { return judged }
            let judged = JudgedProvision(provision)
            known[ObjectIdentifier(provision)] = judged
            return judged
        }
        let policies = prepared.policies.enumerated().map { place, policy in
            let asked = policy.provisions(in: prepared.period).filter {
                $0.layout == nil && prepared.only?.contains($0.key) ?? true
            }
            // Documents to be drawn up are no outcomes, but may be among what has no whole unit.
            var seen: Set<ProvisionKey> = []
            let documents = outlines.filter { $0.part.policy == place }.flatMap(\.withoutUnit).filter {
                $0.layout != nil && seen.insert($0.key).inserted
            }
            return JudgedPolicy(
                policy, (asked + documents).sorted { ($0.key, $0.version) < ($1.key, $1.version) }.map(judged),
                in: prepared.period, prepared.keyNames)
        }
        let counties = outlines.map { outline in
            for units in outline.agenda.provisions { for (_, provision) in units { _ = judged(provision) } }
            return CountyHead(
                county: outline.county, name: world.name(ofDivision: outline.county), policy: outline.part.policy,
                withoutUnit: outline.withoutUnit.map(judged),
                measures: outline.measures)
        }
        provisions = known
        let sections = prepared.sections.map { AssessmentHead.Section(id: $0.id, title: $0.title) }
        head = AssessmentHead(
            period: prepared.period, asOf: prepared.asOf, sections: sections, policies: policies,
            kindTitles: world.listedTitles, counties: counties,
            files: prepared.records.counts.map {
                AssessmentHead.FileCount(file: $0.file, rows: $0.rows, refused: $0.bad)
            },
            filter: filter.described(in: world))
    }

    /// What was found in a county, as far as the filter takes it.
    ///
    /// - Parameters:
    ///   - county: what was found in it.
    ///   - place: the county's place in `Prepared.outlines`.
    package func results(_ county: CountyResult, at place: Int) -> CountyResults {
        let blocks = county.blocks.map { block in
            (block: block, outcomes: test.map { block.outcomes($0) } ?? block.outcomes)
        }
        let (subjects, rows) = subjects(of: blocks.map { ($0.block.provision, $0.outcomes) }, in: county.county)
        let judged = blocks.compactMap { block, outcomes -> OutcomeBlock? in
            guard let provision = provisions[ObjectIdentifier(block.provision)] else { return nil }
            let kind = block.provision.subject
            return OutcomeBlock(
                provision: provision, unit: block.unit, outcomes: outcomes.renumbered { rows[kind, $0] },
                leftOut: isTold(block) ? block.leftOut : 0)
        }
        let totals = county.totals.compactMap { total -> Totals? in
            guard let provision = provisions[ObjectIdentifier(total.provision)] else { return nil }
            let kept = total.subjects.indices.filter { rows.contains(total.subjects[$0]) }
            let subjects = kept.map { rows[total.subjects[$0].kind, total.subjects[$0].index] }
            return Totals(provision: provision, subjects: subjects, values: total.values.rows(kept))
        }
        return CountyResults(
            place: place, head: head.counties[place],
            counts: county.subjects.keys.sorted().map { ($0, county.subjects[$0]?.count ?? 0) },
            subjects: subjects, blocks: judged, totals: totals)
    }

    /// Whether a reader asked for what was counted and not kept.
    private func isTold(_ block: ProvisionBlock) -> Bool {
        let (verdicts, kinds) = (filter.verdicts, filter.kinds)
        return (verdicts.isEmpty || verdicts.contains(.notApplicable))
            && (kinds.isEmpty || kinds.contains(block.provision.subject))
    }

    /// Those of whom something was found, in order, and the row of each.
    private func subjects(of found: [(provision: Provision, outcomes: Outcomes)], in county: String) -> (
        Subjects, SubjectRows
    ) {
        let world = prepared.records.world
        var rows = SubjectRows()
        for (provision, outcomes) in found { rows.mark(provision.subject, outcomes) }
        var subjects = Subjects()
        subjects.reserve(rows.number())
        rows.forEach { subjects.add(world.entry(of: $0, in: county, prepared.period.days)) }
        return (subjects, rows)
    }
}

/// The row of each subject that something was found of.
private struct SubjectRows {
    /// By kind, then by the place in the world; -1 for those of whom nothing was found.
    private var rows: [SubjectKind: [Int32]] = [:]

    mutating func mark(_ kind: SubjectKind, _ outcomes: Outcomes) {
        var marked = rows.removeValue(forKey: kind) ?? []
        // In order, so that the last is the largest.
        if let last = outcomes.indices.last.map(outcomes.subject), last >= marked.count {
            marked += repeatElement(-1, count: last + 1 - marked.count)
        }
        for row in outcomes.indices { marked[outcomes.subject(row)] = 0 }
        rows[kind] = marked
    }

    /// Numbers those that are marked, kind by kind; how many there are.
    mutating func number() -> Int {
        var next: Int32 = 0
        for kind in rows.keys.sorted() {
            var numbered = rows.removeValue(forKey: kind) ?? []
            for index in numbered.indices where numbered[index] >= 0 {
                numbered[index] = next
                next += 1
            }
            rows[kind] = numbered
        }
        return Int(next)
    }

    subscript(kind: SubjectKind, index: Int) -> Int { rows[kind].map { Int($0[index]) } ?? -1 }

    func contains(_ subject: Subject) -> Bool {
        guard let rows = rows[subject.kind], subject.index < rows.count else { return false }
        return rows[subject.index] >= 0
    }

    func forEach(_ body: (Subject) -> Void) {
        for kind in rows.keys.sorted() {
            for (index, row) in (rows[kind] ?? []).enumerated() where row >= 0 { body(Subject(kind, index)) }
        }
    }
}

extension ProvisionBlock {
    /// Those that a reader asked for.
    fileprivate func outcomes(_ test: FindingTest) -> Outcomes {
        let kind = provision.subject
        return outcomes.rows(
            outcomes.indices.filter { test.accepts(Subject(kind, outcomes.subject($0)), outcomes.verdict($0)) })
    }
}
