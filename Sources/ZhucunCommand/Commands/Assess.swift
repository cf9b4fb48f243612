import ArgumentParser
import CMalloc
import CivilTime
import FactsImport
import PolicyYAML
import Rendering
import ZhucunKernel
import ZhucunReports

struct Assess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "assess", abstract: "评估一个时期 Assess a period.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var input: InputOptions

    @Option(help: "输出格式 Format: text, json, csv, html.")
    var format: String = "text"

    @Option(help: "输出文件 File to write; the standard output when left out.")
    var out: String?

    @OptionGroup var shown: FilterOptions

    @Flag(help: "有错误的记录行跳过 Assess the good rows when some are bad.")
    var keepGoing = false

    @Option(help: "同时评估的县数 Counties at a time.")
    var jobs = JobCount(2)

    @Option(help: "从快照续算，只读新增的打卡 Go on from a snapshot: of the check-ins only new rows are read.")
    var resume: String?

    @Option(help: "把已读的打卡存成快照 Write what was taken of the check-ins to a snapshot, to go on from.")
    var snapshot: String?

    @OptionGroup var timing: TimeOptions

    func run() async throws {
        let speaker = Speaker(common.language, asJSON: format == "json")
        guard let report = ReportFormats.named(format) else {
            let known = ReportFormats.all.map { $0.name }
            try speaker.stop(Diagnostic.unknownFormat(format, known))
        }
        var outputs = OutputCheck(common, records: input.records, resume: resume)
        try speaker.stop(outputs.problem(with: out, "--out"))
        try speaker.stop(outputs.problem(with: snapshot, "--snapshot", replacing: resume))
        let times = timing.times()
        let progress = Progress(speaker)
        var diagnostics = Diagnostics()
        let assessor = try times.measure(PhaseTimes.profiles) { try common.assessor }
        let read = shown.filter(assessor.plugins, &diagnostics)
        let asked = await input.request(
            jobs: jobs.number, traced: nil, provisions: read?.provisions ?? [],
            sections: shown.sections(assessor), &diagnostics)
        guard var request = asked, var filter = read else { try speaker.stop(diagnostics) }
        request.watched(by: progress, times)
        request.resume = resume
        request.wantsNeeds = report.tellsNeeds
        let prepared = assessor.prepare(request, into: &diagnostics)
        // Reading takes more than what is kept of it; the rest goes back to the system before counties are judged.
        malloc_trim(0)
        progress.wipe()
        guard let prepared, keepGoing || !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        filter.division = filter.division.map(prepared.records.world.divisionCode)
        filter.subject = try filter.subject.map { try self.subject($0, prepared, speaker) }
        try prepared.check(division: filter.division, speaker)
        if let snapshot, let bytes = prepared.snapshot(into: &diagnostics, jobs: jobs.number),
            let problem = Output.deliver(bytes, to: snapshot)
        {
            try speaker.stop(problem)
        }
        // Notes on the profile are for its office: `profile check` prints them.
        speaker.say(diagnostics.atLeast(.warning))
        do {
            let destination = try Destination(out)
            try await report.write(
                prepared, by: assessor, common.language, filter, jobs: jobs.number, onCounty: progress.counties
            ) { bytes in
                if destination.isTerminal { progress.wipe() }
                try destination.write(bytes)
            }
            try times.measure(PhaseTimes.writing) { try destination.finish() }
        } catch let error as Unwritable {
            try speaker.stop(error.diagnostic)
        }
        progress.wipe()
        speaker.say(times)
        try speaker.end(diagnostics, prepared.faults)
    }

    /// The identifier of whom a person means, who must be assessed.
    private func subject(_ text: String, _ prepared: Assessor.Prepared, _ speaker: Speaker) throws -> String {
        let world = prepared.records.world
        var diagnostics = Diagnostics()
        guard let identifier = world.identifier(meantBy: text, into: &diagnostics),
            let found = world.subject(named: identifier)
        else { try speaker.stop(diagnostics) }
        if !prepared.assesses(found) { try speaker.stop(Diagnostic.subjectNotPosted(text, prepared.period)) }
        return identifier
    }
}

