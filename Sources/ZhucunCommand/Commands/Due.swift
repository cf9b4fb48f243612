import ArgumentParser
import CivilTime
import FactsImport
import PolicyYAML
import ZhucunKernel
import ZhucunReports

struct Due: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "应办未办的事项 What is owed on a day: by whom, for whom, until when.")

    @OptionGroup var common: CommonOptions

    @Option(help: "政策配置 Profile; left out, each village's division code picks the most specific.")
    var profile: String?

    @Option(help: "记录文件夹 Folder of records.")
    var records: String

    @Option(help: "哪一天 The day on which it is asked, such as 2023-08-12.")
    var asOf: String

    @Option(help: "从哪天起到期的 From which day on what fell due is listed (default: the quarter's first).")
    var since: String?

    @Option(help: "提前列到哪天 Also what begins later, up to this day.")
    var until: String?

    @Option(
        name: .customLong("for"),
        help:
            "谁的事项，编号或 种类:编号 What concerns one cadre, team, unit, village or division: its identifier, or kind:identifier."
    )
    var party: String?

    @Option(help: "只看此行政区（或村）内 Only what is about this division or village, by its code.")
    var division: String?

    @Option(parsing: .upToNextOption, help: "只看这些条款（id 或 section/id） Only these provisions: id, or section/id.")
    var provision: [String] = []

    @Option(help: "输出格式 Format: text, json, ics.")
    var format: String = "text"

    @Option(help: "输出文件 File to write; the standard output when left out.")
    var out: String?

    @Flag(help: "有错误的记录行跳过 Use the good rows when some are bad.")
    var keepGoing = false

    @Option(help: "同时评估的县数 Counties at a time.")
    var jobs = JobCount(2)

    @OptionGroup var timing: TimeOptions

    func run() async throws {
        let speaker = Speaker(common.language, asJSON: format == "json")
        guard DueReport.formats.contains(format) else {
            try speaker.stop(Diagnostic.unknownFormat(format, DueReport.formats))
        }
        var outputs = OutputCheck(common, records: records)
        try speaker.stop(outputs.problem(with: out, "--out"))
        var diagnostics = Diagnostics()
        let times = timing.times()
        let progress = Progress(speaker)
        let assessor = try times.measure(PhaseTimes.profiles) { try common.assessor }
        guard var request = await request(&diagnostics) else { try speaker.stop(diagnostics) }
        request.watched(by: progress, times)
        let prepared = assessor.prepare(request, into: &diagnostics)
        progress.wipe()
        guard let prepared, keepGoing || !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        let party = try party.map { try Due.subject($0, prepared.records.world, assessor.plugins, speaker) }
        try prepared.check(division: division, speaker)
        var list = try await assessor.due(prepared, jobs: jobs.number, onCounty: progress.counties)
        progress.wipe()
        speaker.say(diagnostics.atLeast(.warning))
        if let members = division.flatMap({ DivisionMembers($0, in: prepared.records.world, prepared.period.days) }) {
            list = list.inside(members)
        }
        if let party { list = list.of(Set([party] + list.teams(of: party))) }
        let options = DueOptions(language: common.language, party: party)
        let bytes = times.measure(PhaseTimes.rendering) { DueReport.render(list, as: format, options) }
        guard let bytes else { return }
        let problem = times.measure(PhaseTimes.writing) { Output.deliver(bytes, to: out) }
        if let problem { try speaker.stop(problem) }
        speaker.say(times)
        try speaker.end(diagnostics, prepared.faults)
    }

    /// Nil, and reported, when the days cannot be read or are out of order.
    private func request(_ diagnostics: inout Diagnostics) async -> Assessor.Request? {
        func day(_ text: String?) -> Day? {
            guard let text else { return nil }
            let day = Day(text)
            if day == nil { diagnostics.report(.badDay(text)) }
            return day
        }
        let asked = day(asOf)
        let until = day(until)
        let since = day(since) ?? asked.map { Period(containing: $0, unit: .quarter).first }
        guard !diagnostics.hasErrors, let asked, let since else { return nil }
        guard let days = DayRange(since, asked) else {
            diagnostics.report(.outOfOrder("--since", since, "--as-of", asked))
            return nil
        }
        if let until, until < asked {
            diagnostics.report(.outOfOrder("--as-of", asked, "--until", until))
            return nil
        }
        return Assessor.Request(
            profile: profile, period: Period(days), asOf: asked,
            records: await OpenRecords(OfficeFiles(records, kinds: ZhucunCommand.registry.kinds)),
            jobs: jobs.number, provisions: FilterOptions.items(provision), through: until ?? asked)
    }

    /// The party that `ID` or `kind:ID` names.
    private static func subject(_ text: String, _ world: World, _ plugins: PluginRegistry, _ speaker: Speaker) throws
        -> Subject
    {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            guard let found = world.subject(named: text) else {
                try speaker.stop(Diagnostic.unknownSubject(text, known: world.partyNames(nil)))
            }
            return found
        }
        guard let kind = plugins.subjectKinds.first(where: { $0.rawValue == parts[0] }) else {
            try speaker.stop(
                Diagnostic.unknownWord(parts[0], Text("对象种类", "kind of subject"), plugins.subjectKinds.map(\.rawValue)))
        }
        guard let found = world.subject(named: parts[1]) else {
            try speaker.stop(Diagnostic.unknownSubject(parts[1], known: world.partyNames(kind)))
        }
        guard found.kind == kind else { try speaker.stop(Diagnostic.ofOtherKind(parts[1], found.kind, kind)) }
        return found
    }
}

extension World {
    /// Identifiers of those who can owe something, of one kind or of all.
    fileprivate func partyNames(_ kind: SubjectKind?) -> [String] {
        let names: [SubjectKind: [String]] = [
            .cadre: cadres.map(\.id), .team: teams.map(\.id), .unit: units.map(\.id), .village: villages.map(\.code),
            .division: divisions.map(\.code),
        ]
        return SubjectKind.world.filter { kind == nil || $0 == kind }.flatMap { names[$0] ?? [] }
    }
}

extension Diagnostic {
    static func ofOtherKind(_ identifier: String, _ kind: SubjectKind, _ asked: SubjectKind) -> Diagnostic {
        Diagnostic(
            .usage("U706"), Text("“\(identifier)”不是\(asked.title.zh)", "'\(identifier)' is no \(asked.title.en)"),
            at: nil,
            expected: Text(same: "\(kind.rawValue):\(identifier)"), found: Text(same: "\(asked.rawValue):\(identifier)")
        )
    }

    static func outOfOrder(_ first: String, _ earlier: Day, _ second: String, _ later: Day) -> Diagnostic {
        Diagnostic(
            .usage("U705"),
            Text("\(first) \(earlier) 在 \(second) \(later) 之后", "\(first) \(earlier) is after \(second) \(later)"),
            at: nil,
            expected: Text("\(first) 不晚于 \(second)", "\(first) not after \(second)"))
    }
}
