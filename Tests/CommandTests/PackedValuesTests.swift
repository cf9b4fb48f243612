import Exact
import Results
import Testing

/// Values come back as they were given, however they are kept.
@Suite struct PackedValuesTests {
    private static func packed(_ rows: [[MeasureValue?]]) -> PackedValues {
        var builder = PackedValues.Builder(width: rows[0].count)
        builder.reserve(rows: rows.count)
        for row in rows { builder.add(row) }
        return builder.values
    }

    private static let wide = MeasureValue.number(Fraction(Int.max))

    /// Rows of which many are equal, of which none is, and of which it shows late that few are.
    private static let tables: [[[Int?]]] = [
        (0..<2000).map { [$0 % 7, nil, 3] }, (0..<2000).map { [$0, nil, -$0] },
        (0..<2000).map { [$0 < 300 ? 1 : $0, 5, nil] }, (0..<2000).map { [$0] }, [[nil, nil]],
    ]

    @Test(arguments: tables)
    func rows(_ numbers: [[Int?]]) {
        let rows = numbers.map { row in row.map { $0.map { MeasureValue.number(Fraction($0)) } } }
        let values = Self.packed(rows)
        #expect(rows.indices.allSatisfy { values.row($0) == rows[$0] })
        let some = rows.indices.filter { $0 % 3 == 1 }.reversed() + [0]
        let picked = values.rows(Array(some))
        #expect(zip(some, 0...).allSatisfy { picked.row($1) == rows[$0] })
    }

    @Test func whatDoesNotFitInAWordStandsBeside() {
        let rows: [[MeasureValue?]] = (0..<600).map { row in
            row % 2 == 0 ? [.text("好"), Self.wide] : [MeasureValue(ValueRange(Fraction(row % 5), Fraction(9))), nil]
        }
        let values = Self.packed(rows)
        #expect(rows.indices.allSatisfy { values.row($0) == rows[$0] })
    }
}
