/// The record files that a sample can have, by the stems of their names.
public enum SampleKind: String, CaseIterable, Sendable {
    case units, villages, teams, cadres, postings
    case checkIns = "checkins"
    case leaves, scores, incidents
    case grades = "annual_grades"
    case polls, households, workers, cases, problems, projects, posts, assets, loans, vacancies, amounts, commitments, plantings, activities, attestations

    public var file: String { rawValue + ".csv" }

    /// Without these the other files mean nothing, so every sample has them.
    var saysWhoIsWhere: Bool {
        switch self {
        case .units, .villages, .teams, .cadres, .postings: true
        default: false
        }
    }
}
