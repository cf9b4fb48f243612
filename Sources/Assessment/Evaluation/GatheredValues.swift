internal import CivilTime
import PolicyYAML

// A measure over a span as the mean, the lowest, the highest or the total of what it was in its own units.

extension Evaluation {
    /// A measure's values for subjects, over the window that it is referred to with; gathered from its units where that is asked.
    func values(
        of reference: MeasureReference, for subjects: [Subject], in unit: Period, gathered: Gathered?,
        as provision: Provision
    ) throws -> [MeasureValue?] {
        guard let gathered, let target = rules(with: provision)?.targets[reference], let per = target.per else {
            return try values(of: reference, for: subjects, in: unit, window: reference.window, as: provision)
        }
        return try (reference.window ?? .unit).gathered(subjects, upTo: unit, self) { days, subjects in
            let units = GatheredUnits.units(per, of: days, unit.months)
            let values = try units.map {
                try self.unitRanges(of: reference, target, for: subjects, in: $0, as: provision)
            }
            return subjects.indices.map { row in
                gathered.value(of: values.compactMap { $0[row] }).flatMap { MeasureValue($0) }
            }
        }
    }

    /// What a measure was in one of its units; nil of those who were not judged in it.
    private func unitRanges(
        of reference: MeasureReference, _ target: MeasureTarget, for subjects: [Subject], in unit: Period,
        as provision: Provision
    ) throws -> [ValueRange?] {
        let values = try values(of: reference, for: subjects, in: unit, as: provision)
        return try zip(subjects, values).map { subject, value in
            if let range = value?.range { return range }
            let team = target.subject == .team && subject.kind == .cadre ? self.team(of: subject, in: unit.days) : nil
            let judged = team.map { Subject(.team, $0) } ?? subject
            guard judged.kind == target.subject else { return nil }
            let isOpen = try findings(of: target.key, in: unit, for: judged).contains { $0.verdict == .undetermined }
            return isOpen ? .unknown : nil
        }
    }
}

extension Case {
    /// What a measure of the case's subjects comes to, of its own units in the case's unit; nil: its value in that.
    public func values(of measure: MeasureReference, as gathered: Gathered?) throws -> [MeasureValue?] {
        try evaluation.values(of: measure, for: subjects, in: unit, gathered: gathered, as: provision)
    }
}

private enum GatheredUnits {
    /// The units that touch some days and are over by their end, in order: a term's first year is one too.
    static func units(_ per: TimeUnit, of days: DayRange, _ months: MonthRule) -> [Period] {
        var units: [Period] = []
        var next: Period? = Period(containing: days.last, unit: per, months: months)
        while let unit = next, unit.last >= days.first {
            if unit.last <= days.last { units.append(unit) }
            next = unit.previous
        }
        return units.reversed()
    }
}

extension Gathered {
    /// Nil of no units.
    fileprivate func value(of ranges: [ValueRange]) -> ValueRange? {
        guard let first = ranges.first else { return nil }
        switch self {
        case .lowest:
            return ValueRange(Gathered.least(ranges.map(\.low)), ranges.compactMap(\.high).min())
        case .highest:
            return ValueRange(ranges.compactMap(\.low).max(), Gathered.most(ranges.map(\.high)))
        case .total, .mean:
            let sum = ranges.dropFirst().reduce(Optional(first)) { sum, next in sum.flatMap { try? $0 + next } }
            guard self == .mean else { return sum }
            return sum.flatMap { sum in Fraction(1, over: ranges.count).flatMap { try? sum * $0 } }
        }
    }

    private static func least(_ bounds: [Fraction?]) -> Fraction? {
        bounds.contains(nil) ? nil : bounds.compactMap(\.self).min()
    }
    private static func most(_ bounds: [Fraction?]) -> Fraction? {
        bounds.contains(nil) ? nil : bounds.compactMap(\.self).max()
    }
}
