internal import PolicyYAML

/// What can be wrong with computed numbers. Codes C42x.
extension Diagnostic {
    static func notComputed(_ node: Node, forms: [String]) -> Diagnostic {
        Diagnostic(
            "C421", Text("这里要写一个数，或写明怎样计算", "a number is asked here, or how it is computed"), at: node.location,
            expected: Text(
                "数、\(Earlier.lastYear.rawValue)、\(Earlier.unitBefore.rawValue)，或 {\(forms.joined(separator: "、")) 之一: …}",
                "a number, \(Earlier.lastYear.rawValue), \(Earlier.unitBefore.rawValue), or {one of \(forms.joined(separator: ", ")): …}"
            ),
            found: node.text.map { Text(same: $0) },
            help: node.text.map { Diagnostic.didYouMean($0, Earlier.allCases.map(\.rawValue)) } ?? [])
    }

    static func fieldWithoutNumber(_ node: Node, _ name: String) -> Diagnostic {
        Diagnostic("C422", Text("字段“\(name)”不是数", "the field '\(name)' holds no number"), at: node.location)
    }

    static func fieldWithoutDay(_ node: Node, _ name: String) -> Diagnostic {
        Diagnostic("C422", Text("字段“\(name)”不是日期", "the field '\(name)' holds no day"), at: node.location)
    }

    static func noEarlierField(_ node: Node, _ name: String) -> Diagnostic {
        Diagnostic(
            "C423",
            Text("“\(name)”只记着现在的值，不能和以前相比", "of '\(name)' only the present value is recorded, not what it was before"),
            at: node.location,
            help: [
                Text(
                    "用有日期的记录，如 {sum: {amount: {kind: …}}, of: amount}",
                    "use records with dates, such as {sum: {amount: {kind: …}}, of: amount}")
            ])
    }

    static func cannotMultiply(_ node: Node, _ a: Text, _ b: Text) -> Diagnostic {
        Diagnostic(
            "C424", Text("\(a.zh)不能和\(b.zh)相乘", "\(a.en) cannot be multiplied with \(b.en)"), at: node.location,
            expected: Text("其中一个是次数、人数、比例或没有单位的数", "a count, people, a share or a bare number as one of them"))
    }

    static func unitBeforeWithoutUnits(_ node: Node) -> Diagnostic {
        Diagnostic(
            "C425", Text("这一条不按时间单位判断，没有上一期", "this is not judged by units of time: there is none before"),
            at: node.location, help: [Text("写明 per，或改用 last_year", "give it a per, or use last_year")])
    }

    static func gathersNoUnits(_ reference: MeasureReference, of key: ProvisionKey) -> Diagnostic {
        Diagnostic(
            "C426",
            Text(
                "“\(reference.name)”不按时间单位判断，没有可以平均、取最低最高或相加的各期",
                "'\(reference.name)' is not judged by units of time: there are none to take the mean, lowest, highest or total of"
            ),
            at: reference.node.node.location, help: [Text("在 \(key) 写明 per", "give \(key) a per")])
    }

    static func lastsNoTime(_ node: Node, _ kind: String) -> Diagnostic {
        Diagnostic(
            "C429", Text("“\(kind)”没有起止日期，不能看期末还在不在", "'\(kind)' has no days from which and until which it lasts"),
            at: node.location)
    }

    static func gathersRunning(_ node: Node) -> Diagnostic {
        Diagnostic(
            "C427",
            Text(
                "连续计次时按每个时间单位计，不能再写 as", "of units running each is looked at: 'as' has no meaning"), at: node.location,
            help: [Text("去掉 as 或 consecutive", "leave out as or consecutive")])
    }

    static func measureForEver(_ node: Node) -> Diagnostic {
        Diagnostic(
            "C428", Text("指标不能看 ever：要写看多久", "a measure is not read for ever: say how far back"), at: node.location,
            expected: Text("term、year、12 months 等", "term, year, 12 months and the like"))
    }
}
