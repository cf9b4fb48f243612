public import Messages

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
    /// The English header, by which settings and conditions name the column.
    public let name: String
    /// The Chinese header that is accepted too.
    package let chineseName: String
    /// What other people's files call the column, accepted too: `工号`, `打卡时间`.
    package let synonyms: [String]
    /// What its fields hold.
    public let type: ColumnType
    /// Whether the file must have the column, and each row a value in it.
    package let isRequired: Bool
    /// What it says, for whoever fills in the file.
    public let meaning: Text
    /// What an empty field says.
    public let empty: EmptyMeaning
    /// Whether an empty field stands for the word of its group that says `when_empty: true` in the vocabulary.
    public let emptyIsWord: Bool
    /// Of a column of days: what its day is, as of a day on which one asks.
    public let date: DateMeaning
    /// The least and the greatest plausible number, in the column's own unit; nil: any.
    public let bounds: ClosedRange<Int>?
    /// Of a column of codes: how many digits each has; nil: any identifier.
    public let digits: Int?
    /// The group of the vocabulary of which a word may name many: who is one of many tells facts of his own.
    public let manyOf: String?

    /// Whether a profile declares it, not the kind's module.
    package let isAdded: Bool
    /// The type of the handle by which a module reads it, where that is not the type of what the column holds.
    package let misread: String?

    package init(
        name: String, chineseName: String, synonyms: [String] = [], type: ColumnType, isRequired: Bool, meaning: Text,
        empty: EmptyMeaning, emptyIsWord: Bool, date: DateMeaning, bounds: ClosedRange<Int>?, digits: Int?,
        manyOf: String?, isAdded: Bool = false, misread: String? = nil
    ) {
        self.name = name
        self.chineseName = chineseName
        self.synonyms = synonyms
        self.type = type
        self.isRequired = isRequired
        self.meaning = meaning
        self.empty = empty
        self.emptyIsWord = emptyIsWord
        self.date = date
        self.bounds = bounds
        self.digits = digits
        self.manyOf = manyOf
        self.isAdded = isAdded
        self.misread = misread
    }

    /// The bounds as a table keeps the numbers.
    var rawBounds: ClosedRange<Int64>? {
        let unit: Int64 =
            switch type {
            case .decimal: 1_000_000
            case .coordinate: 10_000_000
            default: 1
            }
        return bounds.map { Int64($0.lowerBound) * unit...Int64($0.upperBound) * unit }
    }

    /// What a field must hold, for people.
    var expected: Text { digits.map { Text("\($0) 位数字", "\($0) digits") } ?? type.name }
    /// What a field must hold, for people.
    package func typeName(_ language: Language) -> String { type.name(language) }
}

/// A column of a kind, with the type of its values: the handle by which a module reads a table.
public struct Column<Value>: Sendable {
    @usableFromInline package let index: Int
}

/// Collects the declarations of a kind's columns and hands out their handles.
public struct ColumnDeclarations {
    /// The columns declared so far, in the order of their declaration.
    public private(set) var columns: [ColumnDeclaration] = []

    /// Declares a column that every row must fill in.
    ///
    /// - Parameters:
    ///   - name: the English header.
    ///   - zh: the Chinese header, which is accepted too.
    ///   - type: what its values are.
    ///   - meaning: what it holds, for people.
    ///   - synonyms: what other people's files call the column, which is accepted too.
    ///   - date: what its day is, as of a day; it means something for columns of days only.
    ///   - bounds: the least and greatest plausible number in the column's own unit; nil for any.
    ///   - digits: of a column of codes, how many digits each has; nil for any identifier.
    ///   - group: the group of the vocabulary whose words may name many, as `villagers` among raters; nil for columns
    ///     that always name one.
    /// - Returns: the handle by which a table of the kind is read.
    public mutating func required<Value: ColumnValue>(
        _ name: String, _ zh: String, _ type: ColumnType, _ meaning: Text, also synonyms: [String] = [],
        date: DateMeaning = .happened, in bounds: ClosedRange<Int>? = nil,
        digits: Int? = nil, manyOf group: String? = nil
    ) -> Column<Value> {
        declare(
            ColumnDeclaration(
                name: name, chineseName: zh, synonyms: synonyms, type: type, isRequired: true, meaning: meaning,
                empty: .unknown,
                emptyIsWord: false, date: date, bounds: bounds,
                digits: digits, manyOf: group, misread: type.misread(as: Value.self)))
    }

    /// Declares a column that a file may lack and a row may leave empty.
    ///
    /// - Parameters:
    ///   - name: the English header.
    ///   - zh: the Chinese header, which is accepted too.
    ///   - type: what its values are.
    ///   - meaning: what it holds, for people.
    ///   - synonyms: what other people's files call the column, which is accepted too.
    ///   - empty: what an empty field says.
    ///   - emptyIsWord: whether an empty field stands for the word of its group that says `when_empty: true`.
    ///   - date: what its day is, as of a day; it means something for columns of days only.
    ///   - bounds: the least and greatest plausible number in the column's own unit; nil for any.
    /// - Returns: the handle by which a table of the kind is read.
    public mutating func optional<Value: ColumnValue>(
        _ name: String, _ zh: String, _ type: ColumnType, _ meaning: Text, also synonyms: [String] = [],
        empty: EmptyMeaning = .unknown, emptyIsWord: Bool = false,
        date: DateMeaning = .happened, in bounds: ClosedRange<Int>? = nil
    ) -> Column<Value> {
        declare(
            ColumnDeclaration(
                name: name, chineseName: zh, synonyms: synonyms, type: type, isRequired: false, meaning: meaning,
                empty: empty,
                emptyIsWord: emptyIsWord, date: date, bounds: bounds,
                digits: nil, manyOf: nil, misread: type.misread(as: Value.self)))
    }

