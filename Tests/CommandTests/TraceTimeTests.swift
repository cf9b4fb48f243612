internal import Foundation
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel

/// Where a run's time went.
@Suite struct TraceTimeTests {
    @Test(arguments: [
        ("assess", "--period 2023-07", ["启动", "读取政策配置", "读取记录", "评估", "生成报告", "写出"]),
        ("due", "--as-of 2023-08-12", ["启动", "读取政策配置", "读取记录", "评估", "生成报告", "写出"]),
        ("explain", "--period 2023-07 --subject C1", ["启动", "读取政策配置", "读取记录", "评估", "生成报告", "写出"]),
    ])
    func everyPhaseIsTold(command: String, options: String, phases: [String]) throws {
        let county = try DueCounty()
        let told = try county.run(command, options + " --trace-time")
        #expect(told.code == 0)
        #expect(told.output == (try county.output(command, options)))
        let lines = told.error.split(separator: "\n").dropFirst()
        #expect(lines.map { String($0.drop { $0 == " " }.prefix { $0 != " " }) } == phases + ["合计"])
        #expect(lines.allSatisfy { $0.contains("毫秒") && $0.contains("处理器") })
    }

    @Test func inJSON() throws {
        let told = try DueCounty().run("assess", "--period 2023-07 --format json --trace-time")
        let times = try #require(JSONSerialization.jsonObject(with: Data(told.error.utf8)) as? [String: Any])
        let phases = try #require(times["phases"] as? [[String: Any]])
        #expect(
            phases.map { $0["phase"] as? String } == [
                "start", "reading profiles", "reading records", "judging", "rendering", "writing",
            ])
        #expect(phases.allSatisfy { $0["wall_ms"] is Int && $0["jobs_ms"] is Int && $0["processor_ms"] is Int })
        // The county, its city and its province.
        #expect(phases[3]["counties"] as? Int == 3)
        #expect(times["memory_bytes"] as? Int ?? 0 > 1_000_000)
    }

    @Test func nobodyAsked() throws {
        #expect(try DueCounty().run("assess", "--period 2023-07").error == "")
        var isDone = false
        PhaseTimes?.none.measure(PhaseTimes.judging) { isDone = true }
        #expect(isDone)
    }

    /// The time of two jobs at once is told as such, and once as the clock has it.
    @Test func jobsAtOnce() async {
        let times = PhaseTimes(since: PhaseTimes.now())
        await withTaskGroup { group in
            for _ in 0..<2 {
                group.addTask { times.measure(PhaseTimes.judging, .counties, count: { _ in 3 }) { _ = usleep(50_000) } }
            }
        }
        let phase = times.phases[1]
        #expect(phase.name == PhaseTimes.judging && phase.count == 6)
        #expect(phase.busy >= 100_000_000 && phase.wall >= 50_000_000 && phase.wall <= phase.busy)
        #expect(phase.worked < phase.busy)
    }
}
