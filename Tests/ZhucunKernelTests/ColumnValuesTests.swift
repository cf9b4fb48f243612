import Testing
import ZhucunKernel

@testable import Facts

/// Columns hold what they were given, packed or not.
@Suite struct ColumnValuesTests {
    private static let kind = RecordKind.whoIsWhere.first
    private static let none = RecordTable.missing

    private static func column(_ values: [Int64]) throws -> ColumnValues {
        let kind = try #require(kind)
        var column = ColumnValues()
        var rest = values[...]
        while !rest.isEmpty {
            var batch = RecordBatch(kind)
            for value in rest.prefix(RecordBatch.size) {
                batch.append([value] + Array(repeating: none, count: kind.columns.count - 1), line: 1)
            }
            rest = rest.dropFirst(RecordBatch.size)
            column.append(batch, 0)
        }
        return column
    }

    private static let columns: [[Int64]] = [
        [], [none, none, none], [7, 7, 7], [7, none, 7], [-3, 0, none, 251], [0, 254], [0, 255, none],
        [19_500, none, 19_500 + 65_534], [0, 65_535], [Int64(Int32.min), 1], [1, Int64.max, none],
        [Int64.max - 1, none], (0..<5000).map { Int64($0 % 300) },
    ]

    @Test(arguments: columns)
    func packing(_ values: [Int64]) throws {
        let plain = try Self.column(values)
        var packed = plain
        packed.pack()
        #expect(packed.count == values.count && packed.bounds == plain.bounds)
        #expect(values.indices.allSatisfy { packed[$0] == values[$0] && plain[$0] == values[$0] })
        guard !values.isEmpty else { return }
        let order = values.indices.reversed().map { Int32($0) }
        let reversed = packed.ordered(by: order)
        #expect(values.indices.allSatisfy { reversed[$0] == values[values.count - 1 - $0] })
        packed.clear(0)
        #expect(packed[0] == Self.none && packed.count == values.count)
        #expect(values.indices.dropFirst().allSatisfy { packed[$0] == values[$0] })
    }

    /// Once all texts are known they are found as before, and one more may still come.
    @Test func settledSymbols() {
        var symbols = Symbols()
        let texts = (0..<3000).map { "text-\($0)" }
        let numbers = texts.map { symbols.intern($0) }
        symbols.settle()
        #expect(texts.map { symbols.find($0) } == numbers.map(Optional.some))
        #expect(symbols.find("another") == nil && symbols.count == 3000)
        let more = symbols.intern("another")
        #expect(symbols.find("another") == more && symbols.text(more) == "another")
        #expect(texts.map { symbols.intern($0) } == numbers)
    }
}
