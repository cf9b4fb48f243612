internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import ZhucunBulletins

extension BulletinPage {
    /// Whom actions are proposed for, and a form for each on which the offices give their opinions. Nothing is decided by it.
    var proposals: [Bulletin.Block] {
        let found = sources.flatMap { source in
            source.outcomes.flatMap { outcome in
                outcome.actions.filter { layout.actions.isEmpty || layout.actions.contains($0.kind) }.map {
                    Proposal(source: source, outcome: outcome, action: $0)
                }
            }
        }
        guard !found.isEmpty else {
            return [.paragraph(Text("本期没有应提出的处理建议。", "There is nothing to propose for this period."))]
        }
        let table = Bulletin.Table(
            title: Text("处理建议名单", "Proposals"),
            columns: BulletinPage.whoColumns + [
                Bulletin.Column(Text("情形", "Because of")), Bulletin.Column(Text("建议", "Proposal")),
                Bulletin.Column(Text("依据", "Under")),
            ],
            rows: found.map {
                who($0.outcome.subject) + [
                    .text(because($0)), .text(county.describe($0.action)), .text($0.source.provision.citation),
                ]
            })
        let intro = Text(
            "\(period)，按下列条款共提出建议 \(found.count) 项，由有关单位研究决定。",
            "\(period): \(found.count) proposals under the clauses named, for the offices to decide.")
        return [.paragraph(intro), .table(table)] + found.map { .form(form($0)) }
    }

    private struct Proposal {
        let source: OutcomeBlock
        let outcome: Outcome
        let action: Action
    }

    private func because(_ proposal: Proposal) -> String {
        let reasons = proposal.outcome.reasons.map { $0(facts.language) }.joined(separator: "；")
        return reasons.isEmpty ? proposal.source.provision.name : reasons
    }

    private func form(_ proposal: Proposal) -> Bulletin.Form {
        let subject = proposal.outcome.subject
        let cells = who(subject)
        let action = titles.title(proposal.action.kind, in: "action")
        let labels = BulletinPage.whoColumns.map(\.title)
        let offices = proposal.action.details.filter { titles.words(in: "office").contains($0.value) }
        let boxes = offices.map { detail -> Bulletin.Form.Box in
            let office = titles.title(detail.value, in: "office")
            let isWhoActs = ["", "by"].contains(detail.key)
            let part = isWhoActs ? Text("意见", "opinion") : titles.title(detail.key, in: "action_part")
            return Bulletin.Form.Box(
                Text("\(office.zh)\(part.zh)", "\(office.en): \(part.en)"),
                signing: detail.value == titles.personsOwnWord ? .signature : .seal)
        }
        return Bulletin.Form(
            title: Text("驻村干部\(action.zh)意见表", "Form of opinion: \(action.en)"),
            fields: zip(labels, cells).map { Bulletin.Form.Field($0, $1) } + [
                Bulletin.Form.Field(Text("情形", "Because of"), .text(because(proposal)), isWide: true),
                Bulletin.Form.Field(Text("建议", "Proposal"), .text(county.describe(proposal.action)), isWide: true),
                Bulletin.Form.Field(Text("依据", "Under"), .text(proposal.source.provision.citation), isWide: true),
            ],
            boxes: boxes,
            notes: [Text("本表由平台按记录生成，处理由有关单位研究决定。", "Made from the records; the offices decide.")],
            sheet: "\(county.subjects.id(subject)) \(action(facts.language))")
    }
}

extension WordTitles {
    /// The word for the person concerned, who signs instead of sealing: the office that is borne by the cadre.
    var personsOwnWord: String? {
        words(in: "bearer").first { title($0, in: "bearer").zh == SubjectKind.cadre.rawValue }
    }
}
