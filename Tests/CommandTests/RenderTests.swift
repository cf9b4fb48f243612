internal import Foundation
internal import Testing
internal import ZhucunTesting

/// Results are data: what `assess --format json` wrote is read back, and every report made of it is the one that would have been made
/// at once.
@Suite struct RenderTests {
    /// A county that brings notes of every kind: ranges, ranks, proposals, records judged one by one.
    private static let results = Task { () throws -> ScratchFolder in
        let folder = try ScratchFolder()
        let made = try Program.run(
            "records sample --profile shanxi --cadres 12 --from 2023-07-01 --to 2023-09-30 --seed 3 --out \(folder.path)/records"
        )
        #expect(made.code == 0, "\(made.error)")
        return folder
    }

    @Test(arguments: [
        "", "--verdict breached", "--section attendance", "--subject C000003", "--as-of 2023-09-12",
        "--division 140622",
        "--kind household --provision visit-risk-households",
    ])
    func everyReportCanBeMadeAgain(options: String) async throws {
        let folder = try await RenderTests.results.value
        let assess = "assess --profile shanxi --period 2023-09 --records \(folder.path)/records \(options)"
        let json = try Program.run("\(assess) --format json")
        #expect(json.code == 0, "\(json.error)")
        let place = try ScratchFolder()
        let file = try place.write(json.output, to: "results.json")
        #expect(try Program.run("render \(file) --format json").output == json.output)
        for format in ["html", "text", "csv"] {
            for language in ["zh", "en"] {
                let report = "--format \(format) --language \(language)"
                #expect(
                    try Program.run("render \(file) \(report)") == Program.run("\(assess) \(report)"),
                    "\(format) \(language)")
            }
        }
    }

    @Test(arguments: [
        ("", "J101", "第 1 行第 1 字节起不是 JSON"), ("{\"version\":2,\n \"period\":tru}", "J101", "第 2 行第 11 字节起不是 JSON"),
        ("{\"version\":1}", "J102", "这是第 1 版的评估结果"), ("[]", "J103", "评估结果不完整：$.version"),
        ("{\"version\":2.5}", "J101", "第 1 行第 12 字节起不是 JSON"),
        (String(repeating: "[", count: 100), "J101", "第 1 行第 66 字节起不是 JSON"),
        ("{\"version\":2,\"policies\":[{}]}", "J103", "评估结果不完整：$.policies[0].provisions"),
    ])
    func whatIsNoResultsIsSaid(text: String, code: String, says: String) throws {
        let folder = try ScratchFolder()
        let result = try Program.run("render \(folder.write(text, to: "results.json"))")
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(result.error.hasPrefix("错误[\(code)]：\(says)\n"), "\(result.error)")
    }

    @Test func aFileThatIsNotThereOrReadIsNotWrittenOver() throws {
        let missing = try Program.run("render /no/such.json")
        #expect(missing.code == 4)
        #expect(missing.error.hasPrefix("错误[J104]：无法读取评估结果“/no/such.json”（没有这个文件）\n"), "\(missing.error)")
        let folder = try ScratchFolder()
        let file = try folder.write("{}", to: "results.json")
        let over = try Program.run("render \(file) --out \(file)")
        #expect(over.code == 4)
        #expect(over.error.contains("[W803]"), "\(over.error)")
        #expect(Program.text(file) == "{}")
    }
}
