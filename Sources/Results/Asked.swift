package import Exact
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
package enum Operand: Sendable, Hashable {
    /// A number with its dimension, if a unit word gives one.
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
    package var title: Text {
        guard case .number(let quantity) = self else { return Text(same: written) }
        // A share as it was written: two thirds are no number of percent.
        guard let dimension = quantity.dimension, dimension != .share else { return Text(same: written) }
        let number = dimension.figures(quantity.value)
        return dimension == .count ? Text("\(number) 次", number) : dimension.text(quantity.value)
    }
}

/// What is asked of a number or a name, as data: at most 10%.
public struct AskedComparison: Hashable, Sendable {
    /// How the value is compared.
    package let word: ComparisonWord
    /// What it is compared with: one for an order or `equals`, at least one for `in`.
    package let operands: [Operand]

    /// A comparison with one operand, or with all that `in` allows.
    package init(word: ComparisonWord, operands: [Operand]) {
        self.word = word
        self.operands = operands
    }

    /// What stands between Chinese words and the number behind them.
    var space: String { if case .number? = operands.first { " " } else { "" } }
}

extension [AskedComparison] {
    /// As a person reads it: `不少于 15 天`; all of them must hold.
    public var title: Text {
        let zh = map { part in
            let operands = part.operands.map(\.title.zh).joined(separator: "、")
            return part.word.title.zh + part.space + operands
        }
        let en = map { part in part.word.title.en + " " + part.operands.map(\.title.en).joined(separator: ", ") }
        return Text(zh.joined(separator: "且"), en.joined(separator: " and "))
    }
}

/// A setting of a provision: its value in the profile, and where it stands.
package struct AskedSetting: Sendable, Hashable {
    /// The setting's key, as the profile writes it.
    package let key: String
    /// What it is called where outcomes tell what was asked; nil: it is not told there.
    package let label: Text?
    /// What the profile gives for it.
    package let value: AskedValue

    /// A setting as it stands in a profile.
    ///
    /// - Parameters:
    ///   - key: the key in the profile.
    ///   - label: what it is called where outcomes tell what was asked; nil: it is not told there.
    ///   - value: what the profile gives for it.
    package init(key: String, label: Text?, value: AskedValue) {
        self.key = key
        self.label = label
        self.value = value
    }
}

/// A value of a profile with its place.
package struct AskedValue: Sendable, Hashable {
    /// What the value is: a text, a list or a table.
    package let content: Content
    /// The file that it is written in, as people are shown it.
    package let path: String
    /// Counted from 1.
    package let line: Int

    /// What a value holds; lists and tables hold values that have places of their own.
    package indirect enum Content: Sendable, Hashable {
        /// As the profile writes it, which may be a number with its unit.
        case text(String)
        /// Its items in the order of the profile.
        case list([AskedValue])
        /// Its entries in the order of the profile.
        case table([AskedEntry])
    }

    /// A value with the file and the line, counted from 1, in which it begins.
    package init(_ content: Content, path: String, line: Int) {
        self.content = content
        self.path = path
        self.line = line
    }

    /// Nil for lists and tables.
    package var text: String? { if case .text(let text) = content { text } else { nil } }
}

/// A key of a table with its value.
package struct AskedEntry: Sendable, Hashable {
    /// The key, as the profile writes it.
    package let key: String
    /// What stands under the key.
    package let value: AskedValue

    /// A key with what stands under it.
    package init(key: String, value: AskedValue) {
        self.key = key
        self.value = value
    }
}
