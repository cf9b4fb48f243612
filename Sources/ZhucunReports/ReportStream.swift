package import Messages
package import Rendering
internal import Results
package import ZhucunKernel

/// The part of a report that tells of one county.
private struct ReportPart: Sendable {
    let place: Int
    let content: Content
    /// Whether results that were asked for are counted in it instead of listed.
    let leavesOut: Bool

    enum Content {
        case bytes([UInt8])
        /// Too large to be held as bytes: written when it is its turn.
        case results(CountyResults)
    }
}

extension ReportFormat {
    /// Judges the counties and writes each when it is its turn: what was found is dropped once it has become bytes. `onCounty`
    /// hears how many are written.
    package static func write(
        _ prepared: Assessor.Prepared, by assessor: Assessor, _ language: Language,
        _ filter: FindingFilter = FindingFilter(), jobs: Int,
        onCounty: (_ done: Int, _ total: Int) -> Void = { _, _ in }, to sink: ([UInt8]) throws -> Void
    ) async throws {
        let maker = ResultsMaker(prepared, filter)
        let format = Self(ReportFacts(maker.head, language))
        let total = maker.head.counties.count
        let times = prepared.times
        func write(_ bytes: [UInt8]) throws {
            try times.measure(PhaseTimes.writing, .bytes, count: { bytes.count }) { try sink(bytes) }
        }
        let isHeadFirst = !format.namesShownCounties
        if isHeadFirst { try sink(format.head(shown: Array(0..<total))) }
        onCounty(0, total)
        var summary = ReportSummary()
        var held: [[UInt8]] = []
        var done = 0
        try await assessor.assess(prepared, jobs: jobs) { county, place in
            let results = maker.results(county, at: place)
            return try times.measure(PhaseTimes.rendering, .bytes, count: \.byteCount) {
                try ReportPart(results, format, canWait: isHeadFirst)
            }
        } take: { part in
            summary.leavesOut = summary.leavesOut || part.leavesOut
            switch part.content {
            case .bytes(let bytes):
                if !bytes.isEmpty { summary.shown.append(part.place) }
                if isHeadFirst { try write(bytes) } else { held.append(bytes) }
            case .results(let results):
                summary.shown.append(part.place)
                try format.write(results, to: write)
            }
            done += 1
            onCounty(done, total)
        }
        if !isHeadFirst { try sink(format.head(shown: summary.shown)) }
        for bytes in held { try write(bytes) }
        try write(format.end(summary))
    }
}

extension ReportPart {
    /// Outcomes of which a county is not put into bytes before its turn.
    private static let many = 200_000

    /// - Parameter canWait: whether it may be put into bytes when it is its turn.
    fileprivate init(_ results: CountyResults, _ format: some ReportFormat, canWait: Bool) throws {
        place = results.place
        leavesOut = results.blocks.contains { $0.leftOut > 0 }
        if canWait, results.blocks.reduce(0, { $0 + $1.outcomes.count }) > ReportPart.many {
            content = .results(results)
        } else {
            var bytes: [UInt8] = []
            try format.write(results) { bytes += $0 }
            content = .bytes(bytes)
        }
    }

    fileprivate var byteCount: Int { if case .bytes(let bytes) = content { bytes.count } else { 0 } }
}
