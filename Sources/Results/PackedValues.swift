package import Exact

/// Rows of values, one column for each measure: a whole number or a small fraction takes eight bytes, whatever else stands
/// once beside them; rows that are equal are kept once where there are many.
package struct PackedValues: Sendable {
    /// Values in a row.
    package let width: Int
    private let words: [Int64]
    private let others: [MeasureValue]
    /// Of each row its place among those that are kept; empty where each is.
    private let places: [Int32]

    // The two lowest bits of a word say what the others are: nothing; a numerator over a denominator; a place in `others`.
    private enum Tag {
        static let number: Int64 = 1
        static let other: Int64 = 2
        static let bits: Int64 = 3
    }
    private static let denominatorBits: Int64 = 22
    private static let numeratorLimit: Int64 = 1 << 38

    private init(width: Int, words: [Int64], others: [MeasureValue], places: [Int32]) {
        self.width = width
        self.words = words
        self.others = others
        self.places = places
    }

    /// Some of the rows, in the order given.
    package func rows(_ rows: [Int]) -> PackedValues {
        guard places.isEmpty else {
            return PackedValues(width: width, words: words, others: others, places: rows.map { places[$0] })
        }
        var picked: [Int64] = []
        picked.reserveCapacity(rows.count * width)
        for row in rows { picked += words[row * width..<(row + 1) * width] }
        return PackedValues(width: width, words: picked, others: others, places: [])
    }

    /// The value at a row and column, both counted from 0; nil where there is none.
    package subscript(row: Int, column: Int) -> MeasureValue? {
        let word = words[(places.isEmpty ? row : Int(places[row])) * width + column]
        switch word & Tag.bits {
        case Tag.number:
            let denominator = (word >> 2) & (1 << PackedValues.denominatorBits - 1)
            return .number(Fraction(unchecked: word >> (2 + PackedValues.denominatorBits), over: denominator))
        case Tag.other: return others[Int(word >> 2)]
        default: return nil
        }
    }

    /// The values of a row, in the order of the columns; nil where there is none.
    package func row(_ row: Int) -> [MeasureValue?] { (0..<width).map { self[row, $0] } }

    /// Puts rows together.
    package struct Builder {
        private let width: Int
        private var words: [Int64] = []
        private var others: [MeasureValue] = []
        private var otherPlaces: [MeasureValue: Int64] = [:]
        private var equal: EqualRows?
        private var reserved = 0

        /// Begins without rows, each of which will have `width` values.
        public init(width: Int) {
            self.width = width
            equal = width > 1 ? EqualRows() : nil
        }

        /// Makes room for so many rows.
        package mutating func reserve(rows: Int) {
            reserved = rows
            if equal == nil { words.reserveCapacity(rows * width) }
        }

        /// Adds a row behind those before it; nil where there is no value.
        ///
        /// - Precondition: as many values as there are columns.
        package mutating func add(_ row: [MeasureValue?]) {
            for value in row { words.append(value.map { word($0) } ?? 0) }
            guard equal?.add(&words, width) == false else { return }
            words = equal?.apart(words, width, reserved) ?? words
            equal = nil
        }

        /// The rows that were added, in the order of adding.
        package var values: PackedValues {
            PackedValues(width: width, words: words.trimmed, others: others, places: equal?.places.trimmed ?? [])
        }

        private mutating func word(_ value: MeasureValue) -> Int64 {
            if case .number(let number) = value, number.denominator < 1 << PackedValues.denominatorBits,
                -PackedValues.numeratorLimit..<PackedValues.numeratorLimit ~= number.numerator
            {
                return number.numerator << (2 + PackedValues.denominatorBits) | number.denominator << 2 | Tag.number
            }
            if let known = otherPlaces[value] { return known }
            let word = Int64(others.count) << 2 | Tag.other
            others.append(value)
            otherPlaces[value] = word
            return word
        }
    }
}
