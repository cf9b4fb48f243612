import ArgumentParser
import CivilTime
import PolicyYAML
import ZhucunKernel
import ZhucunReports

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "说明一个对象的结果 Explain one subject's results, day by day and number by number.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var input: InputOptions

    @Option(help: "对象的编号或姓名 Identifier or name of the cadre, team or village.")
    var subject: String

    @Option(help: "只看一条 Only this provision: its id, or section/id.")
    var provision: String?

    @Flag(help: "逐步说明，每个数字写明条款、文件和行 The whole trace, each number with its clause, file and line.")
    var full = false

    @Option(help: "只说明这一天 Only this day, such as 2023-09-14; without --period that of its month.")
    var day: String?

    @OptionGroup var form: FormatOption

    @Flag(help: "有错误的记录行跳过 Use the good rows when some are bad.")
    var keepGoing = false

    @Option(help: "从快照续算，只读新增的打卡 Go on from a snapshot: of the check-ins only new rows are read.")
    var resume: String?

    @OptionGroup var timing: TimeOptions

    func run() async throws {
        let speaker = try form.speaker(common.language)
        let day = try day.map { text in
            guard let day = Day(text) else { try speaker.stop(Diagnostic.badDay(text)) }
            return day
        }
        var input = input
        if let day, input.period == nil { input.period = Period(containing: day, unit: .month).description }
        var diagnostics = Diagnostics()
        let times = timing.times()
        let progress = Progress(speaker)
        let assessor = try times.measure(PhaseTimes.profiles) { try common.assessor }
        guard var request = await input.request(jobs: 2, traced: subject, &diagnostics) else {
            try speaker.stop(diagnostics)
        }
        request.watched(by: progress, times)
        request.provisions = provision.map { [$0] } ?? []
        request.resume = resume
        var problems = Diagnostics()
        var explained: Explained?
        var meant = subject
        // Whatever stands in the way is told from all records. A name is looked up in them, then the one who has it is asked for.
        for around in resume == nil || keepGoing ? [nil] : [subject, nil] where explained == nil {
            problems = diagnostics
            request.around = around
            explained = try explain(assessor, request, &meant, times, &problems)
            if explained == nil, meant != subject {
                problems = diagnostics
                request.traced = meant
                explained = try explain(assessor, request, &meant, times, &problems)
            }
        }
        progress.wipe()
        guard let explained else { try speaker.stop(problems) }
        // Notes on the profile are for its office: `profile check` prints them.
        speaker.say(problems.atLeast(.warning))
        let bytes = times.measure(PhaseTimes.rendering) {
            form.isJSON
                ? ExplanationReport.json(explained.explanation, explained.world)
                : ExplanationReport.text(
                    explained.explanation, explained.world, request.period,
                    ExplanationOptions(
                        day.map(ExplanationOptions.Depth.day) ?? (full ? .full : .brief), asOf: request.asOf,
                        NodeWords(assessor.store.keyNames, explained.words, common.language), common.language))
        }
        let problem = times.measure(PhaseTimes.writing) { Output.deliver(bytes, to: nil) }
        if let problem { try speaker.stop(problem) }
        speaker.say(times)
        try speaker.end(problems, explained.faults)
    }

    private typealias Explained = (explanation: SubjectExplanation, world: World, words: Words, faults: FaultLog)

    /// Nil when it cannot be explained: the diagnostics say why. Where a name was given, `meant` becomes the identifier.
    private func explain(
        _ assessor: Assessor, _ request: Assessor.Request, _ meant: inout String, _ times: PhaseTimes?,
        _ diagnostics: inout Diagnostics
    ) throws -> Explained? {
        guard let prepared = assessor.prepare(request, into: &diagnostics), keepGoing || !diagnostics.hasErrors else {
            return nil
        }
        var problems = Diagnostics()
        guard let identifier = prepared.records.world.identifier(meantBy: meant, into: &problems) else {
            diagnostics = problems
            return nil
        }
        guard identifier == meant else {
            meant = identifier
            return nil
        }
        let found = try times.measure(PhaseTimes.judging) {
            try assessor.explain(identifier, only: provision, prepared, into: &problems)
        }
        if found == nil { diagnostics = problems }
        return found.map { found -> Explained in
            let policy = prepared.policies.first { $0.profile.code == found.profile.code }
            return (
                found, prepared.records.world, policy?.snapshots.last?.words ?? .none, prepared.faults
            )
        }
    }
}
