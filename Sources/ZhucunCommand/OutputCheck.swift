internal import Files
import Glibc
import PolicyYAML
import ZhucunKernel

/// The files that a run reads: what it writes may take the place of none of them, under whatever name, nor of each other.
struct OutputCheck {
    /// Of each file that is read what it is, for people.
    private var readFiles: [FileIdentity: Text] = [:]
    private var written: [FileIdentity: String] = [:]

    /// A record file that is not there yet would be read the next time.
    init(_ common: CommonOptions, records folder: String, resume: String? = nil) {
        let profiles = Text("政策配置", "a profile's")
        for path in OutputCheck.files(under: common.folder, depth: 0) { note(path, profiles) }
        for kind in common.registry.kinds { note(folder + "/" + kind.file, Text("记录", "a record")) }
        if let resume { note(resume, Text("快照", "a snapshot")) }
    }

    /// Of a run that reads results alone.
    init(results path: String) { note(path, Text("评估结果", "a results")) }

    private mutating func note(_ path: String, _ what: Text) {
        if let identity = FileIdentity(path) { readFiles[identity] = what }
    }

    /// What is wrong with writing there; nil when nothing is, or when writing itself will tell. `option`: what names it.
    /// `replacing`: a file that is read, and that the path may be all the same.
    mutating func problem(with path: String?, _ option: String, replacing: String? = nil) -> Diagnostic? {
        guard let path, let place = try? OutputPlace(path), let identity = place.identity else { return nil }
        if let what = readFiles[identity], replacing.flatMap({ FileIdentity($0) }) != identity {
            return .writesOverInput(path, option, what)
        }
        if let other = written[identity] { return .writesTwice(path, option, other) }
        written[identity] = option
        return nil
    }

    /// A profile's tests stand two folders deep.
    private static func files(under folder: String, depth: Int) -> [String] {
        (listDirectory(folder) ?? []).flatMap { name -> [String] in
            let path = folder + "/" + name
            var status = stat()
            guard stat(path, &status) == 0 else { return [] }
            guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
            return depth < 3 ? files(under: path, depth: depth + 1) : []
        }
    }
}

extension Diagnostic {
    static func writesOverInput(_ path: String, _ option: String, _ what: Text) -> Diagnostic {
        Diagnostic(
            .file("W803"),
            Text(
                "\(option) 的“\(path)”是要读取的\(what.zh)文件，不会覆盖",
                "'\(path)' of \(option) is \(what.en) file that is read; it is not written over"), at: nil,
            help: [Text("换一个文件名", "give another name")])
    }

    static func writesTwice(_ path: String, _ option: String, _ other: String) -> Diagnostic {
        Diagnostic(
            .file("W804"),
            Text(
                "\(option) 的“\(path)”与 \(other) 是同一个文件", "'\(path)' of \(option) is the same file as that of \(other)"),
            at: nil,
            help: [Text("换一个文件名", "give another name")])
    }
}
