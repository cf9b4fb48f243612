package import CivilTime
internal import Messages
package import Results
package import ZhucunBulletins

/// One document that a policy orders to be drawn up, filled from what an assessment found in one county.
package struct MadeBulletin: Sendable {
    /// `140622-month-ranking-2023-08`: a name for its file, without an ending.
    package let name: String
    package let bulletin: Bulletin
}

/// Fills the documents that the provisions of `reports` lay out.
package struct BulletinMaker: Sendable {
    let facts: ReportFacts
    /// The date that the documents bear; left open when nil.
    let date: Day?

    package init(_ facts: ReportFacts, date: Day?) {
        self.facts = facts
        self.date = date
    }

    /// The documents of a county in the period; `only` names one by its id.
    package func documents(of county: CountyResults, only: String? = nil) -> [MadeBulletin] {
        guard county.counts.contains(where: { $0.kind == .cadre && $0.count > 0 }) else { return [] }
        let facts = CountyFacts(facts: facts, county: county)
        return county.blocks.compactMap { block in
            let key = block.provision.key
            guard let layout = block.provision.layout, only == nil || only == key.id || only == key.description else {
                return nil
            }
            return make(layout, block, facts)
        }
    }

    private func make(_ layout: ReportLayout, _ block: OutcomeBlock, _ county: CountyFacts) -> MadeBulletin {
        let titles = county.titles
        let blocks = county.county.blocks
        let sources = layout.of.flatMap { name in
            blocks.filter { $0.provision.key.description == name && facts.belongs($0.unit, to: block.unit) }
        }
        let page = BulletinPage(county: county, layout: layout, block: block, sources: sources)
        let body: [Bulletin.Block] =
            switch layout.form {
            case .attendance: page.attendance
            case .ranking: page.ranking
            case .list: page.list
            case .proposals: page.proposals
            case .table: page.table
            }
        let office = { (word: String) in titles.title(word, in: "office") }
        let isForm = { (block: Bulletin.Block) in if case .form = block { true } else { false } }
        let bulletin = Bulletin(
            title: Text(same: layout.title.replacing("{period}", with: page.period)),
            addressees: layout.addressees.map(office),
            // Forms at the end follow the signature as annexes.
            body: body.filter { !isForm($0) } + [
                .note(Text("依据：\(block.provision.citation)", "Under \(block.provision.citation)"))
            ] + body.filter(isForm),
            issuer: office(layout.issuer)(facts.language), date: date, copies: layout.copies.map(office),
            language: facts.language)
        return MadeBulletin(
            name: "\(fileName(county.county.head.county))-\(fileName(block.provision.key.id))-\(block.unit)",
            bulletin: bulletin)
    }
}

extension ReportFacts {
    /// Whether a unit is one that a document of another unit shows: its own, or one within it.
    func belongs(_ unit: Period, to other: Period) -> Bool {
        unit == other || (other.unit == nil && unit == period) || other.days.contains(unit.last)
    }
}
