public import PolicyYAML

/// What a column of a record file holds. Every value is kept as one `Int64` (see ``RecordTable``).
public indirect enum ColumnType: Hashable, Sendable {
    /// The row's own identifier.
    case identifier
    /// An identifier of another kind's row (`cadre`, `village` …).
    case reference(String)
    /// An identifier of any subject: cadre, team, village or unit.
    case subject
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
        case .subject: Text("干部、工作队、村或单位的编号", "the identifier of a cadre, team, village or unit")
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

/// One column, declared once by the kind that has it.
public struct ColumnDeclaration: Sendable {
    public let name: String
    /// The Chinese header that is accepted too.
    public let chineseName: String
    public let type: ColumnType
    public let isRequired: Bool
    public let meaning: Text

    /// What a field must hold, for people.
    public func typeName(_ language: Language) -> String { type.name(language) }
}

/// A column of a kind, with the type of its values: the handle by which a module reads a table.
public struct Column<Value>: Sendable {
    let index: Int
}

/// Collects the declarations of a kind's columns and hands out their handles.
public struct ColumnDeclarations {
    public private(set) var columns: [ColumnDeclaration] = []

    public mutating func required<Value: ColumnValue>(_ name: String, _ zh: String, _ type: ColumnType, _ meaning: Text) -> Column<Value> {
        declare(name, zh, type, true, meaning)
    }

    public mutating func optional<Value: ColumnValue>(_ name: String, _ zh: String, _ type: ColumnType, _ meaning: Text) -> Column<Value> {
        declare(name, zh, type, false, meaning)
    }

    private mutating func declare<Value>(_ name: String, _ zh: String, _ type: ColumnType, _ isRequired: Bool, _ meaning: Text) -> Column<Value> {
        columns.append(ColumnDeclaration(name: name, chineseName: zh, type: type, isRequired: isRequired, meaning: meaning))
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
    /// Column that says whom a row is about; conditions count by it.
    public let subject: String?
    /// Column that says when; a row without it is outside every window.
    public let date: String?
    /// A pair of day columns whose second must not be before the first.
    public let span: (from: String, to: String)?
    /// Rows are handed to modules in batches and not kept.
    public let isStreamed: Bool

    public init(
        name: String, file: String, title: Text, subject: String? = nil, date: String? = nil,
        span: (from: String, to: String)? = nil, isStreamed: Bool = false
    ) {
        self.name = name
        self.file = file
        self.title = title
        self.subject = subject
        self.date = date
        self.span = span
        self.isStreamed = isStreamed
    }
}

/// One kind of fact: a file, its columns, and how its rows are checked.
public struct RecordKind: Sendable {
    public let about: RecordAbout
    public let columns: [ColumnDeclaration]
    /// Where the columns stand that say whom a row is about, when, and which row it is.
    let subject: Int?
    let date: Int?
    let identifier: Int?

    public var name: String { about.name }
    public var file: String { about.file }

    public init(_ columns: (some RecordColumns).Type) {
        var declarations = ColumnDeclarations()
        _ = columns.init(&declarations)
        about = columns.about
        let found = declarations.columns
        self.columns = found
        subject = found.firstIndex { $0.name == columns.about.subject }
        date = found.firstIndex { $0.name == columns.about.date }
        identifier = found.firstIndex { $0.type == .identifier }
    }

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
