public import Exact
public import Messages

/// The words of comparisons: the same everywhere. `at_least`, `at_most` and `equals` include the number; `above`, `below` do not.
public enum ComparisonWord: String, Sendable, CaseIterable {
    case atLeast = "at_least"
    case atMost = "at_most"
    case above, below, equals
    case among = "in"

    /// As people say it.
    public var title: Text {
        switch self {
        case .atLeast: Text("不少于", "at least")
        case .atMost: Text("不多于", "at most")
        case .above: Text("超过", "above")
        case .below: Text("低于", "below")
        case .equals: Text("等于", "equal to")
        case .among: Text("属于", "one of")
        }
    }
}

/// What a value is compared with, as written.
public enum Operand: Sendable, Hashable {
    case number(Quantity)
    case text(String)

    /// As a profile writes it.
    package var written: String {
        switch self {
        case .number(let quantity): quantity.text
        case .text(let text): text
        }
    }

    /// For people: `15 天`, `15 days`.
    public var title: Text {
        guard case .number(let quantity) = self, let unit = quantity.dimension?.unit, !unit.zh.isEmpty else { return Text(same: written) }
        let number = quantity.value.exactText
        return Text("\(number) \(unit.zh)", unit.en.isEmpty ? number : "\(number) \(unit.en)")
    }
}

/// What is asked of a number or a name, as data: at most 10%.
public struct AskedComparison: Hashable, Sendable {
    public let word: ComparisonWord
    public let operands: [Operand]

    public init(word: ComparisonWord, operands: [Operand]) {
        self.word = word
        self.operands = operands
    }
}

extension [AskedComparison] {
    /// As a person reads it: `不少于 15 天`; all of them must hold.
    public var title: Text {
        let zh = map { part in part.word.title.zh + " " + part.operands.map(\.title.zh).joined(separator: "、") }
        let en = map { part in part.word.title.en + " " + part.operands.map(\.title.en).joined(separator: ", ") }
        return Text(zh.joined(separator: "且"), en.joined(separator: " and "))
    }
}

/// A setting of a provision: its value in the profile, and where it stands.
public struct AskedSetting: Sendable, Hashable {
    public let key: String
    /// What it is called where outcomes tell what was asked; nil: it is not told there.
    public let label: Text?
    public let value: AskedValue

    public init(key: String, label: Text?, value: AskedValue) {
        self.key = key
        self.label = label
        self.value = value
    }
}

/// A value of a profile with its place.
public struct AskedValue: Sendable, Hashable {
    public let content: Content
    public let path: String
    /// Counted from 1.
    public let line: Int

    public indirect enum Content: Sendable, Hashable {
        /// As the profile writes it, which may be a number with its unit.
        case text(String)
        case list([AskedValue])
        case table([AskedEntry])
    }

    public init(_ content: Content, path: String, line: Int) {
        self.content = content
        self.path = path
        self.line = line
    }

    /// Nil for lists and tables.
    public var text: String? { if case .text(let text) = content { text } else { nil } }
}

/// A key of a table with its value.
public struct AskedEntry: Sendable, Hashable {
    public let key: String
    public let value: AskedValue

    public init(key: String, value: AskedValue) {
        self.key = key
        self.value = value
    }
}
