import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel

@testable import PolicyLanguage

@Suite struct ConditionTests {
    private static let all: [Truth] = [.yes, .no, .unknown]

    @Test func kleenesTables() {
        #expect(Self.all.map(\.negated) == [.no, .yes, .unknown])
        #expect(
            Self.all.map { a in Self.all.map { Truth.all([a, $0]) } } == [
                [.yes, .no, .unknown], [.no, .no, .no], [.unknown, .no, .unknown],
            ])
        #expect(
            Self.all.map { a in Self.all.map { Truth.any([a, $0]) } } == [
                [.yes, .yes, .yes], [.yes, .no, .unknown], [.yes, .unknown, .unknown],
            ])
        #expect(Truth.all([]) == .yes)
        #expect(Truth.any([]) == .no)
        #expect(Truth(true) == .yes && Truth(false) == .no)
        #expect(Truth.all([.unknown, .unknown, .no]) == .no)
        #expect(Truth.any([.unknown, .no, .yes]) == .yes)
        for a in Self.all {
            for b in Self.all { #expect(Truth.all([a, b]).negated == Truth.any([a.negated, b.negated])) }
        }
    }

    @Test(
        arguments: [
            (Window.unit, "2023-07", "2023-07-01..2023-07-31"), (.unit, "2023-W27", "2023-07-03..2023-07-09"),
            (.calendar(.year), "2023-07", "2023-01-01..2023-07-31"),
            (.calendar(.month), "2023-W27", "2023-07-01..2023-07-09"),
            (.calendar(.month), "2023-W26", "2023-06-01..2023-07-02"),
            (.calendar(.month), "2023-W31", "2023-08-01..2023-08-06"),
            (.calendar(.year), "2020-W53", "2020-01-01..2021-01-03"),
            (.calendar(.year), "2021-W01", "2021-01-01..2021-01-10"),
            (.calendar(.month), "2023-Q3", "2023-09-01..2023-09-30"),
            (.calendar(.week), "2023-07-05", "2023-07-03..2023-07-05"),
            (.calendar(.quarter), "2023-08", "2023-07-01..2023-08-31"),
            (.calendar(.halfYear), "2023", "2023-07-01..2023-12-31"),
            (.calendar(.twoMonths), "2023-08", "2023-07-01..2023-08-31"),
            (.rolling(12, .month), "2023-07", "2022-08-01..2023-07-31"),
            (.rolling(1, .month), "2023-07", "2023-07-01..2023-07-31"),
            (.rolling(1, .month), "2023-02", "2023-01-29..2023-02-28"),
            (.rolling(1, .month), "2023-03", "2023-03-01..2023-03-31"),
            (.rolling(1, .year), "2024-02", "2023-03-01..2024-02-29"),
            (.rolling(2, .year), "2023", "2022-01-01..2023-12-31"),
            (.rolling(1, .day), "2023-07", "2023-07-31..2023-07-31"),
            (.rolling(30, .day), "2023-07", "2023-07-02..2023-07-31"),
            (.rolling(2, .week), "2023-W27", "2023-06-26..2023-07-09"),
        ] as [(Window, String, String)])
    func windowsEndWithTheUnit(window: Window, unit: String, days: String) throws {
        #expect(window.days(upTo: try #require(Period(unit)), from: nil).description == days)
    }

    @Test(arguments: [
        ("2022-03-15", "2022-03-15..2023-07-31"), ("2023-07-31", "2023-07-31..2023-07-31"),
        ("2023-08-05", "2023-07-31..2023-07-31"), (nil, "2023-07-01..2023-07-31"),
    ])
    func aTermBeginsWithThePosting(start: String?, days: String) throws {
        #expect(
            Window.term.days(upTo: try #require(Period("2023-07")), from: start.flatMap { Day($0) }).description
                == days)
    }

    // MARK: Reading

    private func read(_ yaml: String) -> (condition: Condition?, codes: [String]) {
        var diagnostics = Diagnostics()
        guard let node = parseYAML(SourceFile(path: "c.yaml", bytes: Array(yaml.utf8)), into: &diagnostics) else {
            return (nil, diagnostics.all.map(\.code))
        }
        let session = ReadingSession(
            words: chinaWords, kinds: Dictionary(registry.kinds.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a }))
        let condition = ValueType<Condition>.condition.read(node, session)
        return (condition, session.diagnostics.all.map(\.code))
    }

    @Test(arguments: [
        "{count: {incident: {kind: off_post}}, within: year, equals: 1}",
        "{count: {incident: {kind: [无故脱岗, award]}}, within: 12 months, at_least: 2}",
        "{count: {poll: {satisfaction: {below: 60%}}}, within: term, at_least: 1}",
        "{not: {count: {leave: all}, above: 3}}",
        "{all: [{count: {leave: all}, in: [1, 2]}, {measure: attendance.rate, below: 5 of 7, consecutive: 2}]}",
        "{measure: absence.longest_run, within: 30 天, above: 15天, at_most: 20 days}",
    ])
    func isRead(yaml: String) {
        let found = read(yaml)
        #expect(found.condition != nil)
        #expect(found.codes.isEmpty)
    }

    @Test(arguments: [
        ("{any: []}", "S109"), ("{any: {count: {leave: all}, at_least: 1}}", "S101"),
        ("{cuont: {leave: all}, at_least: 1}", "S106"),
        ("{all: [{count: {leave: all}, at_least: 1}], not: {count: {leave: all}, at_least: 1}}", "C406"),
        ("{count: {leave: all}}", "C409"), ("{count: {leaf: all}, at_least: 1}", "C407"),
        ("{count: {checkin: all}, at_least: 1}", "C408"), ("{count: {unit: all}, at_least: 1}", "C408"),
        ("{count: {leave: {typ: 事假}}, at_least: 1}", "C401"), ("{count: {leave: {type: 假}}, at_least: 1}", "S107"),
        ("{count: {leave: all}, at_least: 1, with_in: year}", "S106"),
        ("{count: {leave: all}, at_least: 1, within: fortnight}", "S102"),
        ("{count: {leave: all}, at_least: 1 days}", "S103"), ("{count: {leave: all}, below: 0}", "C403"),
        ("{count: {leave: all}, at_least: 0}", "C404"), ("{count: {leave: all}, above: 5, below: 3}", "C405"),
        ("{count: {leave: all}, equals: 1.5}", "C403"),
        ("{count: {poll: {satisfaction: {above: 100%}}}, at_least: 1}", "C403"),
        ("{count: {leave: {type: {at_least: 1}}}, at_least: 1}", "C402"), ("{measure: attendance.rate}", "C409"),
        ("{measure: attendance.rate, below: 60%, consecutive: 1}", "S102"), ("[a]", "S101"),
        ("{count: {leave: all}, in: []}", "S109"),
    ])
    func isRefused(yaml: String, code: String) {
        let found = read(yaml)
        #expect(found.codes.contains(code), "\(found.codes)")
    }

    @Test(arguments: [
        ("at_least", [false, true, true]), ("at_most", [true, true, false]), ("above", [false, false, true]),
        ("below", [true, false, false]), ("equals", [false, true, false]),
    ])
    func comparisonsAtTheirNumber(word: String, holds: [Bool]) throws {
        guard case .count(let test)? = read("{count: {leave: all}, \(word): 2}").condition else {
            throw Refused(text: word)
        }
        #expect([1, 2, 3].map { test.comparison.holds(Fraction($0)) } == holds)
        #expect(test.comparison.truth(of: .text("3")) == .no)
    }

    /// What lies between two numbers is decided where both ends, and all between, come out the same.
    @Test(arguments: [
        ("at_least", 2, 2...4, Truth.yes), ("at_least", 3, 2...4, .unknown), ("at_least", 4, 2...4, .unknown),
        ("at_least", 5, 2...4, .no),
        ("above", 1, 2...4, .yes), ("above", 2, 2...4, .unknown), ("above", 4, 2...4, .no), ("at_most", 4, 2...4, .yes),
        ("at_most", 2, 2...4, .unknown),
        ("at_most", 1, 2...4, .no), ("below", 5, 2...4, .yes), ("below", 3, 2...4, .unknown), ("below", 2, 2...4, .no),
        ("equals", 3, 2...4, .unknown),
        ("equals", 5, 2...4, .no), ("equals", 3, 3...3, .yes),
    ])
    func rangesAreDecidedByTheirEnds(word: String, number: Int, range: ClosedRange<Int>, truth: Truth) throws {
        guard case .count(let test)? = read("{count: {leave: all}, \(word): \(number)}").condition else {
            throw Refused(text: word)
        }
        let value = MeasureValue.range(ValueRange(Fraction(range.lowerBound), Fraction(range.upperBound)))
        #expect(test.comparison.truth(of: value) == truth)
    }

    @Test func whatIsOpenAtOneEndIsDecidedByTheOther() throws {
        guard case .count(let test)? = read("{count: {leave: all}, above: 30}").condition else {
            throw Refused(text: "above")
        }
        #expect([31, 30].map { test.comparison.truth(of: .range(ValueRange(Fraction($0), nil))) } == [.yes, .unknown])
        #expect(test.comparison.truth(of: .range(ValueRange(nil, Fraction(30)))) == .no)
    }
}
