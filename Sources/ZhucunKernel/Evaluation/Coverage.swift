public import CivilTime

/// A place and a span of days in which records of a kind were kept.
public struct Coverage: Sendable {
    /// The digits that the codes of everything inside begin with.
    public let division: String
    public let days: DayRange

    /// By the kind's name.
    static func spans(_ records: Records) -> [String: [Coverage]] {
        let table = records.table(.coverage)
        let columns = CoverageRecords.declared()
        var spans: [String: [Coverage]] = [:]
        for row in 0..<table.count {
            guard let kind = table[columns.kind, row], let division = table[columns.division, row], let from = table[columns.from, row],
                let to = table[columns.to, row], let days = DayRange(from, to)
            else { continue }
            spans[records.symbols.text(kind), default: []].append(Coverage(division: Division(records.symbols.text(division)).prefix, days: days))
        }
        return spans
    }
}
