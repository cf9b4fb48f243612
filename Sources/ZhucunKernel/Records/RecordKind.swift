public import PolicyYAML

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
    /// A number with at most six decimals, in millionths.
    case decimal(Dimension)
    /// Degrees, in ten-millionths.
    case coordinate
    /// A division code of these many digits at least.
    case division
    /// Derived: one column over another, not read from the file.
    case ratio(of: String, to: String)

    var name: Text {
        switch self {
        case .identifier: Text("编号", "an identifier")
        case .reference(let kind): ColumnType.reference(to: kind)
        case .subject(let many):
            Text("干部、工作队、村、单位等的编号\(many ? "，多个用 ; 分隔" : "")", "the identifier of a cadre, team, village, unit or other subject\(many ? ", several separated by ;" : "")")
        case .text: Text("文字", "text")
        case .word(let group, let many): Text("词表“\(group)”中的词\(many ? "，多个用 ; 分隔" : "")", "a word of '\(group)'\(many ? ", several separated by ;" : "")")
        case .openWord(let group): Text("词表“\(group)”中的词，或别的词", "a word of '\(group)', or another")
        case .day: Text("日期，如 2023-07-01、2023/7/1 或 2023年7月1日", "a date such as 2023-07-01, 2023/7/1 or 2023年7月1日")
        case .moment: Text("时间，如 2023-07-01T20:15:00+08:00 或 2023-07-01 20:15", "a time such as 2023-07-01T20:15:00+08:00 or 2023-07-01 20:15")
        case .period: Text("时期，如 2023-Q3", "a period such as 2023-Q3")
        case .year: Text("年份", "a year")
        case .flag: Text("是/否（true/false、1/0）", "true or false")
        case .whole: Text("非负整数", "a whole number")
        case .decimal(let dimension): Text("\(dimension.title.zh)（数字）", "a number (\(dimension.title.en))")
        case .coordinate: Text("经纬度（度）", "degrees")
        case .division: Text("行政区划代码", "a division code")
        case .ratio(let part, let whole): Text("\(part) 与 \(whole) 之比", "\(part) over \(whole)")
        }
    }

    private static func reference(to name: String) -> Text {
        guard let kind = RecordKind.world.first(where: { $0.name == name }) else { return Text("\(name) 的编号", "the identifier of a \(name)") }
        return Text("\(kind.file) 中\(kind.about.title.zh)的编号", "an identifier of \(kind.file)")
    }

    /// The dimension a comparison with this column has, if it compares as a number.
    var dimension: Dimension? {
        switch self {
        case .whole, .year: .count
        case .decimal(let dimension): dimension
        case .ratio: .share
        default: nil
        }
    }
}

extension ColumnType {
    /// The vocabulary's group that a column's words are of.
    var group: String? {
        switch self {
        case .word(let group, _), .openWord(let group): group
        default: nil
        }
    }

    var isDerived: Bool {
        if case .ratio = self { true } else { false }
    }
}

/// What a day in a column is, as of a day on which one asks.
public enum DateMeaning: String, Sendable {
    /// When something happened: not known when it is later than the day of asking.
    case happened
    /// A day that was set beforehand (a due day, the end of a leave or posting): always known.
    case planned
    /// When the row was written down: a row that was entered later is not known yet.
    case entered
}

/// What an empty field of a column says.
public enum EmptyMeaning: String, Sendable {
    /// Nobody wrote it down: what hangs on it is undetermined.
    case unknown
    /// It has no end yet.
    case open
    /// It has not been done yet.
    case notYet = "not_yet"
    /// There is none.
    case none
}

/// One column, declared once by the kind that has it.
public struct ColumnDeclaration: Sendable {
    public let name: String
    /// The Chinese header that is accepted too.
    public let chineseName: String
    public let type: ColumnType
    public let isRequired: Bool
    public let meaning: Text
    /// What an empty field says.
    public let empty: EmptyMeaning
    /// Of a column of days: what its day is, as of a day on which one asks.
    public let date: DateMeaning
    /// The least and the greatest plausible number, in the column's own unit; nil: any.
    public let bounds: ClosedRange<Int>?

    /// What a field must hold, for people.
    public func typeName(_ language: Language) -> String { type.name(language) }
}

/// A column of a kind, with the type of its values: the handle by which a module reads a table.
public struct Column<Value>: Sendable {
    @usableFromInline let index: Int
}

