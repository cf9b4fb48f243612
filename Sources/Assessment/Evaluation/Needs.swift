public import CivilTime

// What would decide an outcome that is not known: followed from a provision to those whose measures it reads.

extension Evaluation {
    /// What would decide a finding that is undetermined; empty for any other.
    func needs(of finding: Finding, _ provision: Provision, _ unit: Period) throws -> [Need] {
        finding.verdict == .undetermined ? try needsFollowed(of: finding, provision, unit) : []
    }

    /// The same of a finding of whatever verdict: a cadre may have met a rule while a rate is not known exactly.
    private func needsFollowed(of finding: Finding, _ provision: Provision, _ unit: Period) throws -> [Need] {
        let asked = NeedAsked(key: provision.key, unit: unit, subject: finding.subject)
        // Measures do not go in circles, but one may be reached on several ways.
        guard !needsAsked.contains(asked) else { return [] }
        needsAsked.append(asked)
        defer { if needsAsked.first == asked { needsAsked.removeAll() } }
        let selection = selection(by: provision, in: unit.days)
        if selection.truth(of: finding.subject) == .unknown, let record = records.kinds[provision.subject.rawValue] {
            return [Need(record, about: finding.subject, columns: selection.open(of: finding.subject))]
        }
        return try handedOver(needsOf: finding, provision, unit).united
    }

    /// The same, what is undetermined with what would decide it: of all, or where everything is so, which one file may decide, of the
    /// first alone.
    func withNeeds(_ block: ProvisionBlock, ofAll: Bool) throws -> ProvisionBlock {
        let outcomes = block.outcomes
        let isAsked = { (row: Int) in outcomes.verdict(row) == .undetermined && (ofAll || row == outcomes.startIndex) }
        guard
            ofAll
                ? outcomes.contains(where: { $0.verdict == .undetermined })
                : !outcomes.isEmpty && outcomes.allSatisfy({ $0.verdict == .undetermined })
        else { return block }
        let annotated = try outcomes.annotated { row, notes in
            guard isAsked(row) else { return notes }
            let needs = try needs(of: outcomes.finding(row, of: block.provision.subject), block.provision, block.unit)
            guard !needs.isEmpty else { return notes }
            return OutcomeNotes(
                record: notes?.record, actions: notes?.actions ?? [], reasons: notes?.reasons ?? [], owed: notes?.owed,
                needs: needs.map(told))
        }
        return ProvisionBlock(provision: block.provision, unit: block.unit, outcomes: annotated, leftOut: block.leftOut)
    }

    /// What would decide a measure, for one of its subjects, in a unit or a window that ends with it.
    func needs(
        of reference: MeasureReference, for subject: Subject, in unit: Period, window: Window? = nil,
        as provision: Provision
    ) throws -> [Need] {
        guard let target = rules(with: provision)?.targets[reference] else { return [] }
        let days = window.map { self.days(of: $0, for: subject, upTo: unit) } ?? unit.days
        let span = window == nil ? unit : Period(days, months: policy.months)
        let units = target.per.map { $0 == span.unit ? [span] : span.units($0) } ?? [unit]
        let subjects = measured(subject, by: target, in: span)
        return try units.flatMap { unit -> [Need] in
            guard let provision = self.provision(target.key, for: unit) else { return [] }
            let isOpen = { (finding: Finding) in
                if finding.verdict == .undetermined { return true }
                let value = finding.values.indices.contains(target.measure) ? finding.values[target.measure] : nil
                return finding.verdict != .notApplicable && (value.map { $0.range != nil && $0.number == nil } ?? true)
            }
            return try subjects.flatMap { try findings(of: target.key, in: unit, for: $0) }.filter(isOpen).flatMap {
                try needsFollowed(of: $0, provision, unit)
            }
        }
    }
}

extension Evaluation {
    /// A column that the record which lists a subject leaves empty; nil where it says something.
    public func need(of column: String, _ subject: Subject) -> Need? {
        guard isUnknown(column, of: subject), let record = records.kinds[subject.kind.rawValue] else { return nil }
        return Need(record, about: subject, columns: [column])
    }
}

/// A finding whose needs are being followed.
struct NeedAsked: Hashable {
    let key: ProvisionKey
    let unit: Period
    let subject: Subject
}

extension Case {
    /// What would decide a measure for a subject in the unit, as far as the provision that gives it is undetermined.
    public func needs(of measure: MeasureReference, for subject: Subject) throws -> [Need] {
        try evaluation.needs(of: measure, for: subject, in: unit, as: provision)
    }

    /// Of the kinds of record that the provision counts and its module rests on, the days of which none were kept; and what would
    /// decide the measures that it reads.
    public func needsOfRecords(_ subject: Subject) throws -> [Need] {
        let kinds = provision.counted.union(provision.rule.records).subtracting([Attestations.about.name])
        let records = kinds.sorted().compactMap { kind(named: $0) }.flatMap { kind -> [Need] in
            rows(of: kind).needs(of: subject, in: unit.days)
        }
        return try records + provision.references.flatMap { try needs(of: $0, for: subject) }
    }
}

extension Case {
    /// The kinds of record that the provision counts, in the order of their names.
    public var countedKinds: [RecordKind] { provision.counted.sorted().compactMap { kind(named: $0) } }
}

extension CountedRows {
    /// What would tell how many there are: days of which none were kept, and rows that do not say whether they count.
    public func needs(of subject: Subject, in days: DayRange, yearsEndInside: Bool = false) -> [Need] {
        let missing = self.missing(subject, days)
        let open = facts(of: subject, in: days, yearsEndInside: yearsEndInside).possible.map { row in
            Need(
                table.kind, about: subject, columns: self.open(row),
                holding: table.kind.identifier.flatMap { column in
                    table.text(column, row, evaluation.symbols).map { [table.kind.columns[column].name: $0] }
                } ?? [:])
        }
        return (missing.isEmpty ? [] : [Need(table.kind, about: subject, days: missing)]) + open
    }
}
