internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import Writers

/// What a text report says about one provision in one county. The form follows from what the provision gives: ranks,
/// actions, judged records, or verdicts unit by unit.
struct ProvisionSection {
    let about: ProvisionFacts

    private var provision: JudgedProvision { about.provision }
    private var facts: ReportFacts { about.facts }

    func write(_ page: inout TextPage) {
        guard !about.isEmpty else { return }
        let per = provision.per?.title(page.language) ?? ""
        let asked = [per, about.askedText].filter { !$0.isEmpty }.joined(separator: page.language == .zh ? "：" : ": ")
        page.line("")
        page.line("■ \(provision.name)　[\(provision.key)]\(asked.isEmpty ? "" : "　" + asked)")
        page.line(Text("  依据　\(provision.citation)", "  under \(provision.citation)"))
        switch about.form {
        case .actions: writeActions(&page)
        case .ranks(let rank): about.blocks.indices.forEach { writeRanks($0, rank, &page) }
        case .records: writeRecords(&page)
        case .names: writeNames(&page)
        case .verdicts: writeVerdicts(&page)
        }
    }

    private func writeVerdicts(_ page: inout TextPage) {
        let counts = about.counts
        let units = about.blocks.count
        page.line(Text("  \(units) 个时间单位：\(counts.zh)", "  \(units) units: \(counts.en)"))
        if about.count(.breached) > 0 { writeBreached(&page) }
        writeUndetermined(&page)
    }

    /// Those that were in breach most often.
    private func writeBreached(_ page: inout TextPage) {
        let breached = OutcomesBySubject(about.outcomes) { $0.verdict == .breached }
        let totals = about.totals
        let units = about.blocks.map { $0.unit.listed(page.language, year: facts.period.name.year) }
        let listed = breached.subjects.indices.sortedPrefix(TextReport.listed) {
            breached.places(of: $0).count > breached.places(of: $1).count
        }
        page.line(
            provision.strength == .inPrinciple
                ? Text(
                    "  偏离原则要求、没有记明理由的 \(breached.subjects.count) 个：",
                    "  \(breached.subjects.count) depart from it, no reason recorded:")
                : Text("  不符合的 \(breached.subjects.count) 个：", "  \(breached.subjects.count) in breach:"))
        page.table(
            listed.map { index in
                let (subject, places) = (breached.subjects[index], breached.places(of: index))
                return [
                    about.county.label(subject), principal(subject, totals, places, page.language),
                    short(places.map { units[$0.block] }, page.language),
                ]
            }, indent: "    ")
        more(breached.subjects.count, &page)
    }

    /// The principal measure over the period, of a single unit that of the unit; else why it is so, the first time.
    private func principal(
        _ subject: Int, _ totals: PeriodTotals, _ places: ArraySlice<OutcomePlace>, _ language: Language
    ) -> String {
        guard let first = places.first.map({ about[$0] }) else { return "" }
        if provision.measures[0].dimension != .text {
            if totals[subject, 0] != nil { return about.said { totals[subject, $0] }.text(0) }
            if about.blocks.count == 1, first.principal != nil { return about.said { first[$0] }.text(0) }
        }
        return first.reasons.first?(language) ?? ""
    }

    /// The first units, and how many there are.
    private func short(_ units: [String], _ language: Language) -> String {
        let shown = units.prefix(5).joined(separator: language == .zh ? "、" : " ")
        return units.count <= 5 ? shown : shown + Text(" 等 \(units.count) 个", " … \(units.count) in all")(language)
    }

    private func writeUndetermined(_ page: inout TextPage) {
        for (reason, count) in about.openReasons.mostFrequent(5) where !reason.isEmpty {
            page.line(Text("  无法判断 \(count) 次：\(reason)", "  undetermined \(count) times: \(reason)"))
        }
    }

