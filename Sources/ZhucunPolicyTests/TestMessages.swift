internal import CivilTime
public import PolicyYAML
internal import ZhucunKernel

/// What can be wrong with a test file. Codes V1xx.
extension Diagnostic {
    static func testShape(_ node: Node, expected: Text) -> Diagnostic {
        Diagnostic(
            "V101", Text("这里不能写\(node.shape.zh)", "a \(node.shape.en) cannot stand here"), at: node.location,
            expected: expected, found: node.shape)
    }

    static func testKey(_ node: Node, known: [String]) -> Diagnostic {
        let key = node.text ?? ""
        return Diagnostic(
            "V102", Text("测试中没有“\(key)”这一项", "a test has no '\(key)' here"), at: node.location,
            expected: list(known.map(node.file.written)), found: Text(same: key),
            help: didYouMean(key, ofKeys: known, in: node.file))
    }

    static func testLacks(_ key: String, _ node: Node, expected: Text) -> Diagnostic {
        let key = node.file.written(key)
        return Diagnostic(
            "V103", Text("测试缺少“\(key)”", "the test lacks '\(key)'"), at: node.location, expected: expected)
    }

    static func testValue(_ node: Node, expected: Text) -> Diagnostic {
        Diagnostic(
            "V104", Text("读不懂“\(node.text ?? "")”", "cannot read '\(node.text ?? "")'"), at: node.location,
            expected: expected, found: node.text.map(Text.init(same:)) ?? node.shape)
    }

    static func testItem(_ node: Node, profile: String, known: [String]) -> Diagnostic {
        let name = node.text ?? ""
        return Diagnostic(
            "V105", Text("配置“\(profile)”没有条款“\(name)”", "the profile '\(profile)' has no provision '\(name)'"),
            at: node.location,
            expected: Text("模块/条款，如 \(known.first ?? "")", "section/id, such as \(known.first ?? "")"),
            found: Text(same: name), help: didYouMean(name, known))
    }

    static func testUnit(_ node: Node, _ key: ProvisionKey, per: TimeUnit?) -> Diagnostic {
        let unit = per?.title ?? Text("", "")
        return Diagnostic(
            "V106",
            Text(
                "“\(key)”按\(unit.zh)判断，不能在 \(node.text ?? "") 判断",
                "'\(key)' is judged by the \(unit.en), not in \(node.text ?? "")"), at: node.location,
            expected: Text("一个\(unit.zh)，如 \(per?.example ?? "")", "a \(unit.en), such as \(per?.example ?? "")"),
            found: Text(same: node.text ?? ""))
    }

    static func testMeasure(_ node: Node, _ key: ProvisionKey, known: [String]) -> Diagnostic {
        let name = node.text ?? ""
        let all = ["verdict", "actions"] + known
        return Diagnostic(
            "V107", Text("“\(key)”没有指标“\(name)”", "'\(key)' has no measure '\(name)'"), at: node.location,
            expected: list(all), found: Text(same: name), help: didYouMean(name, all))
    }

    static func testMeasureValue(_ node: Node, _ measure: MeasureDeclaration) -> Diagnostic {
        let names = measure.values.map { $0 + ["none"] }
        let expected =
            names.map(list)
            ?? Text(
                "\(measure.title.zh)的准确值，如 3、5/7、60%；没有值写 none",
                "the exact \(measure.title.en), such as 3, 5/7 or 60%; none for no value")
        return Diagnostic(
            "V108",
            Text("“\(measure.name)”不能是“\(node.text ?? "")”", "'\(measure.name)' cannot be '\(node.text ?? "")'"),
            at: node.location, expected: expected,
            found: node.text.map(Text.init(same:)) ?? node.shape, help: didYouMean(node.text ?? "", names ?? []))
    }

    static func testVerdict(_ node: Node, known: [String]) -> Diagnostic {
        let text = node.text ?? ""
        return Diagnostic(
            "V109", Text("没有结论“\(text)”", "there is no verdict '\(text)'"), at: node.location, expected: list(known),
            found: node.text.map(Text.init(same:)) ?? node.shape,
            help: didYouMean(text, known))
    }

    static func testKind(_ node: Node, known: [String]) -> Diagnostic {
        let name = node.text ?? ""
        return Diagnostic(
            "V110", Text("没有名为“\(name)”的记录种类", "there is no kind of record named '\(name)'"), at: node.location,
            expected: list(known), found: Text(same: name),
            help: didYouMean(name, known))
    }

    static func testColumn(_ node: Node, of kind: RecordKind, known: [String]) -> Diagnostic {
        let name = node.text ?? ""
        return Diagnostic(
            "V111", Text("\(kind.about.title.zh)（\(kind.name)）没有“\(name)”这一列", "\(kind.name) has no column '\(name)'"),
            at: node.location, expected: list(known),
            found: Text(same: name), help: didYouMean(name, known))
    }

