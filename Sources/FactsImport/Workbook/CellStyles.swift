internal import CivilTime

/// Which styles of cells show their number as a day, a time or both.
final class CellStyles: XMLHandler {
    enum Shown { case number, day, time }

    private(set) var shown: [Shown] = []
    let problem: ImportProblem? = nil
    private var custom: [Int: Shown] = [:]
    private var isInCells = false

    func start(_ element: XMLElement) {
        switch element.name {
        case "numFmt":
            if let number = element["numFmtId"].flatMap({ Int($0) }) {
                custom[number] = CellStyles.shown(by: element["formatCode"] ?? "")
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            let number = element["numFmtId"].flatMap { Int($0) } ?? 0
            shown.append(custom[number] ?? CellStyles.builtIn(number))
        default: break
        }
    }

    func end(_ name: XMLName) {
        if "cellXfs" ~= name { isInCells = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// The formats that need no code of their own, the Chinese ones too (ECMA-376 part 1, 18.8.30).
    private static func builtIn(_ number: Int) -> Shown {
        switch number {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: .day
        case 18...21, 32...35, 45...47, 55, 56: .time
        default: .number
        }
    }

    /// What a format's code shows, apart from what stands in quotes and brackets.
    private static func shown(by code: String) -> Shown {
        var plain = ""
        var closing: Character?
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if let end = closing {
                if character == end { closing = nil }
            } else if character == "\"" {
                closing = "\""
            } else if character == "[" {
                closing = "]"
            } else if character == "\\" || character == "_" {
                isEscaped = true
            } else {
                plain.append(character)
            }
        }
        if plain.contains("y") || plain.contains("d") { return .day }
        return plain.contains("h") || plain.contains("s") ? .time : .number
    }

    /// A number of days as text: a day, a day and a time, or a time alone.
    static func text(_ number: Double, _ isFrom1904: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int64((number * 86_400).rounded())
        let (day, second) = (seconds / 86_400, seconds % 86_400)
        let clock = LocalMoment(seconds: second).description.split(separator: " ").last.map(String.init) ?? ""
        guard day > 0 || isFrom1904 && number >= 1 else { return clock }
        let date = Day(number: Int32(day - (isFrom1904 ? 24_107 : 25_569)))
        return second == 0 ? date.description : "\(date) \(clock)"
    }
}
