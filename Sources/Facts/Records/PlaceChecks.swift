internal import Glibc
import Messages

/// Looks for villages that are far from the others of their township: most often a digit of the coordinates is wrong.
enum PlaceChecks {
    /// Kilometres from the middle of a township that a village of it cannot be.
    private static let farthest = 100.0
    private static let kilometresOfDegree = 111.2

    static func run(_ villages: [Village], path: String, into diagnostics: inout Diagnostics) {
        let placed = villages.filter { $0.place != nil }
        var faults = Faults()
        for (_, group) in Dictionary(grouping: placed, by: { $0.code.prefix(9) }).sorted(by: { $0.key < $1.key })
        where group.count > 2 {
            let middle = (median(group.compactMap { $0.place?.lat }), median(group.compactMap { $0.place?.lng }))
            for village in group {
                guard let place = village.place else { continue }
                let distance = kilometres(place, middle)
                let cause = Faults.Cause(kind: .between(.distance))
                guard distance > farthest, faults.count(cause) else { continue }
                let line = Location(path: path, line: village.line, column: 1, endColumn: 1, lineText: "")
                faults.show(cause, nil, .villageFarAway(village.code, Int(distance.rounded()), at: line))
            }
        }
        faults.report(path, into: &diagnostics)
    }

    private static func median(_ values: [Int64]) -> Int64 { values.sorted()[values.count / 2] }

    private static func kilometres(_ a: (lat: Int64, lng: Int64), _ b: (lat: Int64, lng: Int64)) -> Double {
        let north = Double(a.lat - b.lat) / 1e7
        let east = Double(a.lng - b.lng) / 1e7 * cos(Double(b.lat) / 1e7 / 180 * .pi)
        return (north * north + east * east).squareRoot() * kilometresOfDegree
    }
}
