internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// The ledger in a snapshot: the days it is over and those of what it has taken, each definition of evidence with its coverage, then
/// cadre by cadre the identifier, a number that stands for the postings and fences by which the check-ins were judged, the zones, and
/// the days.
extension PresenceLedger {
    public func save(_ writer: inout SnapshotWriter) {
        writer.put(Int(axis.days.first.number))
        writer.put(axis.days.count)
        for day in [taken.first, taken.last, firstUnknown] { writer.put(day) }
        writer.put(presences.count)
        for presence in presences { writer.put(presence.evidence.text) }
        for presence in presences { presence.coverage.save(&writer) }
        let marked = presences.map(\.markedWords).filter { !$0.isEmpty }
        let words = (marked.map(\.lowerBound).min() ?? 0)..<(marked.map(\.upperBound).max() ?? 0)
        writer.put(words.lowerBound)
        writer.put(words.upperBound)
        writer.put(world.cadres.count)
        let basis = Basis(self)
        for (index, cadre) in world.cadres.enumerated() {
            writer.put(cadre.id)
            writer.put(basis.number(of: index))
            writer.put(zones.isEmpty ? 0 : zones[index])
            for presence in presences { presence.save(index, words, &writer) }
        }
    }

    public mutating func restore(_ reader: inout SnapshotReader, isExcerpt: Bool) throws(SnapshotProblem) {
        let first = Day(number: Int32(clamping: try reader.int()))
        guard let saved = DayRange(first, first.advanced(by: try reader.int(in: 1...PresenceLedger.mostDays) - 1))
        else { throw .damaged }
        taken = (try reader.int(), try reader.int())
        firstUnknown = try reader.int()
        try checkKnown()
        var definitions: [String] = []
        for _ in 0..<(try reader.count(ofBytes: 8)) { definitions.append(try reader.text()) }
        guard definitions == presences.map(\.evidence.text) else {
            throw SnapshotProblem(
                stale: Text(
                    "认定在岗的口径（时段、来源、围栏、误差）与现在不同",
                    "what proves a presence (aspects, sources, fence, accuracy) is defined otherwise now"))
        }
        for index in presences.indices { try presences[index].coverage.restore(&reader) }
        try checkDays(saved)
        let low = try reader.int(in: 0...(saved.count + 63) / 64)
        let words = low..<(try reader.int(in: low...(saved.count + 63) / 64))
        let shift = saved.first - axis.days.first
        let basis = Basis(self)
        zones = Array(repeating: 0, count: world.cadres.count)
        let numbers = presences.reduce(0) { $0 + $1.planes } * words.count
        var cadre = 0
        for _ in 0..<(try reader.count(ofBytes: 24)) {
            let next = cadre < world.cadres.count ? world.cadres[cadre].id : nil
            guard let id = isExcerpt ? try reader.text(notBefore: next) : try reader.text() else {
                try reader.skip(numbers: 2 + numbers)
                continue
            }
            while cadre < world.cadres.count, world.cadres[cadre].id < id { cadre += 1 }
            let (number, zones) = (try reader.number(), try reader.number())
            let isThere = cadre < world.cadres.count && world.cadres[cadre].id == id
            guard isThere || isExcerpt else {
                throw SnapshotProblem(
                    stale: Text("干部 \(id) 已不在 cadres.csv 中", "the cadre \(id) is no longer in cadres.csv"))
            }
            guard isThere else {
                try reader.skip(numbers: numbers)
                continue
            }
            // Of those around an excerpt some may be judged nowhere.
            guard number == basis.number(of: cadre) || isExcerpt && !includes[cadre] else {
                throw SnapshotProblem(
                    stale: Text(
                        "干部 \(id) 的派驻或所驻村的位置、围栏已改动",
                        "the postings of the cadre \(id), or the place or fence of a village, have changed"))
            }
            self.zones[cadre] = zones
            for index in presences.indices { try presences[index].restore(cadre, words, shift, &reader) }
        }
    }

    /// More than any calendar has.
    private static let mostDays = 1_000_000

    /// What is known now must have been known then, and the other way round.
    private func checkKnown() throws(SnapshotProblem) {
        let lastKnown = asOf.map { Int($0.number) } ?? Int.max - 1
        guard taken.last > lastKnown || firstUnknown <= lastKnown else { return }
        throw SnapshotProblem(stale: Text("其中的打卡记录截至另一天（--as-of）", "it keeps check-ins as of another day (--as-of)"))
    }

    /// Days that were not kept must have had no check-in.
    private func checkDays(_ saved: DayRange) throws(SnapshotProblem) {
        let days = DayRange(Day(number: Int32(clamping: taken.first)), Day(number: Int32(clamping: taken.last)))
        if taken.first <= taken.last, let needed = days.flatMap({ axis.days.intersection($0) }), !saved.contains(needed)
        {
            throw SnapshotProblem(
                stale: Text(
                    "只保存了 \(saved.first) 至 \(saved.last)，现在要用 \(axis.days.first) 至 \(axis.days.last)",
                    "it keeps \(saved.first) to \(saved.last), and \(axis.days.first) to \(axis.days.last) are needed now"
                ))
        }
    }

    public var zonesOfTraced: UInt64 { zones.isEmpty ? 0 : traced.reduce(0) { $0 | zones[$1] } }
}

