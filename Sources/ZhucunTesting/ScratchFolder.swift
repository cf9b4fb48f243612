internal import Glibc

/// A folder that goes away with its owner.
public final class ScratchFolder: Sendable {
    /// The absolute path, below the system's folder of temporary files.
    public let path: String

    /// Throws when the folder cannot be made.
    public init() throws {
        var template = Array("/tmp/zhucun-test-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard made else { throw ScratchError(path: "/tmp", errorNumber: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { ScratchFolder.remove(path) }

    /// Writes a file, making the folders it stands in.
    ///
    /// - Parameters:
    ///   - bytes: all that it holds.
    ///   - name: its path in this folder, such as `test/profile.yaml`; a file of that name is overwritten.
    /// - Returns: its absolute path.
    /// - Throws: ``ScratchError`` when the system refuses.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw ScratchError(path: file, errorNumber: errno) }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            guard count > 0 else { throw ScratchError(path: file, errorNumber: errno) }
            start += count
        }
        return file
    }

    /// Writes a text as UTF-8, making the folders it stands in; otherwise as the one for bytes.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// Makes a link to what lies elsewhere, which stays when the folder goes.
    public func link(_ target: String, as name: String) throws {
        guard symlink(target, path + "/" + name) == 0 else {
            throw ScratchError(path: path + "/" + name, errorNumber: errno)
        }
    }

    private static func remove(_ path: String) {
        var status = stat()
        // What a link leads to is not the folder's.
        let isFolder = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if isFolder, let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { remove(path + "/" + name) }
            }
            closedir(stream)
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

/// A file or folder that the system would not make.
public struct ScratchError: Error {
    /// The path of what could not be made.
    public let path: String
    /// The system's `errno`.
    public let errorNumber: Int32
}
