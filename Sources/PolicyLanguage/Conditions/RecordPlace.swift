internal import CivilTime
internal import PolicyYAML

/// What a subject belongs to on its days: records about that are counted for it, each by where the subject was on the record's day.
package enum RecordPlace: String, Sendable, CaseIterable {
    case village, township, county, city, province, team, unit

    /// Of whom a provision can be about: only cadres have teams and units of their own.
    static func read(_ node: Node, _ session: ReadingSession) -> RecordPlace? {
        let words = allCases.filter { $0.isPlace || session.subject == .cadre }.map(\.rawValue)
        return ValueType<String>.oneOf(words).read(node, session).flatMap { RecordPlace(rawValue: $0) }
    }

    private var isPlace: Bool { self != .team && self != .unit }

    /// As part of a sentence.
    package var text: Text {
        switch self {
        case .village: Text("所在村的", "of the village")
        case .township: Text("所在乡镇的", "of the township")
        case .county: Text("所在县的", "of the county")
        case .city: Text("所在市的", "of the city")
        case .province: Text("所在省的", "of the province")
        case .team: Text("所在工作队的", "of the team")
        case .unit: Text("派出单位的", "of the sending unit")
        }
    }
}
