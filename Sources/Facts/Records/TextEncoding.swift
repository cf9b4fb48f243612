internal import Files
internal import Glibc
internal import Messages

/// How a file's text is written, as far as its bytes have told.
enum TextEncoding: Sendable {
    /// Nothing but ASCII so far.
    case undecided
    case utf8, gb18030
}

extension TextEncoding {
    /// What the bytes of whole characters tell.
    init(_ block: some Collection<UInt8>) {
        if !block.contains(where: { $0 >= 0x80 }) {
            self = .undecided
        } else {
            self = String(validating: block, as: UTF8.self) == nil ? .gb18030 : .utf8
        }
    }

    /// What a file's first block tells that has more than ASCII: how a whole file is read.
    init(ofFile path: String) {
        self = .undecided
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var offset = 0
        var block: [UInt8] = []
        repeat {
            block.removeAll(keepingCapacity: true)
            guard ByteStream.read(descriptor, offset, ByteStream.blockSize, onto: &block) > 0 else { return }
            let mark = offset == 0 && block.starts(with: ByteStream.byteOrderMark) ? ByteStream.byteOrderMark.count : 0
            self = TextEncoding(block[mark..<max(mark, ByteStream.completePrefix(block))])
            offset += block.count
        } while self == .undecided
    }
}
