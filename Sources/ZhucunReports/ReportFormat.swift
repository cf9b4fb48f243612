public import PolicyYAML
public import ZhucunKernel

/// A way for results to leave. The bytes must depend on the assessment and the options only.
public protocol ReportFormat: Sendable {
    /// As `--format` names it.
    static var name: String { get }
    func render(_ assessment: Assessment, _ options: ReportOptions) -> [UInt8]
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

    public static func named(_ name: String) -> (any ReportFormat)? {
        switch name {
        case TextReport.name: TextReport()
        case JSONReport.name: JSONReport()
        case CSVReport.name: CSVReport()
        case HTMLReport.name: HTMLReport()
        default: nil
        }
    }
}
