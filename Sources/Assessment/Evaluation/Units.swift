public import CivilTime
internal import PolicyYAML

// What a measure over a span is made of: units, each under its own edition.

extension Case {
    /// The units that belong to some days, each with the provision as it stands for it: a measure over a span is the sum over them, and
    /// what lies before the first edition counts for nothing.
    public func units(in days: DayRange) -> [Case] {
        Judging.units(of: provision.key, in: Period(days, months: evaluation.policy.months), evaluation.policy)
            .compactMap { unit, provision in at(unit, provision) }
    }

    /// The provision as it stands in some days, one edition after another: a day's is that of the unit in which it lies.
    public func versions(in days: DayRange) -> [(days: DayRange, ask: Case)] {
        evaluation.policy.snapshots.compactMap { snapshot in
            guard let found = snapshot.provision(provision.key), let inForce = found.span.intersection(snapshot.days),
                let span = found.units(in: inForce, upTo: days.last, evaluation.policy.months)?.intersection(days),
                let ask = at(unit, found)
            else { return nil }
            return (days: span, ask: ask)
        }
    }

    private func at(_ unit: Period, _ provision: Provision) -> Case? {
        guard let rule = (provision.rule as? Bound<Plugin>)?.rule else { return nil }
        return Case(
            rule: rule, provision: provision, unit: unit, subjects: subjects, evaluation: evaluation, ledger: ledger,
            isWindow: isWindow,
            conditions: ConditionEvaluation(evaluation, provision, unit))
    }
}

extension Provision {
    /// The days on which it applies at all.
    fileprivate var span: DayRange {
        let whole = DayRange(.distantPast, .distantFuture) ?? DayRange(version)
        return DayRange(appliesFrom ?? whole.first, until ?? whole.last) ?? whole
    }

    /// The days of all units that begin in some days, up to a day.
    fileprivate func units(in days: DayRange, upTo end: Day, _ months: MonthRule) -> DayRange? {
        guard let per, let known = DayRange(days.first, min(days.last, end)) else { return days }
        let (first, last) = (
            Period(containing: known.first, unit: per, months: months),
            Period(containing: known.last, unit: per, months: months)
        )
        let begin = first.first < known.first ? first.next?.first : first.first
        return begin.flatMap { DayRange($0, last.last) }
    }
}

extension Evaluation {
    /// Whether a unit is not over on the day on which it is asked. Without one nothing is open.
    public func isOpen(_ unit: Period) -> Bool { asOf.map { unit.last >= $0 } ?? false }

    /// Of a unit that has not begun on the day of asking nothing can be missing yet: what is not decided about it is open.
    func awaiting(_ findings: [Finding], _ provision: Provision, _ unit: Period) -> [Finding] {
        guard let asOf, unit.first > asOf else { return findings }
        let reason = Reason(.notBegun, ["from": .day(unit.first)])
        return findings.map { finding in
            guard finding.verdict == .undetermined, finding.actions.isEmpty, finding.owed == nil else { return finding }
            return Finding(
                finding.subject, .notApplicable,
                values: provision.values(saying: .notApplicable, others: finding.values), record: finding.record,
                reasons: [reason])
        }
    }

    /// Whether a provision about cadres is about one in a posting, by all that it asks of postings.
    public func isAbout(_ provision: Provision, _ posting: Posting) -> Bool {
        provision.subject != .cadre
            || provision.filter.entries.allSatisfy { entry in
                let texts: [String]
                switch entry.field {
                case "role": texts = [symbols.text(posting.role)]
                case "seconded": texts = [String(posting.seconded)]
                case "level": texts = posting.unit.flatMap { world.units[$0].level }.map { [symbols.text($0)] } ?? []
                case "unit_kind": texts = posting.unit.flatMap { world.units[$0].kind }.map { [symbols.text($0)] } ?? []
                case "village_kinds":
                    texts =
                        world.villages[posting.village].kinds.map {
                            symbols.text($0).split(separator: ";").map(String.init)
                        } ?? []
                case "village": texts = [world.villages[posting.village].code]
                case "township": texts = [world.villages[posting.village].township]
                case "county": texts = [world.villages[posting.village].county]
                default: return true
                }
                return entry.test.holds(texts.map(MeasureValue.text), ofEmpty: .unknown, nil) == .yes
            }
    }
}
