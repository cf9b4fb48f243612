internal import CivilTime
internal import ZhucunKernel

/// The presences under one definition of evidence.
struct Presence: Sendable {
    let evidence: Evidence
    let axis: DayAxis
    private let firstDay: Int
    private let windows: [Window]
    let wordsPerAspect: Int
    let wordsPerCadre: Int
    private let cadres: Int
    /// Cadre by cadre, aspect by aspect; empty until there is something to mark.
    var bits: [UInt64] = []
    let fences: Fences
    private let stations: Stations
    /// Numbers of the symbols of sources that count, and whether they need a place.
    private var sources: [(number: Int32, needsPlace: Bool)] = []

    /// An aspect's window in seconds of the day.
    private struct Window {
        let start: Int32
        let end: Int32
        let crossesMidnight: Bool

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
        windows = evidence.aspects.map { Window(start: $0.window.start.seconds, end: $0.window.end.seconds, crossesMidnight: $0.window.crossesMidnight) }
        cadres = scope.world.cadres.count
        wordsPerAspect = (axis.days.count + 63) / 64
        wordsPerCadre = wordsPerAspect * evidence.aspects.count
        fences = Fences(evidence, scope)
    }

    mutating func learnSources(_ symbols: Symbols) {
        sources = evidence.sources.compactMap { name in symbols.find(name).map { ($0.number, !evidence.placeless.contains(name)) } }
    }

    /// Where a word of days stands: the aspects of the same days lie side by side.
    @inline(__always)
    func word(_ cadre: Int, _ aspect: Int, _ word: Int) -> Int { cadre * wordsPerCadre + word * windows.count + aspect }

    /// Looks at a cadre's bits of a day so that they are at hand soon.
    @inline(__always)
    func touch(_ cadre: Int, _ day: Int) -> UInt64 {
        let index = day - firstDay
        return bits.isEmpty || index < 0 || index >= axis.days.count ? 0 : bits[word(cadre, 0, index >> 6)]
    }

    /// Where the bit of a day stands; nil for a day that no rule looks at.
    @inline(__always)
    private func bit(_ cadre: Int, _ aspect: Int, _ day: Int) -> (word: Int, bit: UInt64)? {
        let index = day - firstDay
        guard index >= 0, index < axis.days.count else { return nil }
        return (word(cadre, aspect, index >> 6), 1 << UInt64(index & 63))
    }

    /// Marks the days that one check-in proves. Most days are marked already, and nothing else of the row matters then.
    @inline(__always)
    mutating func take(_ cadre: Int, _ day: Int, _ second: Int32, _ row: Int, of batch: borrowing RecordBatch, _ columns: CheckIns) {
        makeRoom()
        for aspect in windows.indices {
            guard let back = windows[aspect].daysBack(second), let mark = bit(cadre, aspect, day - back), bits[mark.word] & mark.bit == 0 else { continue }
            if proves(cadre, day - back, row, of: batch, columns) { bits[mark.word] |= mark.bit }
        }
    }

    mutating func makeRoom() {
        if bits.isEmpty { bits = Array(repeating: 0, count: wordsPerCadre * cadres) }
    }

    private func proves(_ cadre: Int, _ day: Int, _ row: Int, of batch: borrowing RecordBatch, _ columns: CheckIns) -> Bool {
        guard let found = batch[columns.source, row], let source = sources.first(where: { $0.number == found.number }) else { return false }
        var place: Place?
        if source.needsPlace {
            guard columns.accuracy(batch, row).map({ $0 <= Int64(evidence.accuracy) * 1000 }) ?? true else { return false }
            place = columns.place(batch, row)
        }
        var isProved = false
        stations.each(of: cadre, on: day) { station in
            isProved = !source.needsPlace || place.map { fences.hold($0, at: Int(station.village)) } ?? false
            return isProved
        }
        return isProved
    }

    mutating func join(_ other: Presence) {
        guard !bits.isEmpty else { return bits = other.bits }
        for index in other.bits.indices { bits[index] |= other.bits[index] }
    }

    /// The days on which a cadre fulfilled an aspect.
    func days(_ aspect: String, of cadre: Int) -> DaySet {
        var set = DaySet(days: axis.days.count)
        guard !bits.isEmpty, let position = evidence.aspects.firstIndex(where: { $0.name == aspect }) else { return set }
        for index in 0..<wordsPerAspect { set.words[index] = bits[word(cadre, position, index)] }
        return set
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
            if let accuracy = checkIn.accuracy, accuracy > Int64(evidence.accuracy) * 1000 { return .inaccurate(metres: accuracy / 1000) }
            let around = fences.around(Int(station.village))
            if around.isEmpty, result == .noPosting { result = .villageWithoutPlace }
            for fence in around {
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
