public import CivilTime
public import PolicyYAML
internal import Synchronization

/// Sets up and runs assessments: profiles, modules, records in; results out. Each profile is resolved once, when it is first needed.
public struct Assessor: Sendable {
    /// The profiles that a request can name, or that villages pick by their codes.
    public let store: ProfileStore
    /// The modules whose sections the profiles may have, with the record kinds that they read.
    public let plugins: PluginRegistry
    private let resolved = ResolvedPolicies()

    /// An assessor of some profiles with some modules; nothing is read yet.
    public init(store: ProfileStore, plugins: PluginRegistry) {
        self.store = store
        self.plugins = plugins.adding(store.profiles.flatMap(\.columns))
    }

    /// Everything read and ready to be judged.
    public struct Prepared: Sendable {
        /// As all policies have it; where their months begin on different days, the calendar's.
        public let period: Period
        /// As each policy has it.
        let periods: [Period]
        /// The day on which it is asked what is open and what is overdue; nil: nothing is open, and every record is
        /// known.
        public let asOf: Day?
        let through: Day?
        /// The provisions to judge; nil: all.
        public let only: Set<ProvisionKey>?
        /// Those that were asked for by their own names.
        let named: Set<ProvisionKey>
        /// The sections that were asked for by name; empty: no section was.
        public let sections: [PluginAbout]
        /// The profiles judged by, resolved over all their editions, by their codes unless the caller gave them.
        package let policies: [Policy]
        /// The records that were read, with the world that they make.
        public let records: Records
        let parts: [CountyPart]
        let ledgers: [[String: any RecordLedger]]
        /// The days of the rows that the ledgers have taken.
        let streamedDays: DayRange?
        /// What was wrong until everything was read, warnings too; what modules do wrong later is in ``faults``.
        public let diagnostics: Diagnostics
        let calendar: HolidayCalendar
        let keyNames: KeyNames
        /// Where the run's time goes; nil where nobody asked.
        public let times: PhaseTimes?
        /// Whether it is asked what would decide what is undetermined.
        let wantsNeeds: Bool
        /// What went wrong in modules so far.
        public let faults = FaultLog()

        /// Whether a subject is among those that will be judged.
        public func assesses(_ subject: Subject) -> Bool {
            parts.contains { $0.subjects[subject.kind]?.contains(subject) == true }
        }
    }

    /// Resolves the profiles and reads the records. Nil when a profile is wrong or missing, or nobody is posted in the period:
    /// the diagnostics say so.
    public func prepare(_ request: Request, into diagnostics: inout Diagnostics) -> Prepared? {
        diagnostics.merge(plugins.diagnostics)
        let policies = request.times.measure(PhaseTimes.profiles) { self.policies(for: request, &diagnostics) }
        guard !policies.isEmpty, !diagnostics.hasErrors else { return nil }
        return prepare(request, under: policies, into: &diagnostics)
    }

