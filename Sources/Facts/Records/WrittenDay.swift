internal import CivilTime

/// Days and moments as people and programs write them.
enum WrittenDay {
    /// A day: in any order that leaves one meaning, with its weekday or midnight behind it, as a serial number, or of eight digits.
    static func day(_ text: String, isFrom1904: Bool) -> WrittenField {
        let (date, rest) = split(text)
        guard rest.isEmpty || second(rest) == .value("00:00:00") else { return .unreadable }
        return WrittenField(days(date, isFrom1904).map(\.description))
    }

    /// A day and a time of it.
    static func moment(_ text: String, isFrom1904: Bool) -> WrittenField {
        if let serial = serialMoment(text, isFrom1904) { return .value(serial) }
        if [12, 14].contains(text.count), text.isOfDigits {
            let digits = Array(text).map(String.init)
            let time = digits[8...].joined()
            return joined(
                days(digits[..<8].joined(), isFrom1904),
                second(
                    "\(time.prefix(2)):\(time.dropFirst(2).prefix(2)):\(time.count == 6 ? String(time.suffix(2)) : "00")"
                ))
        }
        let (date, rest) = split(text)
        guard !rest.isEmpty else { return .unreadable }
        return joined(days(date, isFrom1904), second(rest))
    }

    private static func joined(_ days: [Day], _ time: WrittenField) -> WrittenField {
        let times: [String] =
            switch time {
            case .value(let text): [text]
            case .meanings(let texts): texts
            case .unreadable: []
            }
        return WrittenField(days.flatMap { day in times.map { "\(day) \($0)" } })
    }

    /// The date, with what stands behind it but the weekday.
    private static func split(_ text: String) -> (date: String, rest: String) {
        let scalars = Array(text)
        let isDate = { (character: Character) in character.isASCII && character.isNumber || "-/.年月日".contains(character)
        }
        let end = scalars.firstIndex { !isDate($0) } ?? scalars.count
        var (date, rest) = (String(scalars[..<end]), String(scalars[end...]))
        // `2023年8月1日9:00` has nothing between the two.
        if let day = date.firstIndex(of: "日"), date.index(after: day) < date.endIndex {
            rest = String(date[date.index(after: day)...]) + rest
            date = String(date[...day])
        }
        rest = WrittenField.trimmed(rest)
        if rest.hasPrefix("T") || rest.hasPrefix(",") { rest.removeFirst() }
        for (number, name) in weekdays.enumerated() {
            for prefix in ["星期", "周", "(星期", "(周"] where rest.hasPrefix(prefix + name) {
                rest = WrittenField.trimmed(String(rest.dropFirst(prefix.count + 1)).replacing(")", with: ""))
                return (date + "\u{1F}\(number == 7 ? 7 : number + 1)", rest)
            }
        }
        return (date, rest)
    }

    private static let weekdays = ["一", "二", "三", "四", "五", "六", "日", "天"]

    /// Every day that a date can be; a weekday behind it leaves only those that fall on it.
    private static func days(_ text: String, _ isFrom1904: Bool) -> [Day] {
        let parts = text.split(separator: "\u{1F}")
        guard let date = parts.first.map(String.init) else { return [] }
        let found = candidates(date, isFrom1904)
        guard parts.count == 2, let weekday = Int(parts[1]) else { return found }
        return found.filter { Int($0.number + 3) % 7 + 1 == weekday }
    }

    private static func candidates(_ date: String, _ isFrom1904: Bool) -> [Day] {
        if date.isOfDigits {
            if date.count == 8 { return day(date.prefix(4), date.dropFirst(4).prefix(2), date.suffix(2)) }
            return date.count == 5 ? serial(Int(date) ?? 0, isFrom1904).map { [$0] } ?? [] : []
        }
        let parts = date.split { "-/.年月日".contains($0) }
        guard parts.count == 3, parts.allSatisfy(\.isOfDigits) else { return [] }
        if parts[0].count == 4 { return day(parts[0], parts[1], parts[2]) }
        guard !date.contains("年") else { return parts[0].count == 2 ? day("20" + parts[0], parts[1], parts[2]) : [] }
        // The year last: which of the others is the month, two may be.
        if parts[2].count == 4 {
            return Array(Set(day(parts[2], parts[0], parts[1]) + day(parts[2], parts[1], parts[0]))).sorted()
        }
        guard parts.allSatisfy({ $0.count <= 2 }) else { return [] }
        let orders = [(0, 1, 2), (2, 0, 1), (2, 1, 0)]
        return Array(Set(orders.flatMap { day("20" + String("0\(parts[$0.0])".suffix(2)), parts[$0.1], parts[$0.2]) }))
            .sorted()
    }

    private static func day(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol)
        -> [Day]
    {
        guard let year = Int(year), let month = Int(month), let day = Int(day), 1900...2999 ~= year else { return [] }
        return Day(year: year, month: month, day: day).map { [$0] } ?? []
    }

    /// The day of a serial number, for days that a roster can hold: 1927 to 2119. A spreadsheet's day 60 never was.
    private static func serial(_ number: Int, _ isFrom1904: Bool) -> Day? {
        guard 10_000...80_000 ~= number else { return nil }
        return Day(number: Int32(number - (isFrom1904 ? 24_107 : 25_569)))
    }

    private static func serialMoment(_ text: String, _ isFrom1904: Bool) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 5, parts.allSatisfy(\.isOfDigits), let number = Double(text),
            let whole = Int(parts[0]), let day = serial(whole, isFrom1904)
        else { return nil }
        let seconds = Int64(((number - Double(whole)) * 86_400).rounded())
        return LocalMoment(seconds: Int64(day.number) * 86_400 + seconds).description
    }
}
