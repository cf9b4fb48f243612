/// A county that a sample invents villages for.
struct County {
    let code: String
    /// About its middle, in ten-millionths of a degree.
    let lat: Int
    let lng: Int

    /// Chongqing counts only days eaten, slept and worked at the village, so people there stay longer.
    var asksForFullDays: Bool { code.hasPrefix("50") }

    /// The one county of a small sample, at the middle of its province when its place is not known.
    init(division: String) {
        let digits = DivisionDigits(division)?.text ?? "140000"
        self.init(code: County.inside[digits] ?? County.usual(digits), away: (0, 0))
    }

    /// One of many counties: those whose places are not known lie around the middle of their province.
    init(code: String, index: Int, seed: UInt64) {
        var random = RandomNumbers(seed: seed, .county, index)
        self.init(code: code, away: (random.number(-10_000_000...10_000_000), random.number(-10_000_000...10_000_000)))
    }

    private init(code: String, away: (lat: Int, lng: Int)) {
        self.code = code
        if let place = County.places[code] {
            // Hundredths of a degree; those of provinces are whole.
            (lat, lng) = (place.0 * 100_000, place.1 * 100_000)
        } else {
            let place = County.provinces[String(code.prefix(2))] ?? (35, 105)
            (lat, lng) = (place.0 * 10_000_000 + away.lat, place.1 * 10_000_000 + away.lng)
        }
    }

    /// Counties for the divisions of the profiles in this repository.
    private static let inside = [
        "140000": "140622", "141000": "141028", "140600": "140622", "140400": "140423", "500000": "500235",
    ]

    /// The first county (…21) of most cities.
    private static func usual(_ division: String) -> String {
        if division.hasSuffix("0000") { return division.prefix(2) + "0121" }
        return division.hasSuffix("00") ? division.prefix(4) + "21" : division
    }

    private static let places = [
        "140622": (3956, 11319), "140423": (3653, 11305), "141028": (3610, 11068), "500235": (3093, 10870),
    ]

    static let provinces = [
        "11": (40, 116), "12": (39, 117), "13": (38, 115), "14": (37, 112), "15": (41, 112), "21": (41, 123),
        "22": (44, 126), "23": (46, 127),
        "31": (31, 121), "32": (33, 119), "33": (29, 120), "34": (32, 117), "35": (26, 118), "36": (27, 116),
        "37": (36, 118), "41": (34, 114),
        "42": (31, 112), "43": (28, 112), "44": (24, 114), "45": (24, 108), "46": (19, 110), "50": (30, 108),
        "51": (31, 104), "52": (27, 107),
        "53": (25, 102), "54": (30, 91), "61": (35, 109), "62": (36, 104), "63": (36, 101), "64": (37, 106),
        "65": (43, 87),
    ]
}
