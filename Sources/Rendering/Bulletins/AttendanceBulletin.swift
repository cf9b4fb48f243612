internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import ZhucunBulletins

extension BulletinPage {
    /// Attendance by township and of the county, then those who fell short and those of whom too little is known.
    var attendance: [Bulletin.Block] {
        guard let source = sources.last else { return [nothing] }
        let outcomes = source.outcomes.filter { $0.verdict != .notApplicable }
        let all = Sum(outcomes, self, source)
        var townships: [String: [Outcome]] = [:]
        for outcome in outcomes {
            townships[county.subjects.village(outcome.subject)?.township ?? "", default: []].append(outcome)
        }
        let rows = townships.sorted { $0.key < $1.key }.map { _, outcomes in
            [Bulletin.Cell.text(townshipName(outcomes.first.flatMap { county.subjects.village($0.subject) }))]
                + Sum(outcomes, self, source).cells
        }
        let short = outcomes.filter { $0.verdict == .breached }
        let open = outcomes.filter { $0.verdict == .undetermined }
        var body: [Bulletin.Block] = [
            .paragraph(
                Text(
                    "\(period)，应考核驻村干部 \(all.people) 人，出勤率 \(all.rate.shown)；达到要求 \(all.met) 人，未达到 \(all.breached) 人，记录不全、无法判断 \(all.open) 人。",
                    "\(period): \(all.people) cadres, attendance \(all.rate.shown); \(all.met) as required, \(all.breached) short, \(all.open) undetermined for want of records."
                )),
            .table(
                Bulletin.Table(
                    title: Text("各乡镇出勤情况", "Attendance by township"),
                    columns: [Bulletin.Column(Text("乡镇", "Township"))] + Sum.columns, rows: rows,
                    totals: [.text(Text("合计", "Total")(facts.language))] + all.cells,
                    sheet: Text("乡镇", "Townships")(facts.language))),
        ]
        if !short.isEmpty { body.append(.table(people(Text("未达到要求的干部", "Cadres who fell short"), short, source))) }
        if !open.isEmpty { body.append(.table(people(Text("记录不全的干部", "Cadres with records missing"), open, source))) }
        return body
    }

    var nothing: Bulletin.Block { .paragraph(Text("本期没有可列的结果。", "There is nothing to show for this period.")) }

    private func people(_ title: Text, _ outcomes: [Outcome], _ source: OutcomeBlock) -> Bulletin.Table {
        Bulletin.Table(
            title: title,
            columns: BulletinPage.whoColumns
                + source.provision.rateMeasures.map { index in
                    let measure = source.provision.measures[index]
                    return Bulletin.Column(measure.dimension == .share ? Text("出勤率", "Rate") : measure.title, .end)
                },
            rows: outcomes.map { outcome in
                who(outcome.subject)
                    + source.provision.rateMeasures.map { cell(outcome[$0], source.provision.measures[$0].dimension) }
            },
            sheet: title(facts.language))
    }

    /// Days and verdicts of some cadres, summed.
    private struct Sum {
        let people: Int
        let met: Int
        let breached: Int
        let open: Int
        private let onPost: Int
        private let countable: Int

        /// Of whom too little is known, days do not count.
        init(_ outcomes: [Outcome], _ page: BulletinPage, _ source: OutcomeBlock) {
            people = outcomes.count
            met = outcomes.count { $0.verdict == .met }
            breached = outcomes.count { $0.verdict == .breached }
            open = outcomes.count { $0.verdict == .undetermined }
            let (part, whole) = source.provision.partAndWhole
            let known = outcomes.filter { outcome in [part, whole].allSatisfy { page.number($0, outcome) != nil } }
            // Days are whole.
            let total = { (measure: Int?) in known.reduce(0) { $0 + Int(page.number(measure, $1)?.numerator ?? 0) } }
            onPost = total(part)
            countable = total(whole)
        }

        var rate: Bulletin.Cell { .share(numerator: onPost, denominator: countable) }

        static let columns = [
            Bulletin.Column(Text("人数", "Cadres"), .end), Bulletin.Column(Text("在岗天数", "Days on post"), .end),
            Bulletin.Column(Text("应计天数", "Countable"), .end),
            Bulletin.Column(Text("出勤率", "Rate"), .end), Bulletin.Column(Text("达到", "As required"), .end),
            Bulletin.Column(Text("未达到", "Short"), .end),
            Bulletin.Column(Text("无法判断", "Undetermined"), .end),
        ]

        var cells: [Bulletin.Cell] {
            [.whole(people), .whole(onPost), .whole(countable), rate, .whole(met), .whole(breached), .whole(open)]
        }
    }
}
