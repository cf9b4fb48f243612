import BuiltInPlugins
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What every module must keep to.
@Suite struct ConformanceTests {
    @Test(arguments: BuiltInPlugins.all.map(\.about.id)) func everyModuleConforms(id: String) throws {
        let entry = try #require(registry.plugin(id))
        #expect(PluginConformance.complaints(about: entry).isEmpty)
        #expect(!entry.settings.isEmpty)
    }

    /// One provision of each module that judges cadres, with what it reads.
    private static let rules = [
        "attendance": "attendance: [{id: it, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]",
        "checklist": "checklist: [{id: it, clause: 一, for: {cadre: all}, per: month, question: 是否公示}]",
        "consequences":
            "consequences: [{id: it, clause: 一, for: {cadre: all}, when: {count: {incident: {kind: off_post}}, at_least: 1}, then: [{remind: township}]}]",
        "deadlines":
            "deadlines: [{id: it, clause: 一, for: {cadre: all}, from: {posting: begins}, to: {record: {activity: {kind: handover}}}, within: 2 years}]",
        "duties":
            "duties: [{id: it, clause: 一, for: {cadre: all}, per: month, records: {activity: {kind: household_visit}}, at_least: 1}]",
        "entitlements": "entitlements: [{id: it, clause: 一, for: {cadre: all}, per: month, rate: 80 yuan}]",
        "grading": """
        scoring: [{id: s, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}]
        grading: [{id: it, clause: 一, for: {cadre: all}, per: month, by: scoring.s, within: county, grades: {优秀: {at_least: 90}, 合格: {}}}]
        """,
        "leave":
            "leave: [{id: it, clause: 一, for: {cadre: all}, table: [{length: {at_most: 7 days}, approve: [township]}], judged: [approved]}]",
        "ranking": """
        scoring: [{id: s, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}]
        ranking: [{id: it, clause: 一, for: {cadre: all}, per: month, by: scoring.s, within: county}]
        """,
        "requirements": "requirements: [{id: it, clause: 一, for: {cadre: all}, must: {field: age, at_most: 55 years}}]",
        "scoring":
            "scoring: [{id: it, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}]",
        "stars":
            "stars: [{id: it, clause: 一, for: {cadre: all}, per: month, add: [{count: {incident: all}, stars: 1 star}], at_most: 5 stars}]",
    ]

    @Test(arguments: rules.keys.sorted()) func everyModuleRuns(id: String) async throws {
        let entry = try #require(registry.plugin(id))
        let rule = try #require(Self.rules[id])
        #expect(
            try await PluginConformance.complaints(about: entry, in: registry, rule: rule) { county in
                county.covered("2024-01-01..2024-07-31")
                county.present("C1", on: "2024-07-01..2024-07-20")
                county.leave("L1", "C2", "事假", "2024-07-08", "2024-07-09", by: "township")
                try county.record(
                    "activity",
                    [
                        "activity": "A1", "kind": "household_visit", "date": "2024-07-05", "subject": "C1",
                        "actors": "C1",
                    ])
                for (cadre, score) in [("C1", "80"), ("C2", "90")] {
                    try county.record(
                        "score",
                        ["subject": cadre, "period": "2024-07", "dimension": "工作", "rater": "township", "score": score])
                }
            } == [])
    }

    @Test func badModulesAreComplainedOf() {
        #expect(
            PluginConformance.complaints(about: PluginEntry(Nameless.self)).sorted() == [
                "a text is missing in one of the languages", "it gives no measure", "it is about no kind of subject",
                "the id 'No1' is not lower-case ASCII",
            ])
        #expect(
            PluginConformance.complaints(about: PluginEntry(Doubled.self)).sorted() == [
                "doubled.group.inner does not say what it means", "doubled.note is what every provision has already",
                "doubled: two settings have one key", "notes.csv: its date column does not exist",
                "notes.csv: its period column does not exist", "notes.csv: its rows are subjects without an identifier",
                "notes.csv: two columns have one name", "one speaks of a measure that there is not: none",
                "two measures have one name",
            ])
    }

    @Test func whatIsReadAsAnotherTypeIsComplainedOf() {
        #expect(
            PluginConformance.complaints(about: PluginEntry(Misread.self)) == [
                "tides.csv: height holds a number (metres) and is read as Int",
                "tides.csv: day holds a date such as 2023-07-01, 2023/7/1 or 2023年7月1日 and is read as Symbol",
            ])
    }

    @Test func namesThatNoMeasureHasAreComplainedOf() async throws {
        let entry = PluginEntry(Misread.self)
        let found = try await PluginConformance.complaints(
            about: entry, in: PluginRegistry(BuiltInPlugins.all + [entry]),
            rule: "misread: [{id: it, clause: 一, for: {cadre: all}, per: month}]")
        #expect(found.contains("several cadres: gave 'ebb' for level, which is one of high, low"))
    }

    @Test func twoOfOneNameAndOneOfAnotherKernelAreRefused() {
        let twice = PluginRegistry(BuiltInPlugins.all + [PluginEntry(Doubled.self), PluginEntry(Doubled.self)])
        #expect(twice.diagnostics.all.map(\.code) == ["M501"])
        #expect(twice.plugins.count == BuiltInPlugins.all.count + 1)
        let other = PluginRegistry([PluginEntry(FromTheFuture.self)])
        #expect(other.diagnostics.all.map(\.code) == ["M502"])
        #expect(other.plugins.isEmpty)
    }
}

