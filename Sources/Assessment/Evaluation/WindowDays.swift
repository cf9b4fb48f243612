public import CivilTime

extension Evaluation {
    /// The days of a window that ends with a unit, for a subject.
    public func days(of window: Window, for subject: Subject, upTo unit: Period) -> DayRange {
        switch window {
        case .newestPosting: window.days(upTo: unit, from: newestPosting(of: subject, by: unit.last))
        case .term, .beforeTerm: window.days(upTo: unit, from: termStart(of: subject, in: unit.days))
        default: window.days(upTo: unit, from: nil)
        }
    }

    /// The first day of the newest posting that has begun by a day: a cadre's own, or of whoever is in a team or where a subject is.
    private func newestPosting(of subject: Subject, by day: Day) -> Day? {
        world.postings(of: subject, around: period).lazy.map { self.world.postings[$0].days.first }.filter { $0 <= day }
            .max()
    }
}
