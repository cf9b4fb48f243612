internal import Files
import Glibc
import ZhucunKernel

/// What is said when a module's code traps: which provision it was judging. Runs out of stack are not told.
enum LastWords {
    private static let signals = [SIGILL, SIGTRAP, SIGFPE, SIGSEGV, SIGBUS]

    /// After the words the program ends as it would have, by the same signal.
    static func install() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            // Once: what follows may trap too.
            for number in LastWords.signals { Glibc.signal(number, SIG_DFL) }
            Doing.write("\n错误[M511]：程序异常终止，当时正在判断条款 the program trapped while judging ", to: STDERR_FILENO)
            if !Doing.write(to: STDERR_FILENO) { Doing.write("—", to: STDERR_FILENO) }
            Doing.write(
                "\n  = 建议：把这一行告诉该条款所属模块的作者 tell the author of its module; no partial file is left\n", to: STDERR_FILENO)
            Unfinished.discardForCrash()
            raise(signal)
        }
        sigemptyset(&action.sa_mask)
        // So that the handler makes nothing for the first time.
        Doing.prepare()
        for signal in signals { sigaction(signal, &action, nil) }
    }
}
