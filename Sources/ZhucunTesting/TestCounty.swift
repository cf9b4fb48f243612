internal import CivilTime
public import PolicyYAML
public import ZhucunKernel

/// A small county for tests of modules and profiles: one village, as many cadres as asked for, records added line by line.
///
///     var county = try TestCounty(profiles: folder, plugins: registry)
///     county.cadre("C1", from: "2023-07-03")
///     county.present("C1", on: "2023-07-03..2023-07-07")
///     let assessment = try await county.assess("shanxi", "2023-W27")
public struct TestCounty {
    /// The code of the one village, in county 140622 (应县) of Shanxi.
    public static let village = "140622100201"
    private var rows: [String: [String]] = [:]
    /// The folder into which `write(shuffled:)` puts the records.
    public let folder: ScratchFolder
    /// By whom it is judged.
    public let assessor: Assessor
    var plugins: PluginRegistry { assessor.plugins }
    /// Of a profile that the test wrote, the folder, which goes with it.
    private let written: ScratchFolder?

    /// A county that is judged under the profiles of a folder.
    public init(profiles: String, plugins: PluginRegistry) throws {
        try self.init(judgedBy: Assessor(store: ProfileStore(directory: profiles, register: .names), plugins: plugins))
    }

    /// A county that is judged by an assessor, which several counties may share: it reads each profile once.
    public init(judgedBy assessor: Assessor) throws { try self.init(judgedBy: assessor, keeping: nil) }

    init(judgedBy assessor: Assessor, keeping written: ScratchFolder?) throws {
        self.assessor = assessor
        self.written = written
        folder = try ScratchFolder()
        add("villages.csv", "\(TestCounty.village),测试村,,39.55,113.18,,500")
        for level in ["central", "province", "city", "county", "township"] {
            add("units.csv", "U-\(level),\(level),\(level),government")
        }
        add("teams.csv", "T1,\(TestCounty.village),county,U-county,1")
    }

    /// Adds a row to a file: values in the order of the kind's columns, those at the end may be left out.
    public mutating func add(_ file: String, _ row: String) { rows[file, default: []].append(row) }

    /// Adds a row of a kind of record, values by the names of their columns; other columns are empty.
    public mutating func record(_ name: String, _ values: KeyValuePairs<String, String>) throws {
        guard let kind = plugins.kinds.first(where: { $0.name == name }) else { throw UnknownName(name: name) }
        let columns = TestCounty.columns(kind)
        if let (name, _) = values.first(where: { !columns.contains($0.key) }) {
            throw UnknownName(name: "\(kind.name).\(name)")
        }
        add(kind.file, columns.map { column in values.first { $0.key == column }?.value ?? "" }.joined(separator: ","))
    }

    /// Says that records of a kind were kept, though there may be none.
    public mutating func keep(_ kind: String) {
        for known in plugins.kinds where known.name == kind { rows[known.file, default: []] += [] }
    }

    /// What the file holds: derived columns are not read from it.
    private static func columns(_ kind: RecordKind) -> [String] {
        kind.columns.filter { !$0.type.isDerived }.map(\.name)
    }

    /// A cadre with one posting; `to` empty while it goes on.
    public mutating func cadre(
        _ id: String, from: String, to: String = "", role: String = "member", unit: String = "U-county",
        team: String = "T1",
        employment: String = "civil_servant", village: String = TestCounty.village
    ) {
        add("cadres.csv", "\(id),\(id)名,1980-01-01,bachelor,\(employment),true")
        add("postings.csv", "\(id),\(team),\(village),\(role),\(unit),\(from),\(to),false")
    }

    /// Registered in the village at these times of each day of a range: by default by day, at noon and at night.
    public mutating func present(
        _ id: String, on days: String, at times: [String] = ["08:00", "12:00", "21:00"], source: String = "register"
    ) {
        guard let period = Period(days) else { return }
        for day in period.days.days {
            for time in times { add("checkins.csv", "\(id),\(day)T\(time):00+08:00,,,,\(source)") }
        }
    }

    /// Says that check-ins were kept in the whole county in these days.
    public mutating func covered(_ days: String) {
        guard let period = Period(days) else { return }
        add("coverage.csv", "checkin,140622,,\(period.first),\(period.last)")
    }

