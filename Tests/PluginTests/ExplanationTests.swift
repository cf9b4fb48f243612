import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Every module says how its outcome came about, and what would decide one that is undetermined.
@Suite struct ExplanationTests {
    private func explain(
        _ sections: String, _ only: String, of subject: String = "C", in period: String = "2023-07",
        _ fill: (inout TestCounty) throws -> Void
    ) throws -> ProvisionExplanation {
        var county = try SmallProfile(sections).county()
        for cadre in ["C", "D", "E"] { county.cadre(cadre, from: "2021-05-01") }
        if let first = Period(period)?.first { county.present("C", on: first.description) }
        try fill(&county)
        return try #require(try county.explain(subject, "test", period, only: only)?.provisions.first)
    }

    private func texts(_ steps: [Explanation]) -> [String] { steps.flatMap { [$0.text.zh] + texts($0.children) } }

    private func needs(_ found: ProvisionExplanation) -> [String] {
        found.needs.map { need in
            let days = need.days.map { "\($0.first)..\($0.last)" }.joined(separator: " ")
            let holding = need.holding.map { "\($0.column)=\($0.value)" }.joined(separator: " ")
            return [need.kind, days, need.columns.joined(separator: ","), holding].filter { !$0.isEmpty }.joined(
                separator: "; ")
        }
    }

    private static let scored = """
        scoring: [{id: it, clause: 一, for: {cadre: all}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}]
        ranking: [{id: it, clause: 一, for: {cadre: all}, per: month, by: scoring.it, within: county, tie_break: [scoring.it.dimension.工作]}]
        """

