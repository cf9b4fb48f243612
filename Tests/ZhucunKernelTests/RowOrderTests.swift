import Testing
import ZhucunKernel

@testable import Facts

/// Rows are found by whom they name, in an order of their own content.
@Suite struct RowOrderTests {
    private static let header = "activity,kind,date,period,subject,actors,level,topic,hours,days\n"
    private static let names = ["C1", "C2", "C3", "T1", "U1", "140622100201"]

    private static func row(_ number: Int, _ random: inout some RandomNumberGenerator) -> String {
        let actors = names.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.joined(separator: ";")
        // Some numbers need more than four bytes.
        let hours = ["", "1", "2.5", "8783.5"].randomElement(using: &random) ?? ""
        let kind = ["培训", "走访", "会议"].randomElement(using: &random) ?? ""
        return
            "A\(number),\(kind),2023-07-0\(Int.random(in: 1...4, using: &random)),,\(names.randomElement(using: &random) ?? ""),\(actors),,\(["", "一", "二二"].randomElement(using: &random) ?? ""),\(hours),\n"
    }

    private func table(_ rows: [String]) throws -> (RecordTable, Symbols) {
        let small = try SmallFolder([
            "cadres.csv": "cadre,name\nC3,丙\nC1,甲\nC2,乙\n",
            "postings.csv": "cadre,village,role,from\nC1,140622100201,member,2023-01-01\n",
            "activities.csv": Self.header + rows.joined(),
        ])
        let records = try small.load()
        return (try #require(records.tables["activity"]), records.symbols)
    }

    /// The rows that name somebody, in the order of the table.
    private func rows(naming name: String, _ table: RecordTable, _ symbols: Symbols) throws -> [[String]] {
        let symbol = try #require(symbols.find(name))
        return table.rows(of: symbol).map { row in
            table.kind.columns.indices.map { column in
                if table.kind.columns[column].type.isSymbol { return table.text(column, row, symbols) ?? "" }
                let raw = table.columns[column][row]
                return raw == RecordTable.missing ? "" : String(raw)
            }
        }
    }

    @Test func theOrderOfTheFileDoesNotShow() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<12 {
            var lines = (0..<Int.random(in: 1...90, using: &random)).map { Self.row($0, &random) }
            let (first, symbols) = try table(lines)
            lines.shuffle(using: &random)
            let (second, others) = try table(lines)
            for name in Self.names {
                let found = try rows(naming: name, first, symbols)
                #expect(try rows(naming: name, second, others) == found)
                let fields = lines.map {
                    $0.dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                }
                let expected = fields.filter { $0[4] == name || $0[5].split(separator: ";").contains(Substring(name)) }
                    .map { $0[0] }
                #expect(Set(found.map { $0[0] }) == Set(expected) && found.count == expected.count)
                // By date, then by identifier.
                let order = found.map { (Int($0[2]) ?? 0, $0[0]) }
                #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
            }
        }
    }

    @Test func textsStandByTheirBytes() {
        var symbols = Symbols()
        let texts = ["", "a", "ab", "abcdefgh", "abcdefghi", "abcdefgi", "b", "中", "中文", "é", "abcdefghijklmnopq"]
        let numbers = texts.map { symbols.intern($0) }
        for (a, x) in zip(texts, numbers) {
            for (b, y) in zip(texts, numbers) {
                #expect(symbols.isBefore(x, y) == a.utf8.lexicographicallyPrecedes(b.utf8), "\(a) \(b)")
            }
        }
    }

    @Test func textsKeptTogetherAreTheSame() {
        var random = SystemRandomNumberGenerator()
        var (one, many) = (Symbols(), Symbols())
        for _ in 0..<40 {
            let texts = (0..<200).map { _ in
                String(repeating: "文x1", count: Int.random(in: 0..<4, using: &random))
                    + String(Int.random(in: 0..<3000, using: &random))
            }
            let bytes = Array(texts.joined().utf8)
            var ranges: [Range<Int>] = []
            for text in texts {
                ranges.append((ranges.last?.upperBound ?? 0)..<((ranges.last?.upperBound ?? 0) + text.utf8.count))
            }
            #expect(many.intern(ranges, of: bytes.span) == texts.map { one.intern($0).number })
        }
        #expect(
            (0..<Int32(one.count)).allSatisfy {
                one.text(Symbol($0)) == many.text(Symbol($0)) && one.find(one.text(Symbol($0)))?.number == $0
            })
    }
}
