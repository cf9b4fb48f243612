public import PolicyYAML
public import ZhucunKernel

/// A way for results to leave, county by county, made for one report. The bytes must depend on what was found and on the
/// options only.
public protocol ReportFormat: Sendable {
    /// As `--format` names it.
    static var name: String { get }
    init(_ facts: ReportFacts)
    /// Whether it says what would decide what is undetermined, which has to be found first.
    static var tellsNeeds: Bool { get }
    /// Whether the head names the counties that have something to show, which is known only when all have been judged.
    var namesShownCounties: Bool { get }
    /// What comes before the counties. `shown` are the places of those that have a part.
    func head(shown: [Int]) -> [UInt8]
    /// What is said of one county; nothing where it has nothing to show. `place` is its place in `Prepared.outlines`.
    func part(_ county: CountyResult, at place: Int) -> [UInt8]
    /// What comes after the counties.
    func end(_ summary: ReportSummary) -> [UInt8]
}

extension ReportFormat {
    public static var tellsNeeds: Bool { false }
}

/// What a reader asked of a report.
public struct ReportOptions: Sendable {
    public var language: Language
    public var filter: FindingFilter

    public init(language: Language, filter: FindingFilter = FindingFilter()) {
        self.language = language
        self.filter = filter
    }

    public init(language: Language, subject: String?) { self.init(language: language, filter: FindingFilter(subject: subject)) }
}

/// The formats that this repository has.
public enum ReportFormats {
    public static let all: [any ReportFormat.Type] = [TextReport.self, JSONReport.self, CSVReport.self, HTMLReport.self]

    public static func named(_ name: String) -> (any ReportFormat.Type)? { all.first { $0.name == name } }
}
