extension Bulletin {
    /// A value in a table or a form.
    public enum Cell: Hashable, Sendable {
        /// Text as it stands; never a formula in a workbook.
        case text(String)
        case whole(Int)
        /// A part of a whole, shown as 61.3%. Nothing out of nothing is a dash.
        case share(numerator: Int, denominator: Int)
        /// An exact decimal number as it is to be read: 87.50.
        case decimal(String)
        case empty

        /// The value in words.
        public var shown: String {
            switch self {
            case .text(let text): text
            case .whole(let number): String(number)
            case .share(let numerator, let denominator): Cell.percent(numerator, denominator)
            case .decimal(let digits): digits
            case .empty: ""
            }
        }

        /// The percentage with one decimal, half a tenth rounded up, computed in integers.
        static func percent(_ numerator: Int, _ denominator: Int) -> String {
            guard denominator != 0 else { return noShare }
            let sign: Int128 = denominator < 0 ? -1 : 1
            let below = Int128(denominator) * sign
            let (quotient, rest) = (Int128(numerator) * sign * 2000 + below).quotientAndRemainder(dividingBy: 2 * below)
            let tenths = rest < 0 ? quotient - 1 : quotient
            return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)%"
        }

        static let noShare = "—"

        /// Digits after the point of a decimal number; nil when the text is none.
        static func decimals(of text: String) -> Int? {
            let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
                separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count),
                parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
            else { return nil }
            return parts.count == 2 ? parts[1].utf8.count : 0
        }
    }
}
