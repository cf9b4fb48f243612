internal import ArgumentParser
import CMalloc
import Glibc
import PolicyYAML
public import ZhucunKernel

/// The command line as a library: an executable of one's own passes its modules beside the built-in ones.
///
/// ```swift
/// ZhucunCommand.main(modules: BuiltInPlugins.all + [PluginEntry(FloodPatrol.self)])
/// ```
public enum ZhucunCommand {
    /// What every command works with.
    @TaskLocal static var registry = PluginRegistry([])

    /// Runs the command that the process was started with, and ends the process with its exit code.
    ///
    /// The first thread waits for signals, the commands run on others: call it from the main thread, before there are others.
    ///
    /// - Parameter modules: in any order. Two of one id, a reserved id, or two that declare one record kind differently end every
    ///   command with exit code 70 and a diagnostic (M501 to M505).
    public static func main(modules: [PluginEntry]) -> Never {
        _ = TimeOptions.launch
        // Otherwise the memory of a thread grows by single pages, each with a call into the system. To be said before there are others.
        mallopt(M_TOP_PAD, 32 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        if let problem = Means.problem() { Threads.end(for: problem) }
        let registry = PluginRegistry(modules)
        if registry.diagnostics.hasErrors { Threads.end(for: registry.diagnostics, with: Exit.module) }
        LastWords.install()
        let signals = Interruption.held()
        Threads.tellOfLostOutput()
        Threads.startCommand(registry)
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
    static func startCommand(_ registry: PluginRegistry) {
        var starter = pthread_t()
        let number = pthread_create(
            &starter, nil,
            { registry in
                // Its one reference came from below.
                guard let registry = registry.map({ Unmanaged<Handed>.fromOpaque($0).takeRetainedValue().registry })
                else { return nil }
                Task.detached {
                    await ZhucunCommand.$registry.withValue(registry) { await Zhucun.runCommand() }
                    exit(EXIT_SUCCESS)
                }
                return nil
            }, Unmanaged.passRetained(Handed(registry)).toOpaque())
        if number != 0 { end(for: Means.noThread(number)) }
    }

    /// Before or after there are options: the words that were given tell how to speak.
    static func end(for problem: Diagnostic) -> Never {
        var diagnostics = Diagnostics()
        diagnostics.report(problem)
        end(for: diagnostics, with: Exit.file)
    }

    static func end(for diagnostics: Diagnostics, with code: ExitCode) -> Never {
        Speaker(CommandLine.arguments.contains("en") ? .en : .zh, asJSON: CommandLine.arguments.contains("json")).say(
            diagnostics)
        _exit(code.rawValue)
    }

    /// What a thread is started with.
    private final class Handed: Sendable {
        let registry: PluginRegistry

        init(_ registry: PluginRegistry) { self.registry = registry }
    }
}

extension Zhucun {
    /// As the parser's own `main`, but that what was typed wrong is shown with its control characters spelled out.
    fileprivate static func runCommand() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let problem = UnknownCommand.problem(arguments) {
            var diagnostics = Diagnostics()
            diagnostics.report(problem)
            Speaker(arguments.contains("en") || arguments.contains("--language=en") ? .en : .zh).say(diagnostics)
            exit(withError: Exit.usage)
        }
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
            64 用法有误 usage; 70 模块有误 a module is wrong; \
            130/143 被中断 interrupted.
            """,
        version: "0.2.0",
        subcommands: [
            Assess.self, Render.self, Due.self, Explain.self, BulletinCommand.self, ProfileCommand.self,
            RecordsCommand.self, PluginCommand.self,
        ])
}
