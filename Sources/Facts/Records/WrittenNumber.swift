/// Numbers as people write them: `27,718`, `2.77万`, `95分`, `￥27718`. One in scientific notation has lost its digits and is not read.
enum WrittenNumber {
    /// `units`: what may stand behind the number, each with its factor.
    static func read(_ text: String, units: [String: Int]) -> WrittenField {
        var rest = text.replacing(" ", with: "")[...]
        if let mark = rest.first, "¥￥$".contains(mark), units["元"] != nil { rest.removeFirst() }
        let end = rest.firstIndex { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == ",")) } ?? rest.endIndex
        guard let digits = plain(rest[..<end]) else { return .unreadable }
        rest = rest[end...]
        var zeros = 0
        for (name, count) in [("万", 4), ("亿", 8), ("千", 3)] where zeros == 0 && rest.hasPrefix(name) {
            zeros = count
            rest.removeFirst()
        }
        guard rest.isEmpty || units[String(rest)] != nil else { return .unreadable }
        switch units[String(rest)] ?? 1 {
        case 1: break
        case 1000: zeros += 3
        default: return .unreadable
        }
        return .value(moved(digits, by: zeros))
    }

    /// Degrees with a mark of their direction, in the north and the east.
    static func degrees(_ text: String) -> WrittenField {
        var rest = text.uppercased().replacing(" ", with: "")
        for mark in ["北纬", "东经", "N", "E", "°", "度"] { rest = rest.replacing(mark, with: "") }
        return rest.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E } && !rest.isEmpty ? .value(rest) : .unreadable
    }

    /// Without commas that stand between groups of three digits; nil when they stand elsewhere, or it is no number.
    private static func plain(_ text: Substring) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && parts[1].isOfDigits else { return nil }
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy(\.isOfDigits), groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count == 1 || (1...3).contains(groups[0].count)
        else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    /// With the point moved to the right.
    private static func moved(_ digits: String, by places: Int) -> String {
        guard places > 0 else { return digits }
        let parts = digits.split(separator: ".")
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        let padded = decimals + String(repeating: "0", count: max(0, places - decimals.count))
        let left = padded.dropFirst(places)
        return String((parts[0] + padded.prefix(places))) + (left.isEmpty ? "" : "." + left)
    }
}
