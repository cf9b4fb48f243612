import ArgumentParser
import CMalloc
import Glibc
import PolicyYAML

/// Where the program starts. Its first thread waits for signals, the commands run on others.
@main
enum Main {
    static func main() {
        _ = TimeOptions.launch
        // Otherwise the memory of a thread grows by single pages, each with a call into the system. To be said before there are others.
        mallopt(M_TOP_PAD, 32 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        if let problem = Means.problem() { Threads.end(for: problem) }
        let signals = Interruption.held()
        Threads.tellOfLostOutput()
        Threads.startCommand()
        Interruption.wait(for: signals)
    }
}

/// What is done on other threads than the first.
private enum Threads {
    /// What the parser prints, such as help, stands in a buffer of the system's until the end.
    static func tellOfLostOutput() {
        atexit {
            guard fflush(nil) != 0 else { return }
            let problem = Unwritable(path: "-", number: errno)
            if problem.number == EPIPE { Interruption.endForBrokenPipe() }
            Threads.end(for: problem.diagnostic)
        }
    }

    /// Starting the first thread may take for ever, while the system has none to give: whoever waits for signals does not wait for it.
    static func startCommand() {
        var starter = pthread_t()
        let number = pthread_create(&starter, nil, { _ in
            Task.detached {
                await Zhucun.runCommand()
                exit(EXIT_SUCCESS)
            }
            return nil
        }, nil)
        if number != 0 { end(for: Means.noThread(number)) }
    }

    /// Before or after there are options: the words that were given tell how to speak.
    static func end(for problem: Diagnostic) -> Never {
        var diagnostics = Diagnostics()
        diagnostics.report(problem)
        Speaker(CommandLine.arguments.contains("en") ? .en : .zh, asJSON: CommandLine.arguments.contains("json")).say(diagnostics)
        _exit(Exit.file.rawValue)
    }
}

extension Zhucun {
    /// As the parser's own `main`, but that what was typed wrong is shown with its control characters spelled out.
    fileprivate static func runCommand() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let message = fullMessage(for: error)
            guard exitCode(for: error) == .validationFailure, !message.isEmpty else { exit(withError: error) }
            let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { onOneLine(String($0)) }
            Output.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
            exit(withError: Exit.usage)
        }
    }
}

/// The command line: the composition root, where profiles, modules and formats meet. Every command states its name: deriving it from
/// the type takes the parser a millisecond at each start.
struct Zhucun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhucun",
        abstract: "驻村干部考核：政策配置与记录进，可说明的结果出。 Assesses village-stationed cadres under a jurisdiction's own documents.",
        discussion: """
            退出码 exit codes: 0 完成 done; 1 政策配置有误 a profile is wrong; 2 记录有误 records are wrong; \
            3 没有可评估的内容 nothing to assess; 4 无法读写文件，或系统资源不足 a file cannot be read or written, or the system gives too little; \
            64 用法有误 usage; \
            130/143 被中断 interrupted.
            """,
        version: "0.2.0",
        subcommands: [Assess.self, Due.self, Explain.self, BulletinCommand.self, ProfileCommand.self, RecordsCommand.self, PluginCommand.self])
}
