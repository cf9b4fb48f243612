public import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// What `--trace-time` tells: where a run's time went.
public enum TimesReport {
    /// The whole run, in the nanoseconds of `PhaseTimes` and the bytes that it had in memory at most.
    public struct Run {
        let wall: Int
        let worked: Int
        let memory: Int

        public init(wall: Int, worked: Int, memory: Int) {
            self.wall = wall
            self.worked = worked
            self.memory = memory
        }
    }

    public static func text(_ times: PhaseTimes, _ run: Run, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        page.line(Text("用时（评估、生成报告和写出同时进行）", "Time (judging, rendering and writing go on at once)"))
        let rows = times.phases.map { phase in
            [
                phase.name, milliseconds(phase.wall), together(phase), processor(phase.worked, of: phase.busy),
                count(phase), rate(phase),
            ].map { $0(language) }
        }
        let memory = Text(
            "内存最多 \((run.memory / 1_000_000).inGroups) MB", "at most \((run.memory / 1_000_000).inGroups) MB of memory")
        let all = [
            Text("合计", "in all"), milliseconds(run.wall), Text(same: ""), processor(run.worked, of: run.wall), memory,
            Text(same: ""),
        ]
        page.table(rows + [all.map { $0(language) }], indent: "  ")
        return page.bytes
    }

    public static func json(_ times: PhaseTimes, _ run: Run) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("phases") { json in
                for phase in times.phases {
                    json.object { json in
                        json.string("phase", phase.name.en)
                        json.number("wall_ms", phase.wall / 1_000_000)
                        json.number("jobs_ms", phase.busy / 1_000_000)
                        json.number("processor_ms", phase.worked / 1_000_000)
                        if let unit = phase.unit { json.number(unit.rawValue, phase.count) }
                    }
                }
            }
            json.number("wall_ms", run.wall / 1_000_000)
            json.number("processor_ms", run.worked / 1_000_000)
            json.number("memory_bytes", run.memory)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func milliseconds(_ time: Int) -> Text {
        let count = (time / 1_000_000).inGroups
        return Text("\(count) 毫秒", "\(count) ms")
    }

    /// Where several jobs were in a phase at once.
    private static func together(_ phase: PhaseTimes.Phase) -> Text {
        guard phase.busy / 1_000_000 > phase.wall / 1_000_000 else { return Text(same: "") }
        let sum = milliseconds(phase.busy)
        return Text("各任务共 \(sum.zh)", "\(sum.en) of all jobs")
    }

    private static func processor(_ worked: Int, of time: Int) -> Text {
        let share = time > 0 ? worked / max(1, time / 100) : 100
        return Text("处理器 \(share)%", "processor \(share)%")
    }

    private static func count(_ phase: PhaseTimes.Phase) -> Text {
        switch phase.unit {
        case nil: Text(same: "")
        case .rows: Text("\(phase.count.inGroups) 行", "\(phase.count.inGroups) rows")
        case .counties: Text("\(phase.count.inGroups) 县", "\(phase.count.inGroups) counties")
        case .bytes: Text(same: "\((phase.count / 1_000_000).inGroups) MB")
        }
    }

    private static func rate(_ phase: PhaseTimes.Phase) -> Text {
        let milliseconds = phase.wall / 1_000_000
        guard let unit = phase.unit, milliseconds > 0 else { return Text(same: "") }
        let count = (phase.count * 1000 / milliseconds).inGroups
        switch unit {
        case .rows: return Text("\(count) 行/秒", "\(count) rows/s")
        case .counties: return Text("\(count) 县/秒", "\(count) counties/s")
        case .bytes: return Text(same: "\((phase.count / 1000 / milliseconds).inGroups) MB/s")
        }
    }
}

extension Int {
    /// `1,200`.
    public var inGroups: String {
        let digits = String(magnitude)
        let groups = digits.enumerated().map { place, digit in
            place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : String(digit)
        }
        return (self < 0 ? "-" : "") + groups.joined()
    }
}
