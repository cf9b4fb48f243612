public import ZhucunKernel

/// The part of a report that tells of one county, and what of it the end of the report needs.
struct ReportPart: Sendable {
    let place: Int
    let bytes: [UInt8]
    /// Whether findings that were asked for are counted in it instead of listed.
    let leavesOut: Bool
}

/// What the end of a report needs to know of the counties.
public struct ReportSummary: Sendable {
    /// Places of the counties that have a part.
    private(set) var shown: [Int] = []
    private(set) var leavesOut = false

    mutating func add(_ part: ReportPart) {
        if !part.bytes.isEmpty { shown.append(part.place) }
        leavesOut = leavesOut || part.leavesOut
    }
}

extension ReportFormat {
    public var namesShownCounties: Bool { false }

    /// Judges the counties and writes each when it is its turn: what was found is dropped once it has become bytes. `onCounty`
    /// hears how many are written.
    public static func write(
        _ prepared: Assessor.Prepared, by assessor: Assessor, _ options: ReportOptions, jobs: Int,
        onCounty: (_ done: Int, _ total: Int) -> Void = { _, _ in }, to sink: ([UInt8]) throws -> Void
    ) async throws {
        let facts = ReportFacts(prepared: prepared, options: options)
        let format = Self(facts)
        let total = facts.counties.count
        let times = prepared.times
        func write(_ bytes: [UInt8]) throws { try times.measure(PhaseTimes.writing, .bytes, count: { bytes.count }) { try sink(bytes) } }
        if !format.namesShownCounties { try sink(format.head(shown: Array(0..<total))) }
        onCounty(0, total)
        var summary = ReportSummary()
        var held: [[UInt8]] = []
        var done = 0
        try await assessor.assess(prepared, jobs: jobs) { county, place in
            let bytes = times.measure(PhaseTimes.rendering, .bytes, count: \.count) { format.part(county, at: place) }
            return ReportPart(place: place, bytes: bytes, leavesOut: facts.leavesOut(county))
        } take: { part in
            summary.add(part)
            if format.namesShownCounties { held.append(part.bytes) } else { try write(part.bytes) }
            done += 1
            onCounty(done, total)
        }
        if format.namesShownCounties { try sink(format.head(shown: summary.shown)) }
        for bytes in held { try write(bytes) }
        try write(format.end(summary))
    }
}
