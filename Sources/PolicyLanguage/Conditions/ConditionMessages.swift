internal import PolicyYAML

/// What can be wrong with conditions, filters and references to measures. Codes C4xx.
extension Diagnostic {
    static func unknownField(_ node: Node, _ name: String, of owner: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "C401", Text("\(owner) 没有字段“\(name)”", "\(owner) has no field '\(name)'"), at: node.location,
            expected: oneOf(known, near: name), found: Text(same: name), help: didYouMean(name, known))
    }

    static func notComparable(_ node: Node, _ word: String, expected: Text) -> Diagnostic {
        let dimension = Dimension.text.title
        return Diagnostic(
            "C402", Text("\(dimension.zh)不能用“\(word)”比较", "\(dimension.en) cannot be compared with '\(word)'"),
            at: node.location,
            expected: expected)
    }

    static func neverHolds(_ node: Node, _ comparison: String) -> Diagnostic {
        Diagnostic("C403", Text("“\(comparison)”永远不会成立", "'\(comparison)' can never hold"), at: node.location)
    }

    static func alwaysHolds(_ node: Node, _ comparison: String) -> Diagnostic {
        Diagnostic("C404", Text("“\(comparison)”总是成立", "'\(comparison)' always holds"), at: node.location)
    }

    static func boundsCross(_ lower: Node, _ upper: Node) -> Diagnostic {
        disagreement(
            "C405", Text("下限高于上限，永远不会成立", "the lower bound is above the upper one: it can never hold"),
            at: lower.location, with: upper.location,
            because: Text("上限", "the upper bound"))
    }

    static func twoForms(_ node: Node, _ forms: [String]) -> Diagnostic {
        let forms = forms.map(node.file.written)
        return Diagnostic(
            "C406",
            Text(
                "一个条件只能有一种写法，这里有 \(forms.joined(separator: "、"))",
                "a condition has one form, here are \(forms.joined(separator: ", "))"),
            at: node.location, help: [Text("用 all 或 any 把它们并起来", "join them with all or any")])
    }

    static func unknownKind(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "C407", Text("没有名为“\(name)”的记录种类", "there is no kind of record named '\(name)'"), at: node.location,
            expected: oneOf(known, near: name), found: Text(same: name), help: didYouMean(name, known))
    }

    static func kindCannotBeCounted(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "C408", Text("“\(name)”不能按对象计数", "'\(name)' cannot be counted by subject"), at: node.location,
            expected: oneOf(known), found: Text(same: name))
    }

    static func noComparison(_ node: Node) -> Diagnostic {
        let words = Comparison.Word.allCases.map(\.rawValue)
        return Diagnostic(
            "C409", Text("没有写怎样比较", "it does not say how to compare"), at: node.location,
            expected: keys(words, near: node))
    }

    /// There are hundreds of measures: those of the section that is meant are named, else the sections.
    static func unknownMeasure(_ reference: MeasureReference, known: [String]) -> Diagnostic {
        let section = { (name: String) in name.prefix { $0 != "." } }
        var near = known.filter { section($0) == section(reference.name) }
        if near.isEmpty { near = Set(known.map { section($0) + ".…" }).sorted() }
        return Diagnostic(
            "C410", Text("没有名为“\(reference.name)”的指标", "there is no measure named '\(reference.name)'"),
            at: reference.node.node.location,
            expected: Text(near.joined(separator: "、"), near.joined(separator: ", ")),
            found: Text(same: reference.name),
            help: didYouMean(reference.name, known))
    }

    static func ambiguousMeasure(_ reference: MeasureReference, candidates: [String]) -> Diagnostic {
        Diagnostic(
            "C411", Text("“\(reference.name)”可以指多个条款的指标", "'\(reference.name)' may be a measure of several provisions"),
            at: reference.node.node.location,
            expected: Text(candidates.joined(separator: "、"), candidates.joined(separator: ", ")),
            help: [Text("写全名", "write the full name")])
    }

    static func measureOfOtherSubject(_ reference: MeasureReference, about: SubjectKind) -> Diagnostic {
        Diagnostic(
            "C412",
            Text(
                "“\(reference.name)”说的是\(about.title.zh)，而这一条说的是\(reference.subject.title.zh)",
                "'\(reference.name)' is about a \(about.title.en), this provision about a \(reference.subject.title.en)"
            ), at: reference.node.node.location)
    }

    static func wrongDimension(_ reference: MeasureReference, expected: Dimension, found: Dimension) -> Diagnostic {
        Diagnostic(
            "C413",
            Text("“\(reference.name)”不是\(expected.title.zh)", "'\(reference.name)' is not \(expected.title.en)"),
            at: reference.node.node.location,
            expected: expected.title, found: found.title)
    }

    static func notANumber(_ reference: MeasureReference, _ declaration: MeasureDeclaration) -> Diagnostic {
        Diagnostic(
            "C415", Text("“\(reference.name)”是名称，这里要用数", "'\(reference.name)' is a name, and a number is asked here"),
            at: reference.node.node.location, found: declaration.title)
    }

    static func notRunning(_ reference: MeasureReference, of key: ProvisionKey) -> Diagnostic {
        Diagnostic(
            "C416",
            Text(
                "“\(reference.name)”不按时间单位判断，不能连续计次",
                "'\(reference.name)' is not judged by units of time, so none run on"),
            at: reference.node.node.location,
            help: [Text("在 \(key) 写明 per，或去掉 consecutive", "give \(key) a per, or leave consecutive out")])
    }

    static func circularMeasures(_ reference: MeasureReference, circle: [String]) -> Diagnostic {
        let path = circle.joined(separator: " → ")
        return Diagnostic(
            "C414", Text("指标互相依赖成环：\(path)", "measures depend on each other in a circle: \(path)"),
            at: reference.node.node.location)
    }

    static func neverHasValue(_ reference: MeasureReference, _ reason: Text) -> Diagnostic {
        Diagnostic(
            "C418", Text("“\(reference.name)”在这里永远没有值", "'\(reference.name)' never has a value here"),
            at: reference.node.node.location,
            help: [reason])
    }

    static func twoSpans(_ node: Node) -> Diagnostic {
        Diagnostic(
            "C417",
            Text("连续计次时按每个时间单位计，不能再写 within", "counts of units running look at each unit: within has no meaning"),
            at: node.location,
            help: [Text("去掉 within 或 consecutive", "leave out within or consecutive")])
    }

    static func notJudgedInUnits(_ reference: MeasureReference, of key: ProvisionKey, _ per: TimeUnit) -> Diagnostic {
        Diagnostic(
            "C417",
            Text(
                "\(key) 不是按\(per.title.zh)或其中更短的时间单位判断的，这里读不到它的结论",
                "\(key) is not judged for each \(per.title.en) or a shorter unit: its outcome cannot be read here"),
            at: reference.node.node.location,
            expected: Text("在 \(key) 中写 per: \(per.rawValue)", "per: \(per.rawValue) in \(key)"))
    }
}
