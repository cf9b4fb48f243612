internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// A right that something gives, how long it can be used, and how soon its use must be answered.
public struct RightRule: Sendable {
    /// What gives it, and whose record that is.
    let after: CountedRecords
    let whose: Whose
    let limit: TimeLimit
    /// How it is used; nil: nothing tells.
    let used: CountedRecords
    let answer: Answer?
    /// A word of the vocabulary's group `office`: who owes the answer.
    let owedBy: String?

    struct Answer: Sendable {
        let records: CountedRecords
        let limit: TimeLimit
    }

    /// Whom the record is about that gives the right.
    enum Whose: String, Sendable, CaseIterable {
        case own = "self"
        case team, village, township, county
    }
}

extension RightRule {
    init(_ settings: inout SettingsReader) {
        after = settings.required(
            "after", .counted, Text("什么事之后可以行使", "what gives the right"), example: "{leave: all}",
            asked: Text("之后", "after"))
        whose =
            settings.optional(
                "of", .oneOf(Whose.allCases.map(\.rawValue)),
                Text(
                    "这件事记在谁名下：本人，或所在工作队、村、乡镇、县，省略为本人",
                    "whose record that is: one's own, or the team's, village's, township's, county's"),
                example: "county"
            ).flatMap { Whose(rawValue: $0) } ?? .own
        limit = settings.required(
            "time_limit", .timeLimit, Text("多长时间内可以行使", "how long it can be used"), example: "5 working days",
            asked: Text("行使期限", "to be used within"))
        used = settings.required("used", .counted, Text("哪种记录是行使", "the record of its use"), example: "{leave: all}")
        answer = settings.group("answered", Text("须怎样答复", "how it must be answered")) { reader in
            Answer(
                records: reader.required(
                    "by", .counted, Text("哪种记录是答复", "the record of the answer"), example: "{leave: all}"),
                limit: reader.required(
                    "time_limit", .timeLimit, Text("从提出起多长时间内", "how soon after its use"), example: "10 working days",
                    asked: Text("答复期限", "to be answered within")))
        }
        owedBy = settings.optional(
            "owed_by", .word("office"), Text("由谁答复", "who owes the answer"), example: "county_office",
            asked: Text("由谁", "owed by"))
    }
}
