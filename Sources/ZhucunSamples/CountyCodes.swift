/// Invents codes of many counties inside a division, in their order: those of the whole country lie in all provinces.
struct CountyCodes {
    static let most = 3000
    /// GB/T 2260 numbers cities from 01 to 70 and their counties from 21 to 80.
    private static let mostCities = 70
    private static let mostOfCity = 60
    private static let usualOfCity = 12

    private let level: Level
    private enum Level { case country, province(String), city(String), county(String) }

    init(division: String) {
        guard let digits = DivisionDigits(division)?.text else {
            level = .country
            return
        }
        level =
            digits.hasSuffix("0000")
            ? .province(String(digits.prefix(2)))
            : digits.hasSuffix("00") ? .city(String(digits.prefix(4))) : .county(digits)
    }

    /// As many as the division has room for.
    var most: Int {
        switch level {
        case .country, .province: CountyCodes.most
        case .city: CountyCodes.mostOfCity
        case .county: 1
        }
    }

    func codes(_ count: Int) -> [String] {
        switch level {
        case .country:
            let provinces = County.provinces.keys.sorted()
            return provinces.indices.flatMap {
                CountyCodes.inProvince(provinces[$0], Shares(count, among: provinces.count)[$0].count)
            }
        case .province(let code): return CountyCodes.inProvince(code, count)
        case .city(let code): return (0..<count).map { "\(code)\(21 + $0)" }
        case .county(let code): return [code]
        }
    }

    private static func inProvince(_ province: String, _ count: Int) -> [String] {
        let each = max(usualOfCity, (count + mostCities - 1) / mostCities)
        return (0..<count).map { index in
            let city = index / each + 1
            return "\(province)\(city < 10 ? "0" : "")\(city)\(21 + index % each)"
        }
    }
}

/// The six digits of a county, city or province; nil for a profile of no division.
struct DivisionDigits {
    let text: String

    init?(_ division: String) {
        guard division.utf8.count >= 6, division.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        text = String(division.prefix(6))
    }
}

/// Many things dealt out in runs, as evenly as they go.
struct Shares {
    private let count: Int
    private let parts: Int

    init(_ count: Int, among parts: Int) {
        self.count = count
        self.parts = parts
    }

    subscript(part: Int) -> Range<Int> { (part * count / parts)..<((part + 1) * count / parts) }

    /// Whose share holds a thing.
    func part(of index: Int) -> Int { ((index + 1) * parts - 1) / count }
}
