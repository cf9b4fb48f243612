internal import CivilTime
public import ZhucunKernel

/// What is kept of all check-ins: for each cadre and aspect the days on which it was fulfilled, as bits.
///
/// Memory follows cadres and days, not check-ins. Only the cadre that is to be explained keeps its check-ins.
public struct PresenceLedger: RecordLedger {
    public var kind: String? { "checkin" }

    let axis: DayAxis
    /// Without the days in which only what began before or ends later is looked for.
    let judged: DayRange
    let includes: [Bool]
    let traced: Set<Int>
    /// What is later is not known yet; nil: every check-in is known.
    let asOf: Day?
    /// One for each definition of evidence that some rule uses.
    var presences: [Presence]
    /// The days of all that was taken, and the first of what is not known yet, as numbers since 1970.
    var taken = (first: Int.max, last: Int.min)
    var firstUnknown = Int.max
    /// By cadre, in which stretches of the file check-ins are (``RecordBatch/zones``); empty until there is one.
    var zones: [UInt64] = []
    private(set) var checkIns: [Int: [CheckIn]] = [:]
    let world: World
    let stations: Stations
    private let columns = CheckIns.declared()
    /// Of the batch at hand, whose each row is; -1 for nobody's.
    private var cadres: [Int32] = []
    /// Keeps the looking from being left out.
    private var touched: UInt64 = 0

    init(_ definitions: [Evidence], _ scope: LedgerScope) {
        let axis = DayAxis(days: scope.horizon)
        let stations = Stations(scope.world)
        self.axis = axis
        world = scope.world
        self.stations = stations
        includes = scope.includes
        traced = scope.traced
        judged = scope.judged
        asOf = scope.asOf
        presences = definitions.map { Presence($0, axis, stations, scope) }
    }

    public mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        for index in presences.indices { presences[index].learnSources(symbols) }
        if zones.isEmpty { zones = Array(repeating: 0, count: world.cadres.count) }
        findCadres(batch)
        let lastKnown = asOf.map { Int($0.number) } ?? Int.max
        for row in 0..<batch.count {
            guard let moment = batch[columns.time, row], let source = batch[columns.source, row] else { continue }
            let (cadre, day) = (Int(cadres[row]), Int(moment.day.number))
            guard day <= lastKnown else {
                firstUnknown = min(firstUnknown, day)
                continue
            }
            taken = (min(taken.first, day), max(taken.last, day))
            guard cadre >= 0 else { continue }
            if zones[cadre] & batch.zones != batch.zones { zones[cadre] |= batch.zones }
            let (second, isIncluded) = (moment.secondOfDay, includes[cadre])
            for index in presences.indices {
                presences[index].take(cadre, day, second, source, marks: isIncluded, row, of: batch, columns)
            }
            if isIncluded, !traced.isEmpty, traced.contains(cadre) {
                checkIns[cadre, default: []].append(
                    CheckIn(
                        moment: moment, place: columns.place(batch, row), accuracy: columns.accuracy(batch, row),
                        source: symbols.text(source)))
            }
        }
    }

    /// Whose each row is. Where cadres are mixed, what is kept of each is far from the last one's: looking at all of it beforehand lets
    /// the machine fetch many at a time.
    private mutating func findCadres(_ batch: borrowing RecordBatch) {
        if cadres.count < batch.count { cadres = Array(repeating: -1, count: batch.count) }
        var changes = 0
        var last: Int32 = -1
        for row in 0..<batch.count {
            let cadre = batch[columns.cadre, row].map { Int32(stations.cadre($0)) } ?? -1
            cadres[row] = cadre
            if cadre != last { changes += 1 }
            last = cadre
        }
        guard changes > batch.count / 4 else { return }
        for row in 0..<batch.count where cadres[row] >= 0 {
            let cadre = Int(cadres[row])
            touched &+= UInt64(truncatingIfNeeded: stations.touch(cadre)) &+ zones[cadre]
            guard let moment = batch[columns.time, row] else { continue }
            for index in presences.indices { touched &+= presences[index].touch(cadre, Int(moment.day.number)) }
        }
    }

    public mutating func join(_ other: PresenceLedger) {
        taken = (min(taken.first, other.taken.first), max(taken.last, other.taken.last))
        firstUnknown = min(firstUnknown, other.firstUnknown)
        for (index, theirs) in other.presences.enumerated() { presences[index].join(theirs) }
        if zones.isEmpty {
            zones = other.zones
        } else {
            for index in other.zones.indices { zones[index] |= other.zones[index] }
        }
        for (cadre, theirs) in other.checkIns { checkIns[cadre, default: []] += theirs }
    }

    func presence(_ evidence: Evidence) -> Presence? { presences.first { $0.evidence == evidence } }
}
