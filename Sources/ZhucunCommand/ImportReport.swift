import FactsImport
import PolicyYAML
import Rendering

/// What an import does or did, for people and for programs.
enum ImportReport {
    static func bytes(_ plan: ImportPlan, isWritten: Bool, _ language: Language, asJSON: Bool) -> [UInt8] {
        asJSON ? json(plan, isWritten, language) : text(plan, isWritten, language)
    }

    /// How many problems are listed one by one.
    private static let shownProblems = 200

    private static func text(_ plan: ImportPlan, _ isWritten: Bool, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        for table in plan.tables { write(table, &page) }
        if !plan.kinds.isEmpty {
            page.line(
                isWritten
                    ? Text("已导入：", "Imported:") : Text("会导入（没有写入任何文件）：", "Would be imported (nothing was written):"))
            let head = [
                Text("文件", "file"), Text("新增", "new"), Text("已有", "there already"), Text("变化", "changed"),
                Text("拒绝", "refused"),
            ]
            page.table(
                [head.map { $0(language) }]
                    + plan.kinds.map {
                        [
                            "\($0.file) \($0.title(language))", "\($0.new)", "\($0.same)", "\($0.changed)",
                            "\($0.refused)",
                        ]
                    }, indent: "  ")
        }
        if !plan.samples.isEmpty {
            page.line("")
            page.line(Text("前几行读作：", "The first rows are read as:"))
            for sample in plan.samples {
                page.line(
                    "  \(sample.file) ← \(sample.place)  "
                        + sample.values.map { "\($0.column)=\($0.value)" }.joined(separator: " "))
            }
        }
        guard !plan.problems.isEmpty else { return page.bytes }
        page.line("")
        page.line(Text("问题 \(plan.problems.count) 处：", "\(plan.problems.count) problems:"))
        for problem in plan.problems.prefix(shownProblems) {
            let place = [problem.file, problem.place].compactMap(\.self).joined(separator: " ")
            let value = problem.value.map { Text("“\($0)”：", "'\($0)': ")(language) } ?? ""
            let proposal = problem.proposal.map { Text("；建议：\($0)", "; proposal: \($0)")(language) } ?? ""
            page.line("  \(place) [\(problem.code)] \(value)\(problem.reason(language))\(proposal)")
        }
        if plan.problems.count > shownProblems {
            page.line(
                Text(
                    "  还有 \(plan.problems.count - shownProblems) 处，用 --errors 写出带标注的工作簿",
                    "  \(plan.problems.count - shownProblems) more: write the marked workbook with --errors"))
        }
        if !isWritten {
            page.line(
                Text(
                    "没有写入。改好后重新导入，或加 --keep-going 只导入没有问题的行",
                    "Nothing was written. Import again when it is mended, or with --keep-going only the rows without problems"
                ))
        }
        return page.bytes
    }

    private static func write(_ table: ImportPlan.Table, _ page: inout TextPage) {
        let place = table.name.isEmpty ? table.file : "\(table.file) “\(table.name)”"
        guard table.layout != nil else {
            return page.line(Text("\(place)：\(table.title.zh)，没有读", "\(place): \(table.title.en), not read"))
        }
        page.line(
            Text(
                "\(place)：\(table.title.zh)，表头在第 \(table.headerRow) 行",
                "\(place): \(table.title.en), header on row \(table.headerRow)"))
        let language = page.language
        page.table(
            table.columns.map { column in
                [column.header, column.target.map { "→ \($0.kind).\($0.column)" } ?? Text("不读", "not read")(language)]
            }, indent: "    ")
        for note in table.notes { page.line("    · " + note(language)) }
        for row in table.leftOut.prefix(10) {
            page.line(Text("    · 第 \(row.place) 行不是记录：\(row.text)", "    · \(row.place) is no record: \(row.text)"))
        }
        if table.leftOut.count > 10 {
            page.line(
                Text(
                    "    · 还有 \(table.leftOut.count - 10) 行不是记录",
                    "    · \(table.leftOut.count - 10) more are no records"))
        }
        page.line("")
    }

    private static func json(_ plan: ImportPlan, _ isWritten: Bool, _ language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.flag("written", isWritten)
            json.array("tables") { json in
                for table in plan.tables {
                    json.object { json in
                        json.string("file", table.file)
                        json.string("sheet", table.name)
                        json.string("layout", table.layout)
                        json.number("header_row", table.headerRow)
                        json.array("columns") { json in
                            for column in table.columns {
                                json.object { json in
                                    json.string("header", column.header)
                                    json.string("kind", column.target?.kind)
                                    json.string("column", column.target?.column)
                                }
                            }
                        }
                        json.array("left_out") { json in
                            for row in table.leftOut {
                                json.object { json in
                                    json.string("place", row.place)
                                    json.string("text", row.text)
                                }
                            }
                        }
                    }
                }
            }
            json.array("kinds") { json in
                for kind in plan.kinds {
                    json.object { json in
                        json.string("file", kind.file)
                        json.number("new", kind.new)
                        json.number("same", kind.same)
                        json.number("changed", kind.changed)
                        json.number("refused", kind.refused)
                    }
                }
            }
            json.array("samples") { json in
                for sample in plan.samples {
                    json.object { json in
                        json.string("file", sample.file)
                        json.string("place", sample.place)
                        json.object("values") { json in
                            for value in sample.values { json.string(value.column, value.value) }
                        }
                    }
                }
            }
            json.array("problems") { json in
                for problem in plan.problems {
                    json.object { json in
                        json.string("code", problem.code)
                        json.string("file", problem.file)
                        json.string("place", problem.place)
                        json.string("value", problem.value)
                        json.string("reason", problem.reason(language))
                        json.string("proposal", problem.proposal)
                    }
                }
            }
        }
        return json.bytes + [0x0A]
    }
}
