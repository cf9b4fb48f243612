package import Results

/// A way for results to leave, county by county, made for one report. The bytes must depend on the results and on the
/// language only.
package protocol ReportFormat: Sendable {
    /// Takes bytes when they are written, in order.
    typealias Sink = ([UInt8]) throws -> Void

    /// As `--format` names it.
    static var name: String { get }
    init(_ facts: ReportFacts)
    /// Whether it says what would decide what is undetermined, which has to be found first.
    static var tellsNeeds: Bool { get }
    /// Whether the head names the counties that have something to show, which is known only when all have been judged.
    var namesShownCounties: Bool { get }
    /// What comes before the counties. `shown` are the places of those that have a part.
    func head(shown: [Int]) -> [UInt8]
    /// What is said of one county, piece by piece; nothing where it has nothing to show.
    func write(_ county: CountyResults, to sink: Sink) throws
    /// What comes after the counties.
    func end(_ summary: ReportSummary) -> [UInt8]
}

extension ReportFormat {
    package static var tellsNeeds: Bool { false }
    package var namesShownCounties: Bool { false }
}

/// What the end of a report needs to know of the counties.
package struct ReportSummary: Sendable {
    /// Places of the counties that have a part.
    package var shown: [Int] = []
    /// Whether results that a reader asked for are counted instead of listed.
    package var leavesOut = false

    package init() {}
}

/// The formats that this repository has.
package enum ReportFormats {
    package static let all: [any ReportFormat.Type] = [
        TextReport.self, JSONReport.self, CSVReport.self, HTMLReport.self,
    ]

    package static func named(_ name: String) -> (any ReportFormat.Type)? { all.first { $0.name == name } }

    /// Bytes that are put together before they are handed on.
    static let chunk = 1 << 20
}
