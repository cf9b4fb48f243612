import ArgumentParser
import CivilTime
import PolicyYAML
import Rendering
import ZhucunBulletins
import ZhucunKernel
import ZhucunReports

struct BulletinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "生成通报、排名、备案名单、召回建议等文书 Draw up the documents that a policy orders for a period.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var input: InputOptions

    @Option(help: "哪份文书（reports 中的 id），省略为全部 Which document; all of the period when left out.")
    var report: String?

    @Option(help: "落款日期 The date they bear.")
    var date: String?

    @Option(help: "输出格式 Format: md, html, xlsx.")
    var format: String = "md"

    @Option(
        help: "输出文件夹，只有一份时也可以是文件 Folder to write to; a file for a single document; the standard output when left out.")
    var out: String?

    @Flag(help: "有错误的记录行跳过 Use the good rows when some are bad.")
    var keepGoing = false

    @OptionGroup var timing: TimeOptions

    func run() async throws {
        let speaker = Speaker(common.language)
        guard let writer = BulletinWriters.named(format) else {
            try speaker.stop(Diagnostic.unknownFormat(format, BulletinWriters.all.map { $0.name }))
        }
        var bears: Day?
        if let date {
            guard let day = Day(date) else { try speaker.stop(Diagnostic.badDay(date)) }
            bears = day
        }
        let times = timing.times()
        let progress = Progress(speaker)
        let assessor = try times.measure(PhaseTimes.profiles) { try common.assessor }
        var diagnostics = Diagnostics()
        guard var request = await input.request(jobs: 2, traced: nil, &diagnostics) else {
            try speaker.stop(diagnostics)
        }
        request.watched(by: progress, times)
        let prepared = assessor.prepare(request, into: &diagnostics)
        progress.wipe()
        guard let prepared, keepGoing || !diagnostics.hasErrors else { try speaker.stop(diagnostics) }
        let results = ResultsMaker(prepared)
        let maker = BulletinMaker(ReportFacts(results.head, common.language), date: bears)
        let only = report
        var made: [MadeBulletin] = []
        let total = prepared.outlines.count
        progress.counties(0, of: total)
        try await assessor.assess(prepared, jobs: 2) { county, place in
            (
                place: place,
                documents: times.measure(PhaseTimes.rendering) {
                    maker.documents(of: results.results(county, at: place), only: only)
                }
            )
        } take: { part in
            made += part.documents
            progress.counties(part.place + 1, of: total)
        }
        progress.wipe()
        speaker.say(diagnostics.atLeast(.warning))
        guard !made.isEmpty else { try speaker.stop(nothing(prepared)) }
        try times.measure(PhaseTimes.writing) { try deliver(made, writer, speaker) }
        speaker.say(times)
        try speaker.end(diagnostics, prepared.faults)
    }

    /// One document goes to a file or the standard output, several into a folder.
    private func deliver(_ made: [MadeBulletin], _ writer: any BulletinWriter, _ speaker: Speaker) throws {
        let isFile = out?.hasSuffix("." + format) == true
        if made.count > 1, out == nil || isFile {
            let names = made.map(\.name)
            try speaker.stop(
                Diagnostic(
                    .usage("U702"),
                    Text("有 \(made.count) 份文书，须写入文件夹", "there are \(made.count) documents, which need a folder"),
                    at: nil,
                    found: Text(names.joined(separator: "、"), names.joined(separator: ", ")),
                    help: [Text("用 --out 文件夹，或用 --report 选一份", "give --out FOLDER, or choose one with --report")]))
        }
        let paths = made.map { bulletin in out.map { isFile ? $0 : $0 + "/" + bulletin.name + "." + format } }
        let written = try written(made, paths, writer, speaker)
        if let out, !isFile, let problem = Output.makeFolder(out) { try speaker.stop(problem) }
        for (bytes, path) in zip(written, paths) {
            if let problem = Output.deliver(bytes, to: path) { try speaker.stop(problem) }
            if let path, !isFile { try speaker.print(Array((onOneLine(path) + "\n").utf8)) }
        }
    }

    /// The documents of a period are written all or none: all that is wrong with any of them is told before the first has its file.
    private func written(_ made: [MadeBulletin], _ paths: [String?], _ writer: any BulletinWriter, _ speaker: Speaker)
        throws -> [[UInt8]]
    {
        var outputs = OutputCheck(common, records: input.records)
        var diagnostics = Diagnostics()
        var written: [[UInt8]] = []
        for (bulletin, path) in zip(made, paths) {
            if let problem = outputs.problem(with: path, "--out") { diagnostics.report(problem) }
            do throws(BulletinFailure) {
                written.append(try writer.write(bulletin.bulletin))
            } catch {
                diagnostics.report(error.diagnostic)
            }
        }
        if diagnostics.hasErrors { try speaker.stop(diagnostics) }
        return written
    }

    private func nothing(_ prepared: Assessor.Prepared) -> Diagnostic {
        let layouts = prepared.policies.flatMap { $0.snapshot(on: prepared.period.last)?.provisions ?? [] }.filter {
            $0.layout != nil
        }
        if let report, !layouts.contains(where: { $0.key.id == report || $0.key.description == report }) {
            return .unknownProvision(report, known: layouts.map(\.key.id))
        }
        let units = layouts.map { "\($0.key.id)（\($0.per?.title.zh ?? "")）" }
        return Diagnostic(
            .nothing("A611"),
            Text("\(prepared.period) 没有应印发的文书", "there is no document to draw up for \(prepared.period)"),
            at: nil,
            expected: Text(
                units.joined(separator: "、"),
                layouts.map { "\($0.key.id) (\($0.per?.title.en ?? ""))" }.joined(separator: ", ")))
    }
}
