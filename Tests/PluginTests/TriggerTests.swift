import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Proposals that begin, stay, are done by an act, and begin anew.
@Suite struct TriggerTests {
    private static func rule(_ when: String, _ more: String = "") -> String {
        "for: {cadre: all}, per: month, when: \(when), then: [{recall: sending_unit}], done_by: {incident: {kind: unfit}}\(more)"
    }
    private static let twice = "{count: {incident: {kind: off_post}}, within: year, at_least: 2}"
    private static let effects = ", effects: [{bar: 评先评优, lasting: year}, {bar: 提拔使用, lasting: 2 years}]"

    /// Off post on these days, recalled on those.
    private func found(
        _ rule: String, off: [String] = [], recalled: [String] = [], _ period: String, besides: String = "",
        _ fill: (inout TestCounty) throws -> Void = { _ in }
    ) async throws -> Assessment {
        try await judge("consequences", rule, besides: besides, in: period) { county in
            for day in off { county.incident("C", day, "off_post") }
            for day in recalled { county.incident("C", day, "unfit") }
            try fill(&county)
        }
    }

    private func story(_ assessment: Assessment, _ months: [String]) -> [String] {
        months.map { month in
            let finding = assessment.finding("consequences/it", "C", month)
            let last = finding?.reasons.last?.en.split(separator: "(").first.map(String.init) ?? ""
            return "\(finding.map { $0.verdict.rawValue } ?? "none")|\(last.trimmingSuffix(" "))"
        }
    }

    private static let months = ["2023-03", "2023-04", "2023-05", "2023-06"]

    @Test func itStaysUntilItIsDone() async throws {
        let open = try await found(Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05"], "2023-03-01..2023-06-30")
        let since = "met|proposed since 2023-04-05, not done yet"
        #expect(story(open, Self.months) == ["not_applicable|", since, since, since])
        let done = try await found(
            Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05"], recalled: ["2023-05-20"], "2023-03-01..2023-06-30"
        )
        let acted = "not_applicable|proposed since 2023-04-05, done on 2023-05-20"
        #expect(story(done, Self.months) == ["not_applicable|", since, acted, acted])
        #expect(
            done.finding("consequences/it", "C", "2023-05")?.reasons.last?.zh.hasPrefix(
                "自 2023-04-05 起建议，已于 2023-05-20 办理（incident/") == true)
        #expect(done.finding("consequences/it", "C", "2023-05")?.actions.isEmpty == true)
        // An act of before ends nothing.
        let before = try await found(
            Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05"], recalled: ["2023-04-04"], "2023-05")
        #expect(story(before, ["2023-05"]) == [since])
        let sameDay = try await found(
            Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05"], recalled: ["2023-04-05"], "2023-05")
        #expect(story(sameDay, ["2023-05"]) == ["not_applicable|proposed since 2023-04-05, done on 2023-04-05"])
    }

    /// It is the same in a month of its own as among others.
    @Test func aMonthAloneKnowsWhatWasBefore() async throws {
        for month in Self.months {
            let alone = try await found(
                Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05"], recalled: ["2023-05-20"], month)
            let among = try await found(
                Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05"], recalled: ["2023-05-20"],
                "2023-03-01..2023-06-30")
            #expect(story(alone, [month]) == story(among, [month]))
        }
    }

    @Test func aNewCauseProposesItAnew() async throws {
        let again = try await found(
            Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05", "2023-06-01"], recalled: ["2023-05-20"], "2023-06")
        #expect(story(again, ["2023-06"]) == ["met|proposed since 2023-06-01, not done yet"])
        let sameMonth = try await found(
            Self.rule(Self.twice), off: ["2023-03-10", "2023-04-05", "2023-05-21"], recalled: ["2023-05-20"], "2023-05")
        #expect(story(sameMonth, ["2023-05"]) == ["met|proposed since 2023-05-21, not done yet"])
    }

    /// The year is over: nothing counts any more, and nobody has acted.
    @Test func itOutlivesTheWindow() async throws {
        let off = ["2023-11-01", "2023-12-01"]
        let later = try await found(Self.rule(Self.twice), off: off, "2024-02")
        #expect(story(later, ["2024-02"]) == ["met|proposed since 2023-12-01, not done yet"])
        #expect(later.finding("consequences/it", "C", "2024-02")?.reasons.count == 2)
        let done = try await found(Self.rule(Self.twice), off: off, recalled: ["2024-01-05"], "2024-02")
        #expect(story(done, ["2024-02"]) == ["not_applicable|"])
    }

    /// What no longer holds, though all that made it hold still counts, is withdrawn.
    @Test func itIsWithdrawn() async throws {
        let once = "{count: {incident: {kind: off_post}}, within: year, equals: 1}"
        #expect(
            story(try await found(Self.rule(once), off: ["2023-03-10"], "2023-04"), ["2023-04"]) == [
                "met|proposed since 2023-03-10, not done yet"
            ])
        #expect(
            story(try await found(Self.rule(once), off: ["2023-03-10", "2023-04-05"], "2023-04"), ["2023-04"]) == [
                "not_applicable|"
            ])
        let none = "{count: {incident: {kind: praise}}, within: 2 months, equals: 0}"
        let praised = try await found(Self.rule(none), "2023-04-01..2023-06-30") { county in
            county.incident("C", "2023-05-05", "praise")
        }
        #expect(
            story(praised, ["2023-04", "2023-05", "2023-06"]) == [
                "met|proposed since 2023-04-30, not done yet", "not_applicable|", "not_applicable|",
            ])
    }

    @Test func effectsLastFromTheAct() async throws {
        let rule = Self.rule(Self.twice, Self.effects)
        func actions(_ assessment: Assessment, _ month: String) -> [String] {
            (assessment.finding("consequences/it", "C", month)?.actions ?? []).map { action in
                action.kind + " " + action.details.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            }
        }
        let off = ["2022-11-01", "2022-12-20"]
        let open = try await found(rule, off: off, "2022-12")
        #expect(
            actions(open, "2022-12") == [
                "recall =sending_unit", "bar =评先评优 lasting=year", "bar =提拔使用 lasting=2 years",
            ])
        for (month, expected) in [
            (
                "2023-12",
                [
                    "bar =评先评优 lasting=year from=2023-01-05 until=2023-12-31",
                    "bar =提拔使用 lasting=2 years from=2023-01-05 until=2025-01-05",
                ]
            ), ("2025-01", ["bar =提拔使用 lasting=2 years from=2023-01-05 until=2025-01-05"]), ("2025-02", []),
        ] {
            #expect(actions(try await found(rule, off: off, recalled: ["2023-01-05"], month), month) == expected)
        }
    }

