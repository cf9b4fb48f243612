import PolicyYAML
import Synchronization
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import Facts

/// A large file read in parts is the same as the file read from its beginning to its end.
@Suite struct SplitImportTests {
    /// More than the smallest file that is read in parts; a good row is 50 bytes long.
    private static let rowCount = 2 * SplitFile.smallest / 50

    private static func file(
        _ lineEnd: String = "\n", header: String = "cadre,time,lat,lng,accuracy_m,source", source: String = "app",
        change: (Int) -> String? = { _ in nil }
    ) -> String {
        var text = header + lineEnd
        for row in 0..<rowCount {
            let minute = "\(10 + row / 60 % 14):\(10 + row % 50)"
            text +=
                (change(row) ?? "C1,2023-07-\(10 + row % 20)T\(minute):00+08:00,39.55,113.18,\(row % 100),\(source)")
                + lineEnd
        }
        return text
    }

    private func check(_ text: String) throws { try check(Array(text.utf8)) }

    private func check(_ bytes: [UInt8]) throws {
        let small = try SmallFolder()
        try small.folder.write(bytes, to: "checkins.csv")
        // Files that are given as bytes are read as a whole.
        let path = small.folder.path
        let zone = try #require(chinaZone)
        var files = SmallFolder.good.mapValues { Array($0.utf8) }
        files["checkins.csv"] = bytes
        let options = ReadingOptions(words: chinaWords, zone: zone)
        let (whole, expected) = RecordTexts(path, files).open().load(registry.kinds, options) { _, _ in
            KeptRows()
        }
        let order = { (a: [Int64], b: [Int64]) in a.lexicographicallyPrecedes(b) }
        for jobs in 1...3 {
            let (records, found) = try small.load(into: KeptRows(), jobs: jobs)
            #expect(found.rows.sorted(by: order) == expected.rows.sorted(by: order))
            #expect(records.diagnostics.all == whole.diagnostics.all)
            #expect(records.counts.map { "\($0)" } == whole.counts.map { "\($0)" })
        }
    }

    @Test func goodRows() throws {
        try check(Self.file())
        try check(Self.file("\r\n"))
        try check(String(Self.file().dropLast()))
        try check([0xEF, 0xBB, 0xBF] + Array(Self.file().utf8))
    }

    @Test func badRowsAreAtTheirLines() throws {
        try check(
            Self.file {
                $0 % 997 == 17 ? "C1,2023-07-99 08:00,,,,app" : $0 % 791 == 5 ? "C9,2023-07-10 08:00,,,,app" : nil
            })
        // More than are listed, spread over all parts.
        try check(Self.file { $0 % 10 == 7 ? "C1,x,,,,app" : nil })
    }

    @Test func otherEncodings() throws {
        let chinese = "干部编号,时间,纬度,经度,误差米,来源"
        try check(Self.file(header: chinese, source: "手机打卡"))
        try check(try gb18030(Self.file(header: chinese, source: "手机打卡")))
        // The first word that is not ASCII comes late.
        try check(Self.file { $0 == Self.rowCount - 3 ? "C1,2023-07-10 08:00,,,,手机打卡" : nil })
        try check(try gb18030(Self.file { $0 == Self.rowCount - 3 ? "C1,2023-07-10 08:00,,,,手机打卡" : nil }))
    }

    @Test func textInNoEncoding() throws {
        let small = try SmallFolder()
        try small.folder.write(Array(Self.file(source: "手机打卡").utf8) + [0xC0, 0x2C, 0x0A], to: "checkins.csv")
        for jobs in 1...3 {
            let records = try small.load(jobs: jobs)
            #expect(records.diagnostics.all.map(\.code) == ["R319", "R315"])
            #expect(records.diagnostics.all.last?.primary?.location.line == Self.rowCount + 2)
        }
    }

    @Test func quotesAcrossLines() throws {
        try check(Self.file { $0 == 9000 ? "C1,\"2023-07-10\n08:00\",,,,app" : nil })
        try check(Self.file { $0 == 9000 ? "C1,\"2023-07-10,,,,app" : nil })
        try check(Self.file("\r\n") { _ in "\"C1\",\"2023-07-10T08:00:00Z\",\"\",\"\",\"\",\"app\"" })
    }

    @Test func rowsWithoutAnEnd() throws {
        try check(Self.file { $0 == 9000 ? String(repeating: "x", count: CSVReader.longestRow + 5) : nil })
    }

    @Test func progressEndsWithTheWholeFile() throws {
        let small = try SmallFolder(["checkins.csv": Self.file()])
        let heard = Heard()
        let options = ReadingOptions(words: chinaWords, zone: try #require(chinaZone), jobs: 2) {
            heard.note($0, $1, $2)
        }
        _ = RecordFolder(small.folder.path).records.load(registry.kinds, options)
        #expect(heard.most == ["checkins.csv": [Self.file().utf8.count, Self.file().utf8.count]])
    }

    private final class Heard: Sendable {
        private let files = Mutex<[String: [Int]]>([:])

        var most: [String: [Int]] { files.withLock(\.self) }

        func note(_ file: String, _ done: Int, _ total: Int) {
            files.withLock { $0[file] = [max(done, $0[file]?[0] ?? 0), total] }
        }
    }
}
