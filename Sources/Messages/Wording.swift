extension Diagnostic {
    /// An error, the usual case.
    public init(
        _ code: Code, _ message: Text, at location: Location?, label: Text? = nil, secondary: [Label] = [],
        expected: Text? = nil, found: Text? = nil, help: [Text] = []
    ) {
        self.init(
            code, .error, message, at: location, label: label, secondary: secondary, expected: expected, found: found,
            help: help)
    }

    /// The names that can stand where a word does. Of very many only the one that was meant, if there is one.
    public static func oneOf(_ known: [String], near word: String = "") -> Text {
        if known.count > 12, let near = suggestion(for: word, among: known) {
            return Text("\(near) 等 \(known.count) 个名称之一", "\(near), or another of \(known.count) names")
        }
        return Text(known.joined(separator: "、"), known.joined(separator: ", "))
    }

    /// «Did you mean …», when something near exists.
    public static func didYouMean(_ word: String, _ candidates: some Sequence<String>) -> [Text] {
        guard let near = suggestion(for: word, among: candidates) else { return [] }
        return [Text("是不是“\(near)”？", "did you mean '\(near)'?")]
    }
}