    /// What was done before the edition cannot be asked for by it; what still holds can.
    @Test(arguments: [("", Verdict.met), (", begun_before: not_judged", .notApplicable)])
    func whatWasBeforeTheEdition(setting: String, verdict: Verdict) async throws {
        let rules = "consequences: [{id: it, clause: 一, \(Self.rule(Self.twice, setting))}]"
        var county = try SmallProfile(editions: [("2023-07-11", rules)]).county()
        county.cadre("C", from: "2023-01-01")
        county.cadre("D", from: "2023-01-01")
        county.present("C", on: "2023-08-01")
        for day in ["2023-06-01", "2023-07-10"] { county.incident("C", day, "off_post") }
        for day in ["2023-06-01", "2023-07-11"] { county.incident("D", day, "off_post") }
        let assessment = try await county.assess("test", "2023-08")
        #expect(assessment.verdict("consequences/it", "C", "2023-08") == verdict)
        #expect(assessment.verdict("consequences/it", "D", "2023-08") == .met)
    }

    /// Whether it was done is not known where no acts were kept.
    @Test func actsThatWereNotKept() async throws {
        let rule =
            "for: {cadre: all}, per: month, when: {count: {leave: all}, within: year, at_least: 1}, then: [{recall: sending_unit}], done_by: {incident: {kind: unfit}}"
        func verdict(_ coverage: String) async throws -> Verdict? {
            try await found(rule, "2023-07") { county in
                county.leave("L", "C", "事假", "2023-07-03", "2023-07-04")
                if !coverage.isEmpty { county.add("coverage.csv", coverage) }
            }.verdict("consequences/it", "C", "2023-07")
        }
        #expect(try await verdict("") == .met)
        #expect(try await verdict("incident,140622,,2023-07-01,2023-07-31") == .met)
        #expect(try await verdict("incident,140622,,2023-06-01,2023-06-30") == .undetermined)
    }

    /// What holds by a measure is seen in the units of the period; what holds by the numbers of one unit is a cause of its own in each.
    @Test func byAMeasure() async throws {
        let scoring =
            "scoring: [{id: total, clause: 二, for: {cadre: all}, per: month, dimensions: {总: {weight: 100, scores: 总}}}]"
        let rule = Self.rule("{measure: scoring.total, below: 60 points}")
        func fill(_ county: inout TestCounty, _ scores: [String]) {
            for (month, score) in zip(Self.months, scores) { county.score("C", month, "总", score) }
        }
        let stays = try await found(rule, "2023-03-01..2023-06-30", besides: scoring) {
            fill(&$0, ["50", "90", "90", "90"])
        }
        let since = "met|proposed since 2023-03-31, not done yet"
        #expect(story(stays, Self.months) == [since, since, since, since])
        let done = try await found(rule, recalled: ["2023-04-10"], "2023-03-01..2023-06-30", besides: scoring) {
            fill(&$0, ["50", "90", "55", "90"])
        }
        let anew = "met|proposed since 2023-05-31, not done yet"
        #expect(
            story(done, Self.months) == [
                since, "not_applicable|proposed since 2023-03-31, done on 2023-04-10", anew, anew,
            ])
    }

    /// The route stands in its order.
    @Test func anActionWithItsRoute() async throws {
        let rule = Self.rule(Self.twice).replacing(
            "{recall: sending_unit}",
            with: "{do: recall, opinion: county_office, notice: office_of_level, to: sending_unit, by: self}")
        let found = try await found(rule, off: ["2023-03-10", "2023-04-05"], "2023-05")
        let action = try #require(found.finding("consequences/it", "C", "2023-05")?.actions.first)
        #expect(action.kind == "recall")
        #expect(action.details.map(\.key) == ["opinion", "notice", "to", "by"])
        #expect(action.details.map(\.value) == ["county_office", "office_of_level", "sending_unit", "self"])
        let wrong = "for: {cadre: all}, when: \(Self.twice), then: [{do: recal, by: sending_unit}]"
        #expect(try await faults("consequences", wrong).count == 1)
    }

    @Test func beforeWithoutAnAct() async throws {
        let rule = "for: {cadre: all}, when: \(Self.twice), then: [{recall: sending_unit}]"
        #expect(try await faults("consequences", rule + ", begun_before: not_judged") == ["C201"])
        #expect(try await faults("consequences", rule + ", done_by: {incidnt: all}").count == 1)
        #expect(try await faults("consequences", rule + ", effects: [{bar: 评优, lasting: sometimes}]").count == 1)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
