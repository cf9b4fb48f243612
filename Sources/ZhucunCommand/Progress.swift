import PolicyYAML
import Synchronization
import ZhucunKernel
import ZhucunReports

/// How far a run has come, on a terminal only: one line, written over at most ten times a second.
final class Progress: Sendable {
    private struct State {
        /// When each thing that takes long was first heard of, and how much of it was done then.
        var begun: [String: (moment: Int, done: Int)] = [:]
        var shown = 0
    }

    private static let pause = 100_000_000
    private let speaker: Speaker
    private let state = Mutex(State())

    init(_ speaker: Speaker) { self.speaker = speaker }

    /// Bytes of a record file.
    func reading(_ file: String, _ done: Int, of total: Int) {
        show(file, done) { ProgressText.reading(file, done, of: total, rate: $0) }
    }

    func counties(_ done: Int, of total: Int) {
        show("", done) { ProgressText.counties(done, of: total, rate: $0) }
    }

    /// Before anything else is written to the same terminal.
    func wipe() { speaker.endProgress() }

    private func show(_ what: String, _ done: Int, _ text: (ProgressText.Rate) -> Text) {
        guard Speaker.isOnTerminal else { return }
        let now = PhaseTimes.now()
        let rate = state.withLock { state -> ProgressText.Rate? in
            let begun = state.begun[what] ?? (now, done)
            state.begun[what] = begun
            guard now - state.shown >= Progress.pause else { return nil }
            state.shown = now
            return ProgressText.Rate(done: done - begun.done, milliseconds: (now - begun.moment) / 1_000_000)
        }
        if let rate { speaker.progress(text(rate)) }
    }
}

extension Assessor.Request {
    /// Lets the reading of records be seen and timed.
    mutating func watched(by progress: Progress, _ times: PhaseTimes?) {
        onReading = { progress.reading($0, $1, of: $2) }
        self.times = times
    }
}

/// The line in words.
enum ProgressText {
    /// How much was done in a time; unknown while there is none.
    struct Rate {
        /// In a thousand seconds, so that a county that takes a minute has one too.
        private let perThousandSeconds: Int?

        init(done: Int, milliseconds: Int) {
            let (scaled, isTooMuch) = max(0, done).multipliedReportingOverflow(by: 1_000_000)
            perThousandSeconds = milliseconds > 0 && !isTooMuch ? scaled / milliseconds : nil
        }

        /// With one decimal below ten.
        var perSecond: String? {
            guard let rate = perThousandSeconds, rate >= 100 else { return nil }
            return rate < 10_000 ? "\(rate / 1000).\(rate % 1000 / 100)" : (rate / 1000).inGroups
        }

        var megabytesPerSecond: String? { perThousandSeconds.map { ($0 / 1_000_000_000).inGroups } }

        /// Seconds that the rest will take, rounded up.
        func seconds(for rest: Int) -> Int? {
            guard let rate = perThousandSeconds, rate > 0 else { return nil }
            let (scaled, isTooMuch) = rest.multipliedReportingOverflow(by: 1000)
            return isTooMuch ? nil : (scaled + rate - 1) / rate
        }
    }

    /// `读取 checkins.csv 43%　210 MB/s　还需 4 秒`; of a file of unknown size how much was read.
    static func reading(_ file: String, _ done: Int, of total: Int, rate: Rate) -> Text {
        // A file may grow while it is read.
        let percent = total > 0 ? total.dividingFullWidth(min(done, total).multipliedFullWidth(by: 100)).quotient : nil
        let share = percent.map { "\($0)%" } ?? "\((done / 1_000_000).inGroups) MB"
        let speed = rate.megabytesPerSecond.map { Text(same: "\($0) MB/s") }
        return joined([Text("读取 \(file) \(share)", "reading \(file) \(share)"), speed, left(total - done, rate)])
    }

    /// `评估 1,200/2,800 县　350 县/秒　还需 5 秒`.
    static func counties(_ done: Int, of total: Int, rate: Rate) -> Text {
        let count = "\(done.inGroups)/\(total.inGroups)"
        let speed = rate.perSecond.map { Text("\($0) 县/秒", "\($0) counties/s") }
        return joined([Text("评估 \(count) 县", "assessing \(count) counties"), speed, left(total - done, rate)])
    }

    /// Nothing when nothing is left, or nobody can say.
    private static func left(_ rest: Int, _ rate: Rate) -> Text? {
        guard rest > 0, let seconds = rate.seconds(for: rest) else { return nil }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        let time =
            switch seconds {
            case ..<60: Text("\(seconds) 秒", "\(seconds) s")
            case ..<3600: Text("\(minutes) 分 \(seconds % 60) 秒", "\(minutes) min \(seconds % 60) s")
            default: Text("\(hours) 小时 \(minutes) 分", "\(hours) h \(minutes) min")
            }
        return Text("还需 \(time.zh)", "\(time.en) left")
    }

    private static func joined(_ parts: [Text?]) -> Text {
        let parts = parts.compactMap(\.self)
        return Text(parts.map(\.zh).joined(separator: "　"), parts.map(\.en).joined(separator: "  "))
    }
}
