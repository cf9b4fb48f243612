internal import CLibXLSXWriter
internal import Glibc
package import Messages
package import ZhucunKernel

/// An empty sheet of a kind for people who fill it in by hand: headers in Chinese with notes, lists of words, days that can be, and an example
/// that is not imported.
package enum TemplateWorkbook {
    private static let rows: UInt32 = 2000
    /// What the list of a cell may be long.
    private static let longestList = 255

    /// Nil when it cannot be written.
    package static func bytes(_ kind: RecordKind, words: Words, _ language: Language) -> [UInt8]? {
        guard let book = WorkbookFile(), let sheet = book.sheet(kind.about.title(language)) else { return nil }
        let head = book.format {
            format_set_bold($0)
            format_set_text_wrap($0)
            format_set_border($0, 1)
            format_set_bg_color($0, 0xDDEBF7)
        }
        let text = book.format { format_set_num_format($0, "@") }
        let example = book.format {
            format_set_italic($0)
            format_set_font_color($0, 0x7F7F7F)
            format_set_num_format($0, "@")
        }
        let columns = kind.columns.filter { !$0.type.isDerived }
        for (index, column) in columns.enumerated() {
            let place = UInt16(index)
            worksheet_set_column(sheet, place, place, 16, text)
            worksheet_write_string(sheet, 0, place, column.chineseName + (column.isRequired ? "*" : ""), head)
            worksheet_write_comment(sheet, 0, place, "\(column.meaning(language))\n\(column.typeText(language))")
            worksheet_write_string(sheet, 1, place, self.example(column, words, isFirst: index == 0), example)
            validate(sheet, column, words, place)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        return book.finish()
    }

    private static func example(_ column: ColumnDeclaration, _ words: Words, isFirst: Bool) -> String {
        let text =
            switch column.type {
            case .day: "2023-08-01"
            case .moment: "2023-08-01 08:55"
            case .period: "2023-08"
            case .year: "2023"
            case .flag: "是"
            case .half: "上午"
            case .datum: "WGS-84"
            case .whole, .decimal: column.bounds.map { "\($0.lowerBound)" } ?? "1"
            case .coordinate: column.bounds.map { "\($0.lowerBound + 30).1234567" } ?? ""
            case .word(let group, _), .openWord(let group):
                words.names(in: group).first.map { words.title($0, in: group).zh } ?? ""
            case .identifier, .reference, .subject, .division:
                column.digits == 12 || column.name == "village" ? "140622100201" : "A001"
            default: ""
            }
        return isFirst ? LeftOutRow.example + text : text
    }

    private static func validate(
        _ sheet: WorkbookFile.Sheet, _ column: ColumnDeclaration, _ words: Words, _ place: UInt16
    ) {
        var list: [String] = []
        switch column.type {
        case .flag: list = ["是", "否"]
        case .half: list = ["上午", "下午"]
        case .word(let group, false), .openWord(let group):
            list = words.names(in: group).map { words.title($0, in: group).zh }
        default: return
        }
        guard !list.isEmpty, list.joined(separator: ",").count <= longestList else { return }
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        if case .openWord = column.type { validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue) }
        var texts: [UnsafeMutablePointer<CChar>?] = list.map { strdup($0) }
        texts.append(nil)
        texts.withUnsafeMutableBufferPointer { buffer in
            validation.value_list = buffer.baseAddress
            worksheet_data_validation_range(sheet, 1, place, rows, place, &validation)
        }
        for text in texts { free(text) }
    }
}
