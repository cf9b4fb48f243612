import CivilTime
import Glibc
import Messages

/// What can be wrong with records. Codes R3xx.
extension Diagnostic {
    static func noRecords(_ source: String, _ problem: RecordSourceProblem) -> Diagnostic {
        guard problem.isMissing else { return unreadable(source, problem) }
        return Diagnostic(
            .file("R301"), Text("找不到记录文件夹“\(source)”", "no records folder '\(source)'"), at: nil,
            help: [Text("检查 --records 后的路径", "check the path after --records")])
    }

    static func unreadable(_ path: String, _ problem: RecordSourceProblem) -> Diagnostic {
        let reason = problem.reason
        return Diagnostic(
            .file("R302"), Text("无法读取“\(path)”：\(reason.zh)", "cannot read '\(path)': \(reason.en)"), at: nil)
    }

    static func missingFile(_ kind: RecordKind, folder: String) -> Diagnostic {
        Diagnostic(
            .records("R303"),
            Text(
                "“\(folder)”中没有 \(kind.file)（\(kind.about.title.zh)）",
                "there is no \(kind.file) (\(kind.about.title.en)) in '\(folder)'"), at: nil,
            expected: Text(
                "列：" + kind.columns.filter(\.isRequired).map(\.name).joined(separator: "、"),
                "columns: " + kind.columns.filter(\.isRequired).map(\.name).joined(separator: ", ")))
    }

