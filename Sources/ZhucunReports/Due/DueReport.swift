internal import CivilTime
internal import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// What is owed on a day, as a list for people, as JSON, or as a calendar that a phone subscribes to.
public enum DueReport {
    public static let formats = ["text", "json", "ics"]

    /// Nil for a format that there is not.
    public static func render(_ list: DueList, as format: String, _ options: DueOptions) -> [UInt8]? {
        let facts = DueFacts(list: list, options: options)
        return switch format {
        case "text": text(facts)
        case "json": DueJSON.render(facts)
        case "ics": DueCalendar(facts: facts).bytes
        default: nil
        }
    }

    private static func text(_ facts: DueFacts) -> [UInt8] {
        var page = TextPage(language: facts.language)
        let list = facts.list
        let until = list.until.map { Text("，到 \($0)", " to \($0)") } ?? Text("", "")
        page.line(
            Text(
                "应办事项　\(list.asOf)（\(list.since) 起\(until.zh)）",
                "What is owed on \(list.asOf) (from \(list.since)\(until.en))"))
        for policy in list.policies {
            page.line(
                Text(
                    "政策配置　\(policy.profile.name.zh)（\(policy.profile.code)）",
                    "Profile: \(policy.profile.name.en) (\(policy.profile.code))"))
        }
        if let party = facts.partyText { page.line(Text("对象　\(party.zh)", "For: \(party.en)")) }
        let entries = facts.entries
        if entries.isEmpty {
            page.line("")
            page.line(Text("没有应办未办的事项。", "Nothing is owed."))
        }
        for state in DueState.allCases {
            let shown = entries.filter { facts.state($0) == state }
            guard !shown.isEmpty else { continue }
            let count = shown.reduce(0) { $0 + $1.items.count }
            let lines =
                shown.count == count
                ? Text("\(count) 项", "\(count)")
                : Text("\(count) 项，并为 \(shown.count) 行", "\(count) in \(shown.count) lines")
            page.line("")
            page.line(Text("■ \(state.title.zh)（\(lines.zh)）", "■ \(state.title.en) (\(lines.en))"))
            page.compactTable(shown.map { row($0, facts) }, indent: "  ")
        }
        writeUnknown(facts, &page)
        return page.bytes
    }

    private static func row(_ entry: DueEntry, _ facts: DueFacts) -> [String] {
        // What somebody owes for himself is said once.
        let whom = entry.first.bearers == [entry.first.subject] ? "" : facts.whom(entry)
        return [
            entry.due.description, facts.distance(entry.due)(facts.language), facts.who(entry), entry.provision.name,
            whom, facts.progress(entry),
            entry.provision.citation,
        ]
    }

    /// What the records do not say is not said to be done.
    private static func writeUnknown(_ facts: DueFacts, _ page: inout TextPage) {
        guard !facts.list.unknown.isEmpty else { return }
        page.line("")
        page.line(Text("因记录不全、不知是否已办的：", "Not known to be done or owed, records missing:"))
        page.table(
            facts.list.unknown.map { unknown in
                [
                    unknown.provision.name,
                    counted(unknown.subjects.count, facts.world.title(of: unknown.provision.subject))(page.language),
                    unknown.reason?(page.language) ?? "",
                ]
            }, indent: "  ")
    }
}
