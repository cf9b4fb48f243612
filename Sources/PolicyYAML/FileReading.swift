internal import Glibc

extension SourceFile {
    /// Reads a file for `parseYAML`. Reads no more than one byte over the limit, whatever the size of the file.
    ///
    /// What is not a file, cannot be read, is too large, or is not a text in UTF-8 is reported; the result is nil then.
    public static func read(
        _ path: String, shownAs shown: String, limits: YAMLLimits, into diagnostics: inout Diagnostics
    ) -> SourceFile? {
        switch content(of: path, atMost: limits.bytes &+ 1) {
        case .failure(let problem):
            diagnostics.report(YAMLMessages.unreadable(shown, problem.reason))
            return nil
        case .success(let bytes):
            let file = SourceFile(path: shown, bytes: bytes)
            if let problem = TextCheck(file: file, limits: limits).firstProblem() {
                diagnostics.report(problem)
                return nil
            }
            return SourceFile(file, passed: limits)
        }
    }

    /// The bytes of a file as they are, nothing checked; nil when they cannot be read.
    package static func bytes(of path: String, limits: YAMLLimits) -> [UInt8]? {
        try? content(of: path, atMost: limits.bytes).get()
    }

    private static func content(of path: String, atMost limit: Int) -> Result<[UInt8], Unreadable> {
        // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(Unreadable(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(Unreadable(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .failure(Unreadable(reason: Text("它不是普通文件", "it is not a regular file")))
        }
        var bytes: [UInt8] = []
        // Some files do not say how much they hold.
        var chunk = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 4095), 65535) + 1)
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(Unreadable(errno)) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return .success(bytes)
    }
}

/// Why the system did not give the content.
private struct Unreadable: Error {
    var reason: Text

    init(reason: Text) {
        self.reason = reason
    }

    init(_ code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: reason = Text("没有这个文件", "there is no such file")
        case EACCES, EPERM: reason = Text("没有读取的权限", "permission is denied")
        case ELOOP: reason = Text("符号链接绕成了圈", "its symbolic links form a circle")
        case ENAMETOOLONG: reason = Text("路径太长", "the path is too long")
        default:
            let name = strerror(code).map { String(cString: $0) } ?? ""
            reason = Text("系统错误 \(code)：\(name)", "system error \(code): \(name)")
        }
    }
}
