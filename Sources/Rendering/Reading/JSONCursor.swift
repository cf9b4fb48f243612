internal import CivilTime
internal import Exact
internal import Messages
internal import Results

/// A value of a file of results, and the way to it, which is said when it is not what it should be.
struct JSONCursor {
    private let tree: JSONTree?
    private let path: String

    init(_ tree: JSONTree?, at path: String) {
        self.tree = tree
        self.path = path
    }

    subscript(key: String) -> JSONCursor { JSONCursor(tree?[key], at: path + "." + key) }

    /// Nil where there is nothing.
    var optional: JSONCursor? { tree == nil ? nil : self }

    var text: String {
        get throws(ResultsProblem) {
            guard case .text(let text) = tree else { throw problem(Text("文字", "a text")) }
            return text
        }
    }

    var texts: [String] {
        get throws(ResultsProblem) { try items.map { item throws(ResultsProblem) in try item.text } }
    }

    var int: Int {
        get throws(ResultsProblem) {
            guard case .number(let number) = tree else { throw problem(Text("整数", "a whole number")) }
            return Int(number)
        }
    }

    var flag: Bool {
        get throws(ResultsProblem) {
            guard case .flag(let flag) = tree else { throw problem(Text("true 或 false", "true or false")) }
            return flag
        }
    }

    var items: [JSONCursor] {
        get throws(ResultsProblem) {
            guard case .list(let items) = tree else { throw problem(Text("列表", "a list")) }
            return items.enumerated().map { JSONCursor($1, at: "\(path)[\($0)]") }
        }
    }

    /// In their order.
    var members: [(key: String, value: JSONCursor)] {
        get throws(ResultsProblem) {
            guard case .object(let members) = tree else { throw problem(Text("对象", "an object")) }
            return members.map { ($0.key, JSONCursor($0.value, at: path + "." + $0.key)) }
        }
    }

    var day: Day {
        get throws(ResultsProblem) {
            guard let day = Day(try text) else { throw problem(Text("日期", "a day")) }
            return day
        }
    }

    var period: Period {
        get throws(ResultsProblem) {
            guard let period = Period(try text) else { throw problem(Text("时期", "a period")) }
            return period
        }
    }

    /// A text in both languages.
    var words: Text {
        get throws(ResultsProblem) { Text(try self["zh"].text, try self["en"].text) }
    }

    /// The values of a provision's measures.
    func values(of provision: JudgedProvision) throws(ResultsProblem) -> [MeasureValue?] {
        try provision.measures.map { measure throws(ResultsProblem) in
            try self[measure.name].optional.map { value throws(ResultsProblem) in try value.value(measure.dimension) }
        }
    }

    private func value(_ dimension: Dimension) throws(ResultsProblem) -> MeasureValue {
        if dimension == .text { return .text(try text) }
        guard case .object = tree else { return .number(try number) }
        return .range(try range)
    }

    var range: ValueRange {
        get throws(ResultsProblem) {
            ValueRange(try self["at_least"].optional?.number, try self["at_most"].optional?.number)
        }
    }

    /// Whole, or a text such as `19/31`.
    var number: Fraction {
        get throws(ResultsProblem) {
            if case .number(let number) = tree { return Fraction(Int(number)) }
            let parts = try text.split(separator: "/").map { Int($0) }
            guard parts.count == 2, let numerator = parts[0], let denominator = parts[1],
                let fraction = Fraction(numerator, over: denominator)
            else {
                throw problem(Text("数，如 7 或 \"19/31\"", "a number, such as 7 or \"19/31\""))
            }
            return fraction
        }
    }

    func problem(_ expected: Text) -> ResultsProblem { ResultsProblem(at: path, expected: expected) }
}

extension SubjectKind {
    init(_ item: JSONCursor) throws(ResultsProblem) { self.init(named: try item.text) }
}

extension Verdict {
    init(_ item: JSONCursor) throws(ResultsProblem) {
        guard let verdict = Verdict(rawValue: try item.text) else { throw item.problem(Text("结论", "a verdict")) }
        self = verdict
    }
}

extension Reason {
    /// With the words that it was told in, whatever module gave it.
    init(_ item: JSONCursor) throws(ResultsProblem) {
        let values = try item["values"].optional?.members.map { name, value throws(ResultsProblem) in
            Named(name: name, value: try Detail(value))
        }
        self.init(ReasonCode(read: try item["code"].text, try item.words), read: values ?? [])
    }
}

extension Detail {
    fileprivate init(_ item: JSONCursor) throws(ResultsProblem) {
        if item["zh"].optional != nil, item["code"].optional == nil {
            self = .title(try item.words)
        } else if let part = item["part"].optional {
            self = .part(try part.number, of: try item["of"].number, .count)
        } else if let members = try? item.members {
            self = .compared(
                try members.map { word, value throws(ResultsProblem) in
                    guard let word = ComparisonWord(rawValue: word) else {
                        throw value.problem(Text("比较", "a comparison"))
                    }
                    let operands = (try? value.items) ?? [value]
                    return AskedComparison(
                        word: word,
                        operands: try operands.map { operand throws(ResultsProblem) in
                            if let number = try? operand.number {
                                .number(Quantity(number))
                            } else {
                                .text(try operand.text)
                            }
                        })
                })
        } else if let items = try? item.items {
            let doubts = try items.filter { $0["code"].optional != nil }.map { reason throws(ResultsProblem) in
                try Reason(reason)
            }
            self =
                doubts.isEmpty
                ? .list(try items.map { part throws(ResultsProblem) in try Detail(part) }) : .doubts(doubts)
        } else if let number = try? item.int {
            self = .number(Fraction(number))
        } else {
            self = .name(try item.text)
        }
    }
}
