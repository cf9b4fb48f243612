internal import Glibc
import Messages

/// Looks for villages whose coordinates are of another map: whoever checks in there is outside the fence, all at about one distance
/// in one direction.
struct ShiftedPlaces: RecordSink {
    /// Fewer people or rows than this tell nothing.
    private static let (people, rows) = (2, 6)
    private static let unitsOfMetre = 89.93

    /// Where the rows of one village are, from its centre, in ten-millionths of a degree.
    private struct Seen {
        var cadres: Set<Int64> = []
        var last: Int64 = -1
        var count = 0
        var sum = (lat: Int64(0), lng: Int64(0))
        var least = (lat: Int64.max, lng: Int64.max)
        var greatest = (lat: Int64.min, lng: Int64.min)

        mutating func add(_ cadre: Int64, _ lat: Int64, _ lng: Int64) {
            if cadre != last { cadres.insert(cadre) }
            last = cadre
            count += 1
            sum = (sum.lat + lat, sum.lng + lng)
            least = (min(least.lat, lat), min(least.lng, lng))
            greatest = (max(greatest.lat, lat), max(greatest.lng, lng))
        }

        mutating func add(_ other: Seen) {
            cadres.formUnion(other.cadres)
            count += other.count
            sum = (sum.lat + other.sum.lat, sum.lng + other.sum.lng)
            least = (min(least.lat, other.least.lat), min(least.lng, other.least.lng))
            greatest = (max(greatest.lat, other.greatest.lat), max(greatest.lng, other.greatest.lng))
        }
    }

    private let villages: [Village]
    /// Of each cadre of only one village, by the number of the symbol: which; -1 of others.
    private var villageOf: [Int32]
    /// By village.
    private var seen: [Seen]
    private let columns: [String: (cadre: Int, lat: Int, lng: Int)]

    init(_ world: World, _ kinds: [RecordKind]) {
        villages = world.villages
        seen = Array(repeating: Seen(), count: villages.count)
        let symbols = world.symbolOf[.cadre] ?? []
        villageOf = Array(repeating: -1, count: Int(symbols.lazy.map(\.number).max() ?? -1) + 1)
        for (cadre, symbol) in zip(world.cadres, symbols) {
            let places = Set(cadre.postings.map { world.postings[$0].village })
            if places.count == 1, let place = places.first, world.villages[place].place != nil {
                villageOf[Int(symbol.number)] = Int32(place)
            }
        }
        var columns: [String: (cadre: Int, lat: Int, lng: Int)] = [:]
        for kind in kinds where kind.about.isStreamed {
            let places = kind.columns.indices.filter { kind.columns[$0].type == .coordinate }
            if let cadre = kind.naming.first, places.count == 2 { columns[kind.name] = (cadre, places[0], places[1]) }
        }
        self.columns = columns
    }

    var zonesToSee: UInt64 { 0 }

    mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        guard let columns = columns[batch.kind.name] else { return }
        for row in 0..<batch.count {
            let (cadre, lat, lng) = (
                batch.raw(columns.cadre, row), batch.raw(columns.lat, row), batch.raw(columns.lng, row)
            )
            guard lat != RecordTable.missing, lng != RecordTable.missing, cadre >= 0, cadre < villageOf.count,
                villageOf[Int(cadre)] >= 0
            else { continue }
            let village = Int(villageOf[Int(cadre)])
            guard let centre = villages[village].place else { continue }
            seen[village].add(cadre, lat - centre.lat, lng - centre.lng)
        }
    }

    mutating func join(_ other: ShiftedPlaces) {
        for village in seen.indices where other.seen[village].count > 0 { seen[village].add(other.seen[village]) }
    }

    func report(_ path: String, into diagnostics: inout Diagnostics) {
        var faults = Faults()
        for (village, seen) in zip(villages, seen)
        where seen.cadres.count >= ShiftedPlaces.people && seen.count >= ShiftedPlaces.rows {
            guard let centre = village.place, let shift = shift(seen, village) else { continue }
            let cause = Faults.Cause(kind: .between(.shift))
            guard faults.count(cause) else { continue }
            let middle = (
                lat: centre.lat + seen.sum.lat / Int64(seen.count), lng: centre.lng + seen.sum.lng / Int64(seen.count)
            )
            let datum = [Datum.gcj02, .bd09].first {
                ShiftedPlaces.metres($0.wgs84(lat: centre.lat, lng: centre.lng), middle) < shift / 2
            }
            let place = Location(path: path, line: village.line, column: 1, endColumn: 1, lineText: "")
            faults.show(
                cause, nil,
                .villageOfAnotherMap(
                    village.code, seen.count, seen.cadres.count, Int(shift.rounded()), datum, at: place))
        }
        faults.report(path, into: &diagnostics)
    }

    /// How far away all rows are, in metres; nil when some are within the fence, or here and there.
    private func shift(_ seen: Seen, _ village: Village) -> Double? {
        guard let centre = village.place else { return nil }
        let mean = (lat: seen.sum.lat / Int64(seen.count), lng: seen.sum.lng / Int64(seen.count))
        func distance(_ a: (lat: Int64, lng: Int64), _ b: (lat: Int64, lng: Int64)) -> Double {
            ShiftedPlaces.metres((centre.lat + a.lat, centre.lng + a.lng), (centre.lat + b.lat, centre.lng + b.lng))
        }
        let shift = distance(mean, (0, 0))
        // No row is farther from the mean than a corner of the box that holds them all.
        let corners = [
            (seen.least.lat, seen.least.lng), (seen.least.lat, seen.greatest.lng), (seen.greatest.lat, seen.least.lng),
            (seen.greatest.lat, seen.greatest.lng),
        ]
        let spread = corners.map { distance((lat: $0.0, lng: $0.1), mean) }.max() ?? 0
        let radius = Double(village.radius ?? 0) / 1000
        return shift > 0 && spread <= shift / 2 && shift - spread > radius ? shift : nil
    }

    private static func metres(_ a: (lat: Int64, lng: Int64), _ b: (lat: Int64, lng: Int64)) -> Double {
        let north = Double(a.lat - b.lat)
        let east = Double(a.lng - b.lng) * cos(Double(b.lat) / 1e7 / 180 * .pi)
        return (north * north + east * east).squareRoot() / unitsOfMetre
    }
}
