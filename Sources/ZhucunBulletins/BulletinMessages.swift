internal import Messages

/// Everything that this module reports.
enum BulletinMessages {
    static func noColumns(_ table: Text) -> Diagnostic {
        Diagnostic(
            "B001", .error, Text("表格“\(table.zh)”没有列", "the table '\(table.en)' has no columns"),
            expected: Text("至少一列", "at least one column"),
            help: [Text("给出列，或去掉这张表", "give it columns, or leave the table out")])
    }

    static func rowLength(_ table: Text, row: Int, cells: Int, columns: Int) -> Diagnostic {
        Diagnostic(
            "B002", .error,
            Text("表格“\(table.zh)”第 \(row) 行的格数与列数不同", "row \(row) of the table '\(table.en)' does not fit its columns"),
            expected: Text("\(columns) 格", "\(columns) cells"),
            found: Text("\(cells) 格", "\(cells) cells"),
            help: [Text("每列给一格，没有值的写作空格", "give one cell for each column, an empty one where there is no value")])
    }

    static func notDecimal(_ place: Text, _ digits: String) -> Diagnostic {
        Diagnostic(
            "B003", .error, Text("“\(place.zh)”里有一个小数写得不对", "a decimal number in '\(place.en)' is not one"),
            expected: Text("如 87.5 或 -3", "such as 87.5 or -3"),
            found: Text(same: visible(digits)),
            help: [
                Text(
                    "只用数字、一个小数点和开头的负号；别的内容写作文本",
                    "use digits, one point and a leading minus only; write anything else as text")
            ])
    }

    static func tooLargeForExcel(_ sheet: String, _ what: Text) -> Diagnostic {
        Diagnostic(
            "B005", .error, Text("工作表“\(sheet)”超出 Excel 的限度", "the sheet '\(sheet)' exceeds what Excel holds"),
            expected: Text(
                "至多 1048576 行、16384 列、每格 32767 字", "at most 1048576 rows, 16384 columns, 32767 characters in a cell"),
            found: what,
            help: [Text("分成几张表，或改用 md 或 html 格式", "split the table, or use the format md or html")])
    }

    static func notWritten(_ reason: String) -> Diagnostic {
        Diagnostic(
            "B006", .error, Text("工作簿没有写成（\(reason)）", "the workbook could not be written (\(reason))"),
            help: [
                Text(
                    "查看临时文件夹是否可写、是否还有空间（环境变量 TMPDIR，默认 /tmp）",
                    "see whether the folder for temporary files can be written to and has room (TMPDIR, else /tmp)")
            ])
    }
}
