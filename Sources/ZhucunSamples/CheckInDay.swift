internal import CivilTime

/// Writes one day's rows: the village's register, the app in the morning, at noon and at night, the work log.
struct CheckInDay {
    /// Metres to ten-millionths of a degree of a meridian: 1 m is 89.93 of them.
    private static func units(metres: Int) -> Int { metres * 8993 / 100 }

    private let cadre: [UInt8]
    /// What is unusual about the day.
    var style: AwkwardCase?
    /// A night whose check-in comes after midnight.
    var nightBefore: (place: SampleVillage, village: Int, second: Int)?

    init(_ cadre: String) { self.cadre = Array(cadre.utf8) }

    mutating func write(
        _ plan: CadrePlan, _ place: SampleVillage, village: Int, sleeps: Bool, on index: Int, isLast: Bool,
        _ random: inout RandomNumbers,
        into rows: CheckInRows
    ) throws(SampleError) {
        // Where the app's place matters nothing else may speak for the day.
        let onlyApp = style?.isAboutPlace == true
        let isComplete = plan.isFlawless || plan.unusual == .oneDayPosting
        if !onlyApp, isComplete || random.chance(percent: 96) {
            try rows.write(CheckIn(source: .register, day: index, second: random.number(27_000...27_900)), of: cadre)
        }
        if onlyApp || random.chance(percent: 60) {
            if village % 10 == 0, !onlyApp {
                try rows.write(
                    CheckIn(
                        source: .device, day: index, second: random.number(28_000...33_000),
                        place: (place.lat, place.lng)), of: cadre)
            } else {
                try writeApp(place, second: random.number(28_000...33_000), on: index, &random, into: rows)
            }
        }
        if onlyApp || isComplete || random.chance(percent: 98) {
            try writeApp(place, second: random.number(40_200...49_500), on: index, &random, into: rows)
        }
        if !onlyApp, isComplete || random.chance(percent: 90) {
            // The log is written at night by those who stay.
            let second = sleeps ? random.number(72_120...73_700) : random.number(59_400...66_600)
            try rows.write(CheckIn(source: .log, day: index, second: second), of: cadre)
        }
        guard sleeps, isComplete || random.chance(percent: 97) else { return }
        if !isLast, !onlyApp, plan.unusual == .nightsAfterMidnight || random.chance(percent: 8) {
            nightBefore = (place, village, random.number(600...21_000))
        } else {
            try writeApp(place, second: random.number(73_800...86_399), on: index, &random, into: rows)
        }
    }

    /// From the app, with an offset in its time, near the village's centre but for the odd one.
    func writeApp(
        _ place: SampleVillage, second: Int, on index: Int, _ random: inout RandomNumbers, into rows: CheckInRows
    ) throws(SampleError) {
        var accuracy = random.number(5...45)
        // Both together stay within the fence: a degree of longitude is never longer than one of latitude.
        let reach = CheckInDay.units(metres: place.radius) * 45 / 100
        var lat = place.lat + random.number(-reach...reach)
        var lng = place.lng + random.number(-reach...reach)
        switch random.number(0...199) {
        case ..<2: lat = place.lat + CheckInDay.units(metres: place.radius + random.number(800...6000))
        case 2: accuracy = random.number(150...800)
        default: break
        }
        switch style {
        case .justInsideFence:
            (lat, lng, accuracy) = (place.lat + CheckInDay.units(metres: place.radius - 2), place.lng, 8)
        case .justOutsideFence:
            (lat, lng, accuracy) = (place.lat + CheckInDay.units(metres: place.radius + 4), place.lng, 8)
        case .badAccuracy: (lat, lng, accuracy) = (place.lat, place.lng, 1500)
        default: break
        }
        let knowsPlace = style != .checkInWithoutPlace
        let checkIn = CheckIn(
            source: .app, day: index, second: second, place: knowsPlace ? (lat, lng) : nil,
            accuracy: knowsPlace ? accuracy : nil)
        try rows.write(checkIn, of: cadre)
    }
}