    /// Writes the files; with `shuffled`, rows in reverse order.
    public func write(shuffled: Bool = false) throws {
        for kind in plugins.kinds where rows[kind.file] != nil || TestCounty.always.contains(kind.file) {
            let header = TestCounty.columns(kind).joined(separator: ",")
            let lines = rows[kind.file] ?? []
            try folder.write(
                ([header] + (shuffled ? lines.reversed() : lines)).joined(separator: "\n") + "\n", to: kind.file)
        }
    }

    private static let always = ["checkins.csv", "leaves.csv", "incidents.csv", "annual_grades.csv", "polls.csv"]

    /// Writes the files and assesses; what is found wrong is thrown.
    public func assess(_ profile: String?, _ period: String, asOf: String? = nil, jobs: Int = 2, shuffled: Bool = false)
        async throws -> Assessment
    {
        let (assessor, prepared) = try prepare(profile, period, asOf: asOf, traced: nil, shuffled: shuffled)
        return try await assessor.assess(prepared, jobs: jobs)
    }

    /// Writes the files and explains what was found of one subject; what is found wrong is thrown.
    ///
    /// - Parameters:
    ///   - subject: its identifier, such as `C1`.
    ///   - profile: the code of the profile to judge under.
    ///   - period: what is judged, such as `2023-W27`.
    ///   - only: the one provision to explain, such as `attendance/five-days`; nil for all that are about the
    ///     subject.
    /// - Throws: ``FoundWrong``, also when the subject is unknown or has no posting in the period; ``ScratchError``.
    public func explain(_ subject: String, _ profile: String, _ period: String, only: String? = nil) throws
        -> SubjectExplanation?
    {
        let (assessor, prepared) = try prepare(profile, period, asOf: nil, traced: subject, shuffled: false)
        var diagnostics = Diagnostics()
        let explanation = try assessor.explain(subject, only: only, prepared, into: &diagnostics)
        if diagnostics.hasErrors { throw FoundWrong(diagnostics: diagnostics) }
        return explanation
    }

    private func prepare(_ profile: String?, _ period: String, asOf: String?, traced: String?, shuffled: Bool) throws
        -> (Assessor, Assessor.Prepared)
    {
        try write(shuffled: shuffled)
        var diagnostics = Diagnostics()
        guard let period = Period(period) else { throw FoundWrong(diagnostics: diagnostics) }
        let request = Assessor.Request(
            profile: profile, period: period, asOf: asOf.flatMap { Day($0) },
            records: RecordFolder(folder.path).records,
            traced: traced)
        guard let prepared = assessor.prepare(request, into: &diagnostics), !diagnostics.hasErrors else {
            throw FoundWrong(diagnostics: diagnostics)
        }
        return (assessor, prepared)
    }
}

/// A kind or column that no module declares.
public struct UnknownName: Error {
    /// The name as the test wrote it: a kind, such as `incident`, or a kind and a column, such as `attestation.date`.
    public let name: String
}

/// Errors that stopped a test county.
public struct FoundWrong: Error, CustomStringConvertible {
    /// What was reported until the run stopped; the errors among it.
    public let diagnostics: Diagnostics
    public var description: String { DiagnosticRenderer(language: .en).render(diagnostics) }
}

extension Assessment {
    /// The finding of a provision for a subject in a unit, each by its name.
    public func finding(_ provision: String, _ subject: String, _ unit: String) -> Finding? {
        blocks(provision, unit).flatMap(\.findings).first { records.world.identifier(of: $0.subject) == subject }
    }

    /// All findings of a provision for a subject, in every unit that was judged.
    public func findings(_ provision: String, _ subject: String) -> [Finding] {
        counties.flatMap(\.blocks).filter { $0.provision.key.description == provision }
            .flatMap(\.findings).filter { records.world.identifier(of: $0.subject) == subject }
    }

    /// All findings of a provision in a unit such as `2023-W27`; of several counties those of the first, nil of none.
    public func block(_ provision: String, _ unit: String) -> ProvisionBlock? { blocks(provision, unit).first }

    /// One in each county.
    private func blocks(_ provision: String, _ unit: String) -> [ProvisionBlock] {
        counties.flatMap(\.blocks).filter { $0.provision.key.description == provision && $0.unit.description == unit }
    }

    /// A measure's exact text, such as `5/6`; nil when it has no value.
    public func measure(_ provision: String, _ subject: String, _ unit: String, _ name: String) -> String? {
        guard let index = block(provision, unit)?.provision.measures.firstIndex(where: { $0.name == name }) else {
            return nil
        }
        return finding(provision, subject, unit)?.values[index]?.exactText
    }
}