/// What to assess, and under what.
struct InputOptions: ParsableArguments {
    @Option(help: "政策配置 Profile; left out, each village's division code picks the most specific.")
    var profile: String?

    @Option(
        help:
            "时期，如 2023年第3季度 Period: 2023-W32, 2023-07, 2023-Q3, 2023-H2, 2023, 2023-07-01..2023-07-20; left out: the month of --as-of."
    )
    var period: String?

    @Option(
        help: "截至哪一天 The day on which it is asked: what falls due on it or later is open, later records are not known.")
    var asOf: String?

    @Option(help: "记录文件夹 Folder of records.")
    var records: String

    /// Nil, and reported, when the days cannot be read.
    func request(
        jobs: Int, traced: String?, provisions: [String] = [], sections: [String] = [], _ diagnostics: inout Diagnostics
    ) async -> Assessor.Request? {
        let day = asOf.flatMap { Day($0) }
        if let asOf, day == nil { diagnostics.report(.badDay(asOf)) }
        let judged = period.map { Period(said: $0) } ?? day.map { Period(containing: $0, unit: .month) }
        if let period, Period(said: period) == nil { diagnostics.report(.badPeriod(period)) }
        if period == nil, asOf == nil { diagnostics.report(.noPeriod()) }
        guard !diagnostics.hasErrors, let judged else { return nil }
        let records = await OpenRecords(OfficeFiles(records, kinds: ZhucunCommand.registry.kinds))
        var request = Assessor.Request(
            profile: profile, period: judged, asOf: day, records: records, traced: traced, jobs: jobs,
            provisions: provisions, sections: sections)
        request.refusesEarlyDay = true
        if period == nil { request.monthOf = day }
        return request
    }
}

extension Speaker {
    /// Says what is wrong and ends with its exit code.
    func stop(_ diagnostics: Diagnostics) throws -> Never {
        // Notes on the profile are for its office: `profile check` prints them.
        say(diagnostics.atLeast(.warning))
        throw Exit.code(for: diagnostics)
    }

    /// After the results: what went wrong in modules, and the exit code of all.
    func end(_ diagnostics: Diagnostics, _ faults: FaultLog) throws {
        let found = faults.diagnostics
        say(found)
        if diagnostics.hasErrors { throw Exit.code(for: diagnostics) }
        if !found.isEmpty { throw Exit.module }
    }

    func stop(_ problem: Diagnostic?) throws {
        if let problem { try stop(problem) }
    }

    func stop(_ diagnostic: Diagnostic) throws -> Never {
        var diagnostics = Diagnostics()
        diagnostics.report(diagnostic)
        try stop(diagnostics)
    }
}

extension Diagnostic {
    static func badPeriod(_ text: String) -> Diagnostic {
        let forms = ["2023-W32", "2023-07", "2023-Q3", "2023-H2", "2023", "2023-07-01..2023-07-20", "2023年第3季度"]
        return Diagnostic(
            .usage("U701"), Text("读不懂时期“\(text)”", "cannot read the period '\(text)'"), at: nil,
            expected: Text(forms.joined(separator: "、"), forms.joined(separator: ", ")), found: Text(same: text))
    }

    static func noPeriod() -> Diagnostic {
        Diagnostic(
            .usage("U703"), Text("没有写明评估哪个时期", "it does not say which period to assess"), at: nil,
            expected: Text(
                "--period 2023-Q3，或 --as-of 2023-08-12（当月）", "--period 2023-Q3, or --as-of 2023-08-12 (that month)"))
    }

    static func unknownFormat(_ format: String, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .usage("U701"), Text("没有名为“\(format)”的格式", "there is no format '\(format)'"), at: nil,
            expected: oneOf(known, near: format), found: Text(same: format), help: didYouMean(format, known))
    }
}