    @Test func aRankByItsKeyItsTiesAndItsNeighbours() throws {
        let found = try explain(Self.scored, "ranking/it") { county in
            for (cadre, score) in [("C", "80"), ("D", "90"), ("E", "70")] {
                try county.record(
                    "score",
                    ["subject": cadre, "period": "2023-07", "dimension": "工作", "rater": "township", "score": score])
            }
        }
        #expect(
            texts(found.steps) == [
                "按指标 scoring.it：80 分", "同分时比较 scoring.it.dimension.工作：80", "前一名：第 1 名 D D名，90 分", "后一名：第 3 名 E E名，70 分",
            ])
        #expect(needs(found) == [])
    }

    @Test func aRankNeedsTheScoresOfItsTotal() throws {
        let found = try explain(Self.scored, "ranking/it") { county in
            try county.record(
                "score", ["subject": "D", "period": "2023-07", "dimension": "工作", "rater": "township", "score": "90"])
        }
        #expect(found.finding.verdict == .undetermined)
        #expect(needs(found) == ["score; period=2023-07 dimension=工作"])
    }

    @Test func aDutyByItsRecords() throws {
        let duty =
            "duties: [{id: it, clause: 一, for: {cadre: all}, per: month, records: {activity: {kind: household_visit}}, at_least: 1}]"
        let kept = { (county: inout TestCounty) in
            try county.record(
                "activity",
                ["activity": "A1", "kind": "household_visit", "date": "2023-07-05", "subject": "C", "actors": "C"])
        }
        #expect(texts(try explain(duty, "duties/it", kept).steps).map { $0.contains("2023-07-05") } == [true])
        let partly = try explain(duty, "duties/it") { county in
            try county.record(
                "activity",
                ["activity": "A1", "kind": "household_visit", "date": "2023-07-05", "subject": "D", "actors": "D"])
            for row in ["activity,140622,,2023-07-04,2023-07-10", "checkin,140622,,2023-01-01,2023-12-31"] {
                county.add("coverage.csv", row)
            }
        }
        #expect(needs(partly) == ["activity; 2023-07-01..2023-07-03 2023-07-11..2023-07-31"])
        #expect(needs(try explain(duty, "duties/it") { _ in }) == ["activity; 2023-07-01..2023-07-31"])
    }

    @Test func aWeekNeedsTheDaysThatWereNotKept() throws {
        let week = "attendance: [{id: it, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}]"
        let found = try explain(week, "attendance/it", in: "2023-W28") { county in
            county.present("C", on: "2023-07-11")
            for row in ["checkin,140622,,2023-01-01,2023-07-11", "checkin,140622,,2023-07-15,2023-12-31"] {
                county.add("coverage.csv", row)
            }
        }
        #expect(needs(found) == ["checkin; 2023-07-12..2023-07-14"])
    }

    @Test func aProposalNeedsWhatItsConditionReads() throws {
        let sections = """
            attendance: [{id: it, clause: 一, for: {cadre: all}, per: week, days: 5 of 7}]
            consequences: [{id: it, clause: 一, for: {cadre: all}, on: count, when: {measure: attendance.it.shortfall, within: year, above: 200 days}, then: [{remind: township}]},
              {id: praised, clause: 一, for: {cadre: all}, when: {count: {activity: {kind: household_visit, level: county}}, at_least: 1}, then: [{remind: township}]}]
            """
        let fill = { (county: inout TestCounty) in
            for row in ["checkin,140622,,2023-01-01,2023-07-11", "activity,140622,,2023-01-01,2023-12-31"] {
                county.add("coverage.csv", row)
            }
            try county.record(
                "activity",
                [
                    "activity": "A1", "kind": "household_visit", "date": "2023-07-05", "subject": "C", "actors": "C",
                    "level": "",
                ])
        }
        #expect(needs(try explain(sections, "praised", fill)) == ["activity; level; activity=A1"])
    }

    /// A file that is not there at all is what is missing.
    @Test func aConditionNeedsTheFileThatIsNotThere() throws {
        let rule =
            "requirements: [{id: it, clause: 一, for: {cadre: all}, must: {count: {activity: {kind: household_visit}}, at_least: 1}, known_when: {count: {activity: {kind: household_visit}}, at_least: 3}}]"
        let missing = try explain(rule, "requirements/it") { _ in }
        #expect(missing.finding.verdict == .undetermined)
        #expect(needs(missing).map { $0.prefix("activity; ".count) } == ["activity; "])
        let few = try explain(rule, "requirements/it") { county in
            try county.record(
                "activity",
                ["activity": "A1", "kind": "household_visit", "date": "2023-07-05", "subject": "C", "actors": "C"])
        }
        #expect(needs(few) == ["activity"])
        let reason = try #require(few.finding.reasons.first)
        #expect(reason.code.name == "condition.count")
        #expect(reason["holds"] == .truth(.no))
        #expect(reason["found"] == .measured(.number(.one), .count))
    }

    @Test func anAttestationIsWhatAPersonSays() throws {
        let item = "checklist: [{id: it, clause: 一, for: {cadre: all}, per: month, question: 是否公示, by: [township]}]"
        #expect(
            needs(try explain(item, "checklist/it") { _ in }) == [
                "attestation; 2023-07-01..2023-07-31; provision=checklist/it"
            ])
        let said = try explain(item, "checklist/it") { county in
            try county.record(
                "attestation",
                [
                    "provision": "it", "subject": "C", "period": "2023-07", "verdict": "met", "by": "township",
                    "date": "2023-07-20",
                ])
            try county.record(
                "attestation",
                [
                    "provision": "it", "subject": "C", "period": "2023-07", "verdict": "met", "by": "county_office",
                    "date": "2023-07-21",
                ])
        }
        #expect(texts(said.steps).map { $0.contains("2023-07-20") } == [true])
        #expect(needs(said) == [])
    }

    @Test func aTeamByItsMembers() throws {
        let teams = "composition: [{id: it, clause: 一, for: {team: all}, per: month, members: {at_least: 3 people}}]"
        let found = try explain(teams, "composition/it", of: "T1") { _ in }
        #expect(texts(found.steps) == ["C C名，队员", "D D名，队员", "E E名，队员"])
    }
}

/// Reasons are data: a code with its values, worded in both languages.
@Suite struct ReasonTests {
    private static let late = ReasonCode("test.late", "{who}晚了 {days} 天", "{who} was {days} {days|day|days} late")

    @Test(arguments: [(1, "C was 1 day late"), (2, "C was 2 days late")])
    func aCountChoosesItsWord(days: Int, worded: String) {
        let reason = Reason(Self.late, ["who": .name("C"), "days": .count(days)])
        #expect(reason.en == worded)
        #expect(reason.zh == "C晚了 \(days) 天")
        #expect(reason["days"] == .count(days))
    }

    @Test func whatIsMissingIsSeen() {
        #expect(Reason(Self.late, ["days": .count(2)]).en == "? was 2 days late")
    }

    @Test func numbersAreExact() throws {
        let code = ReasonCode("test.number", "{number}", "{number}")
        for (number, text) in [
            (Fraction(7), "7"), (try #require(Fraction(15, over: 2)), "7.5"),
            (try #require(Fraction(19, over: 31)), "19/31"),
        ] {
            #expect(Reason(code, ["number": .number(number)]).zh == text)
        }
        #expect(Reason(code, ["number": .range(ValueRange(.one, nil))]).en == "at least 1")
        #expect(Reason(code, ["number": .list([.name("a"), .title(Text("乙", "b"))])]).zh == "a、乙")
    }
}
