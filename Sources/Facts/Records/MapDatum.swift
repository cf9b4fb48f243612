internal import Glibc

/// Brings coordinates of Chinese maps to WGS-84. The shift of GCJ-02 is a published approximation, good to a metre or two; results are
/// rounded to ten-millionths of a degree, so that they are the same everywhere.
extension Datum {
    private static let axis = 6_378_245.0
    private static let eccentricity = 0.006_693_421_622_965_943

    /// The place in WGS-84 of a place in this system, both in ten-millionths of a degree.
    func wgs84(lat: Int64, lng: Int64) -> (lat: Int64, lng: Int64) {
        guard self != .wgs84 else { return (lat, lng) }
        var place = (lat: Double(lat) / 1e7, lng: Double(lng) / 1e7)
        if self == .bd09 { place = Datum.gcj02(ofBD09: place) }
        // The shift is known at the true place: from a guess it is found in a few steps.
        var guess = place
        for _ in 0..<10 {
            let shift = Datum.shift(at: guess)
            guess = (place.lat - shift.lat, place.lng - shift.lng)
        }
        return (Int64((guess.lat * 1e7).rounded()), Int64((guess.lng * 1e7).rounded()))
    }

    private static func gcj02(ofBD09 place: (lat: Double, lng: Double)) -> (lat: Double, lng: Double) {
        let turn = Double.pi * 3000 / 180
        let (x, y) = (place.lng - 0.0065, place.lat - 0.006)
        let radius = (x * x + y * y).squareRoot() - 0.00002 * sin(y * turn)
        let angle = atan2(y, x) - 0.000003 * cos(x * turn)
        return (radius * sin(angle), radius * cos(angle))
    }

    /// By how much GCJ-02 is off at a place of WGS-84.
    private static func shift(at place: (lat: Double, lng: Double)) -> (lat: Double, lng: Double) {
        let (x, y) = (place.lng - 105, place.lat - 35)
        func waves(_ value: Double, _ parts: [(size: Double, period: Double)]) -> Double {
            parts.reduce(0) { $0 + $1.size * sin(value * .pi / $1.period) } * 2 / 3
        }
        let common = waves(x, [(20, 1.0 / 6), (20, 0.5)])
        let north =
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
            + common + waves(y, [(20, 1), (40, 3)]) + waves(y, [(160, 12), (320, 30)])
        let east =
            300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
            + common + waves(x, [(20, 1), (40, 3)]) + waves(x, [(150, 12), (300, 30)])
        let latitude = place.lat / 180 * .pi
        let magic = 1 - eccentricity * sin(latitude) * sin(latitude)
        return (
            north * 180 / (axis * (1 - eccentricity) / (magic * magic.squareRoot()) * .pi),
            east * 180 / (axis / magic.squareRoot() * cos(latitude) * .pi)
        )
    }
}
