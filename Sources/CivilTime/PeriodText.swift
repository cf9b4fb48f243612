extension Period: CustomStringConvertible {
    /// The forms that a period can be written in, for messages.
    public static let forms =
        "2023-07-01 (day), 2023-W32 (week), 2023-07-H1 or 2023-07-上 (half-month), 2023-07 (month), "
        + "2023-07..2023-08 (two months from an odd month), 2023-Q3 (quarter), 2023-H2 (half-year), 2023 (year), "
        + "2023-07-01..2023-07-20 (any days)"

    /// One of `forms`, in the years 1900...2999; nil for anything else.
    public init?(_ text: some StringProtocol) {
        if let day = Day(text) {
            self.init(containing: day, unit: .day)
            return
        }
        let ends = Period.split(text, at: "..")
        let period = ends.count == 2 ? Period(from: ends[0], to: ends[1]) : Period(unitText: String(text))
        // 3000-W01 is still good: it starts in 2999.
        guard let period, period.first <= .distantFuture else { return nil }
        self = period
    }

    /// Two days, or the two months of a two-months unit.
    private init?(from: String, to: String) {
        if let first = Day(from), let last = Day(to) {
            guard let days = DayRange(first, last) else { return nil }
            self.init(days)
        } else {
            guard let month = Period(unitText: from), month.unit == .month,
                let other = Period(unitText: to), other == month.next
            else { return nil }
            self.init(containing: month.first, unit: .twoMonths)
            guard first == month.first else { return nil }  // an even month does not start a unit
        }
    }

    /// Every form that has no `..` and is not a day.
    private init?(unitText: String) {
        let parts = Period.split(unitText, at: "-")
        guard let year = Period.number(parts[0], digits: 4), 1900...3000 ~= year else { return nil }
        let newYear = Day(uncheckedYear: year, month: 1, day: 1)
        switch parts.count {
        case 1:
            self.init(containing: newYear, unit: .year)
        case 2:
            self.init(inYear: newYear, name: parts[1])
        case 3:
            guard let month = Period.number(parts[1], digits: 2), 1...12 ~= month else { return nil }
            let start = newYear.addingMonths(month - 1)
            switch parts[2] {
            case "H1", "上": self.init(containing: start, unit: .halfMonth)
            case "H2", "下": self.init(containing: start.advanced(by: 15), unit: .halfMonth)
            default: return nil
            }
        default:
            return nil
        }
    }

    /// Q3, H2, W32 or 07.
    private init?(inYear newYear: Day, name: String) {
        if let month = Period.number(name, digits: 2), 1...12 ~= month {
            self.init(containing: newYear.addingMonths(month - 1), unit: .month)
        } else if name.hasPrefix("Q"), let quarter = Period.number(name.dropFirst(), digits: 1), 1...4 ~= quarter {
            self.init(containing: newYear.addingMonths(3 * quarter - 3), unit: .quarter)
        } else if name.hasPrefix("H"), let half = Period.number(name.dropFirst(), digits: 1), 1...2 ~= half {
            self.init(containing: newYear.addingMonths(6 * half - 6), unit: .halfYear)
        } else if name.hasPrefix("W"), let week = Period.number(name.dropFirst(), digits: 2), 1...53 ~= week {
            // 4 January always lies in week 1.
            self.init(containing: newYear.advanced(by: 3 + 7 * (week - 1)), unit: .week)
            guard thursday.year == newYear.year else { return nil }  // no week 53 in that year
        } else {
            return nil
        }
    }

    /// The form of the unit, which `init` reads back.
    public var description: String {
        guard let unit else { return days.description }
        let (year, month) = name
        let yearText = Scan.padded(year, 4)
        let monthText = "\(yearText)-\(Scan.padded(month, 2))"
        switch unit {
        case .day: return first.description
        case .week:
            let weekYear = thursday.year
            let week = (thursday - Day(uncheckedYear: weekYear, month: 1, day: 1)) / 7 + 1
            return "\(Scan.padded(weekYear, 4))-W\(Scan.padded(week, 2))"
        case .halfMonth: return "\(monthText)-H\(isFirstHalf ? 1 : 2)"
        case .month: return monthText
        case .twoMonths: return "\(monthText)..\(yearText)-\(Scan.padded(month + 1, 2))"
        case .quarter: return "\(yearText)-Q\((month + 2) / 3)"
        case .halfYear: return "\(yearText)-H\(month == 1 ? 1 : 2)"
        case .year: return yearText
        }
    }

    /// The pieces between separators, at least one.
    private static func split(_ text: some StringProtocol, at separator: String) -> [String] {
        var pieces: [String] = [""]
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if rest.starts(with: separator.unicodeScalars) {
                pieces.append("")
                rest = rest.dropFirst(separator.unicodeScalars.count)
            } else {
                pieces[pieces.count - 1].unicodeScalars.append(scalar)
                rest = rest.dropFirst()
            }
        }
        return pieces
    }

    /// A number of exactly so many ASCII digits.
    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        let utf8 = String(text).utf8
        var position = 0
        let value = Scan.digits(utf8.span, &position, count: digits)
        return value >= 0 && position == utf8.count ? value : nil
    }
}
