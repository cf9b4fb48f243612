internal import CivilTime
internal import ZhucunKernel

/// A row made from the declarations of a kind's columns: plausible numbers of each dimension, later days after earlier ones, parts
/// within their wholes, others of the team where a second person is named.
struct SampleRow {
    private(set) var fields: [String: String] = [:]
    private let kind: RecordKind
    private let day: SampleDay
    private let village: SampleVillage
    private let words: Words

    init(_ kind: RecordKind, _ day: SampleDay, _ village: SampleVillage, _ words: Words) {
        self.kind = kind
        self.day = day
        self.village = village
        self.words = words
        var namesCadre = false
        for column in kind.columns where !column.type.isDerived && column.type != .identifier {
            // What need not be there is left out now and then.
            if !column.isRequired, day.chance(percent: 20) { continue }
            fields[column.name] = value(column, isFirst: !namesCadre)
            if column.type == .reference("cadre") { namesCadre = true }
        }
        for part in kind.about.parts {
            guard let least = fields[part.part].flatMap(Int.init), let most = fields[part.whole].flatMap(Int.init)
            else {
                continue
            }
            fields[part.part] = "\(min(least, most))"
        }
    }

    private func value(_ column: ColumnDeclaration, isFirst: Bool) -> String {
        switch column.type {
        case .subject: return day.cadre
        case .reference("cadre"): return isFirst ? day.cadre : pick(day.colleagues)
        case .reference("village"): return day.village
        case .reference("team"): return day.team
        case .reference("unit"): return day.unit
        case .reference, .datum, .identifier, .ratio, .length, .delay: return ""
        case .text: return column.chineseName + "\(day.number(in: 1...5))"
        case .word(let group, _), .openWord(let group): return pick(words.names(in: group))
        case .day:
            let isLater = kind.about.orders.contains { $0.later == column.name }
            return day.day.advanced(by: isLater ? day.number(in: 0...5) : 0).description
        case .moment: return "\(day.day)T\(day.number(in: 10...17)):\(day.number(in: 10...59)):00+08:00"
        case .period: return Period(containing: day.day, unit: .month).description
        case .year: return "\(day.day.year)"
        case .half: return day.chance(percent: 50) ? "上午" : "下午"
        case .flag: return day.chance(percent: 70) ? "true" : "false"
        case .whole: return number(of: .count, column)
        case .decimal(let dimension): return number(of: dimension, column)
        case .coordinate: return degrees(column)
        case .division: return String(village.code.prefix(6))
        }
    }

    private func pick(_ words: [String]) -> String { words.isEmpty ? "" : words[day.number(in: 0...words.count - 1)] }

    /// What numbers of a dimension usually are.
    private static let usual: [Dimension: ClosedRange<Int>] = [
        .days: 1...5, .nights: 1...5, .hours: 1...8, .points: 60...100, .places: 1...10, .metres: 10...500,
        .yuan: 100...5000, .people: 1...20, .years: 1...10, .months: 1...12, .stars: 1...5, .mu: 1...20,
    ]

    private func number(of dimension: Dimension, _ column: ColumnDeclaration) -> String {
        if dimension == .share { return "0.\(day.number(in: 10...99))" }
        let usual = SampleRow.usual[dimension] ?? 1...10
        guard let bounds = column.bounds else { return "\(day.number(in: usual))" }
        return "\(day.number(in: usual.overlaps(bounds) ? usual.clamped(to: bounds) : bounds))"
    }

    /// The village's, as far as the bounds say whether it is how far north or east.
    private func degrees(_ column: ColumnDeclaration) -> String {
        guard let bounds = column.bounds,
            let place = [village.lat, village.lng].first(where: { bounds.contains($0 / 10_000_000) })
        else { return "" }
        let text = "\(place)"
        return text.dropLast(7) + "." + text.suffix(7)
    }
}
