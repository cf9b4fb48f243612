public import CivilTime
public import PolicyYAML

/// How one kind of setting is written and read: its name for people, and its strict parser.
///
/// A parser that returns nil has reported why into the session; it never guesses.
public struct ValueType<Value: Sendable>: Sendable {
    /// What is expected, as a diagnostic and a reference page say it.
    public var name: Text { named() }
    private let named: @Sendable () -> Text
    private let parser: @Sendable (Node, ReadingSession) -> Value?

    /// For types that look at the node themselves and report their own problems. The name is made when somebody asks for it.
    public init(
        name: @autoclosure @escaping @Sendable () -> Text,
        node parse: @escaping @Sendable (Node, ReadingSession) -> Value?
    ) {
        named = name
        parser = parse
    }

    /// For types written as one scalar: nil from `scalar` is reported as «expected `name`, found the text».
    public init(name: @autoclosure @escaping @Sendable () -> Text, scalar: @escaping @Sendable (String) -> Value?) {
        self.init(name: name()) { node, session in
            guard let text = node.text else {
                session.report(.wrongShape(node, expected: name()))
                return nil
            }
            guard let value = scalar(text) else {
                session.report(.wrongValue(node, text, expected: name()))
                return nil
            }
            return value
        }
    }

    /// The value at a node; nil when it is not of the type, which is reported then.
    public func read(_ node: Node, _ session: ReadingSession) -> Value? { parser(node, session) }

    /// The same type, with one more thing asked of its values.
    public func checked(_ check: @escaping @Sendable (Value, Node, ReadingSession) -> Bool) -> ValueType {
        ValueType(name: name) { node, session in
            guard let value = read(node, session) else { return nil }
            return check(value, node, session) ? value : nil
        }
    }
}

extension ValueType where Value == String {
    /// Any text that is not empty.
    public static let text = ValueType(name: Text("一段文字", "text")) { $0.isEmpty ? nil : $0 }

    /// A word of a group of the vocabulary (`role`, `office`, `source` …), by its key or its Chinese name.
    public static func word(_ group: String) -> ValueType {
        ValueType(name: Text("词表“\(group)”中的词", "a word of the vocabulary's group '\(group)'")) { node, session in
            guard let text = node.text else {
                session.report(.wrongShape(node, expected: Text("词表“\(group)”中的词", "a word of the group '\(group)'")))
                return nil
            }
            if let key = session.words.key(of: text, in: group) {
                session.wordPlaces[NodePlace(node)] = group
                return key
            }
            if session.isDescribing { return text }
            session.report(.unknownWord(node, text, group: group, known: session.words.names(in: group)))
            return nil
        }
    }

    /// One of a few fixed words of the language itself.
    public static func oneOf(_ words: [String]) -> ValueType {
        @Sendable func name() -> Text { Text(words.joined(separator: "、"), "one of " + words.joined(separator: ", ")) }
        return ValueType(name: name()) { node, session in
            guard let text = node.text else {
                session.report(.wrongShape(node, expected: name()))
                return nil
            }
            guard words.contains(text) else {
                session.report(.notOneOf(node, text, words: words))
                return nil
            }
            return text
        }
    }
}

extension ValueType where Value == Bool {
    /// `true` or `false`.
    public static let flag = ValueType(name: Text("true 或 false", "true or false")) {
        ["true": true, "false": false][$0]
    }
}

extension ValueType where Value == Int {
    /// A whole number of something: `2`, `2 times`, `15 days`.
    public static func whole(_ dimension: Dimension, in range: ClosedRange<Int>) -> ValueType {
        @Sendable func name() -> Text {
            Text(
                "\(dimension.title.zh)（\(range.lowerBound)–\(range.upperBound) 的整数）",
                "\(dimension.title.en), a whole number of \(range.lowerBound)–\(range.upperBound)")
        }
        return ValueType(name: name()) { node, session in
            guard let amount = ValueType<Fraction>.amount(dimension).read(node, session) else { return nil }
            guard amount.denominator == 1, range.contains(Int(amount.numerator)) else {
                session.report(.wrongValue(node, node.text ?? "", expected: name()))
                return nil
            }
            return Int(amount.numerator)
        }
    }
}

