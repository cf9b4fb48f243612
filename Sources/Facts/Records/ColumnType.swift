internal import CivilTime
internal import Messages

/// What a column of a record file holds. Every value is kept as one `Int64` (see ``RecordTable``).
public indirect enum ColumnType: Hashable, Sendable {
    /// The row's own identifier.
    case identifier
    /// An identifier of another kind's row (`cadre`, `village` …).
    case reference(String)
    /// An identifier of any subject: of a cadre, a team, a village, a unit, a division, or of what a record lists. `;` separates
    /// several when `many`.
    case subject(many: Bool = false)
    case text
    /// A word of a group of the vocabulary; `;` separates several when `many`.
    case word(group: String, many: Bool)
    /// A word of a group that has no end: others are kept as they are, with a warning.
    case openWord(group: String)
    case day, moment, period, year, flag, whole
    /// Which half of the day in a column of days; may stand behind that day in its own field too.
    case half(of: String)
    /// The coordinate system of a map.
    case datum
    /// A number with at most six decimals, in millionths.
    case decimal(Dimension)
    /// Degrees, in ten-millionths.
    case coordinate
    /// A division code: of a province, city, county, township or village.
    case division
    /// Derived: one column over another, not read from the file.
    case ratio(of: String, to: String)
    /// Derived: how many days from one to another, both included, a half of either where the columns of halves say so, and none from
    /// an earlier day of return on.
    case length(from: String, to: String, halves: [String], until: String)
    /// Derived: how many days after one the other came; none when it came before.
    case delay(from: String, to: String)

    package var name: Text {
        switch self {
        case .identifier: Text("编号（文字、数字和 - _ . ·）", "an identifier (letters, digits and - _ . ·)")
        case .reference(let kind): ColumnType.reference(to: kind)
        case .subject(let many):
            Text(
                "干部、工作队、村、单位等的编号\(many ? "，多个用 ; 分隔" : "")",
                "the identifier of a cadre, team, village, unit or other subject\(many ? ", several separated by ;" : "")"
            )
        case .text: Text("文字", "text")
        case .word(let group, let many):
            Text(
                "词表“\(group)”中的词\(many ? "，多个用 ; 分隔" : "")",
                "a word of '\(group)'\(many ? ", several separated by ;" : "")")
        case .openWord(let group): Text("词表“\(group)”中的词，或别的词", "a word of '\(group)', or another")
        case .day: Text("日期，如 2023-07-01、2023/7/1 或 2023年7月1日", "a date such as 2023-07-01, 2023/7/1 or 2023年7月1日")
        case .moment:
            Text(
                "时间，如 2023-07-01T20:15:00+08:00 或 2023-07-01 20:15",
                "a time such as 2023-07-01T20:15:00+08:00 or 2023-07-01 20:15")
        case .period: Text("时期，如 2023-Q3", "a period such as 2023-Q3")
        case .year: Text("年份", "a year")
        case .half: Text("上午或下午", "morning or afternoon (am, pm)")
        case .datum:
            Text("坐标系：\(Datum.names.joined(separator: "、"))", "a datum: \(Datum.names.joined(separator: ", "))")
        case .flag: Text("是/否（true/false、1/0）", "true or false")
        case .whole: Text("非负整数", "a whole number")
        case .decimal(let dimension): Text("\(dimension.title.zh)（数字）", "a number (\(dimension.title.en))")
        case .coordinate: Text("经纬度（度）", "degrees")
        case .division: Text("行政区划代码（2、4、6、9 或 12 位数字）", "a division code (2, 4, 6, 9 or 12 digits)")
        case .ratio(let part, let whole): Text("\(part) 与 \(whole) 之比", "\(part) over \(whole)")
        case .length(let from, let to, _, _): Text("从 \(from) 到 \(to) 的天数", "the days from \(from) to \(to)")
        case .delay(let from, let to): Text("\(to) 晚于 \(from) 的天数", "the days by which \(to) is later than \(from)")
        }
    }

    private static func reference(to name: String) -> Text {
        guard let kind = RecordKind.world.first(where: { $0.name == name }) else {
            return Text("\(name) 的编号", "the identifier of a \(name)")
        }
        return Text("\(kind.file) 中\(kind.about.title.zh)的编号", "an identifier of \(kind.file)")
    }

    /// The dimension a comparison with this column has, if it compares as a number.
    package var dimension: Dimension? {
        switch self {
        case .whole, .year: .count
        case .decimal(let dimension): dimension
        case .ratio: .share
        case .length, .delay: .days
        default: nil
        }
    }
}

extension ColumnType {
    /// The vocabulary's group that a column's words are of.
    package var group: String? {
        switch self {
        case .word(let group, _), .openWord(let group): group
        default: nil
        }
    }

    /// Whether the value is computed from other columns of the row and stands in no file.
    public var isDerived: Bool {
        switch self {
        case .ratio, .length, .delay: true
        default: false
        }
    }

    /// What values a column of this type is read as; nil for those that are derived and read by name.
    private var value: (any ColumnValue.Type)? {
        switch self {
        case .identifier, .reference, .subject, .text, .word, .openWord, .period, .division: Symbol.self
        case .day: Day.self
        case .moment: LocalMoment.self
        case .year, .whole, .coordinate: Int.self
        case .flag: Bool.self
        case .half: DayHalf.self
        case .datum: Datum.self
        case .decimal: Decimal6.self
        case .ratio, .length, .delay: nil
        }
    }

    /// The name of another type than that of its values.
    func misread(as other: any ColumnValue.Type) -> String? {
        value.map { $0 == other } ?? true ? nil : "\(other)"
    }

    /// Whether its values stand for days or moments of them.
    package var isDay: Bool { self == .day || self == .moment }
}

extension ColumnType {
    /// Whether a field may hold several values.
    package var holdsSeveral: Bool {
        switch self {
        case .word(_, let many): many
        case .subject(let many): many
        default: false
        }
    }
}
