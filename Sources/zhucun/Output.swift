import Glibc
import PolicyYAML

/// Where results go: the standard output, or a file that appears whole or not at all.
enum Output {
    /// Nil when written; else what went wrong.
    static func deliver(_ bytes: [UInt8], to path: String?) -> Diagnostic? {
        guard let path else {
            return write(bytes, to: 1) ? nil : failure("-", errno)
        }
        let temporary = path + ".part\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return failure(path, errno) }
        let isWritten = write(bytes, to: descriptor)
        let number = errno
        close(descriptor)
        guard isWritten, rename(temporary, path) == 0 else {
            let reason = isWritten ? errno : number
            unlink(temporary)
            return failure(path, reason)
        }
        return nil
    }

    /// Nil when the folder is there or has been made.
    static func makeFolder(_ path: String) -> Diagnostic? {
        mkdir(path, 0o777) == 0 || errno == EEXIST ? nil : failure(path, errno)
    }

    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }

    private static func failure(_ path: String, _ number: Int32) -> Diagnostic {
        let reason = String(cString: strerror(number))
        return Diagnostic("W801", .error, Text("无法写入“\(path)”（\(reason)）", "cannot write '\(path)' (\(reason))"))
    }
}
