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
    var presences: [Presence]
    var coverage: CheckInCoverage
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
        coverage = CheckInCoverage(stations, axis)
        presences = definitions.map { Presence($0, axis, stations, scope) }
    }

    public mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        for index in presences.indices { presences[index].learnSources(symbols) }
        if zones.isEmpty { zones = Array(repeating: 0, count: world.cadres.count) }
        findCadres(batch)
        // Most rows are of the same cadre and day as the one before.
        var noted = (cadre: -1, day: Int.min)
        for row in 0..<batch.count {
            let cadre = Int(cadres[row])
            guard let moment = batch[columns.time, row], let source = batch[columns.source, row] else { continue }
            guard cadre >= 0 else {
                // Of an excerpt's others only the day is known.
                coverage.note(day: Int(moment.day.number))
                continue
            }
            let day = Int(moment.day.number)
            if noted != (cadre, day) {
                noted = (cadre, day)
                coverage.note(cadre, on: day)
                if zones[cadre] & batch.zones != batch.zones { zones[cadre] |= batch.zones }
            }
            guard includes[cadre] else { continue }
            for index in presences.indices { presences[index].take(cadre, day, moment.secondOfDay, row, of: batch, columns) }
            if !traced.isEmpty, traced.contains(cadre) {
                checkIns[cadre, default: []].append(
                    CheckIn(moment: moment, place: columns.place(batch, row), accuracy: columns.accuracy(batch, row), source: symbols.text(source)))
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
        coverage.join(other.coverage)
        for (index, theirs) in other.presences.enumerated() { presences[index].join(theirs) }
        if zones.isEmpty { zones = other.zones } else { for index in other.zones.indices { zones[index] |= other.zones[index] } }
        for (cadre, theirs) in other.checkIns { checkIns[cadre, default: []] += theirs }
    }

    func presence(_ evidence: Evidence) -> Presence? { presences.first { $0.evidence == evidence } }
}
