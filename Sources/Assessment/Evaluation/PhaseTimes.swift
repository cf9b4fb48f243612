import Glibc
internal import PolicyYAML
import Synchronization

/// Where a run's time goes, phase by phase.
public final class PhaseTimes: Sendable {
    /// What a phase gets through.
    package enum Unit: String, Sendable { case rows, counties, bytes }

    /// A part of a run, and the time that it took.
    package struct Phase: Sendable {
        /// What the phase is called, by which it is known.
        package let name: Text
        /// What it gets through; nil where nothing is counted.
        package let unit: Unit?
        /// How many of the unit it got through.
        public fileprivate(set) var count = 0
        /// Nanoseconds in which at least one job was in it.
        public fileprivate(set) var wall = 0
        /// Nanoseconds in it of all jobs together: more than ``wall`` where several were in it at once.
        public fileprivate(set) var busy = 0
        /// Nanoseconds of ``busy`` in which the processor worked.
        public fileprivate(set) var worked = 0
        fileprivate var jobs = 0
        fileprivate var since = 0
    }

    /// From the start of the program until somebody looks at a clock.
    package static let start = Text("启动", "start")
    /// Reading profiles and resolving their editions.
    package static let profiles = Text("读取政策配置", "reading profiles")
    /// Reading record files, a snapshot too; what ledgers take is taken meanwhile.
    package static let records = Text("读取记录", "reading records")
    /// Judging, county by county.
    package static let judging = Text("评估", "judging")
    /// Making a report of what was found.
    package static let rendering = Text("生成报告", "rendering")
    /// Writing the report to where it goes.
    package static let writing = Text("写出", "writing")

    private let known: Mutex<[Phase]>

    /// `began` is the moment on `now` at which the run started.
    package init(since began: Int) {
        var start = Phase(name: PhaseTimes.start, unit: nil)
        start.worked = PhaseTimes.workedInAll
        // Some work was done before there was anybody to look at a clock.
        start.wall = max(PhaseTimes.now() - began, start.worked)
        start.busy = start.wall
        known = Mutex([start])
    }

    /// In the order in which they first began.
    package var phases: [Phase] { known.withLock { $0 } }

    /// Runs a part of a phase; `count` says how much was got through. What works on other threads for it is only known when
    /// nothing else is going on meanwhile.
    package func measure<Made>(
        _ name: Text, _ unit: Unit? = nil, count: (Made) -> Int = { _ in 0 }, isAlone: Bool = false,
        _ body: () throws -> Made
    ) rethrows -> Made {
        let processor = isAlone ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID
        let worked = PhaseTimes.clock(processor)
        let began = begin(name, unit)
        defer { end(name, began, worked: PhaseTimes.clock(processor) - worked) }
        let made = try body()
        let counted = count(made)
        change(name) { $0.count += counted }
        return made
    }

    private func begin(_ name: Text, _ unit: Unit?) -> Int {
        known.withLock { phases in
            let place = phases.firstIndex { $0.name == name } ?? phases.endIndex
            if place == phases.endIndex { phases.append(Phase(name: name, unit: unit)) }
            let now = PhaseTimes.now()
            if phases[place].jobs == 0 { phases[place].since = now }
            phases[place].jobs += 1
            return now
        }
    }

    private func end(_ name: Text, _ began: Int, worked: Int) {
        let now = PhaseTimes.now()
        change(name) { phase in
            phase.jobs -= 1
            phase.busy += now - began
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
    package static func now() -> Int { clock(CLOCK_MONOTONIC) }

    /// Nanoseconds that the processor has worked for the whole run.
    package static var workedInAll: Int { clock(CLOCK_PROCESS_CPUTIME_ID) }

    private static func clock(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

extension PhaseTimes? {
    /// The same, and no more than the work where nobody asks for times.
    package func measure<Made>(
        _ name: Text, _ unit: PhaseTimes.Unit? = nil, count: (Made) -> Int = { _ in 0 }, isAlone: Bool = false,
        _ body: () throws -> Made
    ) rethrows -> Made {
        if let self { try self.measure(name, unit, count: count, isAlone: isAlone, body) } else { try body() }
    }
}

extension Records {
    /// Rows of all files, good or bad.
    var rowCount: Int { counts.reduce(0) { $0 + $1.rows } }
}
