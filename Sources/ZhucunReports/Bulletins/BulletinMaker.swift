public import CivilTime
public import PolicyYAML
public import ZhucunBulletins
public import ZhucunKernel

/// One document that a policy orders to be drawn up, filled from what an assessment found in one county.
public struct MadeBulletin: Sendable {
    /// `140622-month-ranking-2023-08`: a name for its file, without an ending.
    public let name: String
    public let bulletin: Bulletin
}

/// Fills the documents that the provisions of `reports` lay out.
public struct BulletinMaker: Sendable {
    let facts: ReportFacts
    /// The date that the documents bear; left open when nil.
    let date: Day?

    public init(_ prepared: Assessor.Prepared, _ language: Language, date: Day?) {
        facts = ReportFacts(prepared: prepared, options: ReportOptions(language: language))
        self.date = date
    }

    /// The documents of a county in the period; `only` names one by its id.
    public func documents(of county: CountyResult, only: String? = nil) -> [MadeBulletin] {
        guard county.subjects[.cadre]?.isEmpty == false else { return [] }
        return county.blocks.compactMap { block in
            guard let layout = block.provision.layout, only == nil || only == block.provision.key.id || only == block.provision.key.description else { return nil }
            return make(layout, block, county)
        }
    }

    private func make(_ layout: ReportLayout, _ block: ProvisionBlock, _ county: CountyResult) -> MadeBulletin {
        let words = facts.words(county.profile)
        let sources = layout.of.flatMap { name in county.blocks.filter { $0.provision.key.description == name && facts.belongs($0.unit, to: block.unit) } }
        let page = BulletinPage(facts: facts, layout: layout, block: block, county: county, words: words, sources: sources)
        let body: [Bulletin.Block] =
            switch layout.form {
            case .attendance: page.attendance
            case .ranking: page.ranking
            case .list: page.list
            case .proposals: page.proposals
            case .table: page.table
            }
        let office = { (word: String) in words.title(word, in: "office") }
        let isForm = { (block: Bulletin.Block) in if case .form = block { true } else { false } }
        let bulletin = Bulletin(
            title: Text(same: layout.title.replacing("{period}", with: page.period)), addressees: layout.addressees.map(office),
            // Forms at the end follow the signature as annexes.
            body: body.filter { !isForm($0) } + [.note(Text("依据：\(block.provision.citation)", "Under \(block.provision.citation)"))] + body.filter(isForm),
            issuer: office(layout.issuer)(facts.language), date: date, copies: layout.copies.map(office), language: facts.language)
        return MadeBulletin(name: "\(fileName(county.county))-\(fileName(block.provision.key.id))-\(block.unit)", bulletin: bulletin)
    }
}

extension ReportFacts {
    /// Whether a unit is one that a document of another unit shows: its own, or one within it.
    func belongs(_ unit: Period, to other: Period) -> Bool { unit == other || (other.unit == nil && unit == period) || other.days.contains(unit.last) }
}
