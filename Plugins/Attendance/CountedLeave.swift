internal import CivilTime
internal import ZhucunKernel

/// A leave that counts, and what it does.
struct Leave {
    let id: Symbol?
    let type: Symbol
    /// Halves of days since 1970, mornings even: to the last before the return.
    let halves: ClosedRange<Int>
    let effect: AttendanceRule.LeaveEffect
    /// How many days it had begun before it was approved (补假); 0 where the record does not say.
    let daysLate: Int

    /// The half of a day on which it is; nil for whole days and none.
    func half(on day: Day) -> DayHalf? {
        let morning = Int(day.number) * 2
        return halves.contains(morning) == halves.contains(morning + 1)
            ? nil : halves.contains(morning) ? .morning : .afternoon
    }

    func contains(_ day: Day) -> Bool {
        halves.contains(Int(day.number) * 2) || halves.contains(Int(day.number) * 2 + 1)
    }

    /// The days that it covers whole.
    var wholeDays: DayRange? {
        DayRange(Leave.day((halves.lowerBound + 1) >> 1), Leave.day((halves.upperBound - 1) >> 1))
    }

    /// The days of which it covers the afternoon and the next morning.
    var nights: DayRange? { DayRange(Leave.day(halves.lowerBound >> 1), Leave.day((halves.upperBound >> 1) - 1)) }

    var hasHalfDays: Bool { halves.lowerBound & 1 == 1 || halves.upperBound & 1 == 0 }

    /// The days on which it begins or ends in the middle.
    var halfDays: [Day] {
        let ends = [
            halves.lowerBound & 1 == 1 ? halves.lowerBound >> 1 : nil,
            halves.upperBound & 1 == 0 ? halves.upperBound >> 1 : nil,
        ]
        return ends.compactMap { $0.map(Leave.day) }
    }

    private static func day(_ number: Int) -> Day { Day(number: Int32(clamping: number)) }
}

/// The leave that counts under a rule, for one cadre after another.
struct CountedLeave {
    private let table: RecordTable
    private let columns = Leaves.declared()
    private let names: [Symbol]
    private let symbols: Symbols
    private let effects: AttendanceRule.LeaveEffects
    /// What is written down or done later is not known yet.
    private let today: Day
    private var effectOfType = Remembered<Symbol, AttendanceRule.LeaveEffect>()

    init(_ effects: AttendanceRule.LeaveEffects, _ evaluation: Evaluation) {
        self.effects = effects
        table = evaluation.records.table(.leaves)
        names = evaluation.world.symbolOf[.cadre] ?? []
        symbols = evaluation.symbols
        today = evaluation.asOf ?? .distantFuture
    }

    mutating func leave(of cadre: Int) -> [Leave] {
        guard names.indices.contains(cadre) else { return [] }
        let rows = table.rows(of: names[cadre])
        return rows.isEmpty ? [] : rows.compactMap { leave($0) }
    }

    private mutating func leave(_ row: Int) -> Leave? {
        guard let from = table[columns.from, row], let to = table[columns.to, row], let type = table[columns.type, row],
            let status = table[columns.status, row], effects.states.contains(symbols.text(status)),
            table[columns.requestedOn, row].map({ $0 <= today }) ?? true,
            table[columns.approvedOn, row].map({ $0 <= today }) ?? true
        else { return nil }
        let first = Int(from.number) * 2 + (table[columns.fromHalf, row] == .afternoon ? 1 : 0)
        var last = Int(to.number) * 2 + (table[columns.toHalf, row] == .morning ? 0 : 1)
        if let returned = table[columns.returned, row], returned <= today {
            last = min(last, Int(returned.number) * 2 - 1)
        }
        guard first <= last else { return nil }
        let effect = effectOfType.answer(to: type) { effects.byType[symbols.text(type)] ?? effects.other }
        let late = table[columns.approvedOn, row].map { max(0, $0 - from) } ?? 0
        return Leave(id: table[columns.leave, row], type: type, halves: first...last, effect: effect, daysLate: late)
    }
}
