internal import Files
internal import Glibc

extension SourceFile {
    /// Reads a file for `parseYAML`. Reads no more than one byte over the limit, whatever the size of the file.
    ///
    /// What is not a file, cannot be read, is too large, or is not a text in UTF-8 is reported; the result is nil then.
    public static func read(
        _ path: String, shownAs shown: String, limits: YAMLLimits, into diagnostics: inout Diagnostics
    ) -> SourceFile? {
        switch content(of: path, atMost: limits.bytes &+ 1) {
        case .failure(let problem): return unreadable(shown, problem.reason, into: &diagnostics)
        case .success(let bytes): return checked(bytes, shownAs: shown, limits: limits, into: &diagnostics)
        }
    }

    /// The same of bytes that were read elsewhere.
    package static func checked(
        _ bytes: [UInt8], shownAs shown: String, limits: YAMLLimits, into diagnostics: inout Diagnostics
    ) -> SourceFile? {
        let file = SourceFile(path: shown, bytes: bytes)
        if let problem = TextCheck(file: file, limits: limits).firstProblem() {
            diagnostics.report(problem)
            return nil
        }
        return SourceFile(file, passed: limits)
    }

    /// Says that a file cannot be read.
    package static func unreadable(_ shown: String, _ reason: Text, into diagnostics: inout Diagnostics) -> SourceFile?
    {
        diagnostics.report(YAMLMessages.unreadable(shown, reason))
        return nil
    }

    /// The bytes of a file as they are, nothing checked; nil when they cannot be read.
    package static func bytes(of path: String, limits: YAMLLimits) -> [UInt8]? {
        try? content(of: path, atMost: limits.bytes).get()
    }

    /// The same, with why they cannot be read. What comes behind the limit is left out.
    package static func content(of path: String, atMost limit: Int) -> Result<[UInt8], UnreadableFile> {
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else { return .failure(UnreadableFile(errno)) }
        defer { close(descriptor) }
        let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        lseek(descriptor, 0, SEEK_SET)
        var bytes: [UInt8] = []
        // Some files do not say how much they hold.
        var chunk = [UInt8](repeating: 0, count: min(max(size, 4095), 65535) + 1)
        while bytes.count < limit {
            let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(UnreadableFile(errno)) }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return .success(bytes)
    }
}

/// Why the system did not give the content.
package struct UnreadableFile: Error {
    package let reason: Text

    fileprivate init(_ number: Int32) { reason = FileProblem.reason(number) }
}
