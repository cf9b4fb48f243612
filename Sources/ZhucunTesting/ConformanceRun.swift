internal import CivilTime
public import ZhucunKernel

extension PluginConformance {
    /// Complaints about a module, from its declarations and from running it over small counties: nobody, one cadre and several; files
    /// missing, empty and full; rows in another order; a unit that has not begun; explanations.
    ///
    /// - Parameters:
    ///   - plugin: the module.
    ///   - registry: the modules that the profile needs, this one among them.
    ///   - rule: sections of a profile as YAML with one provision of the module, named `it`, and what it reads.
    ///   - fill: adds records about the cadres `C1`, `C2` and `C3` in July 2024; without it rows are made from the columns of the
    ///     module's own kinds.
    /// - Throws: ``FoundWrong`` when the rule cannot be read, ``ScratchError``.
    public static func complaints(
        about plugin: PluginEntry, in registry: PluginRegistry, rule: String,
        filling fill: ((inout TestCounty) throws -> Void)? = nil
    ) async throws -> [String] {
        var run = ConformanceRun(
            plugin: plugin, registry: registry, rule: rule, fill: fill ?? { try $0.fill(kindsOf: plugin) })
        try await run.all()
        return complaints(about: plugin) + run.complaints
    }
}

/// One module, run in every way that a county may come.
private struct ConformanceRun {
    let plugin: PluginEntry
    let registry: PluginRegistry
    let rule: String
    let fill: (inout TestCounty) throws -> Void
    private(set) var complaints: [String] = []

    init(plugin: PluginEntry, registry: PluginRegistry, rule: String, fill: @escaping (inout TestCounty) throws -> Void)
    {
        self.plugin = plugin
        self.registry = registry
        self.rule = rule
        self.fill = fill
    }

    private static let period = "2024-07"
    private static let cadres = ["C1", "C2", "C3"]
    private var provision: String { "\(plugin.about.id)/it" }

    private func county(_ cadres: [String] = ConformanceRun.cadres, withRecords: Bool = true) throws -> TestCounty {
        var county = try TestCounty(profile: rule, plugins: registry)
        for cadre in cadres { county.cadre(cadre, from: "2023-05-01") }
        if withRecords { try fill(&county) }
        return county
    }

    mutating func all() async throws {
        let full = try county()
        let found = try await judged(full, "several cadres")
        let shuffled = try await judged(full, "rows in another order", shuffled: true)
        if described(found) != described(shuffled) { complaints.append("the order of rows changes what it finds") }
        _ = try await judged(try county(["C1"], withRecords: false), "one cadre, no records")
        let missing = try await judged(try county(withRecords: false), "files missing")
        if !plugin.records.isEmpty, missing.contains(where: { $0.verdict == .breached }) {
            complaints.append("with its files missing it finds a breach: nobody knows then")
        }
        let before = try await judged(full, "a unit that has not begun", asOf: "2024-06-15")
        if before.contains(where: { $0.verdict == .breached }) {
            complaints.append("it finds a breach in a unit that has not begun")
        }
        try explain(full)
    }

    private mutating func judged(_ county: TestCounty, _ what: String, asOf: String? = nil, shuffled: Bool = false)
        async throws -> [Finding]
    {
        let assessment = try await county.assess("test", ConformanceRun.period, asOf: asOf, shuffled: shuffled)
        note(assessment.prepared.faults, what)
        let blocks = assessment.counties.flatMap(\.blocks).filter { $0.provision.key.description == provision }
        for block in blocks { checkNames(block.findings, block.provision.measures, what) }
        return blocks.flatMap(\.findings)
    }

    /// A measure that says what names it can give gives no others.
    private mutating func checkNames(_ findings: [Finding], _ measures: [MeasureDeclaration], _ what: String) {
        for (index, measure) in measures.enumerated() {
            guard let names = measure.values else { continue }
            let given = Set(findings.compactMap { $0.values[index]?.exactText }).subtracting(names).sorted()
            for name in given {
                complaints.append(
                    "\(what): gave '\(name)' for \(measure.name), which is one of \(names.joined(separator: ", "))")
            }
        }
    }

    private mutating func note(_ faults: FaultLog, _ what: String) {
        for fault in faults.diagnostics.all where fault.code == "M510" {
            complaints.append("\(what): \(fault.message.en)")
        }
    }

    private mutating func explain(_ county: TestCounty) throws {
        guard let explained = try county.explain("C1", "test", ConformanceRun.period, only: provision) else { return }
        if explained.provisions.flatMap(\.steps).contains(where: { $0.text.zh.isEmpty || $0.text.en.isEmpty }) {
            complaints.append("a step of its explanation lacks a language")
        }
    }

    private func described(_ findings: [Finding]) -> [String] {
        findings.map { finding in
            "\(finding.subject) \(finding.verdict) \(finding.values.map { $0?.exactText ?? "-" }) \(finding.record ?? "") \(finding.reasons.map(\.zh))"
        }
    }
}

extension TestCounty {
    /// Two rows of each of a module's own kinds for the first cadre and one for the second, made from the columns; none for the third.
    fileprivate mutating func fill(kindsOf plugin: PluginEntry) throws {
        for kind in plugin.records where !RecordKind.world.contains(where: { $0.name == kind.name }) {
            keep(kind.name)
            for (number, cadre) in [(1, "C1"), (2, "C1"), (3, "C2")] {
                let values = kind.columns.filter { !$0.type.isDerived }.map {
                    TestCounty.sample($0, number: number, cadre: cadre)
                }
                add(kind.file, values.joined(separator: ","))
            }
        }
    }

    private static func sample(_ column: ColumnDeclaration, number: Int, cadre: String) -> String {
        switch column.type {
        case .identifier: "R\(number)"
        case .reference("cadre"), .subject: cadre
        case .reference("village"): village
        case .reference("team"): "T1"
        case .reference("unit"): "U-county"
        case .day: "2024-07-0\(number)"
        case .moment: "2024-07-0\(number)T12:00:00+08:00"
        case .period: "2024-07"
        case .year: "2024"
        case .flag: "true"
        case .whole, .decimal: "\(number)"
        case .division: "140622"
        case .text: "text"
        default: ""
        }
    }
}
