import BuiltInPlugins
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// A module that hands over what no module may, as its setting says.
private struct Odd: AssessmentPlugin {
    static let about = PluginAbout(
        id: "odd", title: Text("怪", "odd"), summary: Text("不守规矩", "breaks the rules"), subjects: [.cadre])

    struct Broken: Error, CustomStringConvertible { let description = "out of order" }

    func read(_ settings: inout SettingsReader) -> String {
        settings.required("how", .text, Text("怎样", "how"), example: "well")
    }

    func measures(_ rule: String) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("number", Text("数", "number"), .count),
            MeasureDeclaration("name", Text("名", "name"), .text),
        ]
    }

    func judge(_ ask: Case<Odd>) throws -> [Finding] {
        let values: [MeasureValue?] = [.number(.one), .text("a")]
        let all = ask.subjects.map { Finding($0, .met, values: values) }
        switch ask.rule {
        case "throws": throw Broken()
        case "overflows":
            return [Finding(ask.subjects[0], .met, values: [.number(try Fraction(Int.max) * Fraction(Int.max)), nil])]
        case "few": return ask.subjects.map { Finding($0, .met, values: [.number(.one)]) }
        case "kind": return ask.subjects.map { Finding($0, .met, values: [.text("one"), .text("a")]) }
        case "foreign": return all + [Finding(Subject(.cadre, 77), .met, values: values)]
        case "twice": return all + all.suffix(1)
        case "order": return all.reversed()
        case "needy": return ask.subjects.map { Finding($0, .undetermined, values: [nil, nil]) }
        case "hasty": return ask.subjects.map { Finding($0, .breached, values: values) }
        default: return all
        }
    }
}

extension Odd {
    func needs(of finding: Finding, _ ask: Case<Odd>) throws -> [Need] { throw Broken() }
}

@Suite struct WrongModuleTests {
    /// What would decide it cannot be said; the explanation stands, and the fault is told.
    @Test func needsThatThrow() async throws {
        var county = try TestCounty(
            profile: "odd: [{id: it, clause: 一, for: {cadre: all}, per: month, how: needy}]",
            plugins: PluginRegistry(BuiltInPlugins.all + [PluginEntry(Odd.self)]))
        county.cadre("C1", from: "2023-06-01")
        county.present("C1", on: "2023-07-01")
        let found = try #require(try county.explain("C1", "test", "2023-07")?.provisions.first)
        #expect(found.finding.verdict == .undetermined)
        #expect(found.needs.isEmpty)
    }

    @Test func aBreachBeforeItsUnitHasBegunIsFound() async throws {
        let complaints = try await PluginConformance.complaints(
            about: PluginEntry(Odd.self), in: PluginRegistry(BuiltInPlugins.all + [PluginEntry(Odd.self)]),
            rule: "odd: [{id: it, clause: 一, for: {cadre: all}, per: month, how: hasty}]")
        #expect(complaints == ["it finds a breach in a unit that has not begun"])
    }

    private func judge(_ how: String) async throws -> Assessment {
        let profile = try SmallProfile(
            "odd:\n  - {id: it, clause: 一, for: {cadre: all}, per: month, how: \(how)}\nattendance:\n  - {id: days, clause: 一, for: {cadre: all}, per: month, days: 2/3}"
        )
        var county = try TestCounty(
            profiles: profile.folder.path, plugins: PluginRegistry(BuiltInPlugins.all + [PluginEntry(Odd.self)]))
        county.cadre("C1", from: "2023-06-01")
        county.cadre("C2", from: "2023-06-01")
        county.covered("2023-06-01..2023-08-31")
        county.present("C1", on: "2023-07-01..2023-07-31")
        return try await county.assess("test", "2023-07")
    }

