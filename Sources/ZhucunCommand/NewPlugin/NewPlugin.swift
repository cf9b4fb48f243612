import ArgumentParser
internal import Files
import Glibc
import PolicyYAML
import ZhucunKernel

extension PluginCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "新建一个模块 Write a module to start from: in Plugins/, or as a package of its own.")
        @OptionGroup var common: CommonOptions
        @Argument(help: "模块名，如 flood-patrol The module's name: small letters and hyphens.") var name: String
        @Option(help: "写成独立的包，放在这个新文件夹 Write a package of its own into this new folder.") var package: String?
        @Option(help: "本仓库的位置（默认：当前文件夹，或程序所在的仓库） Where zhucun's repository is.") var repository: String?

        func run() throws {
            let speaker = Speaker(common.language, asJSON: false)
            let template = PluginTemplate(name: name)
            if let problem = problem(with: template) { try speaker.stop(problem) }
            guard let root = repository ?? Repository.find() else { try speaker.stop(.noRepository()) }
            guard Repository.isOne(root) else { try speaker.stop(.notARepository(root)) }
            let files =
                package.map { package in
                    template.package(zhucun: Repository.path(to: root, from: package)).map {
                        ("\(package)/\($0.path)", $0.text)
                    }
                }
                ?? template.inRepository.map { ("\(root)/\($0.path)", $0.text) }
            var copies: [(from: String, to: String)] = []
            if let package {
                for folder in ["china", "calendars", "keys"] {
                    copies += Repository.files(in: "\(root)/Profiles/\(folder)").map {
                        ("\(root)/Profiles/\(folder)/\($0)", "\(package)/Profiles/\(folder)/\($0)")
                    }
                }
            }
            // Nothing that is there is written over: all is looked at before the first is written.
            if let taken = (files.map(\.0) + copies.map(\.to)).first(where: { access($0, F_OK) == 0 }) {
                try speaker.stop(.alreadyThere(taken))
            }
            for (path, text) in files { try write(Array(text.utf8), to: path, speaker) }
            for (from, to) in copies {
                guard let bytes = SourceFile.bytes(of: from, limits: .profile) else {
                    try speaker.stop(.notARepository(root))
                }
                try write(bytes, to: to, speaker)
            }
            try speaker.print(Array((said(files.map(\.0), template)(common.language) + "\n").utf8))
        }

        private func problem(with template: PluginTemplate) -> Diagnostic? {
            let letters = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }
            let words = name.split(separator: "-", omittingEmptySubsequences: false)
            guard letters, !words.contains("") else { return .badModuleName(name) }
            return common.registry.plugin(template.id) == nil
                && !common.registry.kinds.contains { $0.name == template.id } ? nil : .moduleExists(template.id)
        }

        private func write(_ bytes: [UInt8], to path: String, _ speaker: Speaker) throws {
            let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            for end in folders.indices where !folders[...end].joined(separator: "/").isEmpty {
                if let problem = Output.makeFolder(folders[...end].joined(separator: "/")) { try speaker.stop(problem) }
            }
            if let problem = Output.deliver(bytes, to: path) { try speaker.stop(problem) }
        }

        /// What was written, and what to do next.
        private func said(_ files: [String], _ template: PluginTemplate) -> Text {
            let list = files.map { "  \($0)" }.joined(separator: "\n")
            let next =
                package.map {
                    "  cd \($0)\n  swift build --build-tests && swift test --skip-build\n  .build/debug/zhucun-\(name) profile test example --profiles Profiles"
                }
                ?? "  make plugins\n  swift build --build-tests && swift test --skip-build --filter \(template.type)Tests\n  .build/debug/zhucun plugin show \(template.id)"
            return Text("已写好：\n\(list)\n接下来：\n\(next)", "Written:\n\(list)\nNext:\n\(next)")
        }
    }
}

/// Where zhucun's own sources are.
private enum Repository {
    static func isOne(_ path: String) -> Bool {
        access("\(path)/Plugins/generate.sh", F_OK) == 0 && access("\(path)/Profiles/china", F_OK) == 0
    }

    /// The folder at hand or one around it, else one around the program.
    static func find() -> String? {
        let folders = [realpath("."), realpath("/proc/self/exe")].compactMap(\.self)
        for folder in folders {
            var parts = folder.split(separator: "/")
            while !parts.isEmpty {
                let path = "/" + parts.joined(separator: "/")
                if isOne(path) { return path }
                parts.removeLast()
            }
        }
        return nil
    }

    /// From a folder that need not be there yet, by way of what both have in common.
    static func path(to root: String, from folder: String) -> String {
        let whole = folder.hasPrefix("/") ? folder : "\(realpath(".") ?? "")/\(folder)"
        var made: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = made.popLast() } else { made.append(part) }
        }
        let target = (realpath(root) ?? root).split(separator: "/")
        let common = zip(made, target).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: made.count - common) + target.dropFirst(common).map(String.init)).joined(
            separator: "/")
    }

    /// The files in a folder and those inside it, by their paths in it; the policy tests of its owner are left out.
    static func files(in folder: String) -> [String] {
        (listDirectory(folder) ?? []).filter { $0 != "tests" }.flatMap { name -> [String] in
            listDirectory("\(folder)/\(name)").map { _ in files(in: "\(folder)/\(name)").map { "\(name)/\($0)" } } ?? [
                name
            ]
        }
    }

    private static func realpath(_ path: String) -> String? {
        guard let real = Glibc.realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

extension Diagnostic {
    fileprivate static func badModuleName(_ name: String) -> Diagnostic {
        Diagnostic(
            .usage("U707"), Text("“\(name)”不能作模块名", "'\(name)' is no name for a module"), at: nil,
            expected: Text(
                "小写字母，词与词之间用一个连字符，如 flood-patrol", "small letters, words joined by one hyphen, such as flood-patrol"),
            found: Text(same: name))
    }

    fileprivate static func moduleExists(_ id: String) -> Diagnostic {
        Diagnostic(
            .usage("U708"), Text("已有名为“\(id)”的模块或记录种类", "there is a module or a kind of record named '\(id)' already"),
            at: nil,
            help: [Text("换一个名字", "choose another name")])
    }

    fileprivate static func alreadyThere(_ path: String) -> Diagnostic {
        Diagnostic(
            .usage("U709"), Text("“\(path)”已经存在，没有写任何文件", "'\(path)' is there already; nothing was written"), at: nil,
            help: [Text("换一个名字或文件夹", "choose another name or folder")])
    }

    fileprivate static func noRepository() -> Diagnostic {
        Diagnostic(
            .usage("U710"), Text("找不到 zhucun 的源代码", "zhucun's sources are not found"), at: nil,
            help: [
                Text(
                    "在仓库里运行，或用 --repository 写明它的位置", "run it in the repository, or say with --repository where that is")
            ])
    }

    fileprivate static func notARepository(_ path: String) -> Diagnostic {
        Diagnostic(
            .usage("U710"), Text("“\(path)”不是 zhucun 的仓库", "'\(path)' is not zhucun's repository"), at: nil,
            expected: Text(
                "有 Plugins/generate.sh 和 Profiles/china 的文件夹", "a folder with Plugins/generate.sh and Profiles/china"),
            found: Text(same: path))
    }
}
