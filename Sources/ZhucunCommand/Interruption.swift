internal import Files
import Glibc
import ZhucunKernel

/// Ctrl-C and the like leave nothing half-written.
enum Interruption {
    /// Holds back the signals that end a program; to be called before there is a second thread, as threads inherit what is held.
    static func held() -> sigset_t {
        var held = sigset_t()
        sigemptyset(&held)
        for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { sigaddset(&held, signal) }
        pthread_sigmask(SIG_BLOCK, &held, nil)
        _ = endsForBrokenPipe
        return held
    }

    /// Waits for one of them, removes what is unfinished and ends the program as if the signal had.
    static func wait(for signals: sigset_t) -> Never {
        var signals = signals
        var signal: Int32 = 0
        while sigwait(&signals, &signal) != 0 {}
        Unfinished.discardAll {
            Speaker.wipeLine()
            _exit(128 + signal)
        }
    }

    /// Whether the one who started the program wants it to end when nobody reads what it writes. From here on it is told as an error
    /// first, so that what is unfinished can be removed.
    private static let endsForBrokenPipe: Bool = {
        guard !isIgnored(SIGPIPE) else { return false }
        Glibc.signal(SIGPIPE, SIG_IGN)
        return true
    }()

    /// Ends the program as the signal would have; returns when it is ignored.
    static func endForBrokenPipe() {
        guard endsForBrokenPipe else { return }
        Unfinished.discardAll {
            Glibc.signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
            _exit(128 + SIGPIPE)
        }
    }

    /// Whoever starts a program may have it ignore some, as shells do in the background.
    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
