internal import CivilTime

extension RecordTable {
    /// What a derived column says of a row; nil where what it is computed from does not.
    func derived(_ type: ColumnType, _ row: Int) -> Fraction? {
        switch type {
        case .ratio(let part, let whole):
            guard let above = number(named: part, row), let below = number(named: whole, row), below > .zero else {
                return nil
            }
            return try? above / below
        case .length(let from, let to, let halves, let until):
            guard let first = day(from, row), let planned = day(to, row) else { return nil }
            let end = day(until, row).map { $0.advanced(by: -1) }
            let last = end.map { min($0, planned) } ?? planned
            guard first <= last else { return .zero }
            // From noon on, and up to noon.
            let lost = [half(halves.first, row) == .afternoon, last == planned && half(halves.last, row) == .morning]
                .count { $0 }
            return Fraction(2 * (last - first + 1) - lost, over: 2)
        case .delay(let from, let to):
            guard let first = day(from, row), let last = day(to, row) else { return nil }
            return Fraction(max(0, last - first))
        default: return nil
        }
    }

    /// Whether a row says nothing in a column that a derived one is computed from.
    package func lacks(_ derived: ColumnType, _ row: Int) -> Bool {
        let sources: [String] =
            switch derived {
            case .ratio(let part, let whole): [part, whole]
            case .length(let from, let to, _, _), .delay(let from, let to): [from, to]
            default: []
            }
        return sources.contains { name in kind.index(of: name).map { columns[$0][row] == RecordTable.missing } ?? true }
    }

    private func number(named name: String, _ row: Int) -> Fraction? {
        kind.index(of: name).flatMap { number($0, row) }
    }

    private func day(_ name: String, _ row: Int) -> Day? {
        guard let column = kind.index(of: name), columns[column][row] != RecordTable.missing else { return nil }
        return Day(raw: columns[column][row])
    }

    private func half(_ name: String?, _ row: Int) -> DayHalf? {
        guard let column = kind.index(of: name), columns[column][row] != RecordTable.missing else { return nil }
        return DayHalf(raw: columns[column][row])
    }
}
