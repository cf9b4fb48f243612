import ArgumentParser
import PolicyYAML
import ZhucunKernel
import ZhucunPolicyTests

struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "把旧的写法改成现在的 Rewrite what the language called something else before; nothing else changes.")
    @OptionGroup var common: CommonOptions
    @Argument(help: "配置代号，省略为全部 Codes; all profiles when left out.") var names: [String] = []
    @OptionGroup var form: FormatOption
    @Flag(help: "只显示将要改写的，不写入 Only show what would be rewritten.") var dryRun = false

    func run() throws {
        let speaker = try form.speaker(common.language)
        guard dryRun || GitRevision(common.folder) == nil else {
            try speaker.stop(Diagnostic.pastIsPast(common.folder))
        }
        let store = try common.store
        var diagnostics = names.isEmpty ? store.diagnostics.atLeast(.error) : Diagnostics()
        let profiles =
            names.isEmpty ? store.profiles : names.compactMap { store.profile(named: $0, into: &diagnostics) }
        guard names.isEmpty || profiles.count == names.count else { try speaker.stop(diagnostics) }
        let upgrade = ProfileUpgrade(store, common.registry)
        var files: [UpgradedFile] = []
        for profile in profiles { files += upgrade.files(of: profile, into: &diagnostics) }
        if !dryRun {
            for file in files {
                if let problem = Output.deliver(file.bytes, to: file.path) { try speaker.stop(problem) }
            }
        }
        try speaker.print(
            form.isJSON
                ? UpgradeReport.json(files, isDry: dryRun) : UpgradeReport.text(files, isDry: dryRun, common.language))
        speaker.say(diagnostics.atLeast(.error))
        if diagnostics.hasErrors { throw Exit.code(for: diagnostics) }
    }
}

extension Diagnostic {
    fileprivate static func pastIsPast(_ folder: String) -> Diagnostic {
        Diagnostic(
            .usage("U711"),
            Text("“\(folder)”是过去的版本，不能改写", "'\(folder)' is a revision of the past and cannot be rewritten"), at: nil,
            help: [Text("加上 --dry-run，或改写现在的文件夹", "add --dry-run, or rewrite the folder as it is now")])
    }
}
