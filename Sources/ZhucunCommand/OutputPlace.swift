import Glibc

/// What a path that is to be written turns out to be.
enum OutputPlace {
    /// A file that is there with its status, or will be: its own path, links followed.
    case file(String, before: stat?)
    /// A pipe or a device: what is written goes through it, and it stays.
    case stream(String)
    /// What the program was started with, under a name such as `/dev/stdout`.
    case descriptor(Int32)

    init(_ path: String) throws(Unwritable) {
        let followed = try OutputPlace.followed(path)
        if let number = OutputPlace.ownDescriptor(followed) {
            self = .descriptor(number)
            return
        }
        var status = stat()
        guard stat(followed, &status) == 0 else {
            guard errno == ENOENT else { throw Unwritable(path: path, number: errno) }
            self = .file(followed, before: nil)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            // Whoever may not write it may not replace it either.
            guard faccessat(AT_FDCWD, followed, W_OK, AT_EACCESS) == 0 else {
                throw Unwritable(path: path, number: errno)
            }
            self = .file(followed, before: status)
        case S_IFIFO, S_IFCHR: self = .stream(followed)
        case S_IFDIR: throw Unwritable(path: path, number: EISDIR)
        // A disk holds what no report may take the place of.
        default: throw Unwritable(path: path, number: ENOTSUP)
        }
    }

    /// Which file it is, under whatever name; nil for what is no file.
    var identity: FileIdentity? {
        switch self {
        case .file(_, let status?): FileIdentity(status)
        case .file(let path, nil): FileIdentity(unmade: path)
        case .stream, .descriptor: nil
        }
    }

    private static let mostLinks = 40

    /// The path without links, also where the last one names nothing yet.
    private static func followed(_ path: String) throws(Unwritable) -> String {
        var next = path
        for _ in 0..<mostLinks {
            let (folder, name) = parts(next)
            guard !name.isEmpty, name != ".", name != ".." else {
                throw Unwritable(path: path, number: path.isEmpty ? ENOENT : EISDIR)
            }
            guard let folder = resolved(folder) else { throw Unwritable(path: path, number: errno) }
            next = (folder == "/" ? "" : folder) + "/" + name
            guard ownDescriptor(next) == nil, let link = readLink(next) else { return next }
            next = link.hasPrefix("/") ? link : folder + "/" + link
        }
        throw Unwritable(path: path, number: ELOOP)
    }

    static func parts(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    private static func ownDescriptor(_ path: String) -> Int32? {
        let (folder, name) = parts(path)
        return folder == "/proc/\(getpid())/fd" ? Int32(name) : nil
    }

    private static func resolved(_ folder: String) -> String? {
        guard let found = realpath(folder, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func readLink(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { $0.baseAddress.map { readlink(path, $0, Int(PATH_MAX)) } ?? -1 }
        return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
    }
}

/// A file, whatever it is called: also one that is not there yet, by its folder and name.
struct FileIdentity: Hashable {
    private let device: UInt
    private let number: UInt
    private let name: String

    init(_ status: stat) {
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
        name = ""
    }

    /// Nil when its folder is not there.
    init?(unmade path: String) {
        let (folder, name) = OutputPlace.parts(path)
        var status = stat()
        guard stat(folder, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
        self.name = name
    }

    /// Nil when there can be no file of this path.
    init?(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0 { self.init(status) } else { self.init(unmade: path) }
    }
}
