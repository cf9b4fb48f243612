internal import CivilTime
import PolicyYAML

/// What counts when a fact is told in several ways that disagree.
public enum Disagreeing: String, Sendable, CaseIterable {
    /// The column in which they disagree is unknown.
    case undetermined
    /// The row with the highest number, or with the word that stands first in the vocabulary.
    case highest
    /// The row with the lowest number, or with the word that stands last in the vocabulary.
    case lowest
    /// The row that was written down last.
    case latest
}

extension RecordTable {
    /// The row that counts of some that tell the same fact; nil where none does more than the others.
    package func chosen(_ rows: [Int], _ disagreeing: Disagreeing, _ words: Words, _ symbols: Symbols) -> Int? {
        switch disagreeing {
        case .undetermined: return nil
        case .latest:
            guard let entered = kind.index(of: kind.about.entered) else { return nil }
            return only(
                rows,
                first: { columns[entered][$0] == RecordTable.missing ? nil : Fraction(Int(columns[entered][$0])) },
                by: >)
        case .highest, .lowest:
            let differing = kind.columns.indices.first { column in
                column != kind.identifier && !kind.identity.contains(column)
                    && rows.contains { columns[column][$0] != columns[column][rows[0]] }
            }
            guard let differing else { return nil }
            let value = { (row: Int) in place(differing, row, words, symbols) }
            return disagreeing == .highest ? only(rows, first: value, by: >) : only(rows, first: value, by: <)
        }
    }

    /// How high a value is: a number by itself, a word by how far from the end of its group it stands.
    private func place(_ column: Int, _ row: Int, _ words: Words, _ symbols: Symbols) -> Fraction? {
        guard let group = kind.columns[column].type.group else { return number(column, row) }
        let names = words.names(in: group)
        return text(column, row, symbols).flatMap { names.firstIndex(of: $0) }.map { Fraction(names.count - $0) }
    }

    /// The one row whose value comes before all others'; rows that say the same in all but their number are one.
    private func only(_ rows: [Int], first value: (Int) -> Fraction?, by isBefore: (Fraction, Fraction) -> Bool) -> Int?
    {
        let values = rows.map(value)
        guard values.allSatisfy({ $0 != nil }), let best = values.compactMap(\.self).min(by: isBefore) else {
            return nil
        }
        let left = zip(rows, values).filter { $0.1 == best }.map(\.0)
        let others = kind.columns.indices.filter { $0 != kind.identifier }
        return left.allSatisfy { row in others.allSatisfy { columns[$0][row] == columns[$0][left[0]] } } ? left[0] : nil
    }
}

extension ValueType where Value == Disagreeing {
    /// `undetermined`, `highest`, `lowest`, or `latest` where the records say when they were entered.
    public static func disagreeing(_ kind: RecordKind?) -> ValueType {
        let words = Disagreeing.allCases.filter { $0 != .latest || kind?.about.entered != nil }.map(\.rawValue)
        let type = ValueType<String>.oneOf(words)
        return ValueType(name: type.name) { node, session in
            type.read(node, session).flatMap { Disagreeing(rawValue: $0) }
        }
    }
}
