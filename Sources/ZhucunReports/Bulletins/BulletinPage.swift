internal import CivilTime
internal import PolicyYAML
internal import ZhucunBulletins
internal import ZhucunKernel

/// The body of one document.
struct BulletinPage {
    let facts: ReportFacts
    let layout: ReportLayout
    /// The provision that orders the document, in its unit.
    let block: ProvisionBlock
    let county: CountyResult
    let words: Words
    /// What the provisions found that the document shows.
    let sources: [ProvisionBlock]

    /// 2023年8月, 2023年第三季度; as it is written in records in English.
    var period: String { block.unit.title(facts.language) }

    /// A person or team with where it is and who sent it: name, village, sending unit.
    func who(_ subject: Subject) -> [Bulletin.Cell] {
        let village = facts.village(subject, in: county.county)
        return [
            .text(facts.identifier(subject)), .text(subject.kind == .team ? village?.name ?? "" : facts.world.name(of: subject)), .text(village?.township ?? ""),
            .text(village?.name ?? ""), .text(sender(subject)),
        ]
    }

    static let whoColumns = [
        Bulletin.Column(Text("编号", "Id")), Bulletin.Column(Text("姓名（队）", "Name")), Bulletin.Column(Text("乡镇", "Township")),
        Bulletin.Column(Text("村", "Village")), Bulletin.Column(Text("派出单位", "Sent by")),
    ]

    /// Nobody sends a household.
    private func sender(_ subject: Subject) -> String {
        let world = facts.world
        let unit: Int? = switch subject.kind {
        case .team: world.teams[subject.index].unit
        case .cadre: world.mainPosting(of: subject.index, in: block.unit.days).flatMap { world.postings[$0].unit }
        default: nil
        }
        return unit.map { world.units[$0].name } ?? ""
    }

    func number(_ measure: Int?, _ finding: Finding) -> Fraction? { measure.flatMap { finding.values[$0]?.number } }

    /// A value as a cell: whole numbers and decimals as numbers, shares in percent, names as text.
    func cell(_ value: MeasureValue?, _ dimension: Dimension) -> Bulletin.Cell {
        guard let value else { return .empty }
        guard case .number(let number) = value else { return .text(value.text { dimension == .share ? facts.percent($0) : $0.exactText }(facts.language)) }
        if dimension == .share { return .share(numerator: Int(number.numerator), denominator: Int(number.denominator)) }
        return number.denominator == 1 ? .whole(Int(number.numerator)) : .decimal(number.rounded(2))
    }
}
