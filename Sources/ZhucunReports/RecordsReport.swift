package import PolicyYAML
package import Rendering
package import ZhucunKernel

/// What a folder of records holds.
package enum RecordsReport {
    package static func counts(_ records: Records, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        let rows = records.counts.map { file -> [String] in
            let bad = file.bad == 0 ? "" : Text("\(file.bad) 行有误", "\(file.bad) bad")(language)
            return [file.file, Text("\(file.rows) 行", "\(file.rows) rows")(language), bad]
        }
        page.table(rows, indent: "")
        let empty = records.emptyFields
        if !empty.isEmpty {
            page.line("")
            page.line(Text("空着的字段，与之有关的结论无法判断：", "Empty fields, which leave open what hangs on them:"))
            page.table(
                empty.map { [$0.file, $0.title(language), Text("\($0.count) 行", "\($0.count) rows")(language)] },
                indent: "  ")
        }
        return page.bytes
    }

    /// The same for programs, as the member `records` of an object.
    package static func write(_ records: Records, _ json: inout JSONWriter) {
        let empty = Dictionary(grouping: records.emptyFields, by: \.file)
        json.array("records") { json in
            for file in records.counts {
                json.object { json in
                    json.string("file", file.file)
                    json.number("rows", file.rows)
                    json.number("refused", file.bad)
                    json.object("unknown") { json in
                        for field in empty[file.file] ?? [] { json.number(field.column, field.count) }
                    }
                }
            }
        }
    }

    package static func sample(
        _ files: [(name: String, rows: Int)], _ notes: [Text], folder: String, _ language: Language
    ) -> [UInt8] {
        var page = TextPage(language: language)
        page.line(Text("样例记录已写入 \(folder)", "sample records written to \(folder)"))
        page.table(files.map { [$0.name, Text("\($0.rows) 行", "\($0.rows) rows")(language)] }, indent: "  ")
        for note in notes { page.line("  · " + note(language)) }
        return page.bytes
    }
}
