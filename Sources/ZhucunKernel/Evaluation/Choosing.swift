import CivilTime
import PolicyYAML

private struct ChosenByProvision: OnceKey {
    typealias Value = Evaluation.Chosen
    let key: ProvisionKey
    let version: Day
}

private struct ChosenByFilter: OnceKey {
    typealias Value = Evaluation.Chosen
    let kind: SubjectKind
    let filter: String
    let days: DayRange
    let isOfRecords: Bool
}

extension Evaluation {
    /// Whom a provision is about, and of whom the records do not say whether it is.
    struct Chosen {
        let taken: [Subject]
        let open: [Subject]
    }

    func chosen(by provision: Provision, in days: DayRange) -> Chosen {
        let all = subjects[provision.subject] ?? []
        guard !provision.filter.entries.isEmpty || SubjectKind.world.contains(provision.subject) else {
            return Chosen(taken: all, open: [])
        }
        let selection = selection(by: provision, in: days)
        // Of those who moved, whose unit belongs to this county; of what judges records one by one, whoever is here on some of the days.
        let isOfRecords = provision.rule.isOfRecords
        let choose = { () -> Chosen in
            var (taken, open): ([Subject], [Subject]) = ([], [])
            for subject in all where isOfRecords ? self.isPosted(subject, in: days) : self.judges(subject, in: days) {
                let truth = selection.truth(of: subject)
                if truth == .yes { taken.append(subject) } else if truth == .unknown { open.append(subject) }
            }
            return Chosen(taken: taken, open: open)
        }
        // What records list is the same on every day.
        guard SubjectKind.world.contains(provision.subject) else {
            return once(ChosenByProvision(key: provision.key, version: provision.version), choose)
        }
        // Provisions about the same people are many.
        return provision.filter.name.map {
            once(ChosenByFilter(kind: provision.subject, filter: $0, days: days, isOfRecords: isOfRecords), choose)
        } ?? choose()
    }

    /// That it is not known whether a provision is about somebody.
    func undecided(_ subject: Subject, _ provision: Provision, _ unit: Period) -> Finding {
        let fields = provision.subject.fields(records.tables[provision.subject.rawValue]?.kind)
        let open = selection(by: provision, in: unit.days).open(of: subject)
        let titles = open.map { name in fields.first { $0.name == name }?.title ?? Text(same: name) }
        let reason = Reason(.selectionUnknown, ["fields": .titles(titles)])
        let values: [MeasureValue?] = provision.measures.map {
            $0.role == .outcome ? .text(Verdict.undetermined.rawValue) : nil
        }
        return Finding(subject, .undetermined, values: values, reasons: [reason])
    }

    /// Whether what gives a measure applies to a subject in a unit: where it does not, nothing is missing when the measure has no value.
    func isApplicable(_ reference: MeasureReference, to subject: Subject, in unit: Period, as provision: Provision)
        throws -> Bool
    {
        guard let target = rules(with: provision)?.targets[reference] else { return true }
        let units = target.per.map { $0 == unit.unit ? [unit] : unit.units($0) } ?? [unit]
        let subjects = measured(subject, by: target, in: unit)
        var isJudged = false
        for unit in units {
            for subject in subjects {
                for finding in try findings(of: target.key, in: unit, for: subject) {
                    guard finding.verdict == .notApplicable else { return true }
                    isJudged = true
                }
            }
        }
        // A month of which the posting has no week has nothing that a weekly rule could be about.
        return !isJudged && subjects.contains { subject in units.contains { isPosted(subject, touching: $0.days) } }
    }

    /// Whose findings are behind a subject's measure: its own, its team's, its members'.
    func measured(_ subject: Subject, by target: MeasureTarget, in unit: Period) -> [Subject] {
        if subject.kind == target.subject { return [subject] }
        let postings = world.postings(of: subject, touching: unit.days).map { world.postings[$0] }
        return subject.kind == .cadre
            ? postings.suffix(1).compactMap(\.team).map { Subject(.team, $0) }
            : postings.map { Subject(.cadre, $0.cadre) }
    }
}

extension Case {
    /// Whether what gives a measure applies to a subject in the unit at all.
    public func isApplicable(_ measure: MeasureReference, to subject: Subject) throws -> Bool {
        try evaluation.isApplicable(measure, to: subject, in: unit, as: provision)
    }
}
