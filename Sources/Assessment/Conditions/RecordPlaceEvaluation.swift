internal import CivilTime

extension Evaluation {
    /// Whom records must name to be about where a subject is, each with the days on which it is there.
    func stays(of subject: Subject, at place: RecordPlace, in days: DayRange) -> [(name: Symbol, days: DayRange)] {
        guard subject.kind == .cadre else {
            return division(place, village(of: subject, in: days)).map { [(name: $0, days: days)] } ?? []
        }
        return world.postings(of: subject, touching: days).compactMap { index in
            let posting = world.postings[index]
            let name =
                switch place {
                case .team: posting.team.flatMap { world.symbolOf[.team]?[$0] }
                case .unit: posting.unit.flatMap { world.symbolOf[.unit]?[$0] }
                default: division(place, posting.village)
                }
            guard let name, let days = posting.days.intersection(days) else { return nil }
            return (name: name, days: days)
        }
    }

    /// The name by which records know the division of a village; nil where none names it.
    private func division(_ place: RecordPlace, _ village: Int?) -> Symbol? {
        guard let village else { return nil }
        let code = world.villages[village].code
        return symbols.find(place == .village ? code : Division.code(of: place.rawValue, around: code) ?? "")
    }
}
