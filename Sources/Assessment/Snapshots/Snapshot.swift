internal import CivilTime
internal import Files
internal import Glibc
internal import PolicyYAML

/// A file of what the ledgers of a run have taken: a later run goes on from it instead of reading the same rows again.
///
/// `ZHUCUN` and a version; a checksum and the length of all that follows; the files that were taken; the days of all records that
/// went by; for each profile and module what its ledger keeps, in the module's own form. Identifiers are written out and numbers
/// have one order of bytes, so that the file can be moved. `docs/scale.md` has the layout.
struct Snapshot {
    private static let magic = Array("ZHUCUN".utf8)
    private static let version: UInt8 = 2
    private static let headSize = 24

    var files: [TakenFile]
    let days: DayRange?
    private let ledgers: [(profile: String, plugin: String, content: SnapshotReader)]

    /// Reads a file. Throws what is wrong with it.
    init(_ path: String) throws(SnapshotProblem) {
        let bytes = try Snapshot.bytes(path)
        guard bytes.starts(with: Snapshot.magic), bytes.count >= Snapshot.headSize else { throw .foreign }
        guard bytes[6] == Snapshot.version else {
            throw SnapshotProblem(
                .file("S902"),
                Text(
                    "格式版本为 \(bytes[6])，本程序读 \(Snapshot.version)",
                    "its format is version \(bytes[6]), this program reads \(Snapshot.version)"))
        }
        var head = SnapshotReader(bytes, 8..<Snapshot.headSize)
        let (checksum, length) = (try head.number(), try head.int())
        guard length == bytes.count - Snapshot.headSize, checksum == Snapshot.checksum(bytes) else { throw .damaged }
        var reader = SnapshotReader(bytes, Snapshot.headSize..<bytes.count)
        var files: [TakenFile] = []
        for _ in 0..<(try reader.count(ofBytes: 64)) { files.append(try TakenFile(&reader)) }
        let (first, last) = (try reader.int(), try reader.int())
        var ledgers: [(profile: String, plugin: String, content: SnapshotReader)] = []
        for _ in 0..<(try reader.count(ofBytes: 24)) {
            ledgers.append((try reader.text(), try reader.text(), try reader.part()))
        }
        guard reader.isAtEnd else { throw .damaged }
        self.files = files
        days = DayRange(Day(number: Int32(clamping: first)), Day(number: Int32(clamping: last)))
        self.ledgers = ledgers
    }

    /// The whole file. `ledgers`: of each policy, by module.
    static func bytes(
        _ ledgers: [[String: any RecordLedger]], _ days: DayRange?, _ files: [TakenFile], _ policies: [Policy]
    ) -> [UInt8] {
        var writer = SnapshotWriter()
        writer.put(files.count)
        for file in files { file.write(to: &writer) }
        // No days: the last before the first.
        writer.put(Int(days?.first.number ?? 1))
        writer.put(Int(days?.last.number ?? 0))
        let kept = zip(policies, ledgers).flatMap { policy, ledgers in
            ledgers.filter { $0.value.kind != nil }.sorted { $0.key < $1.key }.map {
                (policy.profile.code, $0.key, $0.value)
            }
        }
        writer.put(kept.count)
        for (profile, plugin, ledger) in kept {
            var content = SnapshotWriter()
            ledger.save(&content)
            writer.put(profile)
            writer.put(plugin)
            writer.put(content.bytes)
        }
        var head = SnapshotWriter()
        head.put(checksum(writer.bytes, from: 0))
        head.put(writer.bytes.count)
        return magic + [version, 0] + head.bytes + writer.bytes
    }

    /// Gives each ledger what it had. `isExcerpt`: only some of the cadres are there.
    func restore(_ keepers: inout LedgerKeepers, _ policies: [Policy], isExcerpt: Bool) throws(SnapshotProblem) {
        if let days { keepers.spans.add(days) }
        for index in keepers.keepers.indices where keepers.keepers[index].ledger.kind != nil {
            let keeper = keepers.keepers[index]
            let profile = policies[keeper.policy].profile.code
            guard var content = ledgers.first(where: { $0.profile == profile && $0.plugin == keeper.plugin })?.content
            else {
                let known = ledgers.map { "\($0.profile)/\($0.plugin)" }.joined(separator: ", ")
                throw SnapshotProblem(
                    stale: Text(
                        "其中没有 \(profile)/\(keeper.plugin) 的台账，只有 \(known)",
                        "it has no ledger of \(profile)/\(keeper.plugin), only of \(known)"))
            }
            try keepers.keepers[index].ledger.restore(&content, isExcerpt: isExcerpt)
            guard content.isAtEnd else { throw .damaged }
        }
    }

    private static func checksum(_ bytes: [UInt8], from start: Int = headSize) -> UInt64 {
        TextBytes.checksum(bytes.span.bytes.extracting(start..<bytes.count))
    }

    private static func bytes(_ path: String) throws(SnapshotProblem) -> [UInt8] {
        let descriptor = openRegularFile(path)
        guard descriptor >= 0 else {
            let reason = FileProblem.reason(errno)
            throw SnapshotProblem(.file("S901"), Text("无法读取（\(reason.zh)）", "it cannot be read (\(reason.en))"))
        }
        defer { close(descriptor) }
        let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while bytes.count < size {
            guard ByteStream.read(descriptor, bytes.count, size - bytes.count, onto: &bytes) > 0 else { throw .damaged }
        }
        return bytes
    }
}
