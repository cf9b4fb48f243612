internal import Files
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

    /// To the standard output. Where nobody reads it any more the program ends as others do.
    static func print(_ bytes: [UInt8]) throws(Unwritable) {
        guard !write(bytes, to: STDOUT_FILENO) else { return }
        let number = errno
        if number == EPIPE { Interruption.endForBrokenPipe() }
        throw Unwritable(path: "-", number: number)
    }

    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, -1)
                continue
            }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }
}

/// The standard output, a pipe or a device, or a file that appears whole or not at all: until it is finished it has another name
/// beside its place.
final class Destination {
    private let path: String?
    private var descriptor: Int32
    /// Of a file: what it is called until it is finished, and then.
    private var names: (temporary: String, target: String)?
    private var isFinished = false

    /// The standard output when there is no path.
    init(_ path: String?) throws(Unwritable) {
        self.path = path
        descriptor = path == nil ? STDOUT_FILENO : -1
        guard let path else { return }
        switch try OutputPlace(path) {
        case .file(let target, let before): names = try open(target, before)
        case .stream(let place): descriptor = Glibc.open(place, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        case .descriptor(let number): descriptor = fcntl(number, F_DUPFD_CLOEXEC, 0)
        }
        if descriptor < 0 { throw Unwritable(path: path, number: errno) }
    }

    private static let mostNames = 100

    /// A new file beside its place, which others may read and write as they may the one that was there.
    private func open(_ target: String, _ before: stat?) throws(Unwritable) -> (String, String) {
        var number: Int32? = EEXIST
        var temporary = ""
        // Somebody else's file may have the name, or one that an earlier run could not remove.
        for attempt in 0..<Destination.mostNames where number == EEXIST {
            temporary = target + ".part\(getpid())" + (attempt == 0 ? "" : "-\(attempt)")
            number = Unfinished.begin(temporary) {
                descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
                return descriptor < 0 ? errno : nil
            }
        }
        if let number { throw Unwritable(path: path ?? target, number: number) }
        if let before {
            fchown(descriptor, before.st_uid, before.st_gid)
            fchmod(descriptor, before.st_mode & 0o7777)
        }
        return (temporary, target)
    }

    /// Whether a person reads it while it is written.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    func write(_ bytes: [UInt8]) throws(Unwritable) {
        guard let path else { return try Output.print(bytes) }
        guard Output.write(bytes, to: descriptor) else { throw Unwritable(path: path, number: errno) }
    }

    func finish() throws(Unwritable) {
        guard let path else { return }
        let isClosed = close(descriptor) == 0
        let number = errno
        descriptor = -1
        guard isClosed else { throw Unwritable(path: path, number: number) }
        if let names, let number = Unfinished.finish(names.temporary, as: names.target) {
            throw Unwritable(path: path, number: number)
        }
        isFinished = true
    }

    deinit {
        guard path != nil else { return }
        if descriptor >= 0 { close(descriptor) }
        if let names, !isFinished { Unfinished.discard(names.temporary) }
    }
}

/// A place that cannot be written to.
struct Unwritable: Error {
    let path: String
    let number: Int32

    var diagnostic: Diagnostic {
        let reason = String(cString: strerror(number))
        return Diagnostic(.file("W801"), .error, Text("无法写入“\(path)”（\(reason)）", "cannot write '\(path)' (\(reason))"))
    }
}