/// Collects the declarations of a kind's columns and hands out their handles.
public struct ColumnDeclarations {
    public private(set) var columns: [ColumnDeclaration] = []

    public mutating func required<Value: ColumnValue>(
        _ name: String, _ zh: String, _ type: ColumnType, _ meaning: Text, date: DateMeaning = .happened, in bounds: ClosedRange<Int>? = nil
    ) -> Column<Value> {
        declare(ColumnDeclaration(
            name: name, chineseName: zh, type: type, isRequired: true, meaning: meaning, empty: .unknown, date: date, bounds: bounds))
    }

    public mutating func optional<Value: ColumnValue>(
        _ name: String, _ zh: String, _ type: ColumnType, _ meaning: Text, empty: EmptyMeaning = .unknown, date: DateMeaning = .happened,
        in bounds: ClosedRange<Int>? = nil
    ) -> Column<Value> {
        declare(ColumnDeclaration(
            name: name, chineseName: zh, type: type, isRequired: false, meaning: meaning, empty: empty, date: date, bounds: bounds))
    }

    private mutating func declare<Value>(_ column: ColumnDeclaration) -> Column<Value> {
        columns.append(column)
        return Column(index: columns.count - 1)
    }
}

/// The columns of one kind of record, as handles. Declaring them is declaring the kind.
public protocol RecordColumns: Sendable {
    static var about: RecordAbout { get }
    init(_ declarations: inout ColumnDeclarations)
}

/// What a kind is, apart from its columns.
public struct RecordAbout: Sendable {
    /// Singular, as conditions call it: `incident`.
    public let name: String
    public let file: String
    public let title: Text
    /// Column that says when; a row without it is outside every window. Rows of a kind without it count in every window.
    public let date: String?
    /// Column that says for which period a row stands, whenever it was done.
    public let period: String?
    /// A pair of day columns whose second must not be before the first.
    public let span: (from: String, to: String)?
    /// A row is a state that lasts over its span: it counts in every window that it touches.
    public let isState: Bool
    /// The columns by which two rows say the same: what happened once and is told in two ways happened once. Empty: every row is its own.
    public let identity: [String]
    /// The column that says when a row was written down; nil for kinds that do not say.
    public let entered: String?
    /// Each row is a subject of its own: provisions can be about it.
    public let isSubject: Bool
    /// Rows are handed to modules in batches and not kept.
    public let isStreamed: Bool

    /// - Parameter identity: see ``identity``; names of columns.
    public init(
        name: String, file: String, title: Text, date: String? = nil, period: String? = nil,
        span: (from: String, to: String)? = nil, identity: [String] = [], entered: String? = nil, isState: Bool = false, isSubject: Bool = false, isStreamed: Bool = false
    ) {
        self.name = name
        self.file = file
        self.title = title
        self.date = date
        self.period = period
        self.span = span
        self.identity = identity
        self.entered = entered
        self.isState = isState
        self.isSubject = isSubject
        self.isStreamed = isStreamed
    }
}

/// One kind of fact: a file, its columns, and how its rows are checked.
public struct RecordKind: Sendable {
    public let about: RecordAbout
    public let columns: [ColumnDeclaration]
    /// Where the columns stand that name subjects: a row is about everyone it names.
    let naming: [Int]
    /// Where the columns stand that say when, for which period, and which row it is.
    let date: Int?
    let period: Int?
    let identifier: Int?

    public var name: String { about.name }
    public var file: String { about.file }

    public init(_ columns: (some RecordColumns).Type) {
        var declarations = ColumnDeclarations()
        _ = columns.init(&declarations)
        about = columns.about
        let found = declarations.columns
        self.columns = found
        naming = found.indices.filter { found[$0].type.namesSubjects }
        date = found.firstIndex { $0.name == columns.about.date }
        period = found.firstIndex { $0.name == columns.about.period }
        identifier = found.firstIndex { $0.type == .identifier }
    }

    /// Whether rows of it can be counted by whom they are about.
    public var isCountable: Bool { !naming.isEmpty && !about.isStreamed }

    func index(of column: String?) -> Int? {
        column.flatMap { name in columns.firstIndex { $0.name == name } }
    }
}

extension RecordColumns {
    /// The handles; they fit every table of this kind.
    public static func declared() -> Self {
        var declarations = ColumnDeclarations()
        return Self(&declarations)
    }
}
