public import CivilTime

/// What would decide what is not known: records that are missing or incomplete, about whom and of which days.
public struct Need: Hashable, Sendable {
    /// The record kind's name, such as `checkin`.
    public let kind: String
    /// Its file, such as `checkins.csv`.
    public let file: String
    /// About whom.
    public let subject: Subject
    /// Of which days there are none, in order; empty where days do not matter.
    public let days: [DayRange]
    /// Columns that a record which is there leaves open.
    public let columns: [String]
    /// What the record would hold, or holds: a score's period and dimension, the identifier of a row that is there.
    public let holding: [Holding]

    /// A column with what stands in it.
    public typealias Holding = NeededRecords.Holding

    /// Records of a kind that would decide something about a subject.
    ///
    /// - Parameters:
    ///   - kind: the kind of record.
    ///   - subject: whom the records would be about.
    ///   - days: of which days there are none, in order; empty where days do not matter.
    ///   - columns: columns that a record which is there leaves open.
    ///   - holding: what the record would hold, or holds, by the names of its columns.
    public init(
        _ kind: RecordKind, about subject: Subject, days: [DayRange] = [], columns: [String] = [],
        holding: KeyValuePairs<String, String> = [:]
    ) {
        self.init(
            kind.name, kind.file, subject, days, columns, holding.map { Holding(column: $0.key, value: $0.value) })
    }

    fileprivate init(
        _ kind: String, _ file: String, _ subject: Subject, _ days: [DayRange], _ columns: [String],
        _ holding: [Holding]
    ) {
        self.kind = kind
        self.file = file
        self.subject = subject
        self.days = days
        self.columns = columns
        self.holding = holding
    }
}

extension [Need] {
    /// Each once, those of the same records with their days together, in the order of kinds and subjects.
    var united: [Need] {
        Dictionary(grouping: self) { Need($0.kind, $0.file, $0.subject, [], $0.columns, $0.holding) }
            .map { need, all in
                Need(need.kind, need.file, need.subject, all.flatMap(\.days).joined, need.columns, need.holding)
            }
            .sorted { a, b in
                (
                    a.kind, a.subject, a.days.first?.first ?? .distantPast, a.columns.joined(separator: ","),
                    a.holding.map(\.value).joined(separator: ",")
                )
                    < (
                        b.kind, b.subject, b.days.first?.first ?? .distantPast, b.columns.joined(separator: ","),
                        b.holding.map(\.value).joined(separator: ",")
                    )
            }
    }
}

extension [DayRange] {
    /// In order, those that touch each other joined.
    var joined: [DayRange] {
        sorted { $0.first < $1.first }.reduce(into: []) { joined, days in
            if let last = joined.last, days.first <= last.last.advanced(by: 1) {
                joined[joined.count - 1] = last.union(days)
            } else {
                joined.append(days)
            }
        }
    }

    /// The days of a range that none of them, in order and apart from each other, covers.
    func missing(in days: DayRange) -> [DayRange] {
        var (missing, next) = ([DayRange](), days.first)
        for covered in self where covered.last >= days.first && covered.first <= days.last {
            if let gap = DayRange(next, covered.first.advanced(by: -1)) { missing.append(gap) }
            next = covered.last.advanced(by: 1)
        }
        return missing + [DayRange(next, days.last)].compactMap(\.self)
    }
}
