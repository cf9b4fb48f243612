internal import CMiniZip
internal import Messages

/// The files in a ZIP archive, unpacked as they are read, within limits.
final class ZipArchive {
    private let archive: unzFile
    private var unpacked = 0

    /// Nil when the file is no archive, or a damaged one.
    init?(path: String) {
        guard let archive = unzOpen64(path) else { return nil }
        self.archive = archive
    }

    deinit { unzClose(archive) }

    func has(_ name: String) -> Bool { unzLocateFile(archive, name, 2) == UNZ_OK }

    /// Hands on a file in blocks; false when there is none of the name.
    ///
    /// - Parameter take: given each block, and whether it is the last; what it throws ends the reading.
    func read(_ name: String, _ take: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws(ImportProblem) -> Void)
        throws(ImportProblem)
        -> Bool
    {
        // The last argument: names are compared without regard to case.
        guard unzLocateFile(archive, name, 2) == UNZ_OK else { return false }
        var info = unz_file_info64()
        guard unzGetCurrentFileInfo64(archive, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK,
            unzOpenCurrentFile(archive) == UNZ_OK
        else { throw ZipArchive.damaged(name) }
        defer { unzCloseCurrentFile(archive) }
        let packed = max(1, Int(clamping: info.compressed_size))
        var block = [UInt8](repeating: 0, count: 1 << 16)
        var count = 0
        while true {
            let got = block.withUnsafeMutableBytes { unzReadCurrentFile(archive, $0.baseAddress, UInt32($0.count)) }
            guard got >= 0 else { throw ZipArchive.damaged(name) }
            count += Int(got)
            unpacked += Int(got)
            guard unpacked <= FileLimits.unpackedBytes,
                count <= FileLimits.ratioFromBytes || count / packed <= FileLimits.ratio
            else { throw FileLimits.tooLarge("“\(name)”解压后过大", "'\(name)' unpacks to too much") }
            try block.withUnsafeBufferPointer { (bytes) throws(ImportProblem) in
                try take(UnsafeBufferPointer(rebasing: bytes[..<Int(got)]), got == 0)
            }
            if got == 0 { return true }
        }
    }

    static func damaged(_ name: String) -> ImportProblem {
        ImportProblem(
            Text("工作簿已损坏：“\(name)”不能解压", "the workbook is damaged: '\(name)' cannot be unpacked"),
            help: Text("用表格软件打开，另存为新的 .xlsx", "open it in a spreadsheet and save it as a new .xlsx"))
    }
}
