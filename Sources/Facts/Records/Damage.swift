import Messages

/// What programs and hands do to a field on its way, by which it is no longer what was meant.
enum Damage: Int, Sendable {
    case blanks, apostrophe, dottedDate, scientific, hidden

    /// What was done to a text, and what it was before, when that can be told; nil when nothing shows.
    static func of(_ text: String, as type: ColumnType) -> (damage: Damage, meant: String?)? {
        let plain = String(
            String.UnicodeScalarView(
                text.unicodeScalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed()))
        if plain != text { return (.blanks, Damage.of(plain, as: type)?.meant ?? plain) }
        if let first = text.first, "'’‘＇`".contains(first) { return (.apostrophe, String(text.dropFirst())) }
        if type == .day || type == .moment, let date = dotted(text, withTime: type == .moment) {
            return (.dottedDate, date)
        }
        if isScientific(text) { return (.scientific, nil) }
        let shown = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isUnprintable }))
        return shown == text ? nil : (.hidden, shown)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.isUnprintable
    }

    /// `2023.11.5` as `2023-11-05`; of a moment what stands behind the date stays.
    private static func dotted(_ text: String, withTime: Bool) -> String? {
        if withTime {
            guard let end = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return nil }
            return dotted(String(text[..<end]), withTime: false).map { $0 + text[end...] }
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4,
            parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        return parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    }

    /// `1.40622E+11`.
    private static func isScientific(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let exponent = parts.last, exponent.first == "+" else { return false }
        return parts[0].allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
            && exponent.dropFirst().allSatisfy { $0.isASCII && $0.isNumber } && !parts[0].isEmpty
    }

    /// What was done, for a sum of rows.
    var title: Text {
        switch self {
        case .blanks: Text("前后有空白", "blanks around it")
        case .apostrophe: Text("前面有撇号", "an apostrophe before it")
        case .dottedDate: Text("日期用点分隔", "a date with dots")
        case .scientific: Text("长数字成了科学记数法", "a long number in scientific notation")
        case .hidden: Text("有看不见的字符", "characters that do not show")
        }
    }

    /// What to do about it. `meant`: what it is without the damage.
    func help(_ meant: String?) -> Text {
        let without = meant.map { Text("：去掉后是“\($0)”", ": without it, it is '\($0)'") } ?? Text("", "")
        return switch self {
        case .blanks: Text("前后有空白\(without.zh)", "there are blanks around it\(without.en)")
        case .apostrophe:
            Text(
                "前面有撇号，表格软件用它标明文字\(without.zh)",
                "there is an apostrophe before it, by which spreadsheets mark text\(without.en)")
        case .dottedDate: Text("日期写成“\(meant ?? "")”", "write the date as '\(meant ?? "")'")
        case .scientific:
            Text(
                "表格软件把长数字写成了科学记数法，后面的数字已经丢失：把这一列设为文本，从原处重新导出",
                "a spreadsheet wrote a long number in scientific notation, and its digits are lost: set the column to text and export it again"
            )
        case .hidden: Text("有看不见的字符\(without.zh)", "it has characters that do not show\(without.en)")
        }
    }
}
