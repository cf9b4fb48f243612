internal import Messages

/// One sheet while it is read: its cells as texts, merged ones each with the text of all.
final class SheetReader: XMLHandler {
    /// What has been read of a workbook so far, against its limits.
    struct Counted {
        var cells = 0
        var bytes = 0
    }

    private(set) var counted: Counted
    private(set) var problem: ImportProblem?
    private let shared: [String]
    private let styles: CellStyles
    private let isFrom1904: Bool
    private var rows: [SheetRow] = []
    private var merged: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []

    private var row = SheetRow(number: 0, cells: [])
    private var column = 0
    private var type: String?
    private var style = 0
    private var content: [UInt8] = []
    private var isContent = false
    private var isPhonetic = false

    init(shared: [String], styles: CellStyles, isFrom1904: Bool, _ counted: Counted) {
        self.shared = shared
        self.styles = styles
        self.isFrom1904 = isFrom1904
        self.counted = counted
    }

    func start(_ element: XMLElement) {
        switch element.name {
        case "row":
            let number = element["r"].flatMap { Int($0) } ?? row.number + 1
            row = SheetRow(number: max(1, number), cells: [])
        case "c":
            column = element["r"].flatMap { SheetReader.place($0)?.column } ?? row.cells.count
            type = element["t"]
            style = element["s"].flatMap { Int($0) } ?? 0
            content = []
        case "v": isContent = true
        case "t": isContent = !isPhonetic
        case "rPh": isPhonetic = true
        case "mergeCell":
            if merged.count < 100_000, let range = element["ref"].flatMap(SheetReader.range) { merged.append(range) }
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "v", "t": isContent = false
        case "rPh": isPhonetic = false
        case "c": endCell()
        case "row":
            if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isContent { content.append(contentsOf: bytes) }
    }

    private func endCell() {
        let text = cellText()
        guard !text.isEmpty else { return }
        guard column < FileLimits.columns else {
            problem = FileLimits.tooLarge("超过 \(FileLimits.columns) 列", "more than \(FileLimits.columns) columns")
            return
        }
        let before = row.cells.count
        while row.cells.count <= column { row.cells.append("") }
        row.cells[column] = text
        counted.cells += row.cells.count - before
        counted.bytes += text.utf8.count
        if counted.cells > FileLimits.cells || counted.bytes > FileLimits.textBytes {
            problem = FileLimits.tooLarge("单元格太多", "too many cells")
        }
    }

    private func cellText() -> String {
        let text = String(decoding: content, as: UTF8.self)
        switch type {
        case "s": return Int(text).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "inlineStr", "str": return SheetReader.unescaped(text)
        case "b": return text == "1" ? "TRUE" : "FALSE"
        case "e", "d": return text
        default: return number(text)
        }
    }

    /// A number as it is shown: a day or time by its style, a whole number with all its digits. More digits than a spreadsheet keeps stay
    /// as they are in the file: they are not those that were typed.
    private func number(_ text: String) -> String {
        guard let number = Double(text) else { return text }
        if styles.shown.indices.contains(style), styles.shown[style] != .number {
            return CellStyles.text(number, isFrom1904) ?? text
        }
        guard number == number.rounded(), number.magnitude < 1e15 else {
            return number.magnitude < 1e15 ? "\(number)" : text
        }
        return String(Int64(number))
    }

    /// The rows, with merged cells filled in.
    var table: [SheetRow] {
        var rows = rows.sorted { $0.number < $1.number }
        var places = Dictionary(rows.indices.map { (rows[$0].number, $0) }, uniquingKeysWith: { a, _ in a })
        var filled = 0
        for range in merged {
            guard let first = places[range.rows.lowerBound] else { continue }
            let text = rows[first][range.columns.lowerBound]
            guard !text.isEmpty else { continue }
            for number in range.rows where filled < 200_000 {
                guard let place = places[number] else { continue }
                filled += range.columns.count
                while rows[place].cells.count <= range.columns.upperBound { rows[place].cells.append("") }
                for column in range.columns { rows[place].cells[column] = text }
            }
        }
        places = [:]
        return rows
    }

    /// `C14` as row 14, column 2; nil when it is no place of a sheet.
    static func place(_ text: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0: column = column &* 26 &+ Int(byte - 0x40)
            case 0x30...0x39: row = row &* 10 &+ Int(byte - 0x30)
            case 0x24: continue
            default: return nil
            }
            guard column <= 20_000, row <= 10_000_000 else { return nil }
        }
        return column > 0 && row > 0 ? (row, column - 1) : nil
    }

    private static func range(_ text: String) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
        let ends = text.split(separator: ":").compactMap { place(String($0)) }
        guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column,
            ends[1].row - ends[0].row < 2_000_000, ends[1].column < FileLimits.columns
        else { return nil }
        return (ends[0].row...ends[1].row, ends[0].column...ends[1].column)
    }

    /// Characters that XML cannot hold, written `_x000D_`.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "_") {
            result += rest[..<mark]
            rest = rest[mark...]
            let code = rest.prefix(7)
            if code.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
                let number = UInt32(code.dropFirst(2).dropLast(), radix: 16),
                let scalar = Unicode.Scalar(number)
            {
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                result.append("_")
                rest.removeFirst()
            }
        }
        return result + rest
    }
}
