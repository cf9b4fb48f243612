internal import PolicyYAML
internal import ZhucunKernel

extension ValueType where Value == Action {
    /// `{remind: township_committee}`, `{cap_grade: 称职, lasting: year}`; with its route step by step
    /// `{do: recall, opinion: county_office, notice: office_of_level, by: sending_unit}`.
    static let action = ValueType(
        name: Text(
            "处理：{处理: 谁}，或 {do: 处理, by: 谁}，可附加各步手续、期限等",
            "an action: {action: who}, or {do: action, by: who}, with its steps and other parts"),
        node: { node, session in ActionReader.read(node, session) })
}

/// Reads one action: its first key names it, or `do` does, and the rest are its parts, in the order of the route. Which of them name an office, a grade or a span of time
/// is said by the vocabulary's groups `takes_office`, `takes_grade` and `takes_span`.
enum ActionReader {
    static func read(_ node: Node, _ session: ReadingSession) -> Action? {
        guard let entries = node.entries, let first = entries.first else {
            session.report(.wrongShape(node, expected: Text("{处理: 谁}", "{action: who}")))
            return nil
        }
        let isNamed = first.key.text == "do"
        guard let kind = ValueType<String>.word("action").read(isNamed ? first.value : first.key, session) else {
            return nil
        }
        var details: [(key: String, value: String)] = []
        var isGood = true
        func add(_ key: String, _ value: Node, of name: String) {
            if let text = type(of: name, session).read(value, session) {
                details.append((key, text))
            } else {
                isGood = false
            }
        }
        if !isNamed { add("", first.value, of: kind) }
        for entry in entries.dropFirst() {
            if let part = ValueType<String>.word("action_part").read(entry.key, session) {
                add(part, entry.value, of: part)
            } else {
                isGood = false
            }
        }
        return isGood ? Action(kind: kind, details: details) : nil
    }

    /// What an action or a part of one must be, as the vocabulary says.
    private static func type(of name: String, _ session: ReadingSession) -> ValueType<String> {
        let takes = { (group: String) in session.words.names(in: group).contains(name) }
        if takes("takes_office") { return .word("office") }
        if takes("takes_grade") { return .word("grade") }
        return takes("takes_span") ? .span : .text
    }
}
