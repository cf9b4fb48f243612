internal import CivilTime
internal import ZhucunKernel

/// A leave that counts, and what it does.
struct Leave {
    let id: Symbol?
    let type: Symbol
    /// To the day before the return.
    let days: DayRange
    let effect: AttendanceRule.LeaveEffect
}

/// The leave that counts under a rule, for one cadre after another.
struct CountedLeave {
    private let table: RecordTable
    private let columns = Leaves.declared()
    private let names: [Symbol]
    private let symbols: Symbols
    private let effects: AttendanceRule.LeaveEffects
    private var effectOfType = Remembered<Symbol, AttendanceRule.LeaveEffect>()

    init(_ effects: AttendanceRule.LeaveEffects, _ evaluation: Evaluation) {
        self.effects = effects
        table = evaluation.records.table(.leaves)
        names = evaluation.world.symbolOf[.cadre] ?? []
        symbols = evaluation.symbols
    }

    mutating func leave(of cadre: Int) -> [Leave] {
        guard names.indices.contains(cadre) else { return [] }
        let rows = table.rows(of: names[cadre])
        return rows.isEmpty ? [] : rows.compactMap { leave($0) }
    }

    private mutating func leave(_ row: Int) -> Leave? {
        guard let from = table[columns.from, row], let to = table[columns.to, row], let type = table[columns.type, row],
            let status = table[columns.status, row], effects.states.contains(symbols.text(status)),
            let days = DayRange(from, min(to, table[columns.returned, row]?.advanced(by: -1) ?? to))
        else { return nil }
        let effect = effectOfType.answer(to: type) { effects.byType[symbols.text(type)] ?? effects.other }
        return Leave(id: table[columns.leave, row], type: type, days: days, effect: effect)
    }
}
