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

    func measured(
        _ test: MeasureTest, _ target: MeasureTarget?, _ values: [(unit: Period, value: MeasureValue?)], _ truth: Truth
    ) -> Reason {
        let found = values.map { unit, value -> Detail in
            let number = value.map { Detail.measured($0, target?.declaration.dimension ?? .count) } ?? .name("?")
            return values.count > 1 ? .phrase([.unit(unit), number]) : number
        }
        return Reason(
            test.consecutive > 1 ? .measureRunning : .measureTested,
            [
                "test": .title(title(of: target, test)), "within": .title(test.window?.text ?? Text("", "")),
                "found": found.count == 1 ? found[0] : .list(found), "times": .count(test.consecutive),
                "asked": test.comparison.asked, "holds": .truth(truth),
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
                "doubt": .doubts(doubts), "asked": test.comparison.asked, "holds": .truth(truth),
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
                "asked": test.comparison.asked,
                "holds": .truth(truth),
            ])
    }

    func field(_ test: FieldTest, _ values: [MeasureValue], _ truth: Truth) -> Reason {
        let titles = values.isEmpty ? [Text(same: "?")] : values.map { test.field.title(of: $0, words) }
        return Reason(
            .fieldTested,
            [
                "test": .title(test.field.title), "found": .titles(titles), "asked": .title(test.text(words)),
                "holds": .truth(truth),
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
        return Text("“\(name)”\(target.declaration.title.zh)", "\(target.declaration.title.en) of \(target.key)")
    }
}

extension SubjectField {
    /// A value for people: a word by its title, a number with its unit.
    fileprivate func title(of value: MeasureValue, _ words: Words) -> Text {
        if let dimension = type.dimension { return value.readable(as: dimension) }
        return type.group.map { words.title(value.exactText, in: $0) } ?? Text(same: value.exactText)
    }
}

extension FieldTest {
    fileprivate func text(_ words: Words) -> Text { test.text(field.type.group, words) }
}
