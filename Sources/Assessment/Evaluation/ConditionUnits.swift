internal import CivilTime
import PolicyYAML

extension MeasureTest {
    /// The unit itself, or the last ones running, in the units of the measure; empty when there are not so many.
    func units(upTo unit: Period, _ target: MeasureTarget?) -> [Period] {
        guard consecutive > 1 else { return [unit] }
        var current: Period? = target?.per.map { $0 == unit.unit ? unit : unit.units($0).last } ?? unit
        var units: [Period] = []
        while let next = current, units.count < consecutive {
            units.append(next)
            current = next.previous
        }
        return units.count == consecutive ? units.reversed() : []
    }
}

extension CountTest {
    /// The unit itself and those before it, as many running as asked for and there are.
    func units(upTo unit: Period) -> [Period] {
        var units = [unit]
        while units.count < consecutive, let previous = units[0].previous { units.insert(previous, at: 0) }
        return units
    }
}

extension SumTest {
    /// The sum of some facts, or the share; nil where nothing is known of it. A share of nothing is not known.
    func value(of facts: CountedFacts, _ counted: CountedRows) -> MeasureValue? {
        guard let part = counted.sum(of: of, facts) else { return nil }
        guard let over else { return MeasureValue(part) }
        let share = counted.sum(of: over, facts).flatMap { (try? part / $0) ?? nil }
        return share.flatMap { MeasureValue($0) }
    }
}
