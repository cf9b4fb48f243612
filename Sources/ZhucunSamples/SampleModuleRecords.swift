internal import CivilTime
internal import ZhucunKernel

/// Rows of the kinds that modules bring along: as a kind says itself, or made from the declarations of its columns, about one in ten
/// days of each cadre.
struct SampleModuleRecords {
    private let kinds: [(kind: RecordKind, file: SampleFile)]
    private let world: SampleWorld
    private let span: SampleSpan
    private let words: Words
    private var count = 0

    private static let daysOfRow = 10

    init(_ kinds: [RecordKind], _ world: SampleWorld, _ span: SampleSpan, _ words: Words, in folder: SampleFolder)
        throws(SampleError)
    {
        self.world = world
        self.span = span
        self.words = words
        var made: [(kind: RecordKind, file: SampleFile)] = []
        for kind in kinds {
            let header = kind.columns.filter { !$0.type.isDerived }.map(\.name).joined(separator: ",")
            made.append((kind, try SampleFile(ofModule: kind.file, in: folder, header: header)))
        }
        self.kinds = made
    }

    mutating func write(_ plan: CadrePlan) throws(SampleError) {
        guard !kinds.isEmpty, let posting = plan.postings.last, let days = posting.days.intersection(span.asked) else {
            return
        }
        for (place, (kind, file)) in kinds.enumerated() {
            var random = RandomNumbers(seed: world.seed, .moduleRecords, plan.index * 64 + place)
            let number = { (range: ClosedRange<Int>) in random.number(range) }
            var next = days.first.advanced(by: number(0...SampleModuleRecords.daysOfRow - 1))
            for day in days.days {
                let asked = self.day(day, of: plan, posting, number)
                if let rows = kind.samples(asked) {
                    for row in rows { try write(row, of: kind, file) }
                } else if day == next {
                    // Each from days of its own, so that no two say the same.
                    next = day.advanced(by: number(1...2 * SampleModuleRecords.daysOfRow - 1))
                    try write(SampleRow(kind, asked, world.village(posting.village), words).fields, of: kind, file)
                }
            }
        }
    }

    private func day(
        _ day: Day, of plan: CadrePlan, _ posting: SamplePosting, _ number: @escaping (ClosedRange<Int>) -> Int
    ) -> SampleDay {
        let members = world.firstCadre(ofTeam: posting.team)..<world.firstCadre(ofTeam: posting.team + 1)
        return SampleDay(
            day, cadre: plan.id,
            colleagues: members.filter { $0 < world.cadreCount && $0 != plan.index }.map(world.cadreID),
            team: plan.isInTeam ? world.teamID(posting.team) : "", village: world.village(posting.village).code,
            unit: world.unitID(plan.unit), next: number)
    }

    private mutating func write(_ row: [String: String], of kind: RecordKind, _ file: SampleFile) throws(SampleError) {
        count += 1
        try file.write(
            kind.columns.filter { !$0.type.isDerived }.map { column in
                row[column.name] ?? (column.type == .identifier ? "M\(count)" : "")
            })
    }

    func finish() throws(SampleError) -> [(name: String, rows: Int)?] {
        var finished: [(name: String, rows: Int)?] = []
        for (_, file) in kinds { finished.append(try file.finish()) }
        return finished
    }
}
