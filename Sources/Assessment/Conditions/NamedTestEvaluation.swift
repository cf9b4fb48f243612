internal import CivilTime

private struct NamedSelection: OnceKey {
    typealias Value = Selection
    let place: NodePlace?
    let kind: SubjectKind
    let days: DayRange
}

extension Evaluation {
    /// Whether what a field says passes a test, whom it names being as they were in some days.
    func truth(of test: Filter.Test, _ values: [MeasureValue], ofEmpty meaning: EmptyMeaning, in days: DayRange)
        -> Truth
    {
        switch test {
        case .not(let test): truth(of: test, values, ofEmpty: meaning, in: days).negated
        case .named(let test) where !values.isEmpty: truth(of: test, values.map(\.exactText), in: days)
        default: test.holds(values, ofEmpty: meaning, recorder)
        }
    }

    /// Whether those whom a field names pass, as they were in some days; an empty field is decided by who asks.
    func truth(of test: NamedTest, _ names: [String], in days: DayRange) -> Truth {
        let symbols = names.compactMap { self.symbols.find($0) }
        let truths = test.selectors.map { selector -> Truth in
            let named = symbols.compactMap { world.subject($0, of: selector.kind) }
            guard !selector.filter.entries.isEmpty else { return Truth(!named.isEmpty) }
            let selection = once(NamedSelection(place: selector.filter.place, kind: selector.kind, days: days)) {
                Selection(selector.filter, of: selector.kind, in: days, self)
            }
            return Truth.any(named.map { selection.truth(of: $0) })
        }
        return test.isAll ? Truth.all(truths) : Truth.any(truths)
    }
}