/// Nothing that a module must have.
private struct Nameless: AssessmentPlugin {
    static let about = PluginAbout(id: "No1", title: Text("无", ""), summary: Text("无", "none"), subjects: [])
    func read(_ settings: inout SettingsReader) {}
    func measures(_ rule: Void) -> [MeasureDeclaration] { [] }
    func judge(_ ask: Case<Nameless>) throws -> [Finding] { [] }
}

/// Everything twice, and a record kind that speaks of columns it has not.
private struct Doubled: AssessmentPlugin {
    static let about = PluginAbout(
        id: "doubled", title: Text("重复", "doubled"), summary: Text("重复", "doubled"), subjects: [.cadre])
    static let records = [RecordKind(Notes.self)]

    func read(_ settings: inout SettingsReader) {
        _ = settings.optional("key", .text, Text("一", "one"), example: "一")
        _ = settings.optional("note", .text, Text("记", "note"), example: "记")
        _ = settings.optional("key", .text, Text("二", "two"), example: "二")
        _ = settings.list("group", .optional, Text("组", "a group")) {
            $0.optional("inner", .text, Text("内", ""), example: "内")
        }
    }

    func measures(_ rule: Void) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("one", Text("一", "one"), .count),
            MeasureDeclaration("one", Text("二", "two"), .days, role: .bound(of: "none")),
        ]
    }

    func judge(_ ask: Case<Doubled>) throws -> [Finding] { [] }

    struct Notes: RecordColumns {
        static let about = RecordAbout(
            name: "note", file: "notes.csv", title: Text("记", "notes"), date: "when", period: "which", isSubject: true)

        init(_ c: inout ColumnDeclarations) {
            let _: Column<Symbol> = c.required("text", "文字", .text, Text("文字", "text"))
            let _: Column<Symbol> = c.required("text", "又", .text, Text("文字", "text"))
        }
    }
}

/// Columns read as what they do not hold, and a name that the measure does not have.
private struct Misread: AssessmentPlugin {
    static let about = PluginAbout(
        id: "misread", title: Text("误读", "misread"), summary: Text("误读", "misread"), subjects: [.cadre])
    static let records = [RecordKind(Tides.self)]

    func read(_ settings: inout SettingsReader) {}
    func measures(_ rule: Void) -> [MeasureDeclaration] {
        [MeasureDeclaration("level", Text("高低", "level"), .text, values: ["high", "low"])]
    }
    func judge(_ ask: Case<Misread>) throws -> [Finding] {
        ask.subjects.map { Finding($0, .met, values: [.text("ebb")]) }
    }

    struct Tides: RecordColumns {
        static let about = RecordAbout(name: "tide", file: "tides.csv", title: Text("潮", "tides"), date: "day")

        init(_ c: inout ColumnDeclarations) {
            let _: Column<Symbol> = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
            let _: Column<Int> = c.required("height", "潮高", .decimal(.metres), Text("潮高", "height"))
            let _: Column<Symbol> = c.required("day", "日期", .day, Text("日期", "day"))
        }
    }
}

private struct FromTheFuture: AssessmentPlugin {
    static let about = PluginAbout(
        id: "future", title: Text("将来", "future"), summary: Text("将来", "future"), subjects: [.cadre],
        kernelVersion: kernelVersion + 1)
    func read(_ settings: inout SettingsReader) {}
    func measures(_ rule: Void) -> [MeasureDeclaration] { [] }
    func judge(_ ask: Case<FromTheFuture>) throws -> [Finding] { [] }
}