/// What check-ins were judged by, as a number for each cadre: the postings up to the last check-in, and the fences of their villages.
private struct Basis {
    private let stations: Stations
    private let villages: [UInt64]
    private let groups: [UInt64]
    private let last: Int32
    private let includes: [Bool]

    init(_ ledger: PresenceLedger) {
        stations = ledger.stations
        includes = ledger.includes
        last = Int32(clamping: ledger.taken.last)
        groups = ledger.stations.groups.map { $0.utf8.reduce(23) { Basis.mix($0, UInt64($1)) } }
        villages = ledger.world.villages.indices.map { village in
            let code = ledger.world.villages[village].code.utf8.reduce(17) { Basis.mix($0, UInt64($1)) }
            return ledger.presences.reduce(code) { $1.mixFences(of: village, into: $0) }
        }
    }

    func number(of cadre: Int) -> UInt64 {
        // Also those who are judged elsewhere tell where check-ins were kept.
        stations.all(of: cadre).reduce(includes[cadre] ? 1 : 2) { sum, station in
            // What begins later has been nobody's reason yet.
            guard station.first <= last else { return sum }
            let days =
                UInt64(UInt32(bitPattern: station.first)) << 32 | UInt64(UInt32(bitPattern: min(station.last, last)))
            return Basis.mix(
                Basis.mix(Basis.mix(sum, days), villages[Int(station.village)]), groups[Int(station.group)])
        }
    }

    static func mix(_ sum: UInt64, _ next: UInt64) -> UInt64 {
        let product = (sum ^ next).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low &+ 1
    }
}

extension Presence {
    /// The words in which any day is marked.
    fileprivate var markedWords: Range<Int> {
        let marked = bits.indices.filter { bits[$0].contains { $0 != 0 } }
        return (marked.first ?? 0)..<(marked.last.map { $0 + 1 } ?? 0)
    }

    fileprivate func save(_ cadre: Int, _ words: Range<Int>, _ writer: inout SnapshotWriter) {
        for word in words {
            for plane in 0..<planes { writer.put(bits[word].isEmpty ? 0 : bits[word][cadre * planes + plane]) }
        }
    }

    /// `shift`: how many days later the saved days begin.
    fileprivate mutating func restore(_ cadre: Int, _ words: Range<Int>, _ shift: Int, _ reader: inout SnapshotReader)
        throws(SnapshotProblem)
    {
        for saved in words {
            for plane in 0..<planes {
                let days = try reader.number()
                guard days != 0 else { continue }
                // The days of one saved word lie in two of ours.
                let place = saved * 64 + shift
                let (first, bit) = (place >> 6, UInt64(place & 63))
                mark(cadre, plane, first, days << bit)
                if bit > 0 { mark(cadre, plane, first + 1, days >> (64 - bit)) }
            }
        }
    }

    private mutating func mark(_ cadre: Int, _ plane: Int, _ word: Int, _ days: UInt64) {
        guard bits.indices.contains(word), days != 0 else { return }
        makeRoom(word)
        bits[word][cadre * planes + plane] |= days
    }

    fileprivate func mixFences(of village: Int, into sum: UInt64) -> UInt64 {
        fences.sites(of: village).reduce(sum) { sum, site in
            [site.fence.centre.lat, site.fence.centre.lng, site.fence.radius, Int64(site.months)].reduce(sum) {
                Basis.mix($0, UInt64(bitPattern: $1))
            }
        }
    }
}

extension Evidence {
    /// The whole definition in one line; the same for equal definitions only.
    fileprivate var text: String {
        // Days are kept by halves. Lists are written with quotes, so that no name can be taken for two.
        "noon \(aspects.map { [$0.name, $0.window.description, "\($0.includesEnd)"] }) \(sources) \(placeless) \(radius) \(accuracy) \(alsoAt)"
    }
}

extension CheckInCoverage {
    fileprivate func save(_ writer: inout SnapshotWriter) {
        writer.put(firstMonth)
        writer.put(months)
        writer.put(stations.groups.count)
        for (group, name) in stations.groups.enumerated() {
            writer.put(name)
            for month in 0..<months { writer.put(seen[group * months + month] ? 1 : 0) }
        }
        writer.put(stations.counties.count)
        for (county, code) in stations.counties.enumerated() {
            writer.put(code)
            writer.put(first[county])
            for month in 0..<months { writer.put(latest[county * months + month]) }
        }
    }

    /// What has gone since is passed over: those who were there are nobody's neighbours now.
    fileprivate mutating func restore(_ reader: inout SnapshotReader) throws(SnapshotProblem) {
        let shift = try reader.int(in: -100_000...100_000) - firstMonth
        let count = try reader.int(in: 0...100_000)
        let groups = Dictionary(stations.groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        for _ in 0..<(try reader.count(ofBytes: 8)) {
            let group = groups[try reader.text()]
            for month in shift..<(shift + count) where try reader.number() != 0 {
                if let group, (0..<months).contains(month) { seen[group * months + month] = true }
            }
        }
        let counties = Dictionary(stations.counties.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        for _ in 0..<(try reader.count(ofBytes: 16)) {
            let county = counties[try reader.text()]
            let firstDay = try reader.int()
            if let county { first[county] = min(first[county], firstDay) }
            for month in shift..<(shift + count) {
                let moment = try reader.int()
                if let county, (0..<months).contains(month) {
                    latest[county * months + month] = max(latest[county * months + month], moment)
                }
            }
        }
    }
}
