internal import Glibc

/// A point, in ten-millionths of a degree.
struct Place: Sendable, Hashable {
    let lat: Int64
    let lng: Int64
}

/// A circle on the ground.
struct Fence: Sendable {
    private static let earthRadius = 6_371_008.8

    let centre: Place
    /// Millimetres.
    let radius: Int64
    private let latitude: Double
    private let cosine: Double

    init(centre: Place, radius: Int64) {
        self.centre = centre
        self.radius = radius
        latitude = Fence.radians(centre.lat)
        cosine = cos(latitude)
    }

    /// The great-circle distance in whole millimetres: the only place where floating point is used, and rounded before it is
    /// compared, so that the last bits of a sine cannot change a verdict.
    func distance(to place: Place) -> Int64 {
        let half = (Fence.radians(place.lat) - latitude) / 2
        let width = Fence.radians(place.lng - centre.lng) / 2
        let a = sin(half) * sin(half) + cosine * cos(Fence.radians(place.lat)) * sin(width) * sin(width)
        return Int64((2 * Fence.earthRadius * asin(min(1, a.squareRoot())) * 1000).rounded())
    }

    private static func radians(_ tenMillionths: Int64) -> Double {
        Double(tenMillionths) * (Double.pi / 180 / 10_000_000)
    }
}
