internal import CivilTime
internal import Exact
internal import Messages
internal import Results
internal import ZhucunBulletins

/// The body of one document.
struct BulletinPage {
    let county: CountyFacts
    let layout: ReportLayout
    /// The provision that orders the document, in its unit.
    let block: OutcomeBlock
    /// What the provisions found that the document shows.
    let sources: [OutcomeBlock]

    var facts: ReportFacts { county.facts }
    var titles: WordTitles { county.titles }

    /// 2023年8月, 2023年第三季度; as it is written in records in English.
    var period: String { block.unit.title(facts.language) }

    /// A person or team with where it is and who sent it: name, village, sending unit.
    func who(_ subject: Int) -> [Bulletin.Cell] {
        let entry = county.subjects[subject]
        return [
            .text(entry.id), .text(entry.kind == .team ? entry.village?.name ?? "" : entry.name),
            .text(townshipName(entry.village)),
            .text(entry.village?.name ?? ""), .text(entry.sender ?? ""),
        ]
    }

    /// By its code where the records give no name.
    func townshipName(_ village: Subjects.Village?) -> String {
        guard let village else { return "" }
        return village.townshipName.isEmpty ? village.township : village.townshipName
    }

    static let whoColumns = [
        Bulletin.Column(Text("编号", "Id")), Bulletin.Column(Text("姓名（队）", "Name")),
        Bulletin.Column(Text("乡镇", "Township")),
        Bulletin.Column(Text("村", "Village")), Bulletin.Column(Text("派出单位", "Sent by")),
    ]

    func number(_ measure: Int?, _ outcome: Outcome) -> Fraction? { measure.flatMap { outcome[$0]?.number } }

    /// A value as a cell: whole numbers and decimals as numbers, shares in percent, names as text.
    func cell(_ value: MeasureValue?, _ dimension: Dimension) -> Bulletin.Cell {
        guard let value else { return .empty }
        guard case .number(let number) = value else {
            return .text(value.text(dimension.figures)(facts.language))
        }
        if dimension == .share { return .share(numerator: Int(number.numerator), denominator: Int(number.denominator)) }
        return number.denominator == 1 ? .whole(Int(number.numerator)) : .decimal(number.rounded(2))
    }
}
