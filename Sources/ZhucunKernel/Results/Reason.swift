public import CivilTime
public import PolicyYAML

/// A kind of reason: a stable code, and how renderers word it.
///
/// Declared once, as a static constant of the module that gives it. A template names values in braces, as `{days}`; the English one may
/// choose between two words by a number, as `{days|day|days}`.
///
/// A class, because there are few and reasons are many.
public final class ReasonCode: Hashable, Sendable {
    /// `section.what-is-so`, in small letters; stands in the JSON.
    public let name: String
    let template: Text

    /// - Parameters:
    ///   - name: the code; the module's id, a point, and what is so: `flood-patrol.too-few-nights`.
    ///   - zh: the Chinese template.
    ///   - en: the English template.
    public init(_ name: String, _ zh: String, _ en: String) {
        self.name = name
        template = Text(zh, en)
    }

    public static func == (a: ReasonCode, b: ReasonCode) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Why a finding is so, as data: a code with its values, put into words only where somebody reads it.
public struct Reason: Hashable, Sendable {
    public let code: ReasonCode
    public let values: [Named]

    /// A value by its name in the template.
    public struct Named: Hashable, Sendable {
        public let name: String
        public let value: Detail
    }

    /// - Parameter values: by the names that the code's templates have.
    public init(_ code: ReasonCode, _ values: KeyValuePairs<String, Detail> = [:]) {
        self.code = code
        self.values = values.map { Named(name: $0.key, value: $0.value) }
    }

    /// The value of a name; nil where the reason has none.
    public subscript(name: String) -> Detail? { values.first { $0.name == name }?.value }

    /// In words.
    public var text: Text { Text(worded(.zh), worded(.en)) }
    public var zh: String { worded(.zh) }
    public var en: String { worded(.en) }
    public func callAsFunction(_ language: Language) -> String { worded(language) }

    private func worded(_ language: Language) -> String {
        let template = code.template(language)
        guard !values.isEmpty else { return template }
        var (words, rest) = ("", template[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            words += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            let value = parts.first.flatMap { self[String($0)] }
            words += parts.count == 3 ? String(value == .number(.one) ? parts[1] : parts[2]) : value?.text(language) ?? "?"
            rest = rest[rest.index(after: close)...]
        }
        return words + rest
    }
}

/// A value of a reason.
public enum Detail: Hashable, Sendable {
    case number(Fraction)
    /// A number that is not known exactly.
    case range(ValueRange)
    case day(Day)
    /// A unit of time, as commands write it.
    case period(String)
    /// A name, an identifier or a word, the same in every language.
    case name(String)
    /// What has a title in both languages: a measure, an office, a kind of record.
    case title(Text)
    /// What a measure or a count came to, in its unit.
    case measured(MeasureValue, Dimension)
    /// What is asked of a number or a name: at most 10%.
    case compared([Comparison.Asked])
    /// How a test came out.
    case truth(Truth)
    /// Why it is not known exactly; none where it is.
    case doubts([Reason])
    case list([Detail])
    /// What belongs together: a unit and what was found in it.
    case phrase([Detail])

    /// So many of something.
    public static func count(_ number: Int) -> Detail { .number(Fraction(number)) }
    /// A unit of time.
    public static func unit(_ period: Period) -> Detail { .period(period.unit == .day ? period.first.description : period.description) }
    /// Titles one after another.
    public static func titles(_ titles: [Text]) -> Detail { .list(titles.map(Detail.title)) }
    /// Names one after another.
    public static func names(_ names: [String]) -> Detail { .list(names.map(Detail.name)) }

