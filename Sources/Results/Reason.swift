public import CivilTime
public import Exact
public import Messages

/// A kind of reason: a stable code, and how renderers word it.
///
/// Declared once, as a static constant of the module that gives it. A template names values in braces, as `{days}`; the English one may
/// choose between two words by a number, as `{days|day|days}`; `{asked|holds}` says how what was found stands to what was asked.
///
/// A class, because there are few and reasons are many.
public final class ReasonCode: Hashable, Sendable {
    /// `section.what-is-so`, in small letters; stands in the JSON.
    public let name: String
    let template: Text
    /// Whether the template is the words themselves.
    let isWorded: Bool

    /// Declares a kind of reason.
    ///
    /// - Parameters:
    ///   - name: the code; the module's id, a point, and what is so: `flood-patrol.too-few-nights`.
    ///   - zh: the Chinese template.
    ///   - en: the English template.
    public init(_ name: String, _ zh: String, _ en: String) {
        self.name = name
        template = Text(zh, en)
        isWorded = false
    }

    /// Of a reason that was read: its words are known, not what they were made from.
    package init(read name: String, _ words: Text) {
        self.name = name
        template = words
        isWorded = true
    }

    /// `file`, `line`: a row that could not be used.
    package static let rowRefused = ReasonCode(
        "row-refused", "{file} 第 {line} 行有误，不能用，可能与此有关", "line {line} of {file} could not be used and may bear on it")

    public static func == (a: ReasonCode, b: ReasonCode) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Why a finding is so, as data: a code with its values, put into words only where somebody reads it.
public struct Reason: Hashable, Sendable {
    /// What kind of reason it is.
    public let code: ReasonCode
    /// What fills the code's templates, in the order in which the module gave it.
    public let values: [Named]

    /// A value by its name in the template.
    public struct Named: Hashable, Sendable {
        /// The name that stands in braces in the template.
        package let name: String
        /// What stands in the words in place of the name.
        package let value: Detail

        package init(name: String, value: Detail) {
            self.name = name
            self.value = value
        }
    }

    /// A reason of a kind, with what its words name.
    ///
    /// - Parameters:
    ///   - code: the kind of reason.
    ///   - values: by the names that the code's templates have.
    public init(_ code: ReasonCode, _ values: KeyValuePairs<String, Detail> = [:]) {
        self.code = code
        self.values = values.map { Named(name: $0.key, value: $0.value) }
    }

    package init(_ code: ReasonCode, read values: [Named]) {
        self.code = code
        self.values = values
    }

    /// The value of a name; nil where the reason has none.
    public subscript(name: String) -> Detail? { values.first { $0.name == name }?.value }

    /// In words.
    public var text: Text { Text(worded(.zh), worded(.en)) }
    /// In Chinese words.
    public var zh: String { worded(.zh) }
    /// In English words.
    public var en: String { worded(.en) }
    /// In the words of one language; a name of the template that has no value is written `?`.
    package func callAsFunction(_ language: Language) -> String { worded(language) }

    private func worded(_ language: Language) -> String {
        let template = code.template(language)
        guard !values.isEmpty, !code.isWorded else { return template }
        var (words, rest) = ("", template[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            words += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            let value = parts.first.flatMap { self[String($0)] }
            let told =
                switch parts.count {
                case 3: String(value == .number(.one) ? parts[1] : parts[2])
                case 2: value?.relation(self[String(parts[1])])(language) ?? ""
                default: value?.text(language) ?? "?"
                }
            words += told
            rest = rest[rest.index(after: close)...]
        }
        return words + rest
    }
}

/// A value of a reason.
public enum Detail: Hashable, Sendable {
    /// A number that is known exactly.
    case number(Fraction)
    /// A number that is not known exactly.
    case range(ValueRange)
    /// A civil date.
    case day(Day)
    /// A unit of time.
    case period(Period)
    /// A name, an identifier or a word, the same in every language.
    case name(String)
    /// What has a title in both languages: a measure, an office, a kind of record.
    case title(Text)
    /// What a measure or a count came to, in its unit.
    case measured(MeasureValue, Dimension)
    /// So much of a whole, in what the two are counted in: 22 of 30 days.
    case part(Fraction, of: Fraction, Dimension)
    /// A place counted from the last, and how many are ranked.
    case placeFromEnd(Fraction, of: Fraction)
    /// What is asked of a number or a name: at most 10%.
    case compared([AskedComparison])
    /// How a test came out.
    case truth(Truth)
    /// Why it is not known exactly; none where it is.
    case doubts([Reason])
    /// Several of one sort, told one after another.
    case list([Detail])
    /// What belongs together: a unit and what was found in it.
    case phrase([Detail])

    /// So many of something.
    public static func count(_ number: Int) -> Detail { .number(Fraction(number)) }
    /// A unit of time.
    public static func unit(_ period: Period) -> Detail { .period(period) }
    /// Titles one after another.
    public static func titles(_ titles: [Text]) -> Detail { .list(titles.map(Detail.title)) }
    /// Names one after another.
    public static func names(_ names: [String]) -> Detail { .list(names.map(Detail.name)) }

    /// In words; a number with its unit where it has one.
    public func text(_ language: Language) -> String {
        switch self {
        case .number(let number): number.shortText
        case .range(let range): MeasureValue(range).map { $0.text(\.shortText)(language) } ?? "?"
        case .day(let day): day.description
        case .period(let period): period.title(language)
        case .name(let name): name
        case .title(let title): title(language)
        case .part(let part, let whole, let dimension): Detail.text(part, of: whole, dimension)(language)
        case .placeFromEnd(let place, let ranked):
            Text(
                "倒数第 \(place.exactText)，共 \(ranked.exactText)",
                "\(place.exactText) from the end, of \(ranked.exactText)")(language)
        case .measured(let value, let dimension): value.readable(as: dimension)(language)
        case .compared(let parts): parts.title(language)
        case .truth(let truth): truth.title(language)
        case .doubts(let doubts): doubts.map { $0(language) }.joined(separator: language == .zh ? "，" : ", ")
        case .phrase(let parts): parts.map { $0.text(language) }.joined(separator: " ")
        case .list(let parts): parts.map { $0.text(language) }.joined(separator: language == .zh ? "、" : ", ")
        }
    }
}

extension Fraction {
    /// `7`, `7.5`, `19/31`.
    fileprivate var shortText: String { denominator == 2 ? rounded(1) : exactText }
}
