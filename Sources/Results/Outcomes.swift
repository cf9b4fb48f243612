public import Exact

/// What was found of many under one provision in one unit, in the order of the subjects: columns, since outcomes are many.
public final class Outcomes: Sendable {
    private let subjects: [Int32]
    private let verdicts: [Verdict]
    private let values: PackedValues
    private let notes: [OutcomeNotes]
    /// Of each row its place among the notes, -1 for none; empty where no row has any.
    private let noteOf: [Int32]

    private init(
        _ subjects: [Int32], _ verdicts: [Verdict], _ values: PackedValues, _ notes: [OutcomeNotes], _ noteOf: [Int32]
    ) {
        self.subjects = subjects
        self.verdicts = verdicts
        self.values = values
        self.notes = notes
        self.noteOf = noteOf
    }

    /// How many measures there are.
    package var width: Int { values.width }

    /// Whom a row is about: the row of a ``Subjects``, or whatever number the builder was given.
    package func subject(_ row: Int) -> Int { Int(subjects[row]) }
    /// A row's verdict.
    package func verdict(_ row: Int) -> Verdict { verdicts[row] }
    /// What a measure came to, by its place among the provision's; nil where the records do not give it.
    package func value(_ row: Int, _ measure: Int) -> MeasureValue? { values[row, measure] }
    /// One value for each measure, in the provision's order; nil where the records do not give it.
    package func values(_ row: Int) -> [MeasureValue?] { values.row(row) }
    /// Reasons, proposals and the like; nil for most rows, which have none.
    package func notes(_ row: Int) -> OutcomeNotes? {
        noteOf.isEmpty || noteOf[row] < 0 ? nil : notes[Int(noteOf[row])]
    }

    /// Some of the rows, in the order given.
    package func rows(_ rows: [Int]) -> Outcomes {
        if rows.count == count, rows == Array(indices) { return self }
        return Outcomes(
            rows.map { subjects[$0] }, rows.map { verdicts[$0] }, values.rows(rows), notes,
            noteOf.isEmpty ? [] : rows.map { noteOf[$0] })
    }

    /// The same with subjects by other numbers.
    package func renumbered(_ number: (Int) -> Int) -> Outcomes {
        Outcomes(subjects.map { Int32(number(Int($0))) }, verdicts, values, notes, noteOf)
    }

    /// The same with other notes.
    package func annotated(_ note: (_ row: Int, OutcomeNotes?) throws -> OutcomeNotes?) rethrows -> Outcomes {
        var builder = NotesBuilder()
        for row in subjects.indices { builder.add(try note(row, notes(row)), to: row) }
        return Outcomes(subjects, verdicts, values, builder.notes, builder.noteOf)
    }

    /// Puts rows together.
    package struct Builder {
        private var subjects: [Int32] = []
        private var verdicts: [Verdict] = []
        private var values: PackedValues.Builder
        private var notes = NotesBuilder()

        /// Begins without rows.
        ///
        /// - Parameter width: how many measures the provision has.
        package init(width: Int) { values = PackedValues.Builder(width: width) }

        /// Makes room for so many rows.
        package mutating func reserve(_ count: Int) {
            subjects.reserveCapacity(count)
            verdicts.reserveCapacity(count)
            values.reserve(rows: count)
        }

        /// Adds a row behind those before it, with as many values as there are measures.
        ///
        /// - Parameters:
        ///   - subject: the row among the ``Subjects``; of several rows of one subject, each names its record.
        ///   - verdict: how it came out.
        ///   - row: a value for each measure; nil where the records do not give it.
        ///   - note: what most outcomes do not have; nil where this has none of it.
        package mutating func add(subject: Int, _ verdict: Verdict, _ row: [MeasureValue?], _ note: OutcomeNotes? = nil)
        {
            notes.add(note, to: subjects.count)
            subjects.append(Int32(subject))
            verdicts.append(verdict)
            values.add(row)
        }

        /// The rows that were added, in the order of adding.
        package var outcomes: Outcomes {
            Outcomes(subjects, verdicts, values.values, notes.notes.trimmed, notes.noteOf.trimmed)
        }
    }

    private struct NotesBuilder {
        private static let lookedAt = 4
        private(set) var notes: [OutcomeNotes] = []
        private(set) var noteOf: [Int32] = []

        mutating func add(_ note: OutcomeNotes?, to row: Int) {
            guard let note else {
                if !noteOf.isEmpty { noteOf.append(-1) }
                return
            }
            if noteOf.isEmpty { noteOf = [Int32](repeating: -1, count: row) }
            // Those beside each other often have the same to say.
            if let same = notes.indices.suffix(NotesBuilder.lookedAt).last(where: { notes[$0].saysTheSame(as: note) }) {
                return noteOf.append(Int32(same))
            }
            noteOf.append(Int32(notes.count))
            notes.append(note)
        }
    }
}

extension Outcomes: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { subjects.count }
    /// One outcome, by its row.
    public subscript(row: Int) -> Outcome { Outcome(self, row) }
}

/// One of them, looked at where it stands.
public struct Outcome: Sendable {
    private let all: Outcomes
    private let row: Int

    fileprivate init(_ all: Outcomes, _ row: Int) {
        self.all = all
        self.row = row
    }

    /// The row among the ``Subjects``.
    public var subject: Int { all.subject(row) }
    /// How it came out.
    public var verdict: Verdict { all.verdict(row) }
    /// One for each measure of the provision; nil where the records do not give it.
    public subscript(measure: Int) -> MeasureValue? { all.value(row, measure) }
    /// The first measure's, if the provision has any.
    public var principal: MeasureValue? { all.width > 0 ? all.value(row, 0) : nil }
    /// The record that was judged.
    public var record: String? { all.notes(row)?.record }
    /// Proposals to offices.
    public var actions: [Action] { all.notes(row)?.actions ?? [] }
    /// Why it is so, where the numbers do not say.
    public var reasons: [Reason] { all.notes(row)?.reasons ?? [] }
    /// What somebody owes.
    public var owed: Owed? { all.notes(row)?.owed }
    /// What would decide it, where somebody asked.
    public var needs: [NeededRecords] { all.notes(row)?.needs ?? [] }
}
