package import CivilTime

/// Whom a division or a village holds, in some days.
package struct DivisionMembers: Sendable {
    /// What the codes of everything inside begin with.
    private let digits: String
    private let world: World
    private let days: DayRange
    /// Sending units are where their people are; those without any where they are themselves.
    private let units: Set<Int>

    /// Whom a division or a village holds; nil when the records have nothing there.
    ///
    /// - Parameters:
    ///   - code: a division's code, with or without the zeros at its end, or a village's.
    ///   - world: who is where.
    ///   - days: the days in which postings count.
    package init?(_ code: String, in world: World, _ days: DayRange) {
        let division = world.divisions.first { $0.code == code || $0.prefix == code }?.prefix
        guard let digits = division ?? world.villages.first(where: { $0.code == code })?.code else { return nil }
        self.digits = digits
        self.world = world
        self.days = days
        let inside = world.postings.filter {
            $0.days.intersection(days) != nil && world.villages[$0.village].code.hasPrefix(digits)
        }
        let idle = world.units.indices.filter { unit in
            world.units[unit].division.hasPrefix(digits)
                && !world.postingsOfUnit[unit].contains { world.postings[$0].days.intersection(days) != nil }
        }
        units = Set(inside.compactMap(\.unit) + idle)
    }

    /// Whether a subject belongs to the division or village: a cadre by where most of its days lie, a sending unit when
    /// it sent anybody there or, having sent nobody, is of there, a division when it lies inside, anything else by its village.
    package func holds(_ subject: Subject) -> Bool {
        switch subject.kind {
        case .unit: units.contains(subject.index)
        case .division: world.divisions[subject.index].prefix.hasPrefix(digits)
        default: world.division(of: subject, in: days).hasPrefix(digits)
        }
    }
}
