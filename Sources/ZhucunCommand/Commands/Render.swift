import ArgumentParser
import PolicyYAML
import Rendering
import ZhucunKernel

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "把已评估的结果（JSON）排成报告 Make a report of results that `assess --format json` wrote."
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: "评估结果文件 File of results.")
    var results: String

    @Option(help: "输出格式 Format: text, json, csv, html.")
    var format: String = "text"

    @Option(help: "输出文件 File to write; the standard output when left out.")
    var out: String?

    func run() throws {
        let speaker = Speaker(common.language, asJSON: format == "json")
        guard let report = ReportFormats.named(format) else {
            let known = ReportFormats.all.map { $0.name }
            try speaker.stop(Diagnostic.unknownFormat(format, known))
        }
        var outputs = OutputCheck(results: results)
        try speaker.stop(outputs.problem(with: out, "--out"))
        let read: ResultsReader
        switch SourceFile.content(of: results, atMost: .max) {
        case .failure(let problem): try speaker.stop(Diagnostic.unreadableResults(results, problem.reason))
        case .success(let bytes):
            do throws(ResultsProblem) {
                read = try ResultsReader(bytes)
            } catch {
                try speaker.stop(error.diagnostic(of: results))
            }
        }
        do {
            let destination = try Destination(out)
            try read.write(as: report, common.language) { try destination.write($0) }
            try destination.finish()
        } catch let error as Unwritable {
            try speaker.stop(error.diagnostic)
        }
    }
}

extension Diagnostic {
    static func unreadableResults(_ path: String, _ reason: Text) -> Diagnostic {
        Diagnostic(
            .file("J104"), Text("无法读取评估结果“\(path)”（\(reason.zh)）", "cannot read the results '\(path)' (\(reason.en))"),
            at: nil
        )
    }
}
