internal import ZhucunKernel

/// Where policy tests happen: a village in the profile's division. Its names stand for the codes wherever an identifier may stand.
struct TestPlace: Sendable {
    let village: String

    /// A code under the division that the profile is for; any code for a profile that belongs to no place.
    init(_ profile: Profile) {
        let prefix = profile.division.isEmpty ? "11" : profile.divisionPrefix
        let sample = "010101001001"
        village = prefix.count >= 12 ? String(prefix.prefix(12)) : prefix + sample.suffix(12 - prefix.count)
    }

    var county: String { String(village.prefix(6)) }

    /// `VILLAGE`, `TOWNSHIP`, `COUNTY`, `CITY`, `PROVINCE`; `VILLAGE2` … are others of the same township.
    func code(_ name: String) -> String? {
        switch name {
        case "VILLAGE": return village
        case "TOWNSHIP": return String(village.prefix(9))
        case "COUNTY": return county
        case "CITY": return village.prefix(4) + "00"
        case "PROVINCE": return village.prefix(2) + "0000"
        default: break
        }
        guard name.hasPrefix("VILLAGE"), let number = Int(name.dropFirst(7)), (2...9).contains(number) else {
            return nil
        }
        return village.prefix(9) + "00\(number)"
    }

    /// An identifier as the records hold it.
    func identifier(_ text: String) -> String { code(text) ?? text }

    /// The code of a level of division.
    func division(of level: String) -> String { code(level.uppercased()) ?? county }
}
