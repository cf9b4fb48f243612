public import CivilTime
public import PolicyYAML

/// What an assessment found, county by county.
public struct Assessment: Sendable {
    public let period: Period
    /// The day on which it was asked; nil: when everything that was judged was over.
    public let asOf: Day?
    public let counties: [CountyResult]
    public let policies: [Policy]
    public let records: Records
    public let diagnostics: Diagnostics
}

/// One county under one profile.
public struct CountyResult: Sendable {
    public let profile: Profile
    /// Six digits.
    public let county: String
    public let subjects: [SubjectKind: [Subject]]
    /// Every provision in every unit, provisions in order of their keys, units in time.
    public let blocks: [ProvisionBlock]
    /// Measures over the whole period, of provisions that can say them.
    public let totals: [ProvisionTotals]
    /// Provisions in force that have no whole unit in the period.
    public let withoutUnit: [Provision]
}

public struct ProvisionBlock: Sendable {
    public let provision: Provision
    public let unit: Period
    public let findings: [Finding]
    /// Of what records list by the hundred thousand (households, cases), those that it does not apply to are counted, not kept.
    public let leftOut: Int
}

public struct ProvisionTotals: Sendable {
    public let provision: Provision
    public let subjects: [Subject]
    /// One row for each subject, one value for each measure.
    public let values: [[MeasureValue?]]
}

/// Sets up and runs assessments: profiles, modules, records in; results out.
public struct Assessor: Sendable {
    public let store: ProfileStore
    public let plugins: PluginRegistry

    public init(store: ProfileStore, plugins: PluginRegistry) {
        self.store = store
        self.plugins = plugins
    }

    /// What to assess.
    public struct Request: Sendable {
        /// Nil: the most specific profile of each village's division.
        public var profile: String?
        public var period: Period
        /// Nil: the last day of what is judged.
        public var asOf: Day?
        public var folder: RecordFolder
        /// An identifier whose check-ins are kept for an explanation.
        public var traced: String?
        /// How many counties at a time.
        public var jobs: Int
        /// Records made for one provision, as policy tests hold: they may lie anywhere and need not hold anybody.
        public var isExcerpt = false
        /// Names of the provisions to judge, `id` or `section/id`, with what they need; empty: all.
        public var provisions: [String]
        /// For a list of what is owed: units that begin by this day are judged too. Nil for an assessment.
        public var through: Day?

        public init(
            profile: String?, period: Period, asOf: Day? = nil, folder: RecordFolder, traced: String? = nil, jobs: Int = 2, provisions: [String] = [],
            through: Day? = nil
        ) {
            self.profile = profile
            self.period = period
            self.asOf = asOf
            self.folder = folder
            self.traced = traced
            self.jobs = jobs
            self.provisions = provisions
            self.through = through
        }
    }

    /// Everything read and ready to be judged.
    public struct Prepared: Sendable {
        public let period: Period
        public let asOf: Day?
        let through: Day?
        /// The provisions to judge; nil: all.
        let only: Set<ProvisionKey>?
        public let policies: [Policy]
        public let records: Records
        let parts: [CountyPart]
        let ledgers: [[String: any RecordLedger]]
        public let diagnostics: Diagnostics
        let calendar: HolidayCalendar

        /// Whether a subject is among those that will be judged.
        public func assesses(_ subject: Subject) -> Bool {
            parts.contains { $0.subjects[subject.kind]?.contains(subject) == true }
        }
    }

