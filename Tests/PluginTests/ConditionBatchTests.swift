import CivilTime
import Testing
import ZhucunKernel
import ZhucunTesting

/// A condition is decided for all subjects at once to judge, and for one to explain: both must come out alike.
@Suite struct ConditionBatchTests {
    private static let rules = """
        defaults: {consequences: {on: count}}
        attendance:
          - {id: week, clause: 一, for: {cadre: {role: [member, team_leader]}}, per: week, days: 5 of 7, nights: 4 of 7}
        scoring:
          - {id: score, clause: 二, for: {cadre: {seconded: false}}, per: month, dimensions: {工作: {weight: 100, scores: 工作}}}
          - {id: team, clause: 三, for: {team: all}, per: month, dimensions: {在岗: {weight: 100, measure: attendance.week.rate, full_at: 100%}}}
        consequences:
          - {id: role, clause: 四, for: {cadre: all}, when: {any: [{field: role, equals: team_leader}, {not: {field: level, in: [county, city]}}]}, then: [{remind: township}]}
          - {id: age, clause: 五, for: {cadre: all}, when: {all: [{field: age, at_most: 42 years}, {field: education, in: [bachelor, master]}]}, then: [{remind: township}]}
          - {id: told, clause: 六, for: {cadre: all}, when: {any: [{field: party_member, equals: true}, {field: education, present: false}]}, then: [{remind: township}]}
          - {id: running, clause: 七, for: {cadre: all}, per: month, when: {measure: scoring.score.total, below: 70, consecutive: 2}, then: [{remind: township}]}
          - {id: counts, clause: 八, for: {cadre: all}, per: month, when: {count: {incident: {kind: off_post}}, consecutive: 2, at_least: 1}, then: [{remind: township}]}
          - {id: term, clause: 九, for: {cadre: all}, when: {count: {incident: {kind: [off_post, award], days: {at_least: 2}}}, within: term, distinct: kind, at_least: 2}, then: [{remind: township}]}
          - {id: before, clause: 十, for: {cadre: all}, when: {count: {annual_grade: {grade: 称职}}, within: 3 years before term, distinct: year, at_least: 2}, then: [{remind: township}]}
          - {id: share, clause: 十一, for: {cadre: all}, when: {sum: {poll: all}, of: satisfied, over: asked, within: year, below: 80%}, then: [{remind: township}]}
          - {id: absent, clause: 十二, for: {cadre: all}, when: {any: [{measure: absence.longest_run, within: term, above: 6 days}, {measure: absence.days, at_least: 20 days}]}, then: [{remind: township}]}
          - {id: of-team, clause: 十三, for: {cadre: all}, per: month, when: {measure: scoring.team.total, below: 60}, then: [{remind: township}]}
          - {id: team, clause: 十四, for: {team: all}, when: {all: [{field: level, equals: county}, {count: {poll: {satisfaction: {below: 75%}}}, at_least: 1}]}, then: [{remind: township}]}
        """

    private func county(_ dice: inout Dice) throws -> TestCounty {
        var county = try SmallProfile(Self.rules).county()
        county.add("coverage.csv", "incident,140622,,2023-06-01,2023-12-31")
        county.add("teams.csv", "T2,\(TestCounty.village),city,U-city,1")
        let days = try #require(Period("2023-07-01..2023-10-31")).days.days
        func day() -> String { "\(days[Int.random(in: 0..<days.count, using: &dice)])" }
        for number in 0..<12 {
            let born = ["1975-03-01", "1981-08-15", "1990-02-28", ""].randomElement(using: &dice) ?? ""
            let education = ["bachelor", "master", "college", ""].randomElement(using: &dice) ?? ""
            county.add(
                "cadres.csv",
                "C\(number),,\(born),\(education),civil_servant,\(["true", "false", ""].randomElement(using: &dice) ?? "")"
            )
            var from = try #require(Day("2023-06-15")).advanced(by: Int.random(in: 0...60, using: &dice))
            for part in 0..<Int.random(in: 1...2, using: &dice) {
                let to = from.advanced(by: Int.random(in: 20...60, using: &dice))
                let role = ["member", "team_leader", "first_secretary"].randomElement(using: &dice) ?? ""
                let unit = ["U-county", "U-city", "U-province", ""].randomElement(using: &dice) ?? ""
                let last = part == 0 ? "\(to)" : ""
                county.add(
                    "postings.csv",
                    "C\(number),T\(number % 2 + 1),\(TestCounty.village),\(role),\(unit),\(from),\(last),\(Bool.random(using: &dice))"
                )
                from = to.advanced(by: Int.random(in: 1...10, using: &dice))
            }
            for _ in 0..<40 { county.present("C\(number)", on: day()) }
            for incident in 0..<Int.random(in: 0...6, using: &dice) {
                let kind = ["off_post", "award", "praise"].randomElement(using: &dice) ?? ""
                county.add(
                    "incidents.csv",
                    "I\(number)-\(incident),C\(number),\(day()),\(kind),county,\(Int.random(in: 1...3, using: &dice))")
            }
            for year in 2019...2022 where Bool.random(using: &dice) {
                county.add("annual_grades.csv", "C\(number),\(year),\(Bool.random(using: &dice) ? "称职" : "优秀")")
            }
            for _ in 0..<Int.random(in: 0...2, using: &dice) {
                county.add("polls.csv", "C\(number),\(day()),villagers,\(Int.random(in: 5...10, using: &dice)),10")
            }
            for month in 7...10 where Bool.random(using: &dice) {
                county.score(
                    "C\(number)", "2023-\(month < 10 ? "0" : "")\(month)", "工作",
                    "\(Int.random(in: 60...80, using: &dice))")
            }
        }
        for team in ["T1", "T2"] {
            county.add("polls.csv", "\(team),\(day()),villagers,\(Int.random(in: 5...10, using: &dice)),10")
        }
        return county
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func oneByOneAndAllAtOnceAgree(seed: UInt64) async throws {
        var dice = Dice(seed)
        let county = try county(&dice)
        let assessment = try await county.assess("test", "2023-07-01..2023-10-31")
        var verdicts: [Verdict: Int] = [:]
        for subject in (0..<12).map({ "C\($0)" }) + ["T1", "T2"] {
            guard let explained = try county.explain(subject, "test", "2023-07-01..2023-10-31") else { continue }
            for item in explained.provisions where item.provision.key.section == "consequences" {
                let finding = assessment.counties.flatMap(\.blocks).first {
                    $0.provision.key == item.provision.key && $0.unit == item.unit
                }?
                .findings.first { $0.subject == explained.subject }
                #expect(
                    finding?.verdict == item.steps.first?.verdict, "\(item.provision.key) of \(subject) in \(item.unit)"
                )
                verdicts[item.finding.verdict, default: 0] += 1
            }
        }
        #expect(verdicts.count == 3 && verdicts.values.allSatisfy { $0 > 10 }, "\(verdicts)")
    }
}
