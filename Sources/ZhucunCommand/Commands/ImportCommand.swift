import ArgumentParser
import CivilTime
import FactsImport
import Glibc
import PolicyYAML
import ZhucunKernel

/// Files of others, made into records of a folder.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "导入别处的表格 Import files of apps, devices and spreadsheets into a folder of records.")
    @OptionGroup var common: CommonOptions
    @Argument(help: "要导入的文件 The files: .xlsx, CSV, HTML, JSON, a device's log; what they are is told by their content.")
    var files: [String]
    @Option(help: "记录文件夹 The folder of records to import into; it is made when it is not there.") var into: String
    @Option(help: "用哪个配置的词表 Whose vocabulary to use; all when left out.") var profile: String?
    @Option(
        name: .customLong("as"),
        help: "文件是哪种记录 Which kind of record the files are: checkins, leaves …; found out when left out.")
    var kind: String?
    @Option(help: "映射文件 A mapping: headers, defaults, what texts mean.") var mapping: String?
    @Option(parsing: .upToNextOption, help: "文件里没有的列取什么值 COLUMN=VALUE for columns that the files lack: source=device.")
    var set: [String] = []
    @Flag(help: "只看会怎样，不写 Say what would be done and write nothing.") var dryRun = false
    @Flag(help: "有问题的行跳过，其余导入 Leave out the rows that are refused and import the others.") var keepGoing = false
    @Option(help: "写出标明问题的工作簿 Write the first file back as a workbook with its problems marked.") var errors: String?
    @OptionGroup var form: FormatOption

    func run() async throws {
        let speaker = try form.speaker(common.language)
        var diagnostics = Diagnostics()
        let vocabulary = RecordVocabulary(common, profile, &diagnostics)
        guard let zone = vocabulary.zone, !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        let kind = try namedKind(vocabulary.kinds, speaker)
        let kept = KeptMappings(folder: into)
        let given = try givenMapping(speaker)
        // What was decided for the same layout before is used by itself.
        let mapping = kept.mapping(for: files).merging(given)
        let plan = Importing(
            kinds: vocabulary.kinds, words: vocabulary.words, zone: zone, folder: into, mapping: mapping, kind: kind
        ).plan(files)
        let isStopped = plan.hasUnreadFile || !(plan.problems.isEmpty || keepGoing)
        let writes = !dryRun && !isStopped
        if let errors {
            try speaker.stop(
                MarkedWorkbook.bytes(files[0], plan.problems, common.language).map { Output.deliver($0, to: errors) }
                    ?? nil)
        }
        if writes {
            try write(plan, speaker)
            if !given.isEmpty { kept.keep(given, for: files) }
        }
        try speaker.print(ImportReport.bytes(plan, isWritten: writes, common.language, asJSON: form.isJSON))
        if plan.hasUnreadFile || !plan.problems.isEmpty { throw Exit.records }
    }

    /// Every file of the folder whole, or none: they take their names only when all are written.
    private func write(_ plan: ImportPlan, _ speaker: Speaker) throws {
        try speaker.stop(Output.makeFolder(into))
        do throws(Unwritable) {
            var written: [Destination] = []
            for kind in plan.kinds {
                guard let content = kind.content else { continue }
                let destination = try Destination(into + "/" + kind.file)
                try destination.write(content)
                written.append(destination)
            }
            for destination in written { try destination.finish() }
        } catch {
            try speaker.stop(error.diagnostic)
        }
    }

    private func namedKind(_ kinds: [RecordKind], _ speaker: Speaker) throws -> RecordKind? {
        guard let kind else { return nil }
        let found = kinds.first { [$0.name, $0.file, String($0.file.dropLast(4)), $0.about.title.zh].contains(kind) }
        guard let found else {
            try speaker.stop(
                Diagnostic.unknownWord(kind, Text("记录种类", "kind of record"), kinds.map { String($0.file.dropLast(4)) }))
        }
        return found
    }

    private func givenMapping(_ speaker: Speaker) throws -> ImportMapping {
        var given = ImportMapping()
        if let mapping {
            var diagnostics = Diagnostics()
            given = ImportMapping.read(mapping, into: &diagnostics)
            if diagnostics.hasErrors { try speaker.stop(diagnostics) }
        }
        for item in set {
            let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                try speaker.stop(
                    Diagnostic(
                        "U701", Text("--set 要写成 列=值", "--set is written COLUMN=VALUE"), at: nil,
                        expected: Text(same: "source=device"),
                        found: Text(same: item)))
            }
            given.defaults[parts[0]] = parts[1]
        }
        return given
    }
}

/// An empty workbook of a kind, to be filled in by hand.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "生成空白填报表 Make an empty workbook of a kind of record, to be filled in and imported.")
    @OptionGroup var common: CommonOptions
    @Argument(help: "哪种记录 Which kind: checkins, leaves …") var kind: String
    @Option(help: "用哪个配置的词表 Whose words the lists have; all when left out.") var profile: String?
    @Option(help: "输出文件 The workbook to write.") var out: String

    func run() throws {
        let speaker = Speaker(common.language)
        var diagnostics = Diagnostics()
        let vocabulary = RecordVocabulary(common, profile, &diagnostics)
        guard !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        let kinds = vocabulary.kinds
        guard
            let found = kinds.first(where: {
                [$0.name, $0.file, String($0.file.dropLast(4)), $0.about.title.zh].contains(kind)
            })
        else {
            try speaker.stop(
                Diagnostic.unknownWord(kind, Text("记录种类", "kind of record"), kinds.map { String($0.file.dropLast(4)) }))
        }
        guard let bytes = TemplateWorkbook.bytes(found, words: vocabulary.words, common.language) else {
            try speaker.stop(Unwritable(path: out, number: EIO).diagnostic)
        }
        try speaker.stop(Output.deliver(bytes, to: out))
    }
}

/// The kinds, words and zone by which records are read outside an assessment: those of one profile, or of all that can be used.
struct RecordVocabulary {
    let kinds: [RecordKind]
    let words: Words
    let zone: CivilZone?

    /// What stands in the way is reported.
    init(_ common: CommonOptions, _ profile: String?, _ diagnostics: inout Diagnostics) {
        guard let store = try? common.storeWithoutRegister else {
            (kinds, words, zone) = ([], .none, nil)
            return
        }
        var problems = store.diagnostics
        let names = profile.map { [$0] } ?? store.profiles.map(\.code)
        let policies = names.compactMap { name -> Policy? in
            var found = Diagnostics()
            let policy = common.resolve(name, in: store, &found)
            problems.merge(found)
            return found.hasErrors ? nil : policy
        }
        if policies.isEmpty { diagnostics.merge(problems) }
        kinds = common.registry.adding(store.profiles.flatMap(\.columns)).kinds
        words = Words.union(policies.compactMap { $0.snapshots.last?.words })
        zone = policies.first?.zone
    }
}
