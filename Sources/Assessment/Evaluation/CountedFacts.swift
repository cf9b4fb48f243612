/// What the records say of how often something was, for one subject in some days.
public struct CountedFacts: Sendable {
    /// Of how many of the days such records were kept.
    public enum Kept: Sendable { case all, some, none }

    /// Rows that count, one for each fact.
    public var certain: [Int]
    /// Rows of which it is not known whether they count.
    public var possible: [Int]
    /// Of how many of the days such records were kept; where not of all, there may have been more facts.
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

    /// Why the number is not known; empty where it is.
    public func doubts(_ kind: RecordKind) -> [Reason] {
        let records: KeyValuePairs<String, Detail> = ["records": .title(kind.recordsTitle)]
        var doubts: [Reason] = []
        if kept == .none { doubts.append(Reason(.noneKept, records)) }
        if kept == .some { doubts.append(Reason(.someNotKept, records)) }
        let disagreeing = possible.count { tellings[$0] != nil }
        if disagreeing > 0 { doubts.append(Reason(.disagreeing, ["count": .count(disagreeing)])) }
        let silent = possible.count - disagreeing
        if silent > 0 { doubts.append(Reason(.countUnknown, ["count": .count(silent)])) }
        return doubts
    }
}

extension RecordKind {
    /// What its records are called, as part of a sentence: `请假记录`, `leaves`.
    fileprivate var recordsTitle: Text {
        let title = about.title
        return Text(title.zh.hasSuffix("记录") ? title.zh : title.zh + "记录", title.en)
    }
}
