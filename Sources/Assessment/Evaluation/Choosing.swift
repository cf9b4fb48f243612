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

private struct GroupSelection: OnceKey {
    typealias Value = Selection
    let group: String
    /// Another edition may mean others by the name.
    let place: NodePlace?
    let days: DayRange
}

/// The units that sent somebody.
private struct Senders: OnceKey { typealias Value = [Subject] }

extension Provision {
    /// Whether it is about units that sent nobody too: it asks whether they did.
    var isOfIdleUnits: Bool { filter.entries.contains { $0.field == SubjectKind.sends } }

    /// Equal for provisions about the same; nil where numbers are compared.
    fileprivate var filterName: String? {
        let names = [filter.name] + exceptions.map(\.filterName)
        return names.contains(nil) ? nil : names.compactMap(\.self).joined(separator: " but not ")
    }
}

extension Evaluation {
    /// Whom a provision is about, of whom the records do not say whether it is, and who is excepted.
    struct Chosen {
        var taken: [Subject] = []
        var open: [Subject] = []
        var excepted: [(subject: Subject, group: String)] = []
    }

    func chosen(by provision: Provision, in days: DayRange) -> Chosen {
        let all = reached(by: provision)
        let isOfSome = !provision.filter.entries.isEmpty || !provision.exceptions.isEmpty
        guard isOfSome || SubjectKind.world.contains(provision.subject) else { return Chosen(taken: all) }
        let selection = selection(by: provision, in: days)
        // Of those who moved, whose unit belongs to this county; of what judges records one by one, whoever is here on some of the days.
        let isOfRecords = provision.rule.isOfRecords
        let choose = { () -> Chosen in
            var chosen = Chosen()
            for subject in all where isOfRecords ? self.isPosted(subject, in: days) : self.judges(subject, in: days) {
                switch selection.truth(of: subject) {
                case .yes: chosen.taken.append(subject)
                case .unknown: chosen.open.append(subject)
                case .no:
                    if let group = selection.exception(of: subject) { chosen.excepted.append((subject, group.name)) }
                }
            }
            // Mostly it is everybody: then the list is kept once.
            if chosen.taken.count == all.count { chosen.taken = all }
            return chosen
        }
        // What records list is the same on every day.
        guard SubjectKind.world.contains(provision.subject) else {
            return once(ChosenByProvision(key: provision.key, version: provision.version), choose)
        }
        // Provisions about the same people are many.
        return provision.filterName.map {
            once(ChosenByFilter(kind: provision.subject, filter: $0, days: days, isOfRecords: isOfRecords), choose)
        } ?? choose()
    }

    /// Everybody of the kind that a provision is about; of units only those that sent somebody, unless it asks whether they did.
    private func reached(by provision: Provision) -> [Subject] {
        let all = subjects[provision.subject] ?? []
        guard provision.subject == .unit, !provision.isOfIdleUnits else { return all }
        return once(Senders()) { all.filter { world.units[$0.index].division.isEmpty || isSender($0) } }
    }

    /// Whether a unit has people anywhere in the period or in the weeks at its edges.
    private func isSender(_ unit: Subject) -> Bool {
        let days = Horizon.weeks(around: period)
        return world.postings(belongingTo: unit).contains { $0.days.intersection(days) != nil }
    }

    /// That somebody belongs to a group that a provision excepts.
    func excepted(_ subject: Subject, _ group: String, _ provision: Provision) -> Finding {
        Finding(
            subject, .notApplicable, values: provision.values(saying: .notApplicable),
            reasons: [Reason(.excepted, ["group": .name(group)])])
    }

    /// Whether a subject is in a group in some days, and what records leave open.
    public func isIn(_ group: NamedGroup, _ subject: Subject, _ days: DayRange) -> Truth {
        let selection = once(GroupSelection(group: group.name, place: group.filter.place, days: days)) {
            Selection(group.filter, of: group.subject, in: days, self)
        }
        return selection.truth(of: subject)
    }

    /// That it is not known whether a provision is about somebody.
    func undecided(_ subject: Subject, _ provision: Provision, _ unit: Period) -> Finding {
        let fields = provision.subject.fields(records.tables[provision.subject.rawValue]?.kind)
        let open = selection(by: provision, in: unit.days).open(of: subject)
        let titles = open.map { name in fields.first { $0.name == name }?.title ?? Text(same: name) }
        let reason = Reason(.selectionUnknown, ["fields": .titles(titles)])
        return Finding(
            subject, .undetermined, values: provision.values(saying: .undetermined), reasons: [reason])
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
    /// Whether what gives a measure applies to a subject in the unit at all, or in another.
    public func isApplicable(_ measure: MeasureReference, to subject: Subject, in other: Period? = nil) throws -> Bool {
        try evaluation.isApplicable(measure, to: subject, in: other ?? unit, as: provision)
    }
}