    static func unreadFile(_ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .records("R304"), .warning, Text("没有模块读取“\(name)”", "no module reads '\(name)'"),
            expected: oneOf(known, near: name), help: didYouMean(name, known))
    }

    static func noHeader(_ path: String) -> Diagnostic {
        Diagnostic(.records("R305"), Text("“\(path)”是空的，没有表头", "'\(path)' is empty: it has no header"), at: nil)
    }

    static func unknownColumn(_ name: String, _ kind: RecordKind, at location: Location) -> Diagnostic {
        let known = kind.columns.filter { !$0.type.isDerived }
        return Diagnostic(
            .records("R306"), .warning,
            Text("\(kind.file) 没有“\(name)”这一列，不会读取", "\(kind.file) has no column '\(name)'; it is not read"),
            at: location,
            expected: Text(
                known.map { "\($0.name)（\($0.chineseName)）" }.joined(separator: "、"),
                known.map(\.name).joined(separator: ", ")), found: Text(same: name),
            help: didYouMean(name, known.flatMap { [$0.name, $0.chineseName] }))
    }

    static func unnamedColumns(_ count: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R306"), .warning,
            Text("有 \(count) 列没有列名，不会读取", "\(count) columns have no name; they are not read"),
            at: location)
    }

    static func repeatedColumn(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(.records("R307"), Text("列“\(name)”写了两次", "the column '\(name)' stands twice"), at: location)
    }

    static func missingColumn(_ column: ColumnDeclaration, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R308"),
            Text("缺少列“\(column.name)”（\(column.chineseName)）", "the column '\(column.name)' is missing"),
            at: location, expected: column.meaning)
    }

    static func brokenRow(_ outcome: CSVReader.Outcome, _ location: Location) -> Diagnostic {
        switch outcome {
        case .unclosedQuote:
            Diagnostic(
                .records("R309"), Text("引号没有闭合，直到文件结尾", "a quote is not closed before the end of the file"),
                at: location,
                help: [
                    Text(
                        "从这一行起检查双引号；字段里的引号要写成两个",
                        "check the quotes from this line on; a quote inside a field is written twice")
                ])
        case .textAfterQuote:
            Diagnostic(
                .records("R310"), Text("引号闭合后还有文字", "there is text behind a closing quote"), at: location,
                help: [Text("字段里的引号要写成两个", "a quote inside a field is written twice")])
        default: Diagnostic(.records("R311"), Text("这一行超过 1 MiB", "the row is longer than 1 MiB"), at: location)
        }
    }

    static func badField(_ text: String, _ column: ColumnDeclaration, _ words: Words, at location: Location)
        -> Diagnostic
    {
        var help: [Text] = []
        var expected = column.expected
        if let group = column.type.group {
            let keys = words.names(in: group)
            let titles = keys.map { words.title($0, in: group).zh }
            expected = Text(
                zip(keys, titles).map { "\($0)（\($1)）" }.joined(separator: "、"), keys.joined(separator: ", "))
            help = didYouMean(text, keys + titles)
        }
        return Diagnostic(
            .records("R312"), Text("“\(column.name)”不能是“\(text)”", "'\(column.name)' cannot be '\(text)'"),
            at: location,
            expected: expected, found: Text(same: text), help: help)
    }

    static func emptyField(_ column: ColumnDeclaration, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R313"), Text("“\(column.name)”（\(column.chineseName)）是空的", "'\(column.name)' is empty"),
            at: location,
            expected: column.type.name)
    }

    static func tooManyFields(_ count: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R314"), Text("这一行有 \(count) 个字段，比表头多", "the row has \(count) fields, more than the header"),
            at: location)
    }

    static func unknownReference(_ text: String, _ column: ColumnDeclaration, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R315"), Text("“\(column.name)”中的“\(text)”不存在", "'\(text)' in '\(column.name)' does not exist"),
            at: location,
            expected: column.type.name, found: Text(same: text))
    }

    static func endsBeforeItBegins(_ from: String, _ to: String, at location: Location) -> Diagnostic {
        Diagnostic(.records("R316"), Text("“\(to)”早于“\(from)”", "'\(to)' is before '\(from)'"), at: location)
    }

    static func outOfBounds(_ text: String, _ column: ColumnDeclaration, at location: Location) -> Diagnostic {
        let bounds = column.bounds.map {
            Text("\($0.lowerBound) 到 \($0.upperBound)", "\($0.lowerBound) to \($0.upperBound)")
        }
        let isNowhere = column.type == .coordinate && text.allSatisfy { $0 == "0" || $0 == "." }
        return Diagnostic(
            .records("R328"),
            Text("“\(column.name)”（\(column.chineseName)）不会是 \(text)", "'\(column.name)' cannot be \(text)"),
            at: location,
            expected: bounds, found: Text(same: text),
            help: isNowhere
                ? [Text("0 多半是没有定到位：没有位置就空着", "0 mostly says that no place was found: leave it empty then")] : [])
    }

    static func partAboveWhole(_ whole: String, _ part: String, at location: Location) -> Diagnostic {
        Diagnostic(.records("R329"), Text("“\(part)”大于“\(whole)”", "'\(part)' is more than '\(whole)'"), at: location)
    }

    static func twoHalves(_ column: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R327"), Text("“\(column)”与日期后写的半天不同", "'\(column)' is not the half that stands behind the day"),
            at: location,
            help: [Text("只写一处", "write it in one place")])
    }

    static func noVillage(_ code: String, at location: Location) -> Diagnostic {
        Diagnostic(
            "R332",
            Text(
                "“\(code)”不是村代码：末三位为 000 的是乡镇或县",
                "'\(code)' is no village: a code that ends in 000 is a township's or a county's"),
            at: location, found: Text(same: code),
            help: [
                Text(
                    "表格软件只留数字的前 15 位，或把长数字显示成科学记数法，末尾会变成 0：把这一列设为文本，从原处重新导出",
                    "a spreadsheet that shows long numbers in scientific notation leaves zeros at the end: set the column to text and export it again"
                )
            ])
    }

    static func leftOutRow(_ text: String, at location: Location) -> Diagnostic {
        Diagnostic(
            "R331", .note,
            Text("以“\(text)”开头的一行不是记录，不读取", "the row that begins with '\(text)' is no record; it is left out"),
            at: location)
    }

    static func repeatedIdentifier(_ text: String, firstLine: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R317"),
            Text(
                "编号“\(text)”重复，第一次在第 \(firstLine) 行",
                "the identifier '\(text)' is used twice, first on line \(firstLine)"), at: location)
    }

    static func unlistedWord(
        _ text: String, _ column: ColumnDeclaration, group: String, _ words: Words, at location: Location, rows: Int
    ) -> Diagnostic {
        let keys = words.names(in: group)
        return Diagnostic(
            .records("R325"), .warning,
            Text(
                "词表“\(group)”中没有“\(text)”（\(rows) 行），照原样保留",
                "the vocabulary's group '\(group)' has no '\(text)' (\(rows) rows); it is kept as it is"), at: location,
            found: Text(same: text),
            help: didYouMean(text, keys + keys.map { words.title($0, in: group).zh }) + [
                Text("确是新词就写进配置的 words.\(group)", "a new word goes into the profile's words.\(group)")
            ])
    }

    static func unknownCoveredKind(_ name: String, known: [String], at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R326"), Text("没有名为“\(name)”的记录种类", "there is no kind of record named '\(name)'"), at: location,
            expected: oneOf(known, near: name), found: Text(same: name), help: didYouMean(name, known))
    }

    /// What is left of a cause of which some examples were told.
    static func moreOfTheSame(_ path: String, _ example: Diagnostic, _ column: String?, _ damage: Damage?, _ count: Int)
        -> Diagnostic
    {
        let title = damage?.title
        let (zh, en) = (column.map { "“\($0)”列" } ?? "", column.map { " in '\($0)'" } ?? "")
        return Diagnostic(
            .records("R318"), example.severity,
            Text(
                "“\(path)”中\(zh)还有 \(count) 处同样的问题没有列出（\(example.code)\(title.map { "：\($0.zh)" } ?? "")）",
                "'\(path)' has \(count) more of the same\(en) that are not listed (\(example.code)\(title.map { ": \($0.en)" } ?? ""))"
            ), at: nil)
    }

    static func hiddenCharacters(_ text: String, _ column: ColumnDeclaration, at location: Location) -> Diagnostic {
        Diagnostic(
            .records("R330"), .warning,
            Text(
                "“\(column.name)”（\(column.chineseName)）里有换行、控制字符或改变书写方向的字符",
                "'\(column.name)' has line breaks, control characters or characters that turn the direction of writing"),
            at: location, found: Text(same: text))
    }

    static func invalidText(_ path: String) -> Diagnostic {
        Diagnostic(
            .records("R319"),
            Text("“\(path)”中有既不是 UTF-8 也不是 GB18030 的文字", "'\(path)' holds text that is neither UTF-8 nor GB18030"),
            at: nil,
            help: [Text("用表格软件另存为 CSV UTF-8", "save it as CSV UTF-8")])
    }
}
