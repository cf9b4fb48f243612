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

    @Test func badModulesAreComplainedOf() {
        #expect(PluginConformance.complaints(about: PluginEntry(Nameless.self)).sorted() == [
            "a text is missing in one of the languages", "it gives no measure", "it is about no kind of subject", "the id 'No1' is not lower-case ASCII",
        ])
        #expect(PluginConformance.complaints(about: PluginEntry(Doubled.self)).sorted() == [
            "doubled.group.inner does not say what it means", "doubled.note is what every provision has already", "doubled: two settings have one key", "notes.csv: its date column does not exist",
            "notes.csv: its period column does not exist", "notes.csv: its rows are subjects without an identifier",
            "notes.csv: two columns have one name", "two measures have one name",
        ])
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
    static let about = PluginAbout(id: "doubled", title: Text("重复", "doubled"), summary: Text("重复", "doubled"), subjects: [.cadre])
    static let records = [RecordKind(Notes.self)]

    func read(_ settings: inout SettingsReader) {
        _ = settings.optional("key", .text, Text("一", "one"), example: "一")
        _ = settings.optional("note", .text, Text("记", "note"), example: "记")
        _ = settings.optional("key", .text, Text("二", "two"), example: "二")
        _ = settings.list("group", .optional, Text("组", "a group")) { $0.optional("inner", .text, Text("内", ""), example: "内") }
    }

    func measures(_ rule: Void) -> [MeasureDeclaration] {
        [MeasureDeclaration("one", Text("一", "one"), .count), MeasureDeclaration("one", Text("二", "two"), .days)]
    }

    func judge(_ ask: Case<Doubled>) throws -> [Finding] { [] }

    struct Notes: RecordColumns {
        static let about = RecordAbout(name: "note", file: "notes.csv", title: Text("记", "notes"), date: "when", period: "which", isSubject: true)

        init(_ c: inout ColumnDeclarations) {
            let _: Column<Symbol> = c.required("text", "文字", .text, Text("文字", "text"))
            let _: Column<Symbol> = c.required("text", "又", .text, Text("文字", "text"))
        }
    }
}

private struct FromTheFuture: AssessmentPlugin {
    static let about = PluginAbout(
        id: "future", title: Text("将来", "future"), summary: Text("将来", "future"), subjects: [.cadre], kernelVersion: kernelVersion + 1)
    func read(_ settings: inout SettingsReader) {}
    func measures(_ rule: Void) -> [MeasureDeclaration] { [] }
    func judge(_ ask: Case<FromTheFuture>) throws -> [Finding] { [] }
}