    /// The same, under policies that have been resolved.
    public func prepare(_ request: Request, under policies: [Policy], into diagnostics: inout Diagnostics) -> Prepared?
    {
        guard Set(policies.map(\.zone)).count == 1, let zone = policies.first?.zone else {
            diagnostics.report(.severalZones(policies))
            return nil
        }
        let periods = policies.map(request.period)
        if request.refusesEarlyDay, let asOf = request.asOf, let first = periods.min(), asOf < first.first {
            diagnostics.report(.asOfBefore(asOf, first))
        }
        let judged = request.judgedProvisions(policies, plugins, &diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        var reading = ReadingOptions(
            words: Words.union(policies.map(\.recordWords)), zone: zone, jobs: request.jobs)
        reading.only = request.neededKinds(policies, plugins, only: judged.only)
        if let onReading = request.onReading { reading.progress = onReading }
        let snapshot = request.times.measure(PhaseTimes.records, .rows, isAlone: true) {
            request.snapshot(plugins, reading, into: &diagnostics)
        }
        guard !diagnostics.hasErrors else { return nil }
        reading.taken = snapshot?.files ?? []
        var (records, kept) = request.times.measure(PhaseTimes.records, .rows, count: \.0.rowCount, isAlone: true) {
            let excerpt = request.around.flatMap { request.records.around($0, plugins.kinds, reading) }
            return (excerpt ?? request.records).load(plugins.kinds, reading) { world, symbols in
                var kept = ledgers(of: world, symbols, request, policies, only: judged.only)
                kept.problem = snapshot?.restored(into: &kept, policies, isExcerpt: excerpt != nil)
                return kept
            }
        }
        if let problem = kept.problem {
            diagnostics.report(.unusableSnapshot(request.resume ?? "", problem))
            return nil
        }
        kept.parts.list(records.world.listed, records.world.divisions)
        let streamedDays = kept.spans.days
        for table in records.tables.values { kept.spans.add(table) }
        diagnostics.merge(records.diagnostics)
        if !request.isExcerpt { diagnostics.merge(records.reviewed(under: policies)) }
        let judgedDays = periods.map(\.days).reduce(request.period.days) { $0.union($1) }
        guard canJudge(request, records, kept, judgedDays, readsAll: reading.only == nil, &diagnostics) else {
            return nil
        }
        return Prepared(
            period: Set(periods).count == 1 ? periods[0] : request.period, periods: periods, asOf: request.asOf,
            through: request.through, only: judged.only, named: judged.named,
            sections: request.judgedSections(plugins), policies: policies, records: records, parts: kept.parts.all,
            ledgers: policies.indices.map(kept.ledgers), streamedDays: streamedDays, diagnostics: diagnostics,
            calendar: store.calendar, keyNames: store.keyNames, times: request.times, wantsNeeds: request.wantsNeeds)
    }

    /// Who is judged, where, and empty ledgers for what goes by of them.
    private func ledgers(
        of world: World, _ symbols: Symbols, _ request: Request, _ policies: [Policy], only: Set<ProvisionKey>?
    ) -> LedgerKeepers {
        let postingsFrom = world.postings.map(\.days.first).min()
        let horizon =
            Horizon.days(policies, postingsFrom: postingsFrom) { request.judgedDays($0, plugins) }
            ?? request.period.days
        let parts = CountyParts(
            of: world, in: policies.map(request.period), horizon, policies,
            byDivision: request.profile == nil ? store : nil, isExcerpt: request.isExcerpt)
        let traced = request.traced.flatMap { world.subject(named: $0) }
        let keepers = LedgerKeeper.make(
            policies, parts.all, world, symbols, horizon, asOf: request.asOf, traced: traced, only: only)
        return LedgerKeepers(keepers: keepers, parts: parts)
    }

    /// Whether there is anybody to judge, and anything to judge by; reported where not.
    private func canJudge(
        _ request: Request, _ records: Records, _ kept: LedgerKeepers, _ days: DayRange, readsAll: Bool,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard records.tables["posting"] != nil else { return false }
        guard !kept.parts.all.isEmpty || request.isExcerpt else {
            // Where rows could not be read, that nobody is posted may follow from it.
            if !records.diagnostics.hasErrors { diagnostics.report(.nobodyPosted(request.period, records.world)) }
            return false
        }
        // That nothing was done yet does not keep anybody from owing it. Where files were left unopened, only records of every day tell
        // that there is nothing.
        let isKnown = readsAll || !kept.keepers.isEmpty
        if !request.isExcerpt, request.through == nil, isKnown, let span = kept.spans.days,
            span.intersection(days) == nil
        {
            diagnostics.report(.noRecordsInPeriod(request.period, span))
            return false
        }
        let years = Set(days.days.lazy.map(\.year)).subtracting(store.calendar.years)
        if !years.isEmpty { diagnostics.report(.noCalendar(years.sorted())) }
        return true
    }

    /// The profiles that the request needs, resolved over all their editions.
    private func policies(for request: Request, _ diagnostics: inout Diagnostics) -> [Policy] {
        var profiles: [Profile] = []
        if let name = request.profile {
            profiles = store.profile(named: name, into: &diagnostics).map { [$0] } ?? []
        } else {
            let codes = request.records.villageCodes(into: &diagnostics)
            diagnostics.merge(store.diagnostics(ofProfilesFor: codes))
            var unmatched: [String] = []
            for code in codes {
                if let profile = store.profile(forDivision: code) {
                    if !profiles.contains(where: { $0.code == profile.code }) { profiles.append(profile) }
                } else {
                    unmatched.append(code)
                }
            }
            if !unmatched.isEmpty { diagnostics.report(.villagesWithoutProfile(unmatched)) }
            if profiles.isEmpty, !diagnostics.hasErrors { diagnostics.report(.noProfileApplies(request.records.name)) }
        }
        return profiles.sorted { $0.code < $1.code }.compactMap { resolved.policy($0, of: self, into: &diagnostics) }
    }

    /// The findings of one provision in one unit, and of nothing else; `recorder` notes which branches were taken.
    public func findings(of key: ProvisionKey, in unit: Period, _ prepared: Prepared, recorder: BranchRecorder? = nil)
        throws -> [Finding]
    {
        try prepared.parts.flatMap { part -> [Finding] in
            let policy = prepared.policies[part.policy]
            let unit = unit.under(policy.months)
            guard policy.provision(key, for: unit)?.isJudged(in: unit, of: prepared.periods[part.policy]) == true else {
                return []
            }
            let evaluation = part.evaluation(prepared)
            evaluation.recorder = recorder
            return try evaluation.findings(of: key, in: unit)
        }
    }
}

/// Policies that were resolved, with what was said of them, by their profiles' codes.
private final class ResolvedPolicies: Sendable {
    private let known = Mutex<[String: (policy: Policy?, diagnostics: Diagnostics)]>([:])

    func policy(_ profile: Profile, of assessor: Assessor, into diagnostics: inout Diagnostics) -> Policy? {
        let found = known.withLock { known in
            if let found = known[profile.code] { return found }
            var said = Diagnostics()
            let policy = Policy.resolve(profile, in: assessor.store, plugins: assessor.plugins, into: &said)
            known[profile.code] = (policy, said)
            return (policy, said)
        }
        diagnostics.merge(found.diagnostics)
        return found.policy
    }
}
