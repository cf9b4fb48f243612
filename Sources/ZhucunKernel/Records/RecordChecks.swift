import CivilTime
import PolicyYAML

/// What can be wrong between rows.
enum RecordChecks {
    static func run(_ world: World, _ tables: [String: RecordTable], _ symbols: Symbols, folder: String, known: KnownIdentifiers, kinds: [String]) -> Diagnostics {
        var diagnostics = Diagnostics()
        for cadre in world.cadres {
            if cadre.postings.isEmpty {
                diagnostics.report(.cadreWithoutPosting(cadre.id, file: folder + "/cadres.csv", line: cadre.line))
            }
            for (first, second) in zip(cadre.postings, cadre.postings.dropFirst()) {
                let (a, b) = (world.postings[first], world.postings[second])
                if a.days.intersection(b.days) != nil {
                    diagnostics.report(.overlappingPostings(cadre.id, a, b, file: folder + "/postings.csv", lines: (a.line, b.line)))
                }
            }
        }
        for village in world.villages where village.place == nil {
            diagnostics.report(.villageWithoutPlace(village.code, file: folder + "/villages.csv", line: village.line))
        }
        for (kinds, symbol) in known.sharedIdentifiers { diagnostics.report(.sharedIdentifier(symbols.text(symbol), kinds)) }
        if let coverage = tables["coverage"] {
            let column = CoverageRecords.declared().kind
            for row in 0..<coverage.count {
                guard let kind = coverage[column, row].map(symbols.text), !kinds.contains(kind) else { continue }
                diagnostics.report(.unknownCoveredKind(kind, known: kinds, file: folder + "/coverage.csv", line: Int(coverage.lines[row])))
            }
        }
        if let leaves = tables["leave"] { overlaps(leaves, symbols, folder, &diagnostics) }
        return diagnostics
    }

    private static func overlaps(_ table: RecordTable, _ symbols: Symbols, _ folder: String, _ diagnostics: inout Diagnostics) {
        let columns = Leaves.declared()
        for row in 0..<table.count {
            let next = row + 1
            guard next < table.count, table[columns.cadre, row] == table[columns.cadre, next], let to = table[columns.to, row],
                let from = table[columns.from, next], from <= to, let cadre = table[columns.cadre, row],
                let first = table[columns.leave, row], let second = table[columns.leave, next]
            else { continue }
            diagnostics.report(
                .overlappingLeaves(symbols.text(cadre), symbols.text(first), symbols.text(second), file: folder + "/leaves.csv", line: Int(table.lines[next])))
        }
    }
}
