import PolicyYAML

/// What holds for all modules together: the editions' section `general`.
public struct GeneralSettings: Sendable {
    /// The longest gap, in days, between two postings of one stay where no batch is recorded. Where nothing is said there is none.
    package let termGap: Int
    /// The states of a leave in which somebody is on it, for filters and groups.
    package let leaveCounts: [String]

    init(_ node: Node?, _ session: ReadingSession) {
        guard let node, node.entries != nil else {
            if let node { session.report(.wrongShape(node, expected: Text("一组设置（映射）", "a group of settings (a map)"))) }
            termGap = 0
            leaveCounts = []
            return
        }
        var reader = SettingsReader(node, session: session)
        termGap =
            reader.optional(
                "term_gap", .whole(.days, in: 0...3660),
                Text(
                    "没有写批次时，两段派驻相隔不超过多少天算同一任期",
                    "the longest gap between postings of one term where no batch is recorded"),
                example: "30 days") ?? 0
        leaveCounts =
            reader.optional(
                "leave_counts", ValueType<String>.word("leave_status").listed(),
                Text("哪些审批状态的请假算在休（on_leave）", "states of a leave in which somebody is on it (on_leave)"),
                example: "[approved, closed]") ?? []
        _ = reader.optional(
            "discretion", ValueType<[(key: String, value: String)]>.mapping(.text, .text),
            Text("文件没有规定、由办公室决定的设置及理由", "settings that no document gives, each with its reason"),
            example: "{term_gap: 文件未规定}")
        reader.reportUnknownKeys()
        for entry in node["discretion"]?.entries ?? [] where !GeneralSettings.names.contains(entry.key.text ?? "") {
            session.report(.discretionOverNothing(entry.key, entry.key.text ?? "", known: GeneralSettings.names))
        }
    }

    private static let names = ["term_gap", "leave_counts"]
}
