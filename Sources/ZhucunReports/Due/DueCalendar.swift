internal import CivilTime
internal import PolicyYAML
internal import Rendering
internal import ZhucunKernel

/// A calendar of what is owed, each entry on the day on which it is due (RFC 5545). The same list gives the same bytes.
struct DueCalendar {
    let facts: DueFacts

    private var language: Language { facts.language }

    var bytes: [UInt8] {
        var calendar = CalendarWriter()
        let name =
            facts.options.party.map { Text("应办事项 \(facts.label($0))", "Owed by \(facts.label($0))") }
            ?? Text("驻村应办事项", "Owed by the stationed")
        calendar.component("VCALENDAR") { calendar in
            calendar.line("VERSION", "2.0")
            calendar.line("PRODID", "-//zhucun//due//EN")
            calendar.line("CALSCALE", "GREGORIAN")
            calendar.line("METHOD", "PUBLISH")
            calendar.text("X-WR-CALNAME", name(language))
            calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
            calendar.line("X-PUBLISHED-TTL", "PT12H")
            writeZone(&calendar)
            for entry in facts.entries { write(entry, &calendar) }
        }
        return calendar.bytes
    }

    /// Where the days are days; a calendar must hold something even when nothing is owed.
    private func writeZone(_ calendar: inout CalendarWriter) {
        guard let zone = facts.list.policies.first?.zone else { return }
        let minutes = abs(Int(zone.offset)) / 60
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let offset = (zone.offset < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
        calendar.text("X-WR-TIMEZONE", zone.name)
        calendar.component("VTIMEZONE") { calendar in
            calendar.text("TZID", zone.name)
            calendar.component("STANDARD") { calendar in
                calendar.line("DTSTART", "19920101T000000")
                calendar.line("TZOFFSETFROM", offset)
                calendar.line("TZOFFSETTO", offset)
            }
        }
    }

    private func write(_ entry: DueEntry, _ calendar: inout CalendarWriter) {
        let state = facts.state(entry)
        let summary = summary(entry)
        calendar.component("VEVENT") { calendar in
            calendar.text("UID", identifier(entry))
            // The day of asking, so that the same list is the same file.
            calendar.line("DTSTAMP", compact(facts.list.asOf) + "T000000Z")
            calendar.line("DTSTART;VALUE=DATE", compact(entry.due))
            calendar.text(
                "SUMMARY", state == .overdue ? Text("【超期】\(summary)", "[overdue] \(summary)")(language) : summary)
            calendar.text("DESCRIPTION", description(entry).joined(separator: "\n"))
            calendar.line(
                "CATEGORIES",
                [state.title(language), facts.office(entry)].compactMap(\.self).map(CalendarWriter.escaped).joined(
                    separator: ","))
            calendar.line("TRANSP", "TRANSPARENT")
            calendar.component("VALARM") { calendar in
                calendar.line("ACTION", "DISPLAY")
                calendar.text("DESCRIPTION", summary)
                calendar.line("TRIGGER", "-P1D")
            }
        }
    }

    /// The subject where there is one, the number where there are several, nothing where somebody owes it for himself.
    private func summary(_ entry: DueEntry) -> String {
        let name = entry.provision.name
        if entry.first.bearers == [entry.first.subject], entry.first.subject == facts.options.party { return name }
        guard entry.items.count > 1 else { return name + Text("：", ": ")(language) + facts.whom(entry) }
        let counted = Rendering.counted(entry.items.count, facts.world.title(of: entry.first.subject.kind))
        return Text("\(name)（\(counted.zh)）", "\(name) (\(counted.en))")(language)
    }

    private func description(_ entry: DueEntry) -> [String] {
        let unit =
            entry.provision.per == nil
            ? [] : [Text("时间单位：\(entry.first.unit.title(.zh))", "Unit: \(entry.first.unit.title(.en))")]
        let rows =
            [
                Text("由：\(facts.who(entry))", "Owed by: \(facts.who(entry))"),
                Text("对象：\(facts.whom(entry))", "For: \(facts.whom(entry))"),
            ] + unit + [
                Text(
                    "进度：\(facts.progress(entry))，\(facts.distance(entry.due).zh)",
                    "State: \(facts.progress(entry)), \(facts.distance(entry.due).en)"),
                Text("依据：\(entry.provision.citation)", "Under: \(entry.provision.citation)"),
            ]
        let reasons = entry.items.count == 1 ? entry.first.finding.reasons.map { $0(language) } : []
        return rows.map { $0(language) } + reasons
    }

    /// The same for the same provision, party and unit, whatever is done meanwhile.
    private func identifier(_ entry: DueEntry) -> String {
        let when = entry.provision.per == nil ? entry.due.description : entry.first.unit.description
        let names = entry.first.bearers.map { "\($0.kind.rawValue).\(facts.world.identifier(of: $0))" }
        return ([entry.first.profile.code, entry.provision.key.description] + names + [when]).joined(separator: "/")
            + "@zhucun"
    }

    private func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }
}
