internal import PolicyYAML
internal import ZhucunKernel

extension SuiteResult {
    /// For each order of the register that tests are about: whether a test that passed had it met, and whether one had it broken.
    /// A provision that never finds a breach (a consequence, a ranking) is broken where it does not apply or cannot be told.
    public var sides: [String: (met: Bool, broken: Bool)] {
        var expected: [ProvisionKey: Set<Verdict>] = [:]
        for result in results where result.isPassed { expected[result.test.item, default: []].formUnion(result.test.verdicts) }
        var sides: [String: (met: Bool, broken: Bool)] = [:]
        for result in results where result.isPassed {
            let known = expected[result.test.item] ?? []
            let broken: Set<Verdict> = known.contains(.breached) ? [.breached] : [.notApplicable, .undetermined]
            for order in result.test.orders {
                var side = sides[order] ?? (false, false)
                side.met = side.met || result.test.verdicts.contains(.met)
                side.broken = side.broken || !broken.isDisjoint(with: result.test.verdicts)
                sides[order] = side
            }
        }
        return sides
    }
}

extension PolicyTest {
    /// What it expects; a test of measures alone expects something to be found.
    fileprivate var verdicts: Set<Verdict> {
        let named = expectations.compactMap { expectation -> Verdict? in
            if case .verdict(let verdict) = expectation.value { verdict ?? .notApplicable } else { nil }
        }
        return named.isEmpty ? [.met] : Set(named)
    }
}
