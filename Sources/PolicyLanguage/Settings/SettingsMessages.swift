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
        let key = node.file.written(key)
        if let example { help.append(Text("例如：\(key): \(example)", "for example: \(key): \(example)")) }
        return Diagnostic(
            "S105", Text("\(provision) 缺少设置“\(key)”", "\(provision) lacks the setting '\(key)'"), at: node.location,
            expected: expected, help: help)
    }

    static func unknownKey(_ node: Node, _ key: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "S106", Text("未知的设置“\(key)”", "unknown setting '\(key)'"), at: node.location,
            expected: keys(known, near: node), found: Text(same: key),
            help: didYouMean(key, ofKeys: known, in: node.file))
    }

    /// S110: a setting under a name of before. `both`: it stands under its name of today too.
    package static func formerName(_ node: Node, _ former: String, now key: String, both: Bool) -> Diagnostic {
        let (former, key) = (node.file.written(former), node.file.written(key))
        return Diagnostic(
            "S110", Text("设置“\(former)”现在叫“\(key)”", "the setting '\(former)' is now called '\(key)'"),
            at: node.location,
            expected: Text(same: key), found: Text(same: former),
            help: [
                both
                    ? Text("“\(key)”已经写了：删去旧的一处", "'\(key)' stands already: take the old one out")
                    : Text("zhucun profile upgrade 会改写", "zhucun profile upgrade rewrites it")
            ])
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
        _ code: Code, _ message: Text, at: Location?, with other: Location?, because: Text? = nil
    ) -> Diagnostic {
        Diagnostic(code, message, at: at, secondary: other.map { [Label($0, because)] } ?? [])
    }

    /// The keys that can stand where one does, as the writer of its file would call them.
    package static func keys(_ known: [String], near key: Node) -> Text {
        oneOf(known.map(key.file.written), near: key.text ?? "")
    }

    /// «Did you mean …» of keys, as the writer of a file would call them, whichever name the word is near to.
    package static func didYouMean(_ word: String, ofKeys known: [String], in file: SourceFile) -> [Text] {
        let names = file.names(of: known)
        guard let near = suggestion(for: word, among: names.keys).flatMap({ names[$0] }) else { return [] }
        return [Text("是不是“\(near)”？", "did you mean '\(near)'?")]
    }
}