    /// Resolves the profiles and reads the records. Nil when a profile is wrong or missing, or nobody is posted in the period:
    /// the diagnostics say so.
    public func prepare(_ request: Request, into diagnostics: inout Diagnostics) -> Prepared? {
        diagnostics.merge(store.diagnostics)
        diagnostics.merge(plugins.diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        let policies = policies(for: request, &diagnostics)
        guard !policies.isEmpty, !diagnostics.hasErrors else { return nil }
        return prepare(request, under: policies, into: &diagnostics)
    }

    /// The same, under policies that have been resolved.
    public func prepare(_ request: Request, under policies: [Policy], into diagnostics: inout Diagnostics) -> Prepared? {
        guard Set(policies.map(\.zone)).count == 1, let zone = policies.first?.zone else {
            diagnostics.report(.severalZones(policies))
            return nil
        }
        let only = request.judgedProvisions(policies, plugins, &diagnostics)
        guard !diagnostics.hasErrors else { return nil }
        let words = policies.compactMap { $0.snapshots.last?.words }
        let wordsInUse = words.count == 1 ? words[0] : Words.union(words)
        var parts: [CountyPart] = []
        let reading = ReadingOptions(words: wordsInUse, zone: zone, jobs: request.jobs)
        var (records, ledgersKept) = request.folder.load(plugins.kinds, reading) { world, symbols in
            let horizon = Horizon.days(for: request.judgedDays(policies, plugins), policies, postingsFrom: world.postings.map(\.days.first).min())
            parts = CountyPart.all(of: world, in: request.period, horizon, policies, byDivision: request.profile == nil ? store : nil, isExcerpt: request.isExcerpt)
            let traced = request.traced.flatMap { world.subject(named: $0) }
            return LedgerKeepers(keepers: LedgerKeeper.make(policies, plugins, parts, world, symbols, horizon, traced: traced, only: only))
        }
        for table in records.tables.values { ledgersKept.spans.add(table) }
        diagnostics.merge(records.diagnostics)
        guard records.tables["posting"] != nil else { return nil }
        guard !parts.isEmpty || request.isExcerpt else {
            diagnostics.report(.nobodyPosted(request.period, records.world))
            return nil
        }
        // That nothing was done yet does not keep anybody from owing it.
        if !request.isExcerpt, request.through == nil, let span = ledgersKept.spans.days, span.intersection(request.period.days) == nil {
            diagnostics.report(.noRecordsInPeriod(request.period, span))
            return nil
        }
        let years = Set(request.period.days.days.lazy.map(\.year)).subtracting(store.calendar.years)
        if !years.isEmpty { diagnostics.report(.noCalendar(years.sorted())) }
        let ledgers = policies.indices.map { policy in
            Dictionary(ledgersKept.keepers.filter { $0.policy == policy }.map { ($0.plugin, $0.ledger) }, uniquingKeysWith: { a, _ in a })
        }
        return Prepared(
            period: request.period, asOf: request.asOf, through: request.through, only: only, policies: policies, records: records, parts: parts,
            ledgers: ledgers, diagnostics: diagnostics, calendar: store.calendar)
    }

    /// The profiles that the request needs, resolved over all their editions.
    private func policies(for request: Request, _ diagnostics: inout Diagnostics) -> [Policy] {
        var profiles: [Profile] = []
        if let name = request.profile {
            guard let profile = store.profile(named: name) else {
                diagnostics.report(.unknownProfile(name, known: store.profiles.flatMap { [$0.code] + $0.aliases }))
                return []
            }
            profiles = [profile]
        } else {
            var unmatched: [String] = []
            for code in request.folder.villageCodes() {
                if let profile = store.profile(forDivision: code) {
                    if !profiles.contains(where: { $0.code == profile.code }) { profiles.append(profile) }
                } else {
                    unmatched.append(code)
                }
            }
            if !unmatched.isEmpty { diagnostics.report(.villagesWithoutProfile(unmatched)) }
            if profiles.isEmpty, !diagnostics.hasErrors { diagnostics.report(.noProfileApplies(request.folder.path)) }
        }
        return profiles.sorted { $0.code < $1.code }.compactMap {
            Policy.resolve($0, in: store, plugins: plugins, into: &diagnostics)
        }
    }

    /// The findings of one provision in one unit, and of nothing else; `recorder` notes which branches were taken.
    public func findings(of key: ProvisionKey, in unit: Period, _ prepared: Prepared, recorder: BranchRecorder? = nil) throws -> [Finding] {
        try prepared.parts.flatMap { part -> [Finding] in
            let provision = prepared.policies[part.policy].provision(key, for: unit)
            guard let provision, provision.per == nil ? unit == prepared.period : provision.per == unit.unit else { return [] }
            let evaluation = part.evaluation(prepared)
            evaluation.recorder = recorder
            return try evaluation.findings(of: key, in: unit)
        }
    }

    /// Judges every county, `jobs` at a time; the result does not depend on how many.
    public func assess(_ prepared: Prepared, jobs: Int) async throws -> Assessment {
        let results = try await Assessor.inEach(prepared.parts, jobs: jobs) { try $0.judge(prepared) }
            .filter { result in result.subjects.keys.contains { $0 != .division } || !result.blocks.isEmpty }
        return Assessment(
            period: prepared.period, asOf: prepared.asOf, counties: results, policies: prepared.policies, records: prepared.records,
            diagnostics: prepared.diagnostics)
    }

    /// What each county gives, so many at a time, in the order of the counties.
    static func inEach<Result: Sendable>(
        _ parts: [CountyPart], jobs: Int, _ judge: @escaping @Sendable (CountyPart) throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            var found: [Int: Result] = [:]
            func start() {
                guard next < parts.count else { return }
                let index = next
                next += 1
                group.addTask { (index, try judge(parts[index])) }
            }
            for _ in 0..<max(1, jobs) { start() }
            while let (index, result) = try await group.next() {
                found[index] = result
                start()
            }
            return parts.indices.compactMap { found[$0] }
        }
    }
}
