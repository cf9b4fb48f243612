import CivilTime
import Messages

/// Looks for cadres who cannot have been born when their row says.
enum Births {
    /// Nobody younger is posted.
    private static let youngest = 16

    /// What is wrong is reported, and not known from then on.
    static func check(
        _ tables: inout [String: RecordTable], _ symbols: Symbols, path: String, into diagnostics: inout Diagnostics
    ) {
        let (cadres, postings) = (Cadres.declared(), Postings.declared())
        guard var table = tables[Cadres.about.name], let posted = tables[Postings.about.name] else { return }
        var first: [Symbol: Day] = [:]
        for row in 0..<posted.count {
            guard let cadre = posted[postings.cadre, row], let from = posted[postings.from, row] else { continue }
            first[cadre] = min(from, first[cadre] ?? from)
        }
        var faults = Faults()
        for row in 0..<table.count {
            guard let born = table[cadres.born, row], let cadre = table[cadres.cadre, row], let from = first[cadre],
                isTooYoung(born, on: from)
            else { continue }
            table.columns[cadres.born.index].clear(row)
            let cause = Faults.Cause(kind: .between(.birth))
            guard faults.count(cause) else { continue }
            let place = Location(path: path, line: Int(table.lines[row]), column: 1, endColumn: 1, lineText: "")
            var found = Diagnostic.bornTooLate(symbols.text(cadre), born, postedOn: from, youngest, at: place)
            found.record = table.reference(row, symbols).description
            faults.show(cause, nil, found)
        }
        guard !faults.isEmpty else { return }
        tables[Cadres.about.name] = table
        faults.report(path, into: &diagnostics)
    }

    private static func isTooYoung(_ born: Day, on day: Day) -> Bool {
        let (birth, posting) = (born.civil, day.civil)
        return (posting.year - youngest, posting.month, posting.day) < (birth.year, birth.month, birth.day)
    }
}
