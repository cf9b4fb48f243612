internal import CivilTime
internal import ZhucunKernel

/// Rows of the kinds that modules bring along, made from the declarations of their columns: about one in ten days of each cadre.
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
            // Each from days of its own, so that no two say the same.
            var day = days.first.advanced(by: random.number(0...SampleModuleRecords.daysOfRow - 1))
            while day <= days.last {
                count += 1
                let fields = kind.columns.filter { !$0.type.isDerived }.map {
                    value($0, of: plan, posting, day, &random)
                }
                try file.write(fields)
                day = day.advanced(by: random.number(1...2 * SampleModuleRecords.daysOfRow - 1))
            }
        }
    }

    func finish() throws(SampleError) -> [(name: String, rows: Int)?] {
        var finished: [(name: String, rows: Int)?] = []
        for (_, file) in kinds { finished.append(try file.finish()) }
        return finished
    }

    private func value(
        _ column: ColumnDeclaration, of plan: CadrePlan, _ posting: SamplePosting, _ day: Day,
        _ random: inout RandomNumbers
    ) -> String {
        // What need not be there is left out now and then.
        if !column.isRequired, random.chance(percent: 20) { return "" }
        let village = world.village(posting.village)
        switch column.type {
        case .identifier: return "M\(count)"
        case .reference("cadre"), .subject: return plan.id
        case .reference("village"): return village.code
        case .reference("team"): return plan.isInTeam ? world.teamID(posting.team) : ""
        case .reference("unit"): return world.unitID(plan.unit)
        case .reference, .datum, .ratio, .length, .delay: return ""
        case .text: return column.chineseName
        case .word(let group, _), .openWord(let group):
            let names = words.names(in: group)
            return names.isEmpty ? "" : random.pick(names)
        case .day: return day.description
        case .moment: return "\(day)T\(random.number(10...17)):\(random.number(10...59)):00+08:00"
        case .period: return Period(containing: day, unit: .month).description
        case .year: return "\(day.year)"
        case .half: return random.chance(percent: 50) ? "上午" : "下午"
        case .flag: return random.chance(percent: 70) ? "true" : "false"
        case .whole, .decimal:
            let least = Int(column.bounds?.lowerBound ?? 1)
            return
                "\(random.number(max(0, least)...max(max(0, least), min(Int(column.bounds?.upperBound ?? 100), 100))))"
        case .coordinate: return ""
        case .division: return String(village.code.prefix(6))
        }
    }
}
