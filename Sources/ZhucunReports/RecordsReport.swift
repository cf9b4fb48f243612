public import PolicyYAML
public import ZhucunKernel

/// What a folder of records holds.
public enum RecordsReport {
    public static func counts(_ records: Records, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        let rows = records.counts.map { file -> [String] in
            let bad = file.bad == 0 ? "" : Text("\(file.bad) 行有误", "\(file.bad) bad")(language)
            return [file.file, Text("\(file.rows) 行", "\(file.rows) rows")(language), bad]
        }
        page.table(rows, indent: "")
        return Array(page.text.utf8)
    }

    public static func sample(_ files: [(name: String, rows: Int)], _ notes: [Text], folder: String, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        page.line(Text("样例记录已写入 \(folder)", "sample records written to \(folder)"))
        page.table(files.map { [$0.name, Text("\($0.rows) 行", "\($0.rows) rows")(language)] }, indent: "  ")
        for note in notes { page.line("  · " + note(language)) }
        return Array(page.text.utf8)
    }
}
