/// A province, city, county or township, by its code under GB/T 2260: the higher levels are the digits that the lower begin with.
public struct Division: Sendable {
    /// Six digits to the county, nine for a township. Other lengths stand for what begins with them.
    public let code: String
    /// As the vocabulary's group `level` has it.
    public let level: String

    /// Digits of a village's code that name a level; zeros fill up what is not there.
    private static let levels: [(name: String, digits: Int)] = [
        ("province", 2), ("city", 4), ("county", 6), ("township", 9),
    ]

    package init(_ code: String) {
        self.code = code
        let meaning = code.count != 6 ? code.count : code.hasSuffix("0000") ? 2 : code.hasSuffix("00") ? 4 : 6
        level = Division.levels.first { $0.digits == meaning }?.name ?? ""
    }

    /// The digits that everything inside begins with.
    package var prefix: String { String(code.prefix(Division.levels.first { $0.name == level }?.digits ?? code.count)) }

    /// The six digits of the county that it is in or is; of a city or a province its own.
    package var seat: String { String((prefix + "0000").prefix(6)) }

    /// Whether a code lies in this division, or is its own.
    public func holds(_ code: String) -> Bool { code.hasPrefix(prefix) && !code.isEmpty }

    /// The code of the division of a level that holds what has a code; nil when what has it is larger.
    package static func code(of level: String, around code: String) -> String? {
        guard let digits = levels.first(where: { $0.name == level })?.digits, !code.isEmpty else { return nil }
        let own = code.count == 12 ? 12 : Division(code).prefix.count
        guard own >= digits else { return nil }
        return code.prefix(digits) + String(repeating: "0", count: max(0, 6 - digits))
    }

    /// The divisions that hold villages, each once, in order of their codes.
    static func codes(of villages: [String]) -> [String] {
        var seen: Set<Substring> = []
        var township: String?
        for village in villages {
            // Most stand beside one of the same township.
            if let township, village.hasPrefix(township), village.utf8.count == 12 { continue }
            guard village.utf8.count >= 12, village.count == 12 else { continue }
            for level in levels { seen.insert(village.prefix(level.digits)) }
            township = String(village.prefix(9))
        }
        return Set(seen.map { $0.count >= 6 ? String($0) : $0 + String(repeating: "0", count: 6 - $0.count) }).sorted()
    }
}
