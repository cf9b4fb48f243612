import ArgumentParser
import CivilTime
import FactsImport
import PolicyYAML
import ZhucunKernel
import ZhucunReports
import ZhucunSamples

struct RecordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records", abstract: "记录 Check and import records and make samples.",
        subcommands: [Check.self, ImportCommand.self, TemplateCommand.self, Kinds.self, Sample.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "检查记录文件夹 Check a folder of records without assessing it.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "记录文件夹 The folder.") var folder: String
        @Option(help: "用哪个配置的词表 Whose vocabulary to use; all when left out.") var profile: String?
        @OptionGroup var form: FormatOption

        func run() async throws {
            let speaker = try form.speaker(common.language)
            var diagnostics = Diagnostics()
            let store = try common.storeWithoutRegister
            let policies =
                profile.map { common.resolve($0, in: store, &diagnostics).map { [$0] } ?? [] }
                ?? usablePolicies(store, &diagnostics)
            guard !diagnostics.hasErrors, let zone = policies.first?.zone else { try speaker.stop(diagnostics) }
            let words = policies.map(\.recordWords)
            let registry = common.registry.adding(store.profiles.flatMap(\.columns))
            let records = await OpenRecords(OfficeFiles(folder, kinds: registry.kinds)).load(
                registry.kinds, ReadingOptions(words: Words.union(words), zone: zone, jobs: 2))
            // Notes on the profile are for its office: `profile check` prints them.
            if profile != nil { diagnostics = Diagnostics() }
            diagnostics.merge(records.diagnostics)
            // What the rules make of it is no fault of the records alone.
            diagnostics.merge(records.reviewed(under: policies).atMost(.warning))
            if form.isJSON {
                try speaker.print(DiagnosticsJSON.render(diagnostics) { RecordsReport.write(records, &$0) })
            } else {
                speaker.say(diagnostics)
                try speaker.print(RecordsReport.counts(records, common.language))
            }
            if diagnostics.hasErrors { throw Exit.code(for: diagnostics) }
        }

        /// All that can be used: what is wrong with others does not make the records wrong, and is told when there is no other.
        private func usablePolicies(_ store: ProfileStore, _ diagnostics: inout Diagnostics) -> [Policy] {
            var problems = store.diagnostics
            var wrong = store.unreadFolders
            let policies = store.profiles.map(\.code).compactMap { name -> Policy? in
                var found = Diagnostics()
                let policy = common.resolve(name, in: store, &found)
                problems.merge(found)
                if found.hasErrors { wrong.append(name) }
                return found.hasErrors ? nil : policy
            }
            if policies.isEmpty { diagnostics.merge(problems) }
            for name in wrong { diagnostics.report(.leftOut(name, Text("没有用它的词表", "its vocabulary was not used"))) }
            return policies
        }
    }

    struct Kinds: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "kinds", abstract: "列出记录文件和各列 List the record files and their columns.")
        @OptionGroup var common: CommonOptions
        @OptionGroup var form: FormatOption

        func run() throws {
            let speaker = try form.speaker(common.language)
            // Without profiles the modules' own columns are all there are.
            let added = (try? common.storeWithoutRegister)?.profiles.flatMap(\.columns) ?? []
            try speaker.print(
                PluginReport.kinds(common.registry.adding(added).kinds, common.language, asJSON: form.isJSON))
        }
    }

    struct Sample: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sample", abstract: "生成样例记录 Make sample counties, the same for the same seed.")
        @OptionGroup var common: CommonOptions
        @Option(help: "政策配置 Profile whose place the county is in.") var profile: String
        @Option(help: "干部人数 How many cadres.") var cadres: Int = 300
        @Option(help: "分布在几个县 Over how many counties they are spread.") var counties: Int = 1
        @Option(help: "每村农户数 Households of each village.") var households: Int = 20
        @Option(help: "第一天 First day.") var from: String
        @Option(help: "最后一天 Last day.") var to: String
        @Option(help: "种子 Seed.") var seed: UInt64 = 7
        @Option(
            parsing: .upToNextOption,
            help: "除人员和单位外只写这些记录 Only these records besides who is where: checkins leaves scores …") var only:
            [String] = []
        @Flag(
            help:
                "打卡记录写成杂乱的导出文件 Check-ins as bad exports write them: rows mixed, CRLF, every field quoted, times in UTC."
        ) var awkward = false
        @Option(help: "输出文件夹 Folder to make.") var out: String

        func run() throws {
            let speaker = Speaker(common.language)
            let store = try common.storeWithoutRegister
            var diagnostics = Diagnostics()
            guard let found = store.profile(named: profile, into: &diagnostics) else { try speaker.stop(diagnostics) }
            guard let first = Day(from), let last = Day(to), let days = DayRange(first, last) else {
                try speaker.stop(Diagnostic.badDay("\(from) – \(to)"))
            }
            guard (1...1_000_000).contains(cadres) else {
                try speaker.stop(
                    Diagnostic(
                        .usage("U701"), Text("干部人数须在 1 到 1000000 之间", "the number of cadres must be 1 to 1000000"),
                        at: nil))
            }
            guard (0...10_000).contains(households) else {
                try speaker.stop(
                    Diagnostic(
                        .usage("U701"), Text("每村农户数须在 0 到 10000 之间", "the number of households must be 0 to 10000"),
                        at: nil))
            }
            guard let policy = common.resolve(profile, in: store, &diagnostics), !diagnostics.hasErrors else {
                try speaker.stop(diagnostics)
            }
            var request = SampleRequest(
                division: found.division, cadres: cadres, households: households, days: days, seed: seed, directory: out
            )
            request.counties = counties
            request.only = kinds(common.registry.kinds, &diagnostics)
            request.isAwkward = awkward
            if request.only == nil { request.moduleKinds = SampleKind.moduleKinds(of: common.registry.kinds) }
            guard (1...request.mostCounties).contains(counties) else {
                let most = request.mostCounties
                try speaker.stop(
                    Diagnostic(
                        .usage("U701"),
                        Text(
                            "县数须在 1 到 \(most) 之间：区划容纳得下，且每县至少一支工作队",
                            "the number of counties must be 1 to \(most): the division has room for them, and each has a team"
                        ),
                        at: nil))
            }
            guard !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
            do {
                let summary = try writeSample(
                    request, calendar: store.calendar, policy: policy, special: special(request, found, store)
                ) { done, all in
                    speaker.progress(Text("生成 \(done)/\(all)", "making \(done)/\(all)"))
                }
                speaker.endProgress()
                try speaker.print(RecordsReport.sample(summary.files, summary.notes, folder: out, common.language))
            } catch SampleError.notEmpty(let path) {
                try speaker.stop(
                    Diagnostic(
                        .file("W802"), Text("“\(path)”已存在且不是空文件夹", "'\(path)' exists and is not an empty folder"),
                        at: nil))
            } catch SampleError.cannotWrite(let path, let number) {
                try speaker.stop(Unwritable(path: path, number: number).diagnostic)
            }
        }

        /// The policies of counties that have one of their own, which stands on the one that was asked for; one that is wrong is left out.
        private func special(_ request: SampleRequest, _ asked: Profile, _ store: ProfileStore) -> [String: Policy] {
            var policies: [String: Policy?] = [:]
            var special: [String: Policy] = [:]
            for county in request.countyCodes {
                guard let own = store.profile(forDivision: county), store.stands(own, on: asked) else { continue }
                if policies[own.code] == nil {
                    var wrong = Diagnostics()
                    let policy = common.resolve(own.code, in: store, &wrong)
                    policies[own.code] = .some(wrong.hasErrors ? nil : policy)
                }
                if let policy = policies[own.code] ?? nil { special[county] = policy }
            }
            return special
        }

        /// By their files' names or their kinds'; nil when none is named.
        private func kinds(_ known: [RecordKind], _ diagnostics: inout Diagnostics) -> Set<SampleKind>? {
            let names = FilterOptions.items(only)
            let kinds = names.map { name in
                SampleKind.allCases.first { kind in
                    kind.rawValue == name || known.contains { $0.name == name && $0.file == kind.file }
                }
            }
            for (name, kind) in zip(names, kinds) where kind == nil {
                diagnostics.report(
                    .unknownWord(name, Text("样例记录", "kind of sample records"), SampleKind.allCases.map(\.rawValue)))
            }
            return names.isEmpty ? nil : Set(kinds.compactMap(\.self))
        }
    }
}
