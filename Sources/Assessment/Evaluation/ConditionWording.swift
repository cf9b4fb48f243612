internal import CivilTime
import PolicyYAML
internal import Results

/// Puts the tests of a provision's conditions into reasons: what was looked at, what was found, what is asked.
final class ConditionWording {
    let words: Words
    let rules: PolicySnapshot?
    private var titles: [NodePlace: Text] = [:]

    init(_ rules: PolicySnapshot?) {
        self.rules = rules
        words = rules?.words ?? .none
    }

    /// Of a measure that has no whole unit to be looked at.
    func noUnit(_ test: MeasureTest, _ target: MeasureTarget?) -> Reason {
        Reason(.unitsMissing, ["test": .title(title(of: target, test)), "holds": .truth(.unknown)])
    }

    func measured(_ test: MeasureTest, _ target: MeasureTarget?, _ values: [ToldValue], _ truth: Truth) -> Reason {
        if target?.declaration.role == .outcome, let target { return outcome(test, target, values, truth) }
        let found = values.map { values.count > 1 ? Detail.phrase([.unit($0.unit), $0.detail]) : $0.detail }
        return Reason(
            test.consecutive > 1 ? .measureRunning : .measureTested,
            [
                "test": .title(title(of: target, test)), "within": .title(test.window?.text ?? Text("", "")),
                "found": found.count == 1 ? found[0] : .list(found), "times": .count(test.consecutive),
                "asked": test.comparison.asked(of: target?.declaration.dimension.ifWritten), "holds": .truth(truth),
            ])
    }

    /// Of how another provision came out, its own reasons are what people ask for.
    private func outcome(_ test: MeasureTest, _ target: MeasureTarget, _ values: [ToldValue], _ truth: Truth) -> Reason
    {
        let each = values.map { told -> Detail in
            let verdict = told.value.flatMap { Verdict(rawValue: $0.exactText) }
            let words = verdict.map { Detail.title($0.title) } ?? told.detail
            let because = told.reasons.isEmpty ? words : Detail.doubts(told.reasons)
            return values.count > 1 ? .phrase([.unit(told.unit), because]) : because
        }
        let name = rules?.provision(target.key)?.name
        return Reason(
            .outcomeTested,
            [
                "test": .title(Text(name ?? test.measure.name, target.key.description)),
                "because": each.count == 1 ? each[0] : .list(each), "asked": test.comparison.asked(of: nil),
                "holds": .truth(truth),
            ])
    }

    func counted(_ test: CountTest, _ facts: CountedFacts, _ value: MeasureValue?, _ window: Window, _ truth: Truth)
        -> Reason
    {
        guard let value, !facts.isSilent else { return notKept(facts, test.records.kind, window, truth) }
        let doubts = facts.doubts(test.records.kind)
        return Reason(
            doubts.isEmpty ? .recordsCounted : .recordsCountedInDoubt,
            [
                "test": .title(title(test.records)), "within": .title(window.text),
                "found": .measured(value, .count),
                "doubt": .doubts(doubts), "asked": test.comparison.asked(of: .count), "holds": .truth(truth),
            ])
    }

    func running(_ test: CountTest, _ units: [Period], _ truth: Truth) -> Reason {
        Reason(
            .countedRunning,
            ["times": .count(test.consecutive), "units": .phrase(units.map(Detail.unit)), "holds": .truth(truth)])
    }

    func summed(_ test: SumTest, _ facts: CountedFacts, _ value: MeasureValue?, _ window: Window, _ truth: Truth)
        -> Reason
    {
        guard !facts.isSilent else { return notKept(facts, test.records.kind, window, truth) }
        let doubts = facts.doubts(test.records.kind)
        let column = test.records.kind.columns[test.of]
        let dimension = test.over == nil ? column.type.dimension ?? .count : .share
        return Reason(
            doubts.isEmpty ? .recordsSummed : .recordsSummedInDoubt,
            [
                "test": .title(title(test.records)),
                "of": .title(Text(column.chineseName, column.name)), "within": .title(window.text),
                "found": value.map { .measured($0, dimension) } ?? .name("?"), "doubt": .doubts(doubts),
                "asked": test.comparison.asked(of: dimension.ifWritten), "holds": .truth(truth),
            ])
    }

    func field(_ test: FieldTest, _ values: [MeasureValue], _ truth: Truth) -> Reason {
        let titles = values.isEmpty ? [Text("没有写明", "not given")] : values.map { test.field.title(of: $0, words) }
        return Reason(
            .fieldTested,
            [
                "test": .title(test.field.title), "found": .titles(titles),
                // What is not given stands to nothing.
                "asked": values.isEmpty ? .compared([]) : test.asked(words), "holds": .truth(truth),
            ])
    }

    /// That nothing is there, and that it was not kept.
    private func notKept(_ facts: CountedFacts, _ kind: RecordKind, _ window: Window, _ truth: Truth) -> Reason {
        Reason(
            .testNotKept,
            [
                "within": .title(window.text), "doubt": .doubts(facts.doubts(kind)), "file": .name(kind.file),
                "holds": .truth(truth),
            ])
    }

    /// What is counted, with its filter.
    func title(_ records: CountedRecords) -> Text {
        if let place = records.filter.place, let known = titles[place] { return known }
        let (filter, about) = (records.filter.text(records.kind, words), records.kind.about.title)
        let title = Text(
            (records.about?.text.zh ?? "") + about.zh + filter.zh,
            about.en + filter.en + (records.about.map { " \($0.text.en)" } ?? ""))
        if let place = records.filter.place { titles[place] = title }
        return title
    }

    /// What a measure is called, by the provision that gives it.
    func title(of reference: MeasureReference) -> Text { title(of: rules?.targets[reference], reference) }

    private func title(of target: MeasureTarget?, _ test: MeasureTest) -> Text {
        let title = title(of: target, test.measure)
        guard let gathered = test.gathered?.text else { return title }
        return Text(title.zh + gathered.zh, "\(gathered.en) \(title.en)")
    }

    private func title(of target: MeasureTarget?, _ reference: MeasureReference) -> Text {
        guard let target, let name = rules?.provision(target.key)?.name else { return Text(same: reference.name) }
        let title = target.declaration.title
        // A place from the end says itself what it is.
        if case .placeFromEnd = target.declaration.role { return Text(name, target.key.description) }
        return Text("“\(name)”\(title.zh)", "\(title.en) of \(target.key)")
    }
}

/// What a measure came to in a unit.
struct ToldValue {
    let unit: Period
    let value: MeasureValue?
    let detail: Detail
    /// Of the finding that has it.
    let reasons: [Reason]
}

extension SubjectField {
    /// A value for people: a word by its title, a number with its unit.
    fileprivate func title(of value: MeasureValue, _ words: Words) -> Text {
        if let dimension = type.dimension { return value.readable(as: dimension) }
        if type == .flag { return value.exactText == "true" ? Text("是", "yes") : Text("否", "no") }
        return type.group.map { words.title(value.exactText, in: $0) } ?? Text(same: value.exactText)
    }
}

extension Dimension {
    /// Nil where numbers are written without a unit.
    fileprivate var ifWritten: Dimension? { self == .count || self == .places ? nil : self }
}

extension FieldTest {
    /// What is asked of the field; that a flag is set, or something there, is said by what was found.
    fileprivate func asked(_ words: Words) -> Detail {
        switch test {
        case .comparison(let comparison): comparison.asked(of: field.type.dimension?.ifWritten)
        case .flag, .isPresent: .compared([])
        default: .title(test.text(field.type.group, words))
        }
    }
}
