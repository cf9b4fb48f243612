internal import CivilTime
internal import ZhucunKernel

/// The presences under one definition of evidence.
struct Presence: Sendable {
    let evidence: Evidence
    let axis: DayAxis
    private let firstDay: Int
    /// The aspects' windows, each cut at noon: halves of days can be told apart.
    private let windows: [Window]
    private let cadres: Int
    /// 64 days by 64 days, cadre by cadre: the days marked in each window, and those that a check-in of a place proves or is outside of.
    /// Empty until there is something to mark.
    var bits: [[UInt64]]
    let planes: Int
    private var provedPlane: Int { planes - 2 }
    private var outsidePlane: Int { planes - 1 }
    var coverage: CheckInCoverage
    let fences: Fences
    private let stations: Stations
    /// Numbers of the symbols of sources that count, and whether they need a place.
    private var sources: [(number: Int32, needsPlace: Bool)] = []

    /// A part of an aspect's window, in seconds of the day; what is behind midnight belongs to the afternoon.
    private struct Window {
        let aspect: Int
        let half: DayHalf
        let start: Int32
        let end: Int32
        let crossesMidnight: Bool

        private static let noon: Int32 = 43_200

        static func parts(of definition: Evidence.Aspect, _ aspect: Int) -> [Window] {
            let window = definition.window
            let (start, end) = (window.start.seconds, window.end.seconds + (definition.includesEnd ? 1 : 0))
            let isCut = start < noon && (window.crossesMidnight || end > noon)
            guard isCut else {
                return [
                    Window(
                        aspect: aspect, half: start < noon ? .morning : .afternoon, start: start, end: end,
                        crossesMidnight: window.crossesMidnight)
                ]
            }
            return [
                Window(aspect: aspect, half: .morning, start: start, end: noon, crossesMidnight: false),
                Window(
                    aspect: aspect, half: .afternoon, start: noon, end: end, crossesMidnight: window.crossesMidnight),
            ]
        }

        /// How many days before a moment's own day the day lies that it counts for; nil outside.
        @inline(__always)
        func daysBack(_ second: Int32) -> Int? {
            if crossesMidnight { return second >= start ? 0 : second < end ? 1 : nil }
            return second >= start && second < end ? 0 : nil
        }
    }

    init(_ evidence: Evidence, _ axis: DayAxis, _ stations: Stations, _ scope: LedgerScope) {
        self.evidence = evidence
        self.axis = axis
        self.stations = stations
        firstDay = Int(axis.days.first.number)
        windows = evidence.aspects.enumerated().flatMap { Window.parts(of: $1, $0) }
        cadres = scope.world.cadres.count
        bits = Array(repeating: [], count: (axis.days.count + 63) / 64)
        planes = windows.count + 2
        coverage = CheckInCoverage(stations, axis)
        fences = Fences(evidence, scope)
    }

    mutating func learnSources(_ symbols: Symbols) {
        sources = evidence.sources.compactMap { name in
            symbols.find(name).map { ($0.number, !evidence.placeless.contains(name)) }
        }
    }

    /// Looks at a cadre's bits of a day so that they are at hand soon.
    @inline(__always)
    func touch(_ cadre: Int, _ day: Int) -> UInt64 {
        let index = day - firstDay
        return index < 0 || index >= axis.days.count || bits[index >> 6].isEmpty ? 0 : bits[index >> 6][cadre * planes]
    }

    /// Notes that check-ins were kept, and marks the days that one proves. Most days are marked already, and nothing else of the row
    /// matters then.
    @inline(__always)
    mutating func take(
        _ cadre: Int, _ day: Int, _ second: Int32, _ source: Symbol, marks: Bool, _ row: Int,
        of batch: borrowing RecordBatch, _ columns: CheckIns
    ) {
        guard let source = sources.first(where: { $0.number == source.number }) else { return }
        coverage.note(cadre, day, second)
        guard marks else { return }
        for window in windows.indices {
            guard let back = windows[window].daysBack(second) else { continue }
            let index = day - back - firstDay
            guard index >= 0, index < axis.days.count else { continue }
            let (word, place, bit) = (index >> 6, cadre * planes, UInt64(1) << UInt64(index & 63))
            makeRoom(word)
            // A place may also tell that somebody was elsewhere.
            guard
                bits[word][place + window] & bit == 0 || source.needsPlace && bits[word][place + provedPlane] & bit == 0
            else { continue }
            switch proof(cadre, day - back, source.needsPlace, row, of: batch, columns) {
            case .none: continue
            case .some(false): bits[word][place + outsidePlane] |= bit
            case .some(true):
                bits[word][place + window] |= bit
                if source.needsPlace { bits[word][place + provedPlane] |= bit }
            }
        }
    }

