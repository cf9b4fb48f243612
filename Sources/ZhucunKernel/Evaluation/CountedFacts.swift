public import PolicyYAML

/// What the records say of how often something was, for one subject in some days.
public struct CountedFacts: Sendable {
    /// Of how many of the days such records were kept.
    public enum Kept: Sendable { case all, some, none }

    /// Rows that count, one for each fact.
    public var certain: [Int]
    /// Rows of which it is not known whether they count.
    public var possible: [Int]
    public private(set) var kept: Kept
    /// Of facts that are told in several rows: all of them, by the one that stands for them.
    var tellings: [Int: [Int]] = [:]

    init(certain: [Int], possible: [Int], kept: Kept) {
        self.certain = certain
        self.possible = possible
        self.kept = kept
    }

    /// All that may count, in the order of the table.
    public var rows: [Int] { possible.isEmpty ? certain : (certain + possible).sorted() }

    /// All rows behind them, for people.
    public var told: [Int] { tellings.isEmpty ? rows : rows.flatMap { tellings[$0] ?? [$0] } }

    /// Whether there is nothing, and whether that means anything is not known.
    var isSilent: Bool { certain.isEmpty && possible.isEmpty && !isWhole }

    /// Whether there can be no others.
    public var isWhole: Bool { kept == .all }

    /// How many facts there are.
    public var number: ValueRange {
        ValueRange(Fraction(certain.count), isWhole ? Fraction(certain.count + possible.count) : nil)
    }

    /// Only some of them.
    public func filter(_ isTaken: (Int) -> Bool) -> CountedFacts {
        var taken = self
        taken.certain.removeAll { !isTaken($0) }
        taken.possible.removeAll { !isTaken($0) }
        return taken
    }

    /// The same where records were kept of so many of the days.
    public func keeping(_ kept: Kept) -> CountedFacts {
        var facts = self
        facts.kept = kept
        return facts
    }

    /// Why the number is not known, for people; nil where it is.
    public func doubt(_ title: Text) -> Text? {
        var parts: [Text] = []
        if kept == .none { parts.append(Text("没有保存\(title.zh)记录", "no \(title.en) were kept")) }
        if kept == .some { parts.append(Text("有的日子没有保存\(title.zh)记录", "no \(title.en) were kept on some days")) }
        let disagreeing = possible.count { tellings[$0] != nil }
        if disagreeing > 0 { parts.append(Text("有 \(disagreeing) 件事的记录互相不一致", "\(disagreeing) are told in ways that disagree")) }
        let silent = possible.count - disagreeing
        if silent > 0 { parts.append(Text("有 \(silent) 条不知道是否算", "of \(silent) it is not known whether they count")) }
        guard !parts.isEmpty else { return nil }
        return Text(parts.map(\.zh).joined(separator: "，"), parts.map(\.en).joined(separator: ", "))
    }
}