    /// Its provision is undetermined and says what the module did; the rest of the run goes on.
    @Test(arguments: [
        ("throws", "出错：out of order"), ("overflows", "数字太大，无法精确计算"), ("few", "给出 1 个值，应为 2 个（number、name）"),
        ("kind", "给指标“number”的是名称，应为次数"),
        ("foreign", "给出了没有问到的对象"), ("twice", "对同一对象给出两个结论而没有写明是哪条记录"), ("order", "给出的结论不按所问对象的顺序"),
    ])
    func whatIsHandedOverIsChecked(how: String, what: String) async throws {
        let found = try await judge(how)
        for cadre in ["C1", "C2"] {
            #expect(found.verdict("odd/it", cadre, "2023-07") == .undetermined)
            let reason = found.reasons("odd/it", cadre, "2023-07").first ?? ""
            #expect(reason.hasPrefix("模块“odd”\(what)（"), "\(reason)")
            #expect(reason.hasSuffix("2018-01-01-rules.yaml:4）"), "\(reason)")
        }
        #expect(found.verdict("attendance/days", "C1", "2023-07") == .met)
    }

    /// The public suite runs a module and finds the same.
    @Test(arguments: [
        ("throws", "failed: out of order"), ("few", "gave 1 values for 2 measures"),
        ("foreign", "a subject that was not asked for"), ("twice", "two findings of one subject"),
    ])
    func theSuiteFindsIt(how: String, what: String) async throws {
        let registry = PluginRegistry(BuiltInPlugins.all + [PluginEntry(Odd.self)])
        let complaints = try await PluginConformance.complaints(
            about: PluginEntry(Odd.self), in: registry,
            rule: "odd: [{id: it, clause: 一, for: {cadre: all}, per: month, how: \(how)}]")
        #expect(complaints.contains { $0.hasPrefix("several cadres: ") && $0.contains(what) }, "\(complaints)")
        let well = try await PluginConformance.complaints(
            about: PluginEntry(Odd.self), in: registry,
            rule: "odd: [{id: it, clause: 一, for: {cadre: all}, per: month, how: well}]")
        #expect(well == [])
    }

    @Test func whatIsRightStands() async throws {
        let found = try await judge("well")
        #expect(found.verdict("odd/it", "C2", "2023-07") == .met)
        #expect(found.measure("odd/it", "C2", "2023-07", "name") == "a")
    }

    // MARK: modules beside each other

    private struct Reserved: AssessmentPlugin {
        static let about = PluginAbout(
            id: "general", title: Text("总", "general"), summary: Text("占用名称", "takes a name"))
        func read(_ settings: inout SettingsReader) -> Int { 0 }
        func measures(_ rule: Int) -> [MeasureDeclaration] { [] }
        func judge(_ ask: Case<Reserved>) throws -> [Finding] { [] }
    }

    private struct OtherScores: RecordColumns {
        static let about = RecordAbout(name: "score", file: "scores.csv", title: Text("成绩", "results"))
        let subject: Column<Symbol>
        init(_ c: inout ColumnDeclarations) { subject = c.required("subject", "对象", .subject(), Text("谁", "who")) }
    }

    private struct Quiz: AssessmentPlugin {
        static let about = PluginAbout(id: "quiz", title: Text("测验", "quiz"), summary: Text("占用记录种类", "takes a kind"))
        static let records = [RecordKind(OtherScores.self)]
        func read(_ settings: inout SettingsReader) -> Int { 0 }
        func measures(_ rule: Int) -> [MeasureDeclaration] { [] }
        func judge(_ ask: Case<Quiz>) throws -> [Finding] { [] }
    }

    @Test func aReservedName() {
        let found = PluginRegistry([PluginEntry(Reserved.self)]).diagnostics.all
        #expect(found.map(\.code) == ["M503"])
        #expect(found.first?.message.en == "the module PluginTests.Reserved has the reserved id 'general'")
    }

    @Test func oneRecordKindDeclaredTwice() throws {
        let found = PluginRegistry(BuiltInPlugins.all + [PluginEntry(Quiz.self)]).diagnostics.all
        #expect(found.map(\.code) == ["M504"])
        #expect(found.first?.message.en == "'scoring' and 'quiz' declare the record kind 'score' differently")
        #expect(found.first?.expected?.en == "scores.csv：subject,period,dimension,rater,score")
        #expect(found.first?.found?.en == "scores.csv：subject")
    }
}
