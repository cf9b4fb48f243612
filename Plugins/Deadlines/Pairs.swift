internal import CivilTime
internal import ZhucunKernel

/// Something that has begun, and where its end is to be looked for.
struct Course {
    let first: Day
    /// The record that it began with, where each has an end of its own.
    let record: String?
    /// The day on which it ended, in some days.
    let end: (DayRange) -> DeadlineRule.FoundDay
    /// The day recorded after another one.
    let endAfter: (Day) -> Day?
    /// Whether the records say for certain that it did not end in some days.
    let isWhole: (DayRange) -> Bool
}

extension Course {
    /// What ends with the first day that a source gives.
    init(first: Day, source: DeadlineRule.DaySource, _ subject: Subject, _ ask: Case<Deadlines>) {
        self.first = first
        record = nil
        end = { source.day(subject, in: $0, ask) }
        endAfter = { source.dayRecorded(after: $0, subject, ask) }
        isWhole = { source.isWhole(subject, in: $0, ask) }
    }
}

/// Beginnings with their ends: by the name that an ending record gives, else each with the first one after it that is not used.
struct Pairs {
    private let beginnings: CountedRows
    private let ends: CountedRows
    private let kind: RecordKind
    private let column: Int?

    init(_ beginnings: CountedRecords, _ ends: CountedRecords, by column: Int?, _ ask: Case<Deadlines>) {
        self.beginnings = beginnings.rows(of: ask.provision.subject, ask.evaluation)
        self.ends = ends.rows(of: ask.provision.subject, ask.evaluation)
        kind = ends.kind
        self.column = column
    }

    /// A record with its day.
    private struct Dated {
        let row: Int
        let day: Day
    }

    /// Those that have begun by a day, in time.
    func courses(of subject: Subject, by day: Day) -> [Course] {
        let begun = DayRange(.distantPast, day).map { dated(beginnings, subject, in: $0) } ?? []
        let ended = DayRange(.distantPast, .distantFuture).map { dated(ends, subject, in: $0) } ?? []
        var used: Set<Int> = []
        var endOf: [Int: Day] = [:]
        for end in ended {
            guard let column, let name = ends.text(of: column, end.row) else { continue }
            // What names another beginning ends none of the rest.
            used.insert(end.row)
            if let begin = begun.first(where: { beginnings.identifier(of: $0.row) == name }), begin.day <= end.day,
                endOf[begin.row] == nil
            {
                endOf[begin.row] = end.day
            }
        }
        for begin in begun where endOf[begin.row] == nil {
            guard let end = ended.first(where: { $0.day >= begin.day && !used.contains($0.row) }) else { continue }
            used.insert(end.row)
            endOf[begin.row] = end.day
        }
        return begun.map { course($0, until: endOf[$0.row], subject) }
    }

    private func course(_ begin: Dated, until end: Day?, _ subject: Subject) -> Course {
        Course(
            first: begin.day, record: beginnings.identifier(of: begin.row) ?? beginnings.reference(of: begin.row),
            end: { days in
                if let end { return days.contains(end) ? .day(end) : .none }
                let doubts = ends.facts(of: subject, in: days).doubts(kind)
                return doubts.isEmpty ? .none : .unknown(doubts)
            },
            endAfter: { day in end.flatMap { $0 > day ? $0 : nil } },
            isWhole: { days in
                let facts = ends.facts(of: subject, in: days)
                return facts.isWhole && facts.possible.isEmpty
            })
    }

    private func dated(_ rows: CountedRows, _ subject: Subject, in days: DayRange) -> [Dated] {
        rows.facts(of: subject, in: days).certain.compactMap { row in
            rows.day(of: row).map { Dated(row: row, day: $0) }
        }.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
    }
}
