import ArgumentParser
import CivilTime
import PolicyYAML
import ZhucunKernel
import ZhucunReports

struct Assess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "评估一个时期 Assess a period.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var input: InputOptions

    @Option(help: "输出格式 Format: text, json, csv, html.")
    var format: String = "text"

    @Option(help: "输出文件 File to write; the standard output when left out.")
    var out: String?

    @Option(help: "只看一个对象 Only this cadre, team or village.")
    var subject: String?

    @Flag(help: "有错误的记录行跳过 Assess the good rows when some are bad.")
    var keepGoing = false

    @Option(help: "同时评估的县数 Counties at a time.")
    var jobs: Int = 2

    func run() async throws {
        let speaker = Speaker(common.language, asJSON: format == "json")
        guard let report = ReportFormats.named(format) else {
            let known = ReportFormats.all.map { $0.name }
            try speaker.stop(Diagnostic.unknownFormat(format, known))
        }
        var diagnostics = Diagnostics()
        let assessor = Assessor(store: common.store, plugins: common.registry)
        guard let request = input.request(jobs: jobs, traced: nil, &diagnostics) else { try speaker.stop(diagnostics) }
        speaker.progress(Text("读取记录…", "reading records…"))
        let prepared = assessor.prepare(request, into: &diagnostics)
        speaker.endProgress()
        guard let prepared, keepGoing || !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        if let subject { try checkSubject(subject, prepared, speaker) }
        speaker.progress(Text("评估…", "assessing…"))
        let assessment = try await assessor.assess(prepared, jobs: max(1, jobs))
        speaker.endProgress()
        // Notes on the profile are for its office: `profile check` prints them.
        speaker.say(diagnostics.atLeast(.warning))
        let bytes = report.render(assessment, ReportOptions(language: common.language, subject: subject))
        if let problem = Output.deliver(bytes, to: out) { try speaker.stop(problem) }
    }

    private func checkSubject(_ subject: String, _ prepared: Assessor.Prepared, _ speaker: Speaker) throws {
        let world = prepared.records.world
        guard let found = world.subject(named: subject) else {
            try speaker.stop(Diagnostic.unknownSubject(subject, known: world.cadres.map(\.id) + world.teams.map(\.id)))
        }
        if !prepared.assesses(found) { try speaker.stop(Diagnostic.subjectNotPosted(subject, prepared.period)) }
    }
}

/// What to assess, and under what.
struct InputOptions: ParsableArguments {
    @Option(help: "政策配置 Profile; left out, each village's division code picks the most specific.")
    var profile: String?

    @Option(help: "时期 Period: 2023-W32, 2023-07, 2023-Q3, 2023-H2, 2023, 2023-07-01..2023-07-20.")
    var period: String

    @Option(help: "记录文件夹 Folder of records.")
    var records: String

    func request(jobs: Int, traced: String?, _ diagnostics: inout Diagnostics) -> Assessor.Request? {
        guard let period = Period(period) else {
            diagnostics.report(Diagnostic(
                "U701", Text("读不懂时期“\(self.period)”", "cannot read the period '\(self.period)'"), at: nil,
                expected: Text("2023-W32、2023-07、2023-Q3、2023-H2、2023、2023-07-01..2023-07-20", "2023-W32, 2023-07, 2023-Q3, 2023-H2, 2023, 2023-07-01..2023-07-20"),
                found: Text(same: self.period)))
            return nil
        }
        return Assessor.Request(profile: profile, period: period, folder: RecordFolder(records), traced: traced, jobs: jobs)
    }
}

extension Speaker {
    /// Says what is wrong and ends with its exit code.
    func stop(_ diagnostics: Diagnostics) throws -> Never {
        say(diagnostics)
        throw Exit.code(for: diagnostics)
    }

    func stop(_ diagnostic: Diagnostic) throws -> Never {
        var diagnostics = Diagnostics()
        diagnostics.report(diagnostic)
        try stop(diagnostics)
    }
}

extension Diagnostic {
    static func unknownFormat(_ format: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            "U701", Text("没有名为“\(format)”的格式", "there is no format '\(format)'"), at: nil,
            expected: oneOf(known, near: format), found: Text(same: format), help: didYouMean(format, known))
    }
}
