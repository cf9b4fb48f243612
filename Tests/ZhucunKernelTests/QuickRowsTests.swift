import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import Facts

/// A row means the same whether it is read the quick way or the long one.
@Suite struct QuickRowsTests {
    private static let header = "cadre,time,lat,lng,accuracy_m,source\n"

    /// What the long way makes of each row behind a header; nil for those that it refuses.
    private func longWay(_ text: String) throws -> [[Int64]?] {
        let kind = try #require(registry.kinds.first { $0.name == "checkin" })
        var symbols = Symbols()
        var fields = FieldReader(kind, words: chinaWords, zone: try #require(chinaZone))
        var reader = CSVReader(ByteStream(bytes: Array(text.utf8)))
        var rows: [[Int64]?] = []
        _ = reader.next()
        while true {
            let outcome = reader.next()
            guard outcome != .end else { return rows }
            let extra = reader.fields.dropFirst(kind.columns.count)
            guard outcome == .row, extra.allSatisfy({ $0.start == $0.end }) else {
                rows.append(nil)
                if outcome == .unclosedQuote { return rows }
                continue
            }
            var row: [Int64]? = []
            for (index, column) in kind.columns.enumerated() {
                let field = index < reader.fields.count ? reader.fields[index] : nil
                let text = field.map { reader.text($0) } ?? ""
                var value =
                    text.isEmpty
                    ? (column.isRequired ? nil : RecordTable.missing)
                    : field.flatMap { field in reader.withField(field) { fields.read($0, column: index, &symbols) } }
                // What is not written as record files are may still have one meaning.
                if !text.isEmpty, value == nil || index == 0 && text != "C1" && text != "C2" {
                    value = fields.readWritten(text, column, at: index, &symbols) ?? value
                }
                // Identifiers and words are compared by their texts.
                let isText = index == 0 || index == 5
                let isKnown =
                    index != 0 || value.map { ["C1", "C2"].contains(symbols.text(Symbol(raw: $0))) } ?? false
                let canBe =
                    value.map { value in value == RecordTable.missing || column.rawBounds?.contains(value) ?? true }
                    ?? false
                row = value.flatMap { value in
                    isKnown && canBe
                        ? (row ?? nil).map {
                            $0 + [
                                isText
                                    ? Int64(symbols.text(Symbol(raw: value)).utf8.reduce(0) { $0 &* 31 &+ Int($1) })
                                    : value
                            ]
                        } : nil
                }
            }
            rows.append(row)
        }
    }

    private struct Texts: RecordSink {
        var zonesToSee: UInt64 { 0 }
        var rows: [[Int64]] = []

        mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
            for row in 0..<batch.count {
                rows.append(
                    (0..<6).map { column in
                        let raw = batch.raw(column, row)
                        return column == 0 || column == 5
                            ? Int64(symbols.text(Symbol(raw: raw)).utf8.reduce(0) { $0 &* 31 &+ Int($1) }) : raw
                    })
            }
        }

        mutating func join(_ other: Texts) { rows += other.rows }
    }

    private static let cadres = "cadre,name\nC1,张三\nC2,李四\n"
    private static let postings =
        "cadre,village,role,from\nC1,140622100201,member,2023-01-01\nC2,140622100201,member,2023-01-01\n"

    private func bothWays(_ text: String, _ comment: Comment) throws {
        let small = try SmallFolder(["checkins.csv": text, "cadres.csv": Self.cadres, "postings.csv": Self.postings])
        let (records, found) = try small.load(into: Texts())
        let expected = try longWay(text)
        #expect(found.rows == expected.compactMap(\.self), comment)
        #expect(records.counts.first { $0.file == "checkins.csv" }?.bad == expected.count { $0 == nil }, comment)
    }