    /// In words; whole numbers and fractions as they are, one decimal where that is exact.
    public func text(_ language: Language) -> String {
        switch self {
        case .number(let number): number.shortText
        case .range(let range): MeasureValue(range).map { $0.text(\.shortText)(language) } ?? "?"
        case .day(let day): day.description
        case .period(let name), .name(let name): name
        case .title(let title): title(language)
        case .measured(let value, let dimension): value.readable(as: dimension)(language)
        case .compared(let parts): Comparison.text(parts)(language)
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

extension ReasonCode {
    /// An exact number that does not fit into what numbers are kept in.
    public static let numbersTooLarge = ReasonCode("numbers-too-large", "数字太大，无法精确计算", "the numbers are too large to compute exactly")
    /// `until`: the last day of a unit that is not over.
    public static let notOver = ReasonCode("not-over", "尚未结束（{until}）", "not over before {until}")
    /// `due`: the last day on which it is in time.
    public static let notDue = ReasonCode("not-due", "尚未到期（{due}）", "not due before {due}")
    /// `from`: the first day of a unit that has not begun.
    static let notBegun = ReasonCode("not-begun", "尚未开始（{from}）", "not begun before {from}")
    /// A posting that covers a unit only in part.
    public static let notWholePosted = ReasonCode("posting-covers-part", "派驻没有覆盖整个时间单位", "the posting does not cover the whole unit")
    /// `fields`: what a record does not say of the subject.
    static let selectionUnknown = ReasonCode(
        "selection-unknown", "没有写明{fields}，不知道是否适用", "whether it applies is not known: {fields} not given")
    /// `file`, `line`: a row that could not be used.
    static let rowRefused = ReasonCode(
        "row-refused", "{file} 第 {line} 行有误，不能用，可能与此有关", "line {line} of {file} could not be used and may bear on it")
    /// `module`, `fault`, `at`: what a module did wrong, and the provision's place.
    static let moduleFault = ReasonCode("module-fault", "模块“{module}”{fault}（{at}）", "the module '{module}' {fault} ({at})")

    /// `records`: a kind of which none were kept in the days concerned.
    static let noneKept = ReasonCode("records.none-kept", "没有保存{records}记录", "no {records} were kept")
    static let someNotKept = ReasonCode("records.some-not-kept", "有的日子没有保存{records}记录", "no {records} were kept on some days")
    /// `count`: how many facts are told in several ways.
    static let disagreeing = ReasonCode("records.disagreeing", "有 {count} 件事的记录互相不一致", "{count} are told in ways that disagree")
    /// `count`: how many records do not say whether they count.
    static let countUnknown = ReasonCode("records.count-unknown", "有 {count} 条不知道是否算", "of {count} it is not known whether they count")

    /// Of tests of conditions: `test` what was looked at, `found`, `asked` by the profile, `holds`.
    static let measureTested = ReasonCode(
        "condition.measure", "{within}{test} {found}（条件：{asked}）：{holds}", "{test} {within} {found} (asked: {asked}): {holds}")
    /// `times`: of so many units one after another.
    static let measureRunning = ReasonCode(
        "condition.measure-running", "{within}{test} {found}（条件：连续 {times} 次{asked}）：{holds}",
        "{test} {within} {found} (asked: {times} times running {asked}): {holds}")
    static let unitsMissing = ReasonCode(
        "condition.no-whole-unit", "{test}：本期内没有完整的时间单位：{holds}", "{test}: no whole unit in the period: {holds}")
    static let recordsCounted = ReasonCode(
        "condition.count", "{within}{test} {found} 次（条件：{asked}）：{holds}", "{found} {test} {within} (asked: {asked}): {holds}")
    static let recordsSummed = ReasonCode(
        "condition.sum", "{within}{test}的{of}合计 {found}（条件：{asked}）：{holds}", "{of} of {test} {within}: {found} in all (asked: {asked}): {holds}")
    // The same where `doubt` says why the number is not known exactly.
    static let recordsCountedInDoubt = ReasonCode(
        "condition.count-in-doubt", "{within}{test} {found} 次，{doubt}（条件：{asked}）：{holds}", "{found} {test} {within}, {doubt} (asked: {asked}): {holds}")
    static let recordsSummedInDoubt = ReasonCode(
        "condition.sum-in-doubt", "{within}{test}的{of}合计 {found}，{doubt}（条件：{asked}）：{holds}",
        "{of} of {test} {within}: {found} in all, {doubt} (asked: {asked}): {holds}")
    static let countedRunning = ReasonCode("condition.running", "连续 {times} 期（{units}）：{holds}", "{times} units running ({units}): {holds}")
    static let fieldTested = ReasonCode("condition.field", "{test} {found}（条件：{asked}）：{holds}", "{test} {found} (asked: {asked}): {holds}")
    static let testNotKept = ReasonCode("condition.not-kept", "{within}{doubt}（{file}）：{holds}", "{doubt} {within} ({file}): {holds}")

    static let notAttested = ReasonCode("attested.by-nobody", "还没有人核查", "nobody has attested it")
    static let attestedDisagreeing = ReasonCode("attested.disagreeing", "同一天的核查结论不一致", "attestations of one day disagree")
    /// `by`: the office.
    static let attestedBy = ReasonCode("attested.by", "{by}核查", "attested by {by}")
}
