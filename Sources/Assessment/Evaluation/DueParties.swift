internal import CivilTime

extension DueList {
    /// What concerns some parties: what is about one of them, and what one of them bears.
    package func of(_ parties: Set<Subject>) -> DueList {
        kept {
            parties.contains($0.subject) || !parties.isDisjoint(with: $0.bearers)
        } unknown: {
            parties.contains($0)
        }
    }

    /// What is about those whom a division holds.
    package func inside(_ members: DivisionMembers) -> DueList {
        kept {
            members.holds($0.subject)
        } unknown: {
            members.holds($0)
        }
    }

    /// The teams that a cadre is in on the day of asking.
    package func teams(of party: Subject) -> [Subject] {
        guard party.kind == .cadre else { return [] }
        let world = records.world
        return Set(world.postings(of: party, touching: DayRange(asOf)).compactMap { world.postings[$0].team }).sorted()
            .map { Subject(.team, $0) }
    }

    private func kept(_ isKept: (DueItem) -> Bool, unknown isAsked: (Subject) -> Bool) -> DueList {
        var list = self
        list.items = items.filter(isKept)
        list.unknown = unknown.compactMap { unknown in
            var part = unknown
            part.subjects = unknown.subjects.filter(isAsked)
            return part.subjects.isEmpty ? nil : part
        }
        return list
    }
}