    private static let values = [
        ["C1", "C2", "\"C1\"", "C9", "", "\"C1", "C1 ", "C1\r", "C\u{0}1"],
        [
            "2023-07-03T08:00:00+08:00", "2023-07-03 08:00", "2023-07-03T23:59:59Z", "\"2023-07-03T08:00:00+00:00\"",
            "2024-02-29 08:00", "2023-02-29 08:00",
            "2023-07-31 24:00", "2023-07-03T08:00:60", "2023-07-03 08:00:00.250+08:00", "2023/7/3 8:05",
            "2023-07-03T08:00:00+0800", "2023-07-03T08:00:00+08",
            "2023-13-03 08:00", "2023-00-03 08:00", "2023-07-00 08:00", "2023-07-03", "2023-07-03T8:00",
            "1899-07-03 08:00", "2023-07-03T08:00:00-18:30", "",
            "2023-07-03T08:00:00+08:00x", "2023年7月3日 08:00", "2023-07-03t08:00", "1969-12-31 23:59:59",
            "2023-07-03 08:6:00", "2023-07-03T08:00:00z",
        ],
        [
            "39.55", "", "39.1234567", "39.12345678", "39.123456789", "-39.5", "54", "3", "54.0000001", "2.9999999",
            "0", "180", "180.0000001", "39.", ".5", "1e2", "+39", "0039.5", "12345678", "3 9", "\"39.55\"", "--1", "-",
        ],
        ["113.18", "", "113.1800001", "-113.18", "113,18", "\"113.18\"", "181"],
        ["10", "", "10.5", "10.1234567", "10.1230000", "99999999", "0", "-1", "9999999.999999", "\"\"", "１０"],
        ["app", "手机打卡", "register", "\"app\"", "log ", "", "app\r", "fax", "app,", "app\"x"],
    ]

    @Test func everyFieldOnBothWays() throws {
        for column in Self.values.indices {
            for value in Self.values[column] {
                var row = Self.values.map { $0[0] }
                row[column] = value
                // Enough rows behind it that the quick way may look ahead.
                let good = String(repeating: "C1,2023-07-03 08:00,39.55,113.18,10,app\n", count: 4)
                for end in ["\n", "\r\n"] {
                    try bothWays(
                        Self.header + row.joined(separator: ",") + end + good, "\(row) \(end.debugDescription)")
                }
                try bothWays(Self.header + good + row.joined(separator: ","), "\(row) at the end")
            }
        }
    }

    @Test func randomRowsOnBothWays() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            var text = Self.header
            for _ in 0..<80 {
                var row = Self.values.map { values in
                    Bool.random(using: &random) ? values[0] : values.randomElement(using: &random) ?? ""
                }
                if Int.random(in: 0..<20, using: &random) == 0 { row.removeLast() }
                text += row.joined(separator: ",") + (Int.random(in: 0..<4, using: &random) == 0 ? "\r\n" : "\n")
            }
            try bothWays(text, "\(text)")
        }
    }

    @Test func anyByteAnywhereOnBothWays() throws {
        let row = "C1,2023-07-03T08:00:00+08:00,39.55,113.18,10,app\n"
        let good = String(repeating: row, count: 3)
        for place in 0..<row.utf8.count {
            for byte in ["\u{0}", "\n", "\r", "\"", ",", " ", "0", "9", ":", "-", ".", "T", "Z", "中"] {
                var characters = Array(row)
                guard place < characters.count else { continue }
                characters[place] = Character(byte)
                try bothWays(Self.header + String(characters) + good, "\(place) \(byte.debugDescription)")
            }
        }
    }

    /// What programs write is read the quick way, down to the last bytes of a block: otherwise it would only be slow.
    @Test(arguments: [
        "C1,2023-07-03T08:00:00+08:00,39.55,113.18,10,app\n", "C1,2023-07-03 08:00,,,,register\n",
        "C2,2023-07-03T00:00:00Z,39.5500001,113.1,10.5,app\r\n",
        "\"C1\",\"2023-07-03T08:00:00Z\",\"39.55\",\"113.18\",\"\",\"手机打卡\"\r\n",
    ])
    func usualRowsAreQuick(_ row: String) throws {
        let kind = try #require(registry.kinds.first { $0.name == "checkin" })
        let zone = try #require(chinaZone)
        var symbols = Symbols()
        let numbers = ["C1", "C2"].map { symbols.intern($0).number }
        let known = kind.columns.indices.map { $0 == 0 ? numbers.map { _ in true } : nil }
        var fields = FieldReader(kind, words: chinaWords, zone: zone)
        var quick = QuickRows(
            kind, positions: kind.columns.indices.map { $0 }, fieldCount: kind.columns.count, known: known, zone: zone)
        var batch = RecordBatch(kind)
        let text = Array(String(repeating: row, count: 20).utf8)
        let end = quick.read(text.span, from: 0, line: 2, atMost: .max, into: &batch, &fields, &symbols)
        #expect(batch.count >= 18)
        #expect(end == batch.count * row.utf8.count)
        #expect((0..<batch.count).allSatisfy { batch.lines[$0] == Int32(2 + $0) })
    }
}
