internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// One leave that is looked at.
struct TakenLeave {
    let row: Int
    let id: String
    let days: DayRange
    /// In days, halves of them included.
    let length: Fraction

    /// Nil for a leave in another state, of another kind, or without days.
    init?(_ row: Int, _ counted: CountedRows, _ ask: Case<Leave>) {
        let (table, columns, symbols) = (counted.table, Leaves.declared(), ask.evaluation.symbols)
        guard let from = table[columns.from, row], let to = table[columns.to, row],
            let id = table[columns.leave, row].map(symbols.text),
            let status = table[columns.status, row].map(symbols.text), ask.rule.judged.contains(status)
        else { return nil }
        let type = table[columns.type, row].map(symbols.text)
        guard ask.rule.types.isEmpty || type.map(ask.rule.types.contains) == true else { return nil }
        // Who is back on the next day took what was asked for.
        let back = ask.rule.untilReturn ? table[columns.returned, row].map { $0.advanced(by: -1) } : nil
        let last = back ?? to
        let halves = [
            table[columns.fromHalf, row] == .afternoon, last == to && table[columns.toHalf, row] == .morning,
        ].count { $0 }
        guard let length = Fraction(max(0, 2 * (last - from + 1) - halves), over: 2) else { return nil }
        self.row = row
        self.id = id
        days = DayRange(from, max(from, last)) ?? DayRange(from)
        self.length = length
    }

    /// Whether no working day lies between one that began sooner and this.
    func follows(_ other: TakenLeave, _ calendar: HolidayCalendar) -> Bool {
        guard let between = DayRange(other.days.last.advanced(by: 1), days.first.advanced(by: -1)) else { return true }
        return !between.days.contains { calendar.isWorkingDay($0) }
    }
}

extension Leave.Step {
    /// Who must approve, for people.
    func text(_ words: Words) -> Detail {
        .titles(
            approve.map { offices in
                let titles = offices.map { words.title($0, in: "office") }
                return Text(
                    titles.map(\.zh).joined(separator: "或"), titles.map(\.en).joined(separator: " or "))
            })
    }
}

extension ValueType where Value == [[String]] {
    /// `county_office`, `[city_office, sending_unit]`, `[sending_unit, [city_office, city_group]]`.
    static let approvers = ValueType(
        name: Text("办公室的列表，其中的列表为任一", "a list of offices, in it lists of which any"),
        node: { node, session in
            let offices = ValueType<String>.word("office").listed()
            let items = node.items ?? [node]
            let read = items.compactMap { offices.read($0, session) }
            return read.count == items.count && !read.isEmpty ? read : nil
        })
}
