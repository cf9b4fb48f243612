public import PolicyYAML

/// What can be wrong with a setting, one message each. Codes S1xx.
extension Diagnostic {
    /// S101: a text, list or map stands where something of another shape is expected.
    public static func wrongShape(_ node: Node, expected: Text) -> Diagnostic {
        Diagnostic(
            "S101", Text("这里不能写\(node.shape.zh)", "a \(node.shape.en) cannot stand here"), at: node.location,
            expected: expected, found: node.shape)
    }

    static func wrongValue(_ node: Node, _ text: String, expected: Text, help: [Text] = []) -> Diagnostic {
        guard !text.isEmpty else {
            return Diagnostic("S102", Text("这里没有写值", "a value is missing here"), at: node.location, expected: expected)
        }
        return Diagnostic(
            "S102", Text("读不懂“\(text)”", "cannot read '\(text)'"), at: node.location, expected: expected,
            found: Text(same: text), help: help)
    }

    /// S103: a number whose unit word belongs to another dimension; `found` is nil for a number without a unit.
    public static func wrongUnit(_ node: Node, _ text: String, expected: Text, found: Dimension?) -> Diagnostic {
        Diagnostic(
            "S103", Text("“\(text)”的单位不对", "'\(text)' has the wrong unit"), at: node.location,
            expected: expected, found: found?.title ?? Text("没有单位的数", "a number without a unit"))
    }

    static func shareOutOfRange(_ node: Node, _ text: String) -> Diagnostic {
        Diagnostic(
            "S104", Text("比例“\(text)”不在 0 到 100% 之间", "the share '\(text)' is not above 0 and at most 100%"),
            at: node.location,
            expected: Text("大于 0、不超过 100%", "above 0, at most 100%"), found: Text(same: text))
    }

    static func missingSetting(_ key: String, in node: Node, expected: Text, example: String?, provision: String)
        -> Diagnostic
    {
        var help: [Text] = []
        if let example { help.append(Text("例如：\(key): \(example)", "for example: \(key): \(example)")) }
        return Diagnostic(
            "S105", Text("\(provision) 缺少设置“\(key)”", "\(provision) lacks the setting '\(key)'"), at: node.location,
            expected: expected, help: help)
    }

    static func unknownKey(_ node: Node, _ key: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "S106", Text("未知的设置“\(key)”", "unknown setting '\(key)'"), at: node.location,
            expected: oneOf(known, near: key), found: Text(same: key), help: didYouMean(key, known))
    }

    static func unknownWord(_ node: Node, _ text: String, group: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "S107", Text("词表“\(group)”中没有“\(text)”", "the vocabulary's group '\(group)' has no '\(text)'"),
            at: node.location,
            expected: oneOf(known, near: text), found: Text(same: text),
            help: didYouMean(text, known) + [
                Text("新词写进本级配置的 words.\(group)", "a new word goes into the profile's own words.\(group)")
            ])
    }

    /// S108: a word that is none of those that can stand there; the nearest of them is suggested.
    public static func notOneOf(_ node: Node, _ text: String, words: [String]) -> Diagnostic {
        Diagnostic(
            "S108", Text("这里不能是“\(text)”", "'\(text)' cannot stand here"), at: node.location,
            expected: oneOf(words, near: text), found: Text(same: text), help: didYouMean(text, words))
    }

    static func emptyList(_ node: Node, expected: Text) -> Diagnostic {
        Diagnostic(
            "S109", Text("\(node.shape.zh)是空的", "the \(node.shape.en) is empty"), at: node.location, expected: expected)
    }

    /// Two settings that cannot both stand, for modules' own checks: both places are shown.
    ///
    /// - Parameters:
    ///   - code: the module's own code for this kind of message.
    ///   - message: what is wrong.
    ///   - at: the place of the setting that the message marks.
    ///   - other: the place of the other.
    ///   - because: what is written at the other place; nil for a mark alone.
    public static func disagreement(
        _ code: String, _ message: Text, at: Location?, with other: Location?, because: Text? = nil
    ) -> Diagnostic {
        Diagnostic(code, message, at: at, secondary: other.map { [Label($0, because)] } ?? [])
    }
}
