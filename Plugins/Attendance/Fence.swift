internal import Glibc

/// A point, in ten-millionths of a degree.
struct Place: Sendable, Hashable {
    let lat: Int64
    let lng: Int64
}

/// A circle on the ground.
struct Fence: Sendable {
    private static let earthRadius = 6_371_008.8
    /// Ten-millionths of a degree of a meridian in a hundred kilometres.
    private static let unitsOfMillimetres = (units: Int64(8_993_203), millimetres: Int64(100_000_000))

    let centre: Place
    /// Millimetres.
    let radius: Int64
    private let latitude: Double
    private let cosine: Double
    /// The square of what is within the radius for certain, in ten-millionths of a degree; 0 where no short cut is taken.
    private let certain: Int64
    /// The cosine of the latitude in 65536ths, rounded up.
    private let narrowing: Int64

    init(centre: Place, radius: Int64) {
        self.centre = centre
        self.radius = radius
        latitude = Fence.radians(centre.lat)
        cosine = cos(latitude)
        narrowing = Int64((cosine * 65_536).rounded(.up))
        // From ten metres to ten kilometres, and up to seventy degrees of latitude a plane is wrong by less than half a hundredth.
        let isPlain = (10_000...10_000_000).contains(radius) && abs(centre.lat) <= 700_000_000
        let reach =
            isPlain ? radius * 98 / 100 * Fence.unitsOfMillimetres.units / Fence.unitsOfMillimetres.millimetres : 0
        certain = reach * reach
    }

    /// Whether a place lies inside, by the distance in whole millimetres. Most places are told by integers alone.
    func holds(_ place: Place) -> Bool {
        let north = place.lat - centre.lat
        let east = (place.lng - centre.lng) * narrowing / 65_536
        if abs(north) < 1_000_000, abs(east) < 1_000_000, north * north + east * east < certain { return true }
        return distance(to: place) <= radius
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
