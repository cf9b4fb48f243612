internal import Files
internal import Glibc
internal import ZhucunKernel

/// The folder to be written: under another name beside its place until it is whole.
struct SampleFolder {
    let target: String
    let temporary: String
    /// Check-ins as bad exports write them.
    let isAwkward: Bool
    private let only: Set<SampleKind>?

    init(_ request: SampleRequest) throws(SampleError) {
        isAwkward = request.isAwkward
        only = request.only
        var path = request.directory
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        try SampleFolder.checkEmpty(path)
        try SampleFolder.makeParents(of: path)
        path = SampleFolder.followed(path)
        target = path
        temporary = "\(path).partial-\(getpid())"
        let temporary = temporary
        let number = Unfinished.begin(temporary) { mkdir(temporary, 0o777) == 0 ? nil : errno }
        if let number { throw .cannotWrite(path: temporary, errorNumber: number) }
    }

    /// Whether one of the kinds is to be written.
    func asks(for kinds: SampleKind...) -> Bool {
        guard let only else { return true }
        return kinds.contains { $0.saysWhoIsWhere || only.contains($0) }
    }

    /// Takes the place of the target, which may be there as an empty folder.
    func moveIntoPlace() throws(SampleError) {
        guard let number = Unfinished.finish(temporary, as: target) else { return }
        throw number == ENOTEMPTY || number == EEXIST
            ? .notEmpty(path: target) : .cannotWrite(path: target, errorNumber: number)
    }

    func remove() { Unfinished.discard(temporary) }

    private static func checkEmpty(_ path: String) throws(SampleError) {
        guard let names = listDirectory(path, withHidden: true) else {
            if errno == ENOENT { return }
            throw .cannotWrite(path: path, errorNumber: errno)
        }
        guard names.isEmpty else { throw .notEmpty(path: path) }
    }

    /// An empty folder that is there is not always called by its own name: a link to it stays.
    private static func followed(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    private static func makeParents(of path: String) throws(SampleError) {
        let bytes = Array(path.utf8)
        for end in bytes.indices.dropFirst() where bytes[end] == UInt8(ascii: "/") {
            let parent = String(decoding: bytes[..<end], as: UTF8.self)
            guard mkdir(parent, 0o777) == 0 || errno == EEXIST else {
                throw .cannotWrite(path: parent, errorNumber: errno)
            }
        }
    }
}
