import Glibc
public import PolicyYAML
import Synchronization

/// Where a run's time goes, phase by phase.
public final class PhaseTimes: Sendable {
    /// What a phase gets through.
    public enum Unit: String, Sendable { case rows, counties, bytes }

    public struct Phase: Sendable {
        public let name: Text
        public let unit: Unit?
        public fileprivate(set) var count = 0
        /// Nanoseconds in which at least one job was in it, those of all jobs together, and what of these the processor worked.
        public fileprivate(set) var wall = 0
        public fileprivate(set) var busy = 0
        public fileprivate(set) var worked = 0
        fileprivate var jobs = 0
        fileprivate var since = 0
    }

    public static let start = Text("启动", "start")
    public static let profiles = Text("读取政策配置", "reading profiles")
    public static let records = Text("读取记录", "reading records")
    public static let judging = Text("评估", "judging")
    public static let rendering = Text("生成报告", "rendering")
    public static let writing = Text("写出", "writing")

    private let known: Mutex<[Phase]>

    /// `began` is the moment on `now` at which the run started.
    public init(since began: Int) {
        var start = Phase(name: PhaseTimes.start, unit: nil)
        start.worked = PhaseTimes.workedInAll
        // Some work was done before there was anybody to look at a clock.
        start.wall = max(PhaseTimes.now() - began, start.worked)
        start.busy = start.wall
        known = Mutex([start])
    }

    /// In the order in which they first began.
    public var phases: [Phase] { known.withLock { $0 } }

    /// Runs a part of a phase, on the thread that asks; `count` says how much was got through.
    public func measure<Made>(_ name: Text, _ unit: Unit? = nil, count: (Made) -> Int = { _ in 0 }, _ body: () throws -> Made) rethrows -> Made {
        let worked = PhaseTimes.clock(CLOCK_THREAD_CPUTIME_ID)
        let began = begin(name, unit)
        defer { end(name, busy: PhaseTimes.now() - began, worked: PhaseTimes.clock(CLOCK_THREAD_CPUTIME_ID) - worked) }
        let made = try body()
        let counted = count(made)
        change(name) { $0.count += counted }
        return made
    }

    private func begin(_ name: Text, _ unit: Unit?) -> Int {
        known.withLock { phases in
            if !phases.contains(where: { $0.name == name }) { phases.append(Phase(name: name, unit: unit)) }
        }
        let now = PhaseTimes.now()
        change(name) { phase in
            if phase.jobs == 0 { phase.since = now }
            phase.jobs += 1
        }
        return now
    }

    private func end(_ name: Text, busy: Int, worked: Int) {
        let now = PhaseTimes.now()
        change(name) { phase in
            phase.jobs -= 1
            phase.busy += busy
            phase.worked += worked
            if phase.jobs == 0 { phase.wall += now - phase.since }
        }
    }

    private func change(_ name: Text, _ body: (inout Phase) -> Void) {
        known.withLock { phases in
            if let place = phases.firstIndex(where: { $0.name == name }) { body(&phases[place]) }
        }
    }

    /// Nanoseconds on a clock that is never set back.
    public static func now() -> Int { clock(CLOCK_MONOTONIC) }

    /// Nanoseconds that the processor has worked for the whole run.
    public static var workedInAll: Int { clock(CLOCK_PROCESS_CPUTIME_ID) }

    private static func clock(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

extension PhaseTimes? {
    /// The same, and no more than the work where nobody asks for times.
    public func measure<Made>(
        _ name: Text, _ unit: PhaseTimes.Unit? = nil, count: (Made) -> Int = { _ in 0 }, _ body: () throws -> Made
    ) rethrows -> Made {
        if let self { try self.measure(name, unit, count: count, body) } else { try body() }
    }
}