    private func writeRanks(_ block: Int, _ rank: Int, _ page: inout TextPage) {
        let unit = about.blocks[block].unit
        let ranked = RankedOutcomes(about.outcomes[block], by: rank)
        let left = about.outcomes[block].count - ranked.count
        let leftText =
            left == 0
            ? Text("", "")
            : Text(
                "，\(left) 个没有\(provision.pointsTitle.zh)未排",
                ", \(left) without a \(provision.pointsTitle.en) not ranked")
        page.line(
            Text(
                "  \(unit.title(.zh))：参加排名 \(ranked.count) 个\(leftText.zh)",
                "  \(unit.title(.en)): \(ranked.count) ranked\(leftText.en)"))
        if let band = provision.measures.firstIndex(where: { $0.role == .band }) {
            for name in provision.measures[band].values ?? [] {
                let members = ranked.filter { $0[band] == .text(name) }
                let rest = members.count - TextReport.listed
                let more = rest > 0 ? Text("；另 \(rest) 个", "; \(rest) more")(page.language) : ""
                page.line("    \(name)（\(members.count)）：" + entries(members.first(TextReport.listed), rank) + more)
            }
            for tie in ranked.filter({ !$0.reasons.isEmpty }).ordered {
                page.line("    ※ \(about.county.label(tie.subject))：\(tie.reasons[0](page.language))")
            }
        } else if provision.isRankedApart {
            let places = Dictionary(grouping: ranked.ordered) {
                provision.rankedIn(about.county.subjects[$0.subject])
            }
            for (place, here) in places.sorted(by: { $0.key < $1.key }) {
                let shown =
                    here.count <= 6
                    ? entries(here, rank)
                    : entries(Array(here.prefix(3)), rank) + "；…；" + entries(Array(here.suffix(3)), rank)
                page.line("    \(place)（\(here.count)）：" + shown)
            }
        } else if ranked.count > 0 {
            page.line(Text("    前列：", "    first: ").callAsFunction(page.language) + entries(ranked.first(5), rank))
            page.line(Text("    末位：", "    last: ").callAsFunction(page.language) + entries(ranked.last(5), rank))
        }
    }

    private func entries(_ outcomes: [Outcome], _ rank: Int) -> String {
        let points = about.points
        return outcomes.map { outcome in
            let total = points.map { " " + facts.text(outcome[$0], provision.measures[$0]) } ?? ""
            return "\(outcome[rank]?.exactText ?? "") \(about.county.label(outcome.subject))\(total)"
        }.joined(separator: "；")
    }

    private func writeActions(_ page: inout TextPage) {
        let actions = about.withActions
        if actions.isEmpty {
            page.line(Text("  没有处理建议", "  nothing proposed"))
        } else if let first = actions.first {
            let proposals = about[first].actions.map { about.county.describe($0) }.joined(separator: "；")
            page.line(Text("  建议　\(proposals)", "  proposed: \(proposals)"))
            page.table(
                actions.prefix(TextReport.listed).map { place in
                    [
                        about.county.label(about[place].subject), about.unit(place).title(page.language),
                        about.reasons(about[place]),
                    ]
                }, indent: "    ")
            more(actions.count, &page)
        }
        writeUndetermined(&page)
    }

    private func writeRecords(_ page: inout TextPage) {
        page.line("  " + about.counts(page.language))
        page.table(
            about.places(atMost: TextReport.listed) { $0.verdict != .met }.map { place in
                let outcome = about[place]
                let value = provision.measures.first.map { facts.text(outcome.principal, $0) } ?? ""
                return [
                    about.county.label(outcome.subject), outcome.record ?? "", value,
                    provision.title(of: outcome.verdict)(page.language), about.reasons(outcome),
                ]
            }, indent: "    ")
        more(about.count - about.count(.met), &page)
    }

    private func writeNames(_ page: inout TextPage) {
        for (block, outcomes) in zip(about.blocks, about.outcomes) {
            let names = provision.measures[0].values ?? []
            let parts = names.map { name in "\(name) \(outcomes.count { $0.principal == .text(name) })" }
            let open = outcomes.count { $0.verdict == .undetermined }
            let rest = open == 0 ? "" : Text("，无法判断 \(open)", ", \(open) undetermined")(page.language)
            page.line("  \(block.unit.title(page.language))：" + parts.joined(separator: "，") + rest)
        }
    }

    private func more(_ count: Int, _ page: inout TextPage) {
        guard count > TextReport.listed else { return }
        page.line(
            Text(
                "    另 \(count - TextReport.listed) 个（--format csv 列出全部）",
                "    \(count - TextReport.listed) more (--format csv lists all)"))
    }
}
