import ArgumentParser
import Glibc
import ZhucunKernel
import ZhucunReports

/// Where the time goes, for those who ask.
struct TimeOptions: ParsableArguments {
    @Flag(help: "结束后说明时间用在哪里 Say afterwards where the time went.")
    var traceTime = false

    /// The moment at which the program was started.
    static let launch = PhaseTimes.now()

    func times() -> PhaseTimes? { traceTime ? PhaseTimes(since: TimeOptions.launch) : nil }
}

extension Speaker {
    /// After the results, beside them.
    func say(_ times: PhaseTimes?) {
        guard let times else { return }
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        let run = TimesReport.Run(
            wall: PhaseTimes.now() - TimeOptions.launch, worked: PhaseTimes.workedInAll, memory: usage.ru_maxrss * 1024)
        Output.write(asJSON ? TimesReport.json(times, run) : TimesReport.text(times, run, language), to: 2)
    }
}