    @inline(__always)
    mutating func makeRoom(_ word: Int) {
        if bits[word].isEmpty { bits[word] = Array(repeating: 0, count: planes * cadres) }
    }

    /// False: it shows that the cadre was elsewhere; nil: it shows nothing.
    private func proof(
        _ cadre: Int, _ day: Int, _ needsPlace: Bool, _ row: Int, of batch: borrowing RecordBatch, _ columns: CheckIns
    ) -> Bool? {
        var place: Place?
        if needsPlace {
            guard columns.accuracy(batch, row).map({ $0 <= Int64(evidence.accuracy) * 1000 }) ?? true else {
                return nil
            }
            place = columns.place(batch, row)
        }
        var proof: Bool?
        stations.each(of: cadre, on: day) { station in
            if !needsPlace || place.map({ fences.hold($0, at: Int(station.village), on: day) }) ?? false {
                proof = true
            } else if place != nil, fences.isKnown(Int(station.village)) {
                proof = false
            }
            return proof == true
        }
        return proof
    }

    mutating func join(_ other: Presence) {
        coverage.join(other.coverage)
        for word in bits.indices where !other.bits[word].isEmpty {
            if bits[word].isEmpty {
                bits[word] = other.bits[word]
            } else {
                for index in bits[word].indices { bits[word][index] |= other.bits[word][index] }
            }
        }
    }

    /// The days on which a cadre fulfilled an aspect, in a word of the axis; `half`: in that half of the day alone.
    @inline(__always)
    func days(_ aspect: Int, of cadre: Int, in word: Int, half: DayHalf? = nil) -> UInt64 {
        guard !bits[word].isEmpty else { return 0 }
        var days: UInt64 = 0
        for index in windows.indices
        where windows[index].aspect == aspect && (half == nil || windows[index].half == half) {
            days |= bits[word][cadre * planes + index]
        }
        return days
    }

    /// The days that a check-in of a place proves: of these it is known when somebody came.
    @inline(__always)
    func placed(_ cadre: Int, in word: Int) -> UInt64 {
        bits[word].isEmpty ? 0 : bits[word][cadre * planes + provedPlane]
    }

    /// The days on which every check-in of a place lay elsewhere.
    @inline(__always)
    func elsewhere(_ cadre: Int, in word: Int) -> UInt64 {
        bits[word].isEmpty ? 0 : bits[word][cadre * planes + outsidePlane] & ~bits[word][cadre * planes + provedPlane]
    }
}

/// Why a check-in does or does not prove a presence on a day.
enum Proof: Hashable {
    case valid
    case notEvidence, noPosting, noPlace, villageWithoutPlace
    case inaccurate(metres: Int64)
    /// How far outside the nearest fence.
    case outside(metres: Int64)
}

extension Presence {
    /// What a check-in that was kept proves, for a person.
    func proof(_ checkIn: CheckIn, of cadre: Int, on day: Day) -> Proof {
        guard evidence.sources.contains(checkIn.source) else { return .notEvidence }
        var result = Proof.noPosting
        for station in stations.all(of: cadre) where station.holds(Int(day.number)) {
            guard !evidence.placeless.contains(checkIn.source) else { return .valid }
            guard let place = checkIn.place else { return .noPlace }
            if let accuracy = checkIn.accuracy, accuracy > Int64(evidence.accuracy) * 1000 {
                return .inaccurate(metres: accuracy / 1000)
            }
            let around = fences.sites(of: Int(station.village)).filter { $0.isOpen(on: Int(day.number)) }
            if around.isEmpty, result == .noPosting { result = .villageWithoutPlace }
            for fence in around.map(\.fence) {
                let beyond = fence.distance(to: place) - fence.radius
                if beyond <= 0 { return .valid }
                let metres = max(1, (beyond + 999) / 1000)
                if case .outside(let known) = result, known <= metres { continue }
                result = .outside(metres: metres)
            }
        }
        return result
    }
}
