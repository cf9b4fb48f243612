import ArgumentParser
import CMalloc
import Glibc

/// Where the program starts. Its first thread waits for signals, the commands run on others.
@main
enum Main {
    static func main() {
        _ = TimeOptions.launch
        // Otherwise the memory of a thread grows by single pages, each with a call into the system. To be said before there are others.
        mallopt(M_TOP_PAD, 32 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        let signals = Interruption.held()
        Task.detached {
            await Zhucun.main()
            exit(EXIT_SUCCESS)
        }
        Interruption.wait(for: signals)
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
            3 没有可评估的内容 nothing to assess; 4 无法读写文件 a file cannot be read or written; 64 用法有误 usage; \
            130/143 被中断 interrupted.
            """,
        version: "0.2.0",
        subcommands: [Assess.self, Due.self, Explain.self, BulletinCommand.self, ProfileCommand.self, RecordsCommand.self, PluginCommand.self])
}
