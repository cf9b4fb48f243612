package import CivilTime

/// The rows of a kind that could not be used, by whom they most likely are about: what depends on them is not known.
public struct RefusedRows: Sendable {
    /// Of each subject, by the number of its symbol, the days that rows are about (nil: it cannot be told), with the line of the first such row.
    private var lines: [Int32: [DayRange?: Int]] = [:]
    /// Whether nothing can be said of the kind at all: its file has no header that rows can be read by.
    package internal(set) var isWhole = false

    /// Whether every row of the kind could be used.
    package var isEmpty: Bool { lines.isEmpty && !isWhole }

    /// `days`: nil when that cannot be told.
    mutating func note(_ subjects: [Int32], _ days: DayRange?, line: Int) {
        for subject in subjects {
            lines[subject, default: [:]][days] = min(line, lines[subject]?[days] ?? line)
        }
    }

    mutating func append(_ part: RefusedRows, movedBy moved: Int) {
        for (subject, days) in part.lines {
            for (days, line) in days { note([subject], days, line: line + moved) }
        }
    }

    /// The line of the first row that is most likely about a subject on some of the days, counted from 1; nil when
    /// there is none.
    package func line(of subject: Symbol, in days: DayRange) -> Int? {
        lines[subject.number]?.lazy.filter { $0.key.map { $0.intersection(days) != nil } ?? true }.map(\.value).min()
    }
}

extension RecordImport {
    /// Notes whom and which days a row that cannot be used most likely is about.
    mutating func noteRefused(_ reader: borrowing CSVReader, _ fields: inout FieldReader, _ symbols: inout Symbols) {
        func text(_ column: Int?) -> String? {
            guard let column, let position = header.positions[column], position < reader.fields.count else {
                return nil
            }
            let text = reader.text(reader.fields[position])
            return text.isEmpty ? nil : Damage.of(text, as: kind.columns[column].type)?.meant ?? text
        }
        var subjects: [Int32] = []
        for column in kind.naming {
            for name in text(column)?.split(separator: ";") ?? [] {
                let name = String(name)
                guard let number = symbols.find(Damage.of(name, as: .text)?.meant ?? name)?.number,
                    !isUnknown(number, column)
                else { continue }
                subjects.append(number)
            }
        }
        guard !subjects.isEmpty else { return }
        func days(_ column: Int?) -> DayRange? {
            text(column).flatMap { fields.days($0, kind.columns[column ?? 0].type) }
        }
        var range = days(kind.date)
        if let span = kind.about.span {
            let (from, to) = (days(kind.index(of: span.from)), days(kind.index(of: span.to)))
            range = DayRange(from?.first ?? .distantPast, to?.last ?? .distantFuture)
        }
        refused.note(subjects, range, line: reader.line)
    }
}
