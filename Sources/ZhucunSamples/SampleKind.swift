public import ZhucunKernel

/// The record files that a sample can have, by the stems of their names.
public enum SampleKind: String, CaseIterable, Sendable {
    case divisions, units, villages, teams, cadres, postings
    case checkIns = "checkins"
    case leaves, scores, incidents
    case grades = "annual_grades"
    case polls, households, workers, cases, problems, projects, posts, assets, loans, vacancies, amounts, commitments,
        plantings, activities, attestations, houses, departments, enterprises, officers, ranks, insurances

    /// Kinds of a registry that no sample file is of: what modules beside the built-in ones bring along.
    public static func moduleKinds(of kinds: [RecordKind]) -> [RecordKind] {
        let own = Set(allCases.map(\.file))
        return kinds.filter { kind in !own.contains(kind.file) && !RecordKind.world.contains { $0.name == kind.name } }
    }

    public var file: String { rawValue + ".csv" }

    /// Without these the other files mean nothing, so every sample has them.
    var saysWhoIsWhere: Bool {
        switch self {
        case .divisions, .units, .villages, .teams, .cadres, .postings: true
        default: false
        }
    }
}
