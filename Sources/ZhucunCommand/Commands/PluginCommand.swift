import ArgumentParser
import PolicyYAML
import ZhucunKernel
import ZhucunReports

struct PluginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "评估模块 List and show the compiled-in modules.",
        subcommands: [List.self, Show.self, New.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "列出模块 List the modules.")
        @OptionGroup var common: CommonOptions
        @OptionGroup var form: FormatOption

        func run() throws {
            let speaker = try form.speaker(common.language)
            try speaker.print(PluginReport.list(common.registry, common.language, asJSON: form.isJSON))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "显示模块的设置、指标和记录 Show a module's settings, measures and records, as declared.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "模块名 The module's name.") var name: String
        @OptionGroup var form: FormatOption

        func run() throws {
            let speaker = try form.speaker(common.language)
            guard let plugin = common.registry.plugin(name) else {
                let known = common.registry.plugins.map(\.about.id)
                try speaker.stop(
                    Diagnostic(
                        .usage("U701"), Text("没有名为“\(name)”的模块", "there is no module '\(name)'"), at: nil,
                        expected: Diagnostic.oneOf(known, near: name), found: Text(same: name),
                        help: Diagnostic.didYouMean(name, known)))
            }
            try speaker.print(PluginReport.show(plugin, in: common.registry, common.language, asJSON: form.isJSON))
        }
    }
}
