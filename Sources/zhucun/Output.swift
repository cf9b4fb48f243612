import Glibc
import PolicyYAML
import ZhucunKernel

/// Where results go.
enum Output {
    /// Nil when written; else what went wrong.
    static func deliver(_ bytes: [UInt8], to path: String?) -> Diagnostic? {
        do {
            let destination = try Destination(path)
            try destination.write(bytes)
            try destination.finish()
            return nil
        } catch {
            return error.diagnostic
        }
    }

    /// Nil when the folder is there or has been made.
    static func makeFolder(_ path: String) -> Diagnostic? {
        mkdir(path, 0o777) == 0 || errno == EEXIST ? nil : Unwritable(path: path, number: errno).diagnostic
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
}

/// The standard output, or a file that appears whole or not at all: until it is finished it has another name beside its place.
final class Destination {
    private let path: String?
    private let temporary: String
    private var descriptor: Int32

    /// The standard output when there is no path.
    init(_ path: String?) throws(Unwritable) {
        self.path = path
        guard let path else {
            temporary = ""
            descriptor = STDOUT_FILENO
            return
        }
        let temporary = path + ".part\(getpid())"
        self.temporary = temporary
        let opened = Unfinished.begin(temporary) {
            (descriptor: open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644), number: errno)
        }
        descriptor = opened.descriptor
        guard descriptor >= 0 else { throw Unwritable(path: path, number: opened.number) }
    }

    /// Whether a person reads it while it is written.
    var isTerminal: Bool { path == nil && isatty(descriptor) == 1 }

    func write(_ bytes: [UInt8]) throws(Unwritable) {
        guard Output.write(bytes, to: descriptor) else { throw Unwritable(path: path ?? "-", number: errno) }
    }

    func finish() throws(Unwritable) {
        guard let path else { return }
        let isClosed = close(descriptor) == 0
        let number = errno
        descriptor = -1
        guard isClosed else { throw Unwritable(path: path, number: number) }
        if let number = Unfinished.finish(temporary, as: path) { throw Unwritable(path: path, number: number) }
    }

    deinit {
        guard path != nil else { return }
        if descriptor >= 0 { close(descriptor) }
        Unfinished.discard(temporary)
    }
}

/// A place that cannot be written to.
struct Unwritable: Error {
    let path: String
    let number: Int32

    var diagnostic: Diagnostic {
        let reason = String(cString: strerror(number))
        return Diagnostic("W801", .error, Text("无法写入“\(path)”（\(reason)）", "cannot write '\(path)' (\(reason))"))
    }
}
