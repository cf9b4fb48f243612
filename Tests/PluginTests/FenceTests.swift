import Testing

@testable import AttendancePlugin

/// Most places are told from a fence by whole numbers alone: never otherwise than by the distance.
@Suite struct FenceTests {
    @Test func theShortCutAgreesWithTheDistance() {
        var random = SystemRandomNumberGenerator()
        var inside = 0
        for _ in 0..<20_000 {
            let centre = Place(
                lat: .random(in: -890_000_000...890_000_000, using: &random),
                lng: .random(in: -1_800_000_000...1_800_000_000, using: &random))
            let radii: [Int64] = [1, 500, 9_999, 10_000, 800_000, 9_999_999, 10_000_000, 10_000_001, 100_000_000]
            let radius = radii.randomElement(using: &random) ?? 1
            let fence = Fence(centre: centre, radius: radius)
            // About the edge, where a short cut can be wrong.
            let reach: Int64 = max(3, radius * 9 / 100)
            let north = Int64.random(in: -reach...reach, using: &random)
            let east = Int64.random(in: -2 * reach...2 * reach, using: &random)
            let place = Place(lat: centre.lat + north, lng: centre.lng + east)
            let isInside = fence.distance(to: place) <= radius
            inside += isInside ? 1 : 0
            #expect(fence.holds(place) == isInside, "\(centre) \(radius) \(place)")
        }
        #expect((2_000...18_000).contains(inside))
    }

    @Test func theEdgeInEveryDirection() {
        for latitude in [Int64(0), 395_500_000, 700_000_000, 700_000_001, -395_500_000] {
            let fence = Fence(centre: Place(lat: latitude, lng: 1_131_800_000), radius: 500_000)
            for (north, east) in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -2), (-2, -1)] {
                // From the centre outwards, past the edge.
                for step in stride(from: Int64(0), to: 200_000, by: 97) {
                    let place = Place(lat: latitude + Int64(north) * step, lng: 1_131_800_000 + Int64(east) * step)
                    #expect(fence.holds(place) == (fence.distance(to: place) <= 500_000))
                }
            }
        }
    }
}
