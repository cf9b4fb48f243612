import ArgumentParser
import CMalloc

/// The command line: the composition root, where profiles, modules and formats meet. Every command states its name: deriving it from
/// the type takes the parser a millisecond at each start.
@main
struct Zhucun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhucun",
        abstract: "驻村干部考核：政策配置与记录进，可说明的结果出。 Assesses village-stationed cadres under a jurisdiction's own documents.",
        discussion: """
            退出码 exit codes: 0 完成 done; 1 政策配置有误 a profile is wrong; 2 记录有误 records are wrong; \
            3 没有可评估的内容 nothing to assess; 4 无法读写文件 a file cannot be read or written; 64 用法有误 usage.
            """,
        version: "0.2.0",
        subcommands: [Assess.self, Due.self, Explain.self, BulletinCommand.self, ProfileCommand.self, RecordsCommand.self, PluginCommand.self])

    /// On the main thread still: where memory grows has to be said before others ask for it.
    @MainActor static func main() async {
        // Otherwise the memory of a thread grows by single pages, each with a call into the system.
        mallopt(M_TOP_PAD, 32 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        await main(nil)
    }
}
