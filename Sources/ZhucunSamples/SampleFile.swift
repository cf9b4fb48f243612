internal import Glibc

/// One CSV file being written: rows gather in a buffer and leave it in blocks.
final class SampleFile {
    enum Encoding { case utf8, gb18030 }

    private static let blockSize = 1 << 18
    /// Those of the parts of a file that is still to be mixed: there may be hundreds.
    private static let blockSizeOfPart = 1 << 16
    private let name: String
    /// What nobody asked for is not made; its rows go nowhere.
    private let isAsked: Bool
    private let blockSize: Int
    private var rows = 0
    private let path: String
    private let descriptor: Int32
    private let converter: iconv_t?
    private let lineEnd: [UInt8]
    private var buffer: [UInt8] = []

    convenience init(
        _ kind: SampleKind, in folder: SampleFolder, header: String, encoding: Encoding = .utf8, lineEnd: String = "\n"
    ) throws(SampleError) {
        try self.init(
            kind.file, in: folder, isAsked: folder.asks(for: kind), encoding, lineEnd, blockSize: SampleFile.blockSize)
        guard isAsked else { return }
        buffer.append(contentsOf: header.utf8)
        buffer.append(contentsOf: lineEnd.utf8)
    }

    /// Of a kind that a module brings along.
    convenience init(ofModule name: String, in folder: SampleFolder, header: String) throws(SampleError) {
        try self.init(name, in: folder, isAsked: true, .utf8, "\n", blockSize: SampleFile.blockSizeOfPart)
        buffer.append(contentsOf: header.utf8)
        buffer.append(UInt8(ascii: "\n"))
    }

    /// Rows to be taken back.
    convenience init(part: Int, in folder: SampleFolder) throws(SampleError) {
        try self.init("part-\(part)", in: folder, isAsked: true, .utf8, "\n", blockSize: SampleFile.blockSizeOfPart)
    }

    private init(
        _ name: String, in folder: SampleFolder, isAsked: Bool, _ encoding: Encoding, _ lineEnd: String, blockSize: Int
    ) throws(SampleError) {
        self.name = name
        self.isAsked = isAsked
        self.blockSize = blockSize
        path = folder.temporary + "/" + name
        descriptor = isAsked ? open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) : -1
        let openError = errno
        self.lineEnd = Array(lineEnd.utf8)
        if encoding == .gb18030 {
            let opened = iconv_open("GB18030", "UTF-8")
            converter = opened == iconv_t(bitPattern: -1) ? nil : opened
        } else {
            converter = nil
        }
        let converterError = errno
        guard isAsked else { return }
        buffer.reserveCapacity(blockSize + 4096)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, errorNumber: openError) }
        guard encoding == .utf8 || converter != nil else { throw .cannotWrite(path: path, errorNumber: converterError) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let converter { iconv_close(converter) }
    }

    /// Adds a row of fields, quoting those that need it.
    func write(_ fields: String...) throws(SampleError) { try write(fields) }

    func write(_ fields: [String]) throws(SampleError) {
        guard isAsked else { return }
        for (index, field) in fields.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            append(field: field)
        }
        try endRow()
    }

    /// Adds a row that is made of bytes.
    func write(_ fill: (inout [UInt8]) -> Void) throws(SampleError) {
        guard isAsked else { return }
        fill(&buffer)
        try endRow()
    }

    /// Writes what is left; how many rows the file has.
    func finish() throws(SampleError) -> (name: String, rows: Int)? {
        guard isAsked else { return nil }
        try flush()
        return (name, rows)
    }

    /// All bytes of the file, which is gone then.
    func takeBack() throws(SampleError) -> [UInt8] {
        try flush()
        let size = Int(lseek(descriptor, 0, SEEK_CUR))
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start, off_t(start))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(path: path, errorNumber: errno) }
            start += count
        }
        unlink(path)
        // The descriptor would keep its room on the disk.
        ftruncate(descriptor, 0)
        return bytes
    }

    private func endRow() throws(SampleError) {
        buffer.append(contentsOf: lineEnd)
        rows += 1
        if buffer.count >= blockSize { try flush() }
    }

    private func append(field: String) {
        let quote = UInt8(ascii: "\"")
        guard field.utf8.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }) else {
            buffer.append(contentsOf: field.utf8)
            return
        }
        buffer.append(quote)
        for byte in field.utf8 {
            if byte == quote { buffer.append(quote) }
            buffer.append(byte)
        }
        buffer.append(quote)
    }

    private func flush() throws(SampleError) {
        if let converter { try convert(converter) }
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw .cannotWrite(path: path, errorNumber: errno) }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// The buffer holds whole rows, so no character is cut.
    private func convert(_ converter: iconv_t) throws(SampleError) {
        var output = [UInt8](repeating: 0, count: buffer.count * 2 + 16)
        let made: Int? = buffer.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count
                var room = target.count
                return iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max)
                    ? nil : target.count - room
            }
        }
        guard let made else { throw .cannotWrite(path: path, errorNumber: errno) }
        buffer = Array(output[..<made])
    }
}
