internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import ZhucunBulletins

extension BulletinPage {
    /// Ranks in order, with what they go by and the band; then those who could not be ranked.
    var ranking: [Bulletin.Block] {
        blocks(sources.flatMap { tables($0, $0.outcomes) })
    }

    /// The same of the subjects that the document's own provision is about: what is filed with a higher office.
    var list: [Bulletin.Block] {
        let named = Set(block.outcomes.map(\.subject))
        return blocks(
            sources.flatMap { source in tables(source, source.outcomes.filter { named.contains($0.subject) }) })
    }

    private func blocks(_ tables: [Bulletin.Table]) -> [Bulletin.Block] {
        tables.isEmpty ? [nothing] : tables.map { .table($0) }
    }

    private func tables(_ source: OutcomeBlock, _ outcomes: some Sequence<Outcome>) -> [Bulletin.Table] {
        let provision = source.provision
        guard let rank = provision.rank else { return [] }
        let shown = provision.measures.indices.filter {
            ([.points, .text].contains(provision.measures[$0].dimension) || $0 == provision.points)
                && provision.measures[$0].role != .outcome
        }
        let columns =
            [Bulletin.Column(Text("名次", "Rank"), .end)] + BulletinPage.whoColumns
            + shown.map {
                Bulletin.Column(
                    provision.measures[$0].title, provision.measures[$0].dimension == .text ? .center : .end)
            }
        let ranked = outcomes.filter { $0[rank] != nil }
            .sorted { ($0[rank]?.number ?? .zero, $0.subject) < ($1[rank]?.number ?? .zero, $1.subject) }
        let row = { (outcome: Outcome) -> [Bulletin.Cell] in
            [cell(outcome[rank], .places)] + who(outcome.subject)
                + shown.map { cell(outcome[$0], provision.measures[$0].dimension) }
        }
        // Those who are ranked apart stand apart.
        let byPlace = Dictionary(grouping: ranked) { provision.rankedIn(county.subjects[$0.subject]) }
        var tables = byPlace.keys.sorted().map { place in
            let title = Text(
                "\(provision.name)（\(source.unit.title(.zh))）", "\(provision.key.id), \(source.unit.title(.en))")
            return Bulletin.Table(
                title: place.isEmpty ? title : Text("\(title.zh)　\(place)", "\(title.en), \(place)"),
                columns: columns, rows: (byPlace[place] ?? []).map(row))
        }
        let open = outcomes.filter { $0.verdict == .undetermined }
        if !open.isEmpty {
            tables.append(
                Bulletin.Table(
                    title: Text("没有名次（缺少记录）", "Not ranked, for want of records"), columns: BulletinPage.whoColumns,
                    rows: open.map { who($0.subject) }))
        }
        return tables
    }
}
