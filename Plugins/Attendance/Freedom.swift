internal import CivilTime
internal import ZhucunKernel

extension AttendanceRule {
    /// What somebody is freed from in a unit.
    struct Freedom {
        var fromNights = false
        /// Why from all of it.
        var reason: Reason?
        /// That it is not known whether somebody is in a group, and what it would be if so.
        var doubt: Doubt?

        struct Doubt {
            let group: String
            private let isFromNights: Bool
            private let reason: Reason?

            init(_ group: String, _ freedom: Freedom) {
                self.group = group
                (isFromNights, reason) = (freedom.fromNights, freedom.reason)
            }

            var freedom: Freedom { Freedom(fromNights: isFromNights, reason: reason) }
        }
    }

    /// Whether a cadre is freed from the rule in a unit, or from its nights.
    func freedom(of subject: Subject, in unit: Period, _ evaluation: Evaluation) -> Freedom {
        guard canFree else { return Freedom() }
        let world = evaluation.world
        let postings = world.postings(of: subject, touching: unit.days).map { world.postings[$0] }
        let roles = postings.map { evaluation.symbols.text($0.role) }
        let those = exemptions.filter { $0.roles.isEmpty || $0.roles.contains(where: roles.contains) }
        let truths = those.map { $0.group.map { evaluation.isIn($0, subject, unit.days) } ?? .yes }
        let certain = zip(those, truths).filter { $0.1 == .yes }.map(\.0)
        var freed = freedom(by: certain, in: unit, postings)
        if let open = zip(those, truths).first(where: { $0.1 == .unknown })?.0.group, freed.reason == nil {
            let possible = zip(those, truths).filter { $0.1 != .no }.map(\.0)
            freed.doubt = Freedom.Doubt(open.name, freedom(by: possible, in: unit, postings))
        }
        return freed
    }

    private func freedom(by exemptions: [Exemption], in unit: Period, _ postings: [Posting]) -> Freedom {
        let months = [unit.first, unit.last].map(unit.months.monthOfYear)
        if exemptions.contains(where: { months.allSatisfy($0.months.contains) }) {
            return Freedom(fromNights: true, reason: Reason(.freedInMonth))
        }
        if case .days = days, !postings.contains(where: { $0.days.contains(unit.days) }) {
            return Freedom(fromNights: true, reason: Reason(.notWholePosted))
        }
        return Freedom(fromNights: exemptions.contains { $0.fromNights })
    }
}
