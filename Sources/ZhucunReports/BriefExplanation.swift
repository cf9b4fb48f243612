internal import CivilTime
internal import PolicyYAML
internal import Rendering
internal import Results
internal import ZhucunKernel

/// What a cadre reads first: of each provision a sentence for each unit, a calendar of the days with its legend, and what would help.
struct BriefExplanation {
    private let explanation: SubjectExplanation
    private let options: ExplanationOptions
    private var language: Language { options.language }

    init(_ explanation: SubjectExplanation, _ options: ExplanationOptions) {
        self.explanation = explanation
        self.options = options
    }

    func write(_ page: inout TextPage) {
        var groups: [[ProvisionExplanation]] = []
        for item in explanation.provisions {
            if groups.last?.first?.provision.key == item.provision.key {
                groups[groups.count - 1].append(item)
            } else {
                groups.append([item])
            }
        }
        // What applies to nobody of them needs no more than its name, unless it alone was asked for.
        let isShown = { (items: [ProvisionExplanation]) in
            groups.count == 1 || items.contains { $0.finding.verdict != .notApplicable }
        }
        for items in groups where isShown(items) { write(items, &page) }
        let rest = groups.filter { !isShown($0) }.compactMap { $0.first?.provision.name }
        guard !rest.isEmpty else { return }
        page.line("")
        page.line(
            Text("不适用：\(rest.joined(separator: "、"))", "Not applicable: \(rest.joined(separator: ", "))"))
    }

    private func write(_ items: [ProvisionExplanation], _ page: inout TextPage) {
        guard let provision = items.last?.provision else { return }
        page.line("")
        page.line("■ \(provision.name)　\(provision.citation)")
        let asked = provision.asked.filter { $0.node.text != nil }.map {
            "\($0.label(language)) \(options.words.text($0.node, under: $0.key))"
        }
        if !asked.isEmpty {
            let list = asked.joined(separator: language == .zh ? "；" : "; ")
            page.line(Text("  要求：\(list)", "  asked: \(list)"))
        }
        for item in items { write(item, &page) }
        writeCalendar(items.flatMap(\.steps).compactMap(\.day), &page)
    }

    /// `2023年9月：不符合。应在岗 20 天，在岗 17 天，还差 3 天`.
    private func write(_ item: ProvisionExplanation, _ page: inout TextPage) {
        let finding = item.finding
        let said = SaidMeasures(JudgedProvision(item.provision).measures, language) { finding.values[$0] }
        let verdict = item.provision.title(of: finding.verdict)(language)
        let progress = finding.verdict == .notApplicable ? "" : said.progress
        let record = finding.record.map { " \($0)" } ?? ""
        let (colon, stop) = (Text("：", ": ")(language), Text("。", ". ")(language))
        page.line("  \(item.unit.title(language))\(record)\(colon)\(verdict)\(progress.isEmpty ? "" : stop + progress)")
        for reason in finding.reasons.prefix(BriefExplanation.listed) { page.line("    " + reason(language)) }
        if !finding.actions.isEmpty {
            let kinds = finding.actions.map { options.words.title($0.kind, in: "action") }
            page.line(
                "    " + Text("建议：", "proposed: ")(language) + kinds.joined(separator: language == .zh ? "、" : ", "))
        }
        for need in item.needs.prefix(BriefExplanation.listed) {
            page.line(Text("    要能判断，还需 \(need.text.zh)", "    what would decide it: \(need.text.en)"))
        }
        for help in help(item, said) { page.line(help) }
    }

    /// Reasons and needs that are told one by one.
    private static let listed = 4

    /// While a unit is not over: how much of what is asked is still to be done, and in how many days.
    private func help(_ item: ProvisionExplanation, _ said: SaidMeasures) -> [Text] {
        guard let asOf = options.asOf, item.unit.days.contains(asOf), item.finding.verdict != .notApplicable else {
            return []
        }
        let measures = item.provision.measures
        let days = item.unit.last - asOf + 1
        let unit: Text =
            item.unit.unit.map { unit in
                let title: Text = unit.title
                return Text("本\(title.zh)", "the \(title.en)")
            } ?? Text("本期", "the period")
        return said.bounds.compactMap { pair in
            guard let left = said.left(pair) else { return nil }
            let (dimension, title) = (measures[pair.measure].dimension, measures[pair.measure].title)
            let lacking = dimension.text(left)
            if [.days, .nights].contains(dimension), left > Fraction(days) {
                return Text(
                    "    \(unit.zh)还剩 \(days) 天，\(title.zh)还差 \(lacking.zh)，已无法达到",
                    "    \(days) days of \(unit.en) are left, \(lacking.en) more are asked: out of reach")
            }
            return Text(
                "    \(unit.zh)还剩 \(days) 天，\(title.zh)再有 \(lacking.zh)即达到要求",
                "    \(days) days of \(unit.en) are left; \(lacking.en) more and it is as asked")
        }
    }

    /// A row for each week, then what the signs stand for.
    private func writeCalendar(_ days: [ExplainedDay], _ page: inout TextPage) {
        guard !days.isEmpty else { return }
        let byDay = Dictionary(days.map { ($0.day, $0) }, uniquingKeysWith: { a, _ in a })
        let weeks = Set(byDay.keys.map { Period(containing: $0, unit: .week) }).sorted()
        let names = language == .zh ? ["一", "二", "三", "四", "五", "六", "日"] : ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        let rows = weeks.map { week in
            ["\(week.first.description.dropFirst("2023-".count))"]
                + (0..<7).map { offset in
                    byDay[week.first.advanced(by: offset)]?.marks.map { $0.sign(language) }.joined() ?? ""
                }
        }
        page.line("")
        page.table([[Text("周", "week of")(language)] + names] + rows, indent: "  ")
        var seen: Set<ExplainedDay.Mark> = []
        let marks = days.flatMap(\.marks).filter { !$0.meaning.zh.isEmpty && seen.insert($0).inserted }
        let legend = marks.map { "\($0.sign(language)) \($0.meaning(language))" }
        page.line("  " + legend.joined(separator: language == .zh ? "；" : "; "))
    }
}
