internal import Glibc
package import Messages

/// Why a file cannot be read, in words.
package enum FileProblem {
    /// What `errno` is set to for what is there but is no regular file; the system has no number for it.
    package static let notRegular: Int32 = -1

    /// `number`: the system's.
    package static func reason(_ number: Int32) -> Text {
        switch number {
        case notRegular: return Text("它不是普通文件", "it is not a regular file")
        case ENOENT, ENOTDIR: return Text("没有这个文件", "there is no such file")
        case EACCES, EPERM: return Text("没有读取的权限", "permission is denied")
        case ELOOP: return Text("符号链接绕成了圈", "its symbolic links form a circle")
        case ENAMETOOLONG: return Text("路径太长", "the path is too long")
        default:
            let name = strerror(number).map { String(cString: $0) } ?? ""
            return Text("系统错误 \(number)：\(name)", "system error \(number): \(name)")
        }
    }
}

/// Opens a file to be read; negative, with `errno` set, when it cannot be or is not a regular file: a named pipe would wait for a writer for
/// ever, and a device may have no end.
package func openRegularFile(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return descriptor }
    var status = stat()
    let number =
        fstat(descriptor, &status) != 0 ? errno : status.st_mode & S_IFMT == S_IFREG ? 0 : FileProblem.notRegular
    guard number != 0 else { return descriptor }
    close(descriptor)
    errno = number
    return -1
}