    /// What the records' own reading says, at the test's place.
    static func testRecord(_ problem: Diagnostic, at place: Location) -> Diagnostic {
        Diagnostic(
            "V112", problem.severity, problem.message, at: place, expected: problem.expected, found: problem.found,
            help: problem.help)
    }

    /// A word is said to be unlisted, and is not.
    static func testListed(_ node: Node) -> Diagnostic {
        let word = node.text ?? ""
        return Diagnostic(
            "V122", .warning,
            Text("记录中没有词表以外的“\(word)”", "the records have no word '\(word)' outside the vocabulary"), at: node.location,
            help: [Text("词表已有它，或记录没有写它：删去这一项", "the vocabulary has it, or no row says it: take it out")])
    }

    static func testMark(_ node: Node, _ mark: Character) -> Diagnostic {
        Diagnostic(
            "V113", Text("没有记号“\(mark)”", "there is no mark '\(mark)'"), at: node.location,
            expected: Text(
                DayMark.allCases.map { "\($0.rawValue) \($0.title.zh)" }.joined(separator: "、"),
                DayMark.allCases.map { "\($0.rawValue) \($0.title.en)" }.joined(separator: ", ")),
            found: Text(same: String(mark)))
    }

    static func testSubject(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "V114", Text("测试里没有“\(name)”", "the test holds no '\(name)'"), at: node.location, expected: list(known),
            found: Text(same: name), help: didYouMean(name, known))
    }

    static func testNoRow(_ node: Node, of kind: SubjectKind) -> Diagnostic {
        Diagnostic(
            "V115",
            Text(
                "条款是关于\(kind.title.zh)的，测试里却没有这种记录",
                "the provision is about a \(kind.rawValue), of which the test holds none"), at: node.location,
            expected: Text("given.records.\(kind.rawValue) 中的一行", "a row under given.records.\(kind.rawValue)"))
    }

    static func testMissingKept(_ node: Node) -> Diagnostic {
        let name = node.text ?? ""
        return Diagnostic(
            "V116", Text("“\(name)”既写了没有保存，又给了记录", "'\(name)' is said to be missing, and rows of it are given"),
            at: node.location,
            help: [Text("删去其中一处", "take one of them out")])
    }

    static func testNameTwice(_ node: Node, _ first: Node) -> Diagnostic {
        disagreement(
            "V117", Text("两个测试同名", "two tests have the same name"), at: node.location, with: first.location,
            because: Text("另一个", "the other"))
    }

    static func testAction(_ node: Node, known: [String]) -> Diagnostic {
        let name = node.text ?? ""
        return Diagnostic(
            "V118", Text("没有处理“\(name)”", "there is no action '\(name)'"), at: node.location, expected: list(known),
            found: node.text.map(Text.init(same:)) ?? node.shape,
            help: didYouMean(name, known))
    }

    static func testOrder(_ node: Node, _ key: ProvisionKey, known: [String]) -> Diagnostic {
        let name = node.text ?? ""
        return Diagnostic(
            "V119", .warning,
            Text("条款“\(key)”没有写明它落实“\(name)”", "the provision '\(key)' does not say that it carries out '\(name)'"),
            at: node.location,
            expected: known.isEmpty ? nil : list(known), found: Text(same: name),
            help: didYouMean(name, known) + [
                Text("在条款中写 orders: \(name)，或改正测试", "write orders: \(name) in the provision, or correct the test")
            ])
    }

    public static func noTests(_ profile: String, folder: String) -> Diagnostic {
        Diagnostic(
            "V120", Text("配置“\(profile)”没有测试", "the profile '\(profile)' has no tests"), at: nil,
            expected: Text("\(folder)/*.yaml", "\(folder)/*.yaml"))
    }

    static func staleSurvivor(_ node: Node, _ item: String, _ change: String) -> Diagnostic {
        Diagnostic(
            "V121", .warning, Text("“\(item)”的改动“\(change)”并没有漏过", "no change '\(change)' of '\(item)' survives"),
            at: node.location,
            help: [Text("测试已能发现它，或条款已改：删去这一项", "tests notice it, or the provision has changed: take the entry out")])
    }

    static func list(_ words: [String]) -> Text { Text(words.joined(separator: "、"), words.joined(separator: ", ")) }
}

extension TimeUnit {
    /// A unit as it is written.
    fileprivate var example: String {
        switch self {
        case .day: "2023-07-10"
        case .week: "2023-W28"
        case .halfMonth: "2023-07-H1"
        case .month: "2023-07"
        case .twoMonths: "2023-07..2023-08"
        case .quarter: "2023-Q3"
        case .halfYear: "2023-H2"
        case .year: "2023"
        }
    }
}
