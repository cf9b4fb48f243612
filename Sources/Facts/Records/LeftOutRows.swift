internal import Messages

/// Rows of a table that are none of its records: what people leave below them, by the words that they begin with.
package enum LeftOutRow: Equatable, Sendable {
    /// Nothing that shows stands in any of its fields.
    case blank
    /// A sum or a note, by its first words.
    case note(String)

    /// Nil when the row is a record.
    package static func of(_ fields: some Sequence<String>) -> LeftOutRow? {
        guard let first = fields.lazy.map(WrittenField.trimmed).first(where: { !$0.isEmpty }) else { return .blank }
        let plain = first.unicodeScalars.filter { !$0.properties.isWhitespace }
        let name = String(String.UnicodeScalarView(plain))
        if name.hasPrefix(example) { return .note(first) }
        if sums.contains(name) || sums.contains(where: { name == $0 + "：" || name == $0 + ":" }) { return .note(first) }
        return notes.contains { name.hasPrefix($0 + "：") || name.hasPrefix($0 + ":") || name == $0 }
            ? .note(first) : nil
    }

    /// How the example in a template begins.
    package static let example = "示例："
    private static let sums = ["合计", "总计", "小计", "共计", "累计"]
    private static let notes = [
        "制表人", "制表", "填表人", "填报人", "审核人", "审核", "负责人", "单位负责人", "联系电话", "填表日期", "填报日期", "报表生成时间", "备注", "说明",
        "注", "填表说明",
    ]

    /// Whether a text may begin such a row: looked at before anything is read.
    static func mayBegin(_ bytes: Span<UInt8>) -> Bool {
        // A blank, or what does not show: U+00A0, U+200B, U+3000, U+FEFF.
        if bytes.count > 0, bytes[0] <= 0x20 || [0xC2, 0xE2, 0xEF].contains(bytes[0]) { return true }
        // Every word of the lists begins with one of these characters: 合 总 小 共 累 制 填 审 负 单 联 报 备 说 注 示.
        guard bytes.count >= 3 else { return false }
        return bytes.withUnsafeBufferPointer { firstCharacters.contains(Array($0[..<3])) }
    }

    private static let firstCharacters = Set(
        (sums + notes + [example]).compactMap { $0.first.map { Array(String($0).utf8) } })
}
