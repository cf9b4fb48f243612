internal import PolicyYAML
internal import ZhucunKernel

extension Leave.Rule {
    /// Lengths and levels that no row, or more than one, decides: found by trying every length up to a year at every level.
    func check(_ settings: SettingsReader) {
        guard let rows = settings.node(of: "table")?.items, rows.count == table.count else { return }
        var gaps: [ClosedRange<Int>: [Text]] = [:]
        var overlaps: [Overlap: [Text]] = [:]
        for level in settings.session.words.names(in: "level") {
            let title = settings.session.words.title(level, in: "level")
            let deciding = (1...366).map { length in
                table.indices.filter { index in
                    table[index].length.holds(Fraction(length))
                        && (table[index].levels.isEmpty || table[index].levels.contains(level))
                }
            }
            for gap in runs(deciding, where: \.isEmpty) { gaps[gap, default: []].append(title) }
            for overlap in runs(deciding, where: { $0.count > 1 }) {
                let steps = deciding[overlap.lowerBound - 1]
                overlaps[Overlap(days: overlap, first: steps[0], second: steps[1]), default: []].append(title)
            }
        }
        for (overlap, levels) in overlaps.sorted(by: { $0.key.days.lowerBound < $1.key.days.lowerBound }) {
            settings.session.report(
                .twoRoutes(levels, overlap.days, at: rows[overlap.second].location, with: rows[overlap.first].location))
        }
        guard let place = settings.keyLocation(of: "table") else { return }
        for (gap, levels) in gaps.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
            settings.session.report(.noRoute(levels, gap, at: place))
        }
    }

    private struct Overlap: Hashable {
        let days: ClosedRange<Int>
        let first: Int
        let second: Int
    }

    /// Runs of lengths, from one day on, whose deciding rows pass a test.
    private func runs(_ deciding: [[Int]], where test: ([Int]) -> Bool) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for (index, rows) in deciding.enumerated() where test(rows) {
            let day = index + 1
            if let last = runs.last, last.upperBound == day - 1 {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        return runs
    }
}

extension Diagnostic {
    /// A note: the document itself may be silent here, which the office has to know, not to repair.
    fileprivate static func noRoute(_ levels: [Text], _ days: ClosedRange<Int>, at location: Location) -> Diagnostic {
        let span = span(days)
        return Diagnostic(
            "L101", .note,
            Text(
                "\(levels.map(\.zh).joined(separator: "、"))派出的干部请假 \(span.zh)，表中没有批准人",
                "the table names no approver for \(span.en) of cadres sent by units of these levels: \(levels.map(\.en).joined(separator: ", "))"
            ),
            at: location)
    }

    private static func span(_ days: ClosedRange<Int>) -> Text {
        if days.upperBound == 366 { return Text("\(days.lowerBound) 天以上", "\(days.lowerBound) days or more") }
        if days.count == 1 {
            return Text("\(days.lowerBound) 天", days.lowerBound == 1 ? "1 day" : "\(days.lowerBound) days")
        }
        return Text("\(days.lowerBound)–\(days.upperBound) 天", "\(days.lowerBound)–\(days.upperBound) days")
    }

    fileprivate static func twoRoutes(
        _ levels: [Text], _ days: ClosedRange<Int>, at location: Location, with other: Location
    ) -> Diagnostic {
        let span = span(days)
        return disagreement(
            "L102",
            Text(
                "\(levels.map(\.zh).joined(separator: "、"))派出的干部请假 \(span.zh)，有两行都适用",
                "two rows decide \(span.en) of cadres sent by units of these levels: \(levels.map(\.en).joined(separator: ", "))"
            ),
            at: location, with: other, because: Text("另一行", "the other row"))
    }
}
