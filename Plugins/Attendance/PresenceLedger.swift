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

    init(_ definitions: [Evidence], _ scope: LedgerScope) {
        let axis = DayAxis(days: scope.horizon)
        let stations = Stations(scope.world)
        self.axis = axis
        world = scope.world
        self.stations = stations
        includes = scope.includes
        traced = scope.traced
        coverage = CheckInCoverage(scope.world, axis)
        presences = definitions.map { Presence($0, axis, stations, scope) }
    }

    public mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        for index in presences.indices { presences[index].learnSources(symbols) }
        if zones.isEmpty { zones = Array(repeating: 0, count: world.cadres.count) }
        // Most rows are of the same cadre and day as the one before.
        var noted = (cadre: -1, day: Int.min)
        for row in 0..<batch.count {
            guard let symbol = batch[columns.cadre, row], let moment = batch[columns.time, row], let source = batch[columns.source, row] else { continue }
            guard let cadre = stations.cadre(symbol) else {
                // Of an excerpt's others only the day is known.
                coverage.note(day: Int(moment.day.number))
                continue
            }
            let day = Int(moment.day.number)
            if noted != (cadre, day) {
                noted = (cadre, day)
                coverage.note(cadre, on: day, stations)
                zones[cadre] |= batch.zones
            }
            guard includes[cadre] else { continue }
            let second = moment.secondOfDay
            if presences.allSatisfy({ $0.isComplete(cadre, day, second) }), traced.isEmpty { continue }
            var place: Place?
            if let lat = batch[columns.lat, row], let lng = batch[columns.lng, row] { place = Place(lat: Int64(lat), lng: Int64(lng)) }
            // Rounded up: what is any worse than the limit stays worse.
            let accuracy = batch[columns.accuracy, row].map { ($0.millionths + 999) / 1000 }
            for index in presences.indices { presences[index].take(cadre, day, second, place, accuracy, source) }
            if traced.contains(cadre) {
                checkIns[cadre, default: []].append(CheckIn(moment: moment, place: place, accuracy: accuracy, source: symbols.text(source)))
            }
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
