internal import CivilTime
public import ZhucunKernel

/// What is kept of all check-ins: for each cadre and aspect the days on which it was fulfilled, as bits.
///
/// Memory follows cadres and days, not check-ins. Only the cadre that is to be explained keeps its check-ins.
public struct PresenceLedger: RecordLedger {
    public var kind: String? { "checkin" }

    let axis: DayAxis
    let includes: [Bool]
    let traced: Set<Int>
    /// One for each definition of evidence that some rule uses.
    private(set) var presences: [Presence]
    private(set) var coverage: CheckInCoverage
    private(set) var checkIns: [Int: [CheckIn]] = [:]
    private let world: World
    private let columns = CheckIns.declared()

    init(_ definitions: [Evidence], _ scope: LedgerScope) {
        world = scope.world
        axis = DayAxis(days: scope.horizon)
        includes = scope.includes
        traced = scope.traced
        coverage = CheckInCoverage(scope.world, axis)
        let axis = axis
        presences = definitions.map { Presence($0, axis, scope) }
    }

    public mutating func take(_ batch: borrowing RecordTable, _ symbols: Symbols) {
        for index in presences.indices { presences[index].learnSources(symbols) }
        for row in 0..<batch.count {
            guard let symbol = batch[columns.cadre, row], let cadre = world.cadre(symbol), let moment = batch[columns.time, row],
                let source = batch[columns.source, row]
            else { continue }
            coverage.note(cadre, on: moment.day, world)
            guard includes[cadre] else { continue }
            var place: Place?
            if let lat = batch[columns.lat, row], let lng = batch[columns.lng, row] { place = Place(lat: Int64(lat), lng: Int64(lng)) }
            // Rounded up: what is any worse than the limit stays worse.
            let accuracy = batch[columns.accuracy, row].map { ($0.millionths + 999) / 1000 }
            for index in presences.indices { presences[index].take(cadre, moment, place, accuracy, source, world) }
            if traced.contains(cadre) {
                checkIns[cadre, default: []].append(CheckIn(moment: moment, place: place, accuracy: accuracy, source: symbols.text(source)))
            }
        }
    }

    func presence(_ evidence: Evidence) -> Presence? { presences.first { $0.evidence == evidence } }
}

/// The presences under one definition of evidence.
struct Presence: Sendable {
    let evidence: Evidence
    let axis: DayAxis
    private let wordsPerCadre: Int
    /// Aspect by aspect, cadre by cadre.
    private var bits: [UInt64]
    private let cadres: Int
    /// By village.
    private let fences: [[Fence]]
    private var accepted: Set<Int32> = []
    private var placeless: Set<Int32> = []

    init(_ evidence: Evidence, _ axis: DayAxis, _ scope: LedgerScope) {
        self.evidence = evidence
        self.axis = axis
        cadres = scope.world.cadres.count
        wordsPerCadre = (axis.days.count + 63) / 64
        bits = Array(repeating: 0, count: wordsPerCadre * cadres * evidence.aspects.count)
        fences = Presence.fences(evidence, scope)
    }

    private static func fences(_ evidence: Evidence, _ scope: LedgerScope) -> [[Fence]] {
        let own = scope.world.villages.map { village in
            village.place.map { Fence(centre: Place(lat: $0.lat, lng: $0.lng), radius: village.radius ?? Int64(evidence.radius) * 1000) }
        }
        guard !evidence.alsoAt.isEmpty else { return own.map { $0.map { [$0] } ?? [] } }
        var others: [String: [Fence]] = [:]
        for (index, village) in scope.world.villages.enumerated() {
            let kinds = village.kinds.map { scope.symbols.text($0).split(separator: ";").map(String.init) } ?? []
            if let fence = own[index], kinds.contains(where: evidence.alsoAt.contains) { others[village.township, default: []].append(fence) }
        }
        return scope.world.villages.indices.map { index in
            (own[index].map { [$0] } ?? []) + (others[scope.world.villages[index].township] ?? [])
        }
    }

    mutating func learnSources(_ symbols: Symbols) {
        accepted = Set(evidence.sources.compactMap { symbols.find($0)?.number })
        placeless = Set(evidence.placeless.compactMap { symbols.find($0)?.number })
    }

    /// Marks the days that one check-in proves.
    mutating func take(_ cadre: Int, _ moment: LocalMoment, _ place: Place?, _ accuracy: Int64?, _ source: Symbol, _ world: World) {
        guard accepted.contains(source.number) else { return }
        let needsPlace = !placeless.contains(source.number)
        for aspect in evidence.aspects.indices {
            guard let day = evidence.aspects[aspect].window.day(of: moment), let index = axis.index(day) else { continue }
            let word = (aspect * cadres + cadre) * wordsPerCadre + index >> 6
            let bit: UInt64 = 1 << UInt64(index & 63)
            guard bits[word] & bit == 0, proof(cadre, day, place, accuracy, needsPlace, world) == .valid else { continue }
            bits[word] |= bit
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

    func proof(_ cadre: Int, _ day: Day, _ place: Place?, _ accuracy: Int64?, _ needsPlace: Bool, _ world: World) -> Proof {
        var result = Proof.noPosting
        for index in world.cadres[cadre].postings where world.postings[index].days.contains(day) {
            guard needsPlace else { return .valid }
            guard let place else { return .noPlace }
            if let accuracy, accuracy > Int64(evidence.accuracy) * 1000 { return .inaccurate(metres: accuracy / 1000) }
            let around = fences[world.postings[index].village]
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

    /// The same for a check-in that was kept.
    func proof(_ checkIn: CheckIn, of cadre: Int, on day: Day, _ world: World) -> Proof {
        guard evidence.sources.contains(checkIn.source) else { return .notEvidence }
        return proof(cadre, day, checkIn.place, checkIn.accuracy, !evidence.placeless.contains(checkIn.source), world)
    }

    /// The days on which a cadre fulfilled an aspect.
    func days(_ aspect: String, of cadre: Int) -> DaySet {
        var set = DaySet(days: axis.days.count)
        guard let position = evidence.aspects.firstIndex(where: { $0.name == aspect }) else { return set }
        let start = (position * cadres + cadre) * wordsPerCadre
        for word in 0..<wordsPerCadre { set.words[word] = bits[start + word] }
        return set
    }
}
