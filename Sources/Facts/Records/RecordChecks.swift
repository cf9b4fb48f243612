import CivilTime
import Messages

/// What can be wrong between rows.
struct RecordChecks {
    private let symbols: Symbols
    private let folder: String
    /// By path.
    private var faults: [String: Faults] = [:]
    private var diagnostics = Diagnostics()

    static func run(
        _ world: World, _ tables: [String: RecordTable], _ symbols: Symbols, folder: String, known: KnownIdentifiers,
        kinds: [String]
    ) -> Diagnostics {
        var checks = RecordChecks(symbols: symbols, folder: folder)
        checks.postings(world)
        for village in world.villages where village.place == nil {
            checks.note("villages.csv", village.line, .place) { .villageWithoutPlace(village.code, at: $0) }
        }
        for village in world.villages where village.code.hasSuffix("000") {
            checks.note("villages.csv", village.line, .identifier) { .noVillage(village.code, at: $0) }
        }
        PlaceChecks.run(world.villages, path: folder + "/villages.csv", into: &checks.diagnostics)
        for (kinds, symbol) in known.sharedIdentifiers {
            checks.note(nil, 1, .identifier) { _ in .sharedIdentifier(symbols.text(symbol), kinds) }
        }
        if let coverage = tables["coverage"] { checks.coverage(coverage, kinds) }
        if let leaves = tables["leave"] { checks.overlaps(leaves) }
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            SameFacts.check(table, symbols, path: folder + "/" + table.kind.file, into: &checks.diagnostics)
        }
        for (path, faults) in checks.faults.sorted(by: { $0.key < $1.key }) {
            faults.report(path, into: &checks.diagnostics)
        }
        return checks.diagnostics
    }

    private init(symbols: Symbols, folder: String) {
        self.symbols = symbols
        self.folder = folder
    }

    /// `file`: nil for what is wrong between files.
    private mutating func note(
        _ file: String?, _ line: Int, _ check: Faults.Check, _ diagnostic: (Location) -> Diagnostic
    ) {
        let cause = Faults.Cause(kind: .between(check))
        let path = file.map { folder + "/" + $0 } ?? folder
        guard faults[path, default: Faults()].count(cause) else { return }
        faults[path]?.show(
            cause, nil, diagnostic(Location(path: path, line: line, column: 1, endColumn: 1, lineText: "")))
    }

    private mutating func postings(_ world: World) {
        for cadre in world.cadres {
            if cadre.postings.isEmpty {
                note("cadres.csv", cadre.line, .posting) { .cadreWithoutPosting(cadre.id, at: $0) }
            }
            for (first, second) in zip(cadre.postings, cadre.postings.dropFirst()) {
                let (a, b) = (world.postings[first], world.postings[second])
                guard a.days.intersection(b.days) != nil else { continue }
                note("postings.csv", b.line, .overlap) { .overlappingPostings(cadre.id, a, b, at: $0) }
            }
        }
    }

    private mutating func coverage(_ table: RecordTable, _ kinds: [String]) {
        let columns = CoverageRecords.declared()
        for row in 0..<table.count {
            let line = Int(table.lines[row])
            if table[columns.division, row] == nil, table[columns.team, row] == nil {
                note("coverage.csv", line, .place) { .coverageOfNothing(at: $0) }
            }
            guard let kind = table[columns.kind, row].map(symbols.text), !kinds.contains(kind) else { continue }
            note("coverage.csv", line, .kind) { .unknownCoveredKind(kind, known: kinds, at: $0) }
        }
    }

    private mutating func overlaps(_ table: RecordTable) {
        let columns = Leaves.declared()
        for row in 0..<table.count {
            let next = row + 1
            guard next < table.count, table[columns.cadre, row] == table[columns.cadre, next],
                let to = table[columns.to, row],
                let from = table[columns.from, next], from <= to, let cadre = table[columns.cadre, row],
                let first = table[columns.leave, row], let second = table[columns.leave, next]
            else { continue }
            let texts = [cadre, first, second].map(symbols.text)
            note("leaves.csv", Int(table.lines[next]), .overlap) {
                .overlappingLeaves(texts[0], texts[1], texts[2], at: $0)
            }
        }
    }
}
