import Messages

/// What is wrong with a file's rows, summed up by cause: of each a few examples at their places, and how many more there are. So what
/// is kept and said stays small however many rows are bad.
package struct Faults: Sendable {
    /// Rows that have the same wrong in the same column for the same reason.
    package struct Cause: Hashable {
        let kind: Kind
        var column: Int?
        var damage: Damage?

        enum Kind: Hashable {
            case header, broken(CSVReader.Outcome), tooMany, field, empty, reference, bounds, halves, order, part,
                identifier, leftOut, between(Check), review(String)
        }

        /// What a reviewer holds against rows; faults of one name are summed up.
        package static func review(_ name: String) -> Cause { Cause(kind: .review(name)) }
    }

    /// What is looked for between rows.
    enum Check { case file, identifier, posting, place, overlap, kind, distance, birth, contradiction, shift }

    /// Examples that are shown of one cause.
    static let shown = 3
    /// More texts of one cause than this are not counted each.
    private static let countedTexts = 10_000

    private struct Found {
        var examples: [(text: String?, diagnostic: Diagnostic)] = []
        /// How many rows have each text; nil when there are too many.
        var rows: [String: Int]? = [:]
        var total = 0

        /// Whether it is to be shown.
        mutating func count(_ text: String?) -> Bool {
            total += 1
            if let text, rows != nil {
                rows?[text, default: 0] += 1
                if let count = rows?.count, count > Faults.countedTexts { rows = nil }
            }
            return !shows(text)
        }

        /// Whether there are enough examples without it.
        func shows(_ text: String?) -> Bool {
            examples.count >= Faults.shown || (text != nil && examples.contains { $0.text == text })
        }
    }

    private var found: [Cause: Found] = [:]

    package init() {}

    var isEmpty: Bool { found.isEmpty }

    /// Counts a fault; true when it is to be shown. `text`: what stands there wrongly, told once for all rows that have it; nil: each row
    /// is told by itself.
    package mutating func count(_ cause: Cause, _ text: String? = nil) -> Bool {
        found[cause, default: Found()].count(text)
    }

    package mutating func show(_ cause: Cause, _ text: String? = nil, _ diagnostic: Diagnostic) {
        found[cause]?.examples.append((text, diagnostic))
    }

    /// Adds those of the part of the file that comes next, so many lines further down.
    mutating func append(_ part: Faults, movedBy lines: Int) {
        for (cause, more) in part.found {
            var noted = found[cause] ?? Found()
            noted.total += more.total
            let texts = more.rows.flatMap { rows in noted.rows.map { $0.merging(rows, uniquingKeysWith: +) } }
            noted.rows = texts.flatMap { $0.count > Faults.countedTexts ? nil : $0 }
            for example in more.examples where !noted.shows(example.text) {
                noted.examples.append((example.text, example.diagnostic.moved(by: lines)))
            }
            found[cause] = noted
        }
    }

    /// `path`: the file. `columns`: the names of its columns.
    package func report(_ path: String, _ columns: [String] = [], into diagnostics: inout Diagnostics) {
        for (cause, found) in found.sorted(by: Faults.isBefore) {
            var left = found.total
            for example in found.examples {
                let rows = example.text.flatMap { found.rows?[$0] } ?? 1
                left -= rows
                diagnostics.report(example.diagnostic.counting(rows))
            }
            guard left > 0, let first = found.examples.first?.diagnostic else { continue }
            diagnostics.report(.moreOfTheSame(path, first, cause.column.map { columns[$0] }, cause.damage, left))
        }
    }

    private static func isBefore(_ a: (key: Cause, value: Found), _ b: (key: Cause, value: Found)) -> Bool {
        func rank(_ cause: Cause, _ found: Found) -> (Int, Int, String, Int, Int) {
            let first = found.examples.first?.diagnostic
            let place = first?.primary?.location
            return (
                place?.line ?? 0, place?.column ?? 0, first?.code ?? "", cause.column ?? -1,
                cause.damage?.rawValue ?? -1
            )
        }
        return rank(a.key, a.value) < rank(b.key, b.value)
    }
}

extension Diagnostic {
    /// The same of so many rows.
    fileprivate func counting(_ rows: Int) -> Diagnostic {
        guard rows > 1 else { return self }
        var counting = self
        counting.message = Text("\(message.zh)，共 \(rows) 行", "\(message.en), in \(rows) rows")
        return counting
    }

    /// The same about a place so many lines further down.
    private func moved(_ location: Location, by lines: Int) -> Location {
        var moved = location
        moved.line += lines
        return moved
    }

    fileprivate func moved(by lines: Int) -> Diagnostic {
        var copy = self
        if let primary { copy.primary?.location = moved(primary.location, by: lines) }
        for index in secondary.indices { copy.secondary[index].location = moved(secondary[index].location, by: lines) }
        return copy
    }
}
