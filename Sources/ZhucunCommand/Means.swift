import Glibc
import PolicyYAML
import ZhucunKernel

/// What the system has to give before anything can be done: what is beneath the program waits for ever when no thread can be started,
/// and traps without descriptors.
enum Means {
    /// As many as judging and reading start on this machine, and one that they share.
    private static var threads: Int { 2 * max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) + 2 }
    private static let descriptors = 16

    /// What is missing; nil when everything is there. To be called before there is a second thread.
    static func problem() -> Diagnostic? {
        // Otherwise the next file that is opened would be taken for the output.
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
        if let number = descriptorError() {
            return lacking(
                .file("W805"), number,
                Text("可打开的文件太少，至少要 \(descriptors) 个", "too few files can be open; \(descriptors) are needed"),
                Text(same: "ulimit -n"))
        }
        return threadError().map(noThread)
    }

    static func noThread(_ number: Int32) -> Diagnostic {
        lacking(
            .file("W806"), number,
            Text("可启动的线程太少，要 \(threads) 个", "too few threads can be started; \(threads) are needed"),
            Text(same: "ulimit -u"))
    }

    private static func lacking(_ code: Diagnostic.Code, _ number: Int32, _ message: Text, _ limit: Text) -> Diagnostic
    {
        let reason = String(cString: strerror(number))
        return Diagnostic(
            code, Text("\(message.zh)（\(reason)）", "\(message.en) (\(reason))"), at: nil,
            help: [Text("放宽限制（\(limit.zh)），或稍后再试", "raise the limit (\(limit.en)), or try again later")])
    }

    private static func descriptorError() -> Int32? {
        var opened: [Int32] = []
        defer { opened.forEach { close($0) } }
        for _ in 0..<descriptors {
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return errno }
            opened.append(descriptor)
        }
        return nil
    }

    /// All at the same time: each waits until the last has been started.
    private static func threadError() -> Int32? {
        var gate = pthread_mutex_t()
        pthread_mutex_init(&gate, nil)
        return withUnsafeMutablePointer(to: &gate) { gate in
            pthread_mutex_lock(gate)
            var started: [pthread_t] = []
            var number: Int32 = 0
            while started.count < threads, number == 0 {
                var thread = pthread_t()
                number = pthread_create(
                    &thread, nil,
                    { gate in
                        let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self)
                        gate.map { _ = pthread_mutex_lock($0) }
                        gate.map { _ = pthread_mutex_unlock($0) }
                        return nil
                    }, gate)
                if number == 0 { started.append(thread) }
            }
            pthread_mutex_unlock(gate)
            started.forEach { pthread_join($0, nil) }
            return number == 0 ? nil : number
        }
    }
}