extension ValueType where Value == Fraction {
    /// A number with the unit word of the dimension: `15 days`, `100 米`, `60%`.
    public static func amount(_ dimension: Dimension) -> ValueType {
        ValueType(name: dimension.title) { node, session in
            guard let text = node.text else {
                session.report(.wrongShape(node, expected: dimension.title))
                return nil
            }
            guard let quantity = Quantity(text) else {
                session.report(.wrongValue(node, text, expected: dimension.title))
                return nil
            }
            guard quantity.fits(dimension) else {
                session.report(.wrongUnit(node, text, expected: dimension.title, found: quantity.dimension))
                return nil
            }
            return quantity.value
        }
    }

    /// A number of whatever it counts, for settings whose dimension another setting says.
    public static let anyQuantity = ValueType(name: Text("数量，如 12天", "a quantity such as 12 days")) {
        Quantity($0)?.value
    }

    /// A part of a whole, above 0 and at most 1.
    public static let share = amount(.share).checked { value, node, session in
        guard value > .zero, value <= .one else {
            session.report(.shareOutOfRange(node, node.text ?? ""))
            return false
        }
        return true
    }
}

extension Quantity {
    /// Whether a number so written can stand where this dimension is asked.
    package func fits(_ asked: Dimension) -> Bool {
        if let dimension { return dimension == asked }
        return asked.allowsBareNumber
    }
}

extension ValueType where Value == Day {
    /// A civil date in one of `Day`'s forms, such as `2023-07-01`.
    public static let day = ValueType(name: Text("日期，如 2023-07-01", "a date such as 2023-07-01")) { Day($0) }
}

extension ValueType where Value == ClockWindow {
    /// A window of the day, its end excluded, possibly across midnight: `20:00-06:00`.
    public static let clockWindow = ValueType(name: Text("时段，如 20:00-06:00", "a time window such as 20:00-06:00")) {
        ClockWindow($0)
    }
}

extension ValueType where Value == TimeUnit {
    /// A unit of the calendar by its name: `week`, `half-month`, `quarter`.
    public static let timeUnit = ValueType<String>.oneOf(TimeUnit.allCases.map(\.rawValue)).map {
        TimeUnit(rawValue: $0)
    }
}

extension ValueType {
    /// The same text, read on into something else.
    public func map<Other>(_ transform: @escaping @Sendable (Value) -> Other?) -> ValueType<Other> {
        ValueType<Other>(name: name) { node, session in read(node, session).flatMap(transform) }
    }

    /// A list of these; a single value may stand without brackets.
    public func listed() -> ValueType<[Value]> {
        ValueType<[Value]>(name: Text("\(name.zh)（一个或列表）", "\(name.en), one or a list")) { node, session in
            let nodes = node.items ?? [node]
            let values = nodes.compactMap { read($0, session) }
            guard !nodes.isEmpty else {
                session.report(.emptyList(node, expected: name))
                return nil
            }
            return values.count == nodes.count ? values : nil
        }
    }

    /// A map from one kind of key to one kind of value, in the order of the file.
    public static func mapping<Key, Item>(_ keys: ValueType<Key>, _ values: ValueType<Item>) -> ValueType<
        [(key: Key, value: Item)]
    > where Value == [(key: Key, value: Item)] {
        @Sendable func name() -> Text {
            Text("映射：\(keys.name.zh) → \(values.name.zh)", "a map of \(keys.name.en) to \(values.name.en)")
        }
        return ValueType(name: name()) { node, session in
            guard let entries = node.entries, !entries.isEmpty else {
                session.report(
                    node.entries == nil ? .wrongShape(node, expected: name()) : .emptyList(node, expected: name()))
                return nil
            }
            let pairs = entries.compactMap { entry -> (key: Key, value: Item)? in
                let key = keys.read(entry.key, session)
                let value = values.read(entry.value, session)
                guard let key, let value else { return nil }
                return (key, value)
            }
            return pairs.count == entries.count ? pairs : nil
        }
    }
}