    private mutating func declare<Value>(_ column: ColumnDeclaration) -> Column<Value> {
        columns.append(column)
        return Column(index: columns.count - 1)
    }
}

/// What a kind is, apart from its columns.
public struct RecordAbout: Sendable {
    /// Singular, as conditions call it: `incident`.
    public let name: String
    /// The file's name in a records folder: `incidents.csv`.
    public let file: String
    /// What the records are called for people, in the plural.
    public let title: Text
    /// Column that says when; a row without it is outside every window. Rows of a kind without it count in every window.
    public let date: String?
    /// Column that says for which period a row stands, whenever it was done.
    public let period: String?
    /// Column of codes that says in which village or division a row is; nil where other columns lead there.
    public let place: String?
    /// A pair of day columns whose second must not be before the first.
    public let span: (from: String, to: String)?
    /// Other pairs of day columns whose second must not be before the first.
    public let order: [(earlier: String, later: String)]
    /// Pairs of number columns whose first counts a part of what the second counts.
    public let parts: [(part: String, whole: String)]
    /// A row is a state that lasts over its span: it counts in every window that it touches.
    public let isState: Bool
    /// The columns by which two rows tell the same fact: what happened once and is told in two ways happened once.
    /// Empty: rows are the same when they agree in everything but their own number.
    public let identity: [String]
    /// The column that says when a row was written down; nil for kinds that do not say.
    public let entered: String?
    /// Each row is a subject of its own: provisions can be about it.
    public let isSubject: Bool
    /// Rows are handed to modules in batches and not kept.
    public let isStreamed: Bool

    /// Says what a kind is; what is left out is as for rows that happen once, on a day or on none.
    ///
    /// - Parameters:
    ///   - name: singular, as conditions call it.
    ///   - file: the file's name in a records folder.
    ///   - title: what the records are called for people, in the plural.
    ///   - date: the column that says when; nil where rows count in every window.
    ///   - period: the column that says for which period a row stands.
    ///   - place: the column of codes that says in which village or division a row is; a row is about that too.
    ///   - span: two columns of days, the second not before the first.
    ///   - order: other such pairs.
    ///   - parts: pairs of columns of numbers, the first a part of the second.
    ///   - identity: the columns by which two rows tell the same fact; empty: rows that agree in everything.
    ///   - entered: the column that says when a row was written down.
    ///   - isState: whether a row lasts over its span.
    ///   - isSubject: whether provisions can be about each row.
    ///   - isStreamed: whether rows go by in batches and are not kept.
    public init(
        name: String, file: String, title: Text, date: String? = nil, period: String? = nil, place: String? = nil,
        span: (from: String, to: String)? = nil, order: [(earlier: String, later: String)] = [],
        parts: [(part: String, whole: String)] = [],
        identity: [String] = [], entered: String? = nil, isState: Bool = false, isSubject: Bool = false,
        isStreamed: Bool = false
    ) {
        self.name = name
        self.file = file
        self.title = title
        self.date = date
        self.period = period
        self.place = place
        self.span = span
        self.order = order
        self.parts = parts
        self.identity = identity
        self.entered = entered
        self.isState = isState
        self.isSubject = isSubject
        self.isStreamed = isStreamed
    }
}

extension RecordAbout {
    /// Every pair of day columns whose second must not be before the first.
    public var orders: [(earlier: String, later: String)] {
        (span.map { [(earlier: $0.from, later: $0.to)] } ?? []) + order
    }
}

/// One kind of fact: a file, its columns, and how its rows are checked.
public struct RecordKind: Sendable {
    /// What the kind is, apart from its columns.
    public let about: RecordAbout
    /// The columns in the order of their declaration; derived ones stand in no file.
    public let columns: [ColumnDeclaration]
    /// Where the columns stand that name subjects: a row is about everyone it names.
    package let naming: [Int]
    /// Where the columns stand that say when, for which period, and which row it is.
    package let date: Int?
    package let period: Int?
    package let identifier: Int?
    /// The rows of a day in a sample county; nil where they are made from the columns.
    package let samples: @Sendable (SampleDay) -> [[String: String]]?

    /// Its name in the singular, as conditions call it: `incident`.
    public var name: String { about.name }
    /// Its file's name in a records folder: `incidents.csv`.
    public var file: String { about.file }

    /// The kind that some columns declare: `RecordKind(Leaves.self)`.
    public init(_ columns: (some RecordColumns).Type) {
        var declarations = ColumnDeclarations()
        _ = columns.init(&declarations)
        about = columns.about
        let found = declarations.columns
        self.columns = found
        naming = found.indices.filter {
            found[$0].type.namesSubjects || found[$0].name == columns.about.place
        }
        date = found.firstIndex { $0.name == columns.about.date }
        period = found.firstIndex { $0.name == columns.about.period }
        identifier = found.firstIndex { $0.type == .identifier }
        samples = { columns.samples(of: $0) }
    }

    /// The same kind with further columns behind its own; they name nobody.
    package func adding(_ more: [ColumnDeclaration]) -> RecordKind { RecordKind(self, columns: columns + more) }

    private init(_ kind: RecordKind, columns: [ColumnDeclaration]) {
        about = kind.about
        self.columns = columns
        naming = kind.naming
        date = kind.date
        period = kind.period
        identifier = kind.identifier
        samples = kind.samples
    }

    /// Whether rows of it can be counted by whom they are about. What was kept of other kinds is about nobody.
    package var isCountable: Bool { !naming.isEmpty && !about.isStreamed && name != CoverageRecords.about.name }

    package func index(of column: String?) -> Int? {
        column.flatMap { name in columns.firstIndex { $0.name == name } }
    }
}
