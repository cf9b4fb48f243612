import ArgumentParser
import CivilTime
import PolicyYAML
import ZhucunKernel
import ZhucunPolicyTests
import ZhucunReports

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "政策配置 List, show, check and test profiles.",
        subcommands: [List.self, Show.self, Check.self, Coverage.self, TestCommand.self, UpgradeCommand.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "列出政策配置 List the profiles.")
        @OptionGroup var common: CommonOptions
        @OptionGroup var form: FormatOption

        func run() throws {
            let speaker = try form.speaker(common.language)
            let store = try common.store
            try speaker.print(ProfileReport.list(store, common.language, asJSON: form.isJSON))
            if store.diagnostics.hasErrors { try speaker.stop(store.diagnostics) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "显示某日的政策及每个值的出处 Show the policy in force on a day, each value with its origin.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "配置代号 The profile's code.") var name: String
        @Option(
            name: .customLong("on"), help: "哪一天 On which day, such as 2023-08-01 (default: after the newest edition).")
        var day: String?
        @Option(help: "键用哪种语言 The language of the keys: en, zh.")
        var keys: Language = .en
        @OptionGroup var form: FormatOption

        func run() throws {
            let speaker = try form.speaker(common.language)
            var diagnostics = Diagnostics()
            let store = try common.store
            guard let policy = common.resolve(name, in: store, &diagnostics) else { try speaker.stop(diagnostics) }
            var on = policy.snapshots.last?.days.first ?? .distantPast
            if let text = day {
                guard let parsed = Day(text) else { try speaker.stop(Diagnostic.badDay(text)) }
                on = parsed
            }
            guard let snapshot = policy.snapshot(on: on) else { try speaker.stop(Diagnostic.nothingInForce(name, on)) }
            let names = keys == .zh ? store.keyNames : nil
            try speaker.print(
                ProfileReport.show(policy, snapshot, on, keys: names, common.language, asJSON: form.isJSON))
            speaker.say(diagnostics.atLeast(.warning))
            if diagnostics.hasErrors { throw Exit.profile }
        }
    }

    struct Coverage: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "coverage",
            abstract: "文件的每一条是否都已落实 Whether everything that the documents order is carried out and tested.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "配置代号，省略为全部 Codes; all profiles with registered documents when left out.") var names: [String] =
            []
        @OptionGroup var form: FormatOption
        @Option(help: "逐条列出一份文件（代号，如 SX21） The outline of one document, clause by clause, by its code.") var document:
            String?

        func run() throws {
            let speaker = try form.speaker(common.language)
            let store = try common.store
            var diagnostics = Diagnostics()
            let policies = (names.isEmpty ? store.profiles.map(\.code) : names).compactMap {
                common.resolve($0, in: store, &diagnostics)
            }
            .filter { !names.isEmpty || !$0.coverage(store.register).isEmpty }
            guard !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
            if let document { return try outline(document, policies, store, speaker) }
            var tested: [String: [String: CoverageReport.Tested]] = [:]
            for policy in policies { tested[policy.profile.code] = try sides(of: policy, store, speaker) }
            if form.isJSON {
                try speaker.print(CoverageReport.json(policies, store.register, tested: tested))
            } else {
                for policy in policies {
                    try speaker.print(
                        CoverageReport.text(
                            policy, store.register, tested: tested[policy.profile.code] ?? [:], common.language))
                }
            }
            if policies.contains(where: { CoverageReport.missing($0, store.register) > 0 }) { throw Exit.profile }
        }

        /// As the first profile has it that stands on the document.
        private func outline(_ code: String, _ policies: [Policy], _ store: ProfileStore, _ speaker: Speaker) throws {
            let covered = policies.lazy.flatMap { $0.coverage(store.register) }.first {
                $0.document.code.lowercased() == code.lowercased()
            }
            guard let (document, orders) = covered else {
                try speaker.stop(Diagnostic.unknownDocument(code, known: store.register.map(\.code)))
            }
            try speaker.print(CoverageReport.outline(document, orders, common.language))
        }

        /// What the tests of the profile and of those it stands on say.
        private func sides(of policy: Policy, _ store: ProfileStore, _ speaker: Speaker) throws -> [String:
            CoverageReport.Tested]
        {
            var diagnostics = Diagnostics()
            let names = policy.chain.filter { TestSuite.exists(for: $0, in: store.source) }.map(\.code)
            guard !names.isEmpty else { return [:] }
            var sides: [String: CoverageReport.Tested] = [:]
            for suite in try common.suites(names, &diagnostics) {
                if Exit.code(for: suite.diagnostics) == Exit.file { try speaker.stop(suite.diagnostics) }
                for (order, side) in TestCoverage(try suite.run()).orders {
                    sides[order] = CoverageReport.Tested(
                        met: side.met || sides[order]?.met == true, broken: side.broken || sides[order]?.broken == true)
                }
            }
            return sides
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "检查政策配置，一次列出全部问题 Check profiles and report everything wrong at once.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "配置代号，省略为全部 Codes; all profiles when left out.") var names: [String] = []
        @OptionGroup var form: FormatOption
        @Flag(help: "列出自由裁量 List what the documents leave open.") var discretion = false

        func run() throws {
            let speaker = try form.speaker(common.language)
            let store = try common.store
            var diagnostics = names.isEmpty ? store.diagnostics : Diagnostics()
            diagnostics.merge(common.registry.diagnostics)
            var policies: [Policy] = []
            for name in names.isEmpty ? store.profiles.map(\.code) : names {
                if let policy = common.resolve(name, in: store, &diagnostics) { policies.append(policy) }
            }
            if form.isJSON {
                try speaker.print(DiagnosticsJSON.render(diagnostics))
            } else {
                speaker.say(diagnostics)
                try speaker.print(ProfileReport.checked(policies, diagnostics, discretion: discretion, common.language))
            }
            if diagnostics.hasErrors { throw Exit.code(for: diagnostics) }
        }
    }
}

extension CommonOptions {
    func resolve(_ name: String, in store: ProfileStore, _ diagnostics: inout Diagnostics) -> Policy? {
        store.profile(named: name, into: &diagnostics).flatMap {
            Policy.resolve($0, in: store, plugins: registry, into: &diagnostics)
        }
    }
}

extension Diagnostic {
    static func badDay(_ text: String) -> Diagnostic {
        Diagnostic(
            .usage("U701"), Text("读不懂日期“\(text)”", "cannot read the date '\(text)'"), at: nil,
            expected: Text("日历上有的日期，如 2023-08-01", "a day of the calendar, such as 2023-08-01"), found: Text(same: text)
        )
    }

    static func nothingInForce(_ name: String, _ day: Day) -> Diagnostic {
        Diagnostic(
            .nothing("A610"), Text("配置“\(name)”在 \(day) 没有任何规定", "the profile '\(name)' holds nothing on \(day)"),
            at: nil)
    }

    static func unknownDocument(_ code: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .nothing("A614"), Text("没有登记代号为“\(code)”的文件", "no document with the code '\(code)' is registered"), at: nil,
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), found: Text(same: code))
    }
}
