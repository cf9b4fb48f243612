import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// What holds for any records.
@Suite struct PropertyTests {
    private static let rules = """
        attendance:
          - {id: week, clause: 一, for: {cadre: all}, per: week, days: 5 of 7, nights: 4 of 7}
          - {id: month, clause: 二, for: {cadre: all}, per: month, days: 2/3, day: {all: [eat, stay, work]}, leave: {公出: present, 病假: excused, other: excluded}}
        scoring:
          - {id: score, clause: 三, for: {cadre: all}, per: month, dimensions: {在岗: {weight: 50, measure: attendance.week.rate, full_at: 100%}, 工作: {weight: 50, scores: 工作}}}
          - {id: team, clause: 四, for: {team: all}, per: month, dimensions: {在岗: {weight: 100, measure: attendance.week.rate, full_at: 100%}}}
        ranking:
          - {id: rank, clause: 五, for: {cadre: all}, per: month, by: scoring.score.total, bands: {好: 30%, 较好: 60%, 一般: 10%}, tie_break: [attendance.month.rate]}
        grading:
          - {id: grade, clause: 六, for: {cadre: all}, per: month, by: scoring.score.total, grades: {优秀: {at_least: 80, quota: 20%}, 合格: {at_least: 50}, 不合格: {}}}
        consequences:
          - {id: absent, clause: 七, for: {cadre: all}, when: {any: [{measure: attendance.week.absence.longest_run, above: 6 days}, {count: {leave: all}, within: month, at_least: 3}]}, then: [{remind: township}]}
        """

    /// Nine cadres in three counties in September and October 2023, holidays and all.
    private func county(_ dice: inout Dice) throws -> TestCounty {
        var county = try SmallProfile(Self.rules).county()
        county.covered("2023-08-28..2023-11-05")
        let villages = [TestCounty.village, "140623100201", "140624100201"]
        for (index, village) in villages.enumerated() {
            county.add("coverage.csv", "checkin,\(village),,2023-08-28,2023-11-05")
            if index > 0 { county.add("villages.csv", "\(village),村\(index),,39.6,113.2,,500") }
            county.add("teams.csv", "T-\(index),\(village),county,U-county,1")
        }
        let days = try #require(Period("2023-08-28..2023-11-05")).days.days
        for number in 0..<9 {
            let id = "C\(number)"
            let first = days[Int.random(in: 0...40, using: &dice)]
            let last = Bool.random(using: &dice) ? "" : "\(first.advanced(by: Int.random(in: 0...40, using: &dice)))"
            county.cadre(id, from: "\(first)", to: last, team: "T-\(number / 3)", village: villages[number / 3])
            let diligence = Int.random(in: 0...10, using: &dice)
            for day in days where Int.random(in: 0..<10, using: &dice) < diligence {
                let times = ["08:00", "12:00", "21:00", "03:00"].filter { _ in Int.random(in: 0..<4, using: &dice) > 0 }
                county.present(id, on: "\(day)", at: times)
            }
            for leave in 0..<Int.random(in: 0...4, using: &dice) {
                let from = days[Int.random(in: 0..<60, using: &dice)]
                let type = ["公出", "事假", "病假", "培训"][Int.random(in: 0..<4, using: &dice)]
                let status = ["approved", "closed", "rejected"][Int.random(in: 0..<3, using: &dice)]
                county.leave(
                    "L\(number)-\(leave)", id, type, "\(from)",
                    "\(from.advanced(by: Int.random(in: 0...5, using: &dice)))", status)
            }
            for month in ["2023-09", "2023-10"] where Bool.random(using: &dice) {
                county.score(id, month, "工作", "\(Int.random(in: 60...63, using: &dice))")
            }
        }
        return county
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func neitherOrderNorJobsShow(seed: UInt64) async throws {
        var dice = Dice(seed)
        let county = try county(&dice)
        let period = "2023-09-01..2023-10-31"
        let first = try await county.assess("test", period, jobs: 1).signature
        #expect(first.count > 100)
        #expect(try await county.assess("test", period, jobs: 2).signature == first)
        #expect(try await county.assess("test", period, jobs: 3, shuffled: true).signature == first)
    }

    @Test(arguments: [7, 8, 9] as [UInt64]) func anotherDayOnPostNeverHarms(seed: UInt64) async throws {
        func rank(_ verdict: Verdict?) -> Int { verdict == .breached ? 0 : verdict == .met ? 1 : 2 }
        var dice = Dice(seed)
        let county = try county(&dice)
        let before = try await county.assess("test", "2023-09-01..2023-10-31")
        let days = try #require(Period("2023-09-01..2023-10-31")).days.days
        var more = county
        for number in 0..<9 where Bool.random(using: &dice) {
            more.present(
                "C\(number)", on: "\(days[Int.random(in: 0..<days.count, using: &dice)])",
                at: ["08:00", "12:00", "21:00"])
        }
        let after = try await more.assess("test", "2023-09-01..2023-10-31")
        for number in 0..<9 {
            for rule in ["attendance/week", "attendance/month"] {
                for unit in before.units(rule) {
                    let (old, new) = (before.finding(rule, "C\(number)", unit), after.finding(rule, "C\(number)", unit))
                    #expect((old == nil) == (new == nil))
                    #expect(
                        rank(old?.verdict) <= rank(new?.verdict)
                            && (old?.verdict == .notApplicable) == (new?.verdict == .notApplicable))
                }
                let owed = [before, after].map { $0.total(rule, "C\(number)", "absence.days").flatMap { Int($0) } ?? 0 }
                #expect(owed[1] <= owed[0])
            }
        }
    }

    /// Check-ins without a coverage file: three teams of a county in two months, some of them away for days.
    private func checkIns(_ dice: inout Dice) throws -> [(cadre: String, day: Day, times: [String])] {
        let days = try #require(Period("2023-08-28..2023-11-05")).days.days
        var rows: [(cadre: String, day: Day, times: [String])] = []
        for number in 0..<9 {
            let diligence = Int.random(in: 2...10, using: &dice)
            for day in days where Int.random(in: 0..<10, using: &dice) < diligence {
                rows.append(
                    (
                        "C\(number)", day,
                        ["08:00", "12:00", "21:00"].filter { _ in Int.random(in: 0..<4, using: &dice) > 0 }
                    ))
            }
        }
        return rows
    }

    private func assess(_ rows: [(cadre: String, day: Day, times: [String])], asOf: String? = nil) async throws
        -> Assessment
    {
        var county = try SmallProfile(Self.rules).county()
        for team in 0..<3 { county.add("teams.csv", "T-\(team),\(TestCounty.village),county,U-county,1") }
        for number in 0..<9 { county.cadre("C\(number)", from: "2023-09-0\(number + 1)", team: "T-\(number / 3)") }
        for row in rows { county.present(row.cadre, on: "\(row.day)", at: row.times) }
        return try await county.assess("test", "2023-09-01..2023-10-31", asOf: asOf)
    }

    private func accused(_ assessment: Assessment) -> Set<String> {
        var accused: Set<String> = []
        for number in 0..<9 {
            for rule in ["attendance/week", "attendance/month"] {
                for unit in assessment.units(rule) where assessment.verdict(rule, "C\(number)", unit) == .breached {
                    accused.insert("\(rule) \(unit) C\(number)")
                }
            }
            for finding in assessment.findings("consequences/absent", "C\(number)") where finding.verdict == .met {
                accused.insert("absent C\(number)")
            }
        }
        return accused
    }

    @Test(arguments: [21, 22, 23, 24] as [UInt64]) func aTeamsMonthTakenAwayAccusesNobody(seed: UInt64) async throws {
        var dice = Dice(seed)
        let rows = try checkIns(&dice)
        let before = accused(try await assess(rows))
        let (team, month) = (Int.random(in: 0..<3, using: &dice), Int.random(in: 9...10, using: &dice))
        let members = (team * 3)..<(team * 3 + 3)
        let left = rows.filter { row in row.day.month != month || !members.contains { row.cadre == "C\($0)" } }
        let after = accused(try await assess(left))
        #expect(!before.isEmpty)
        #expect(after.subtracting(before).isEmpty, "\(after.subtracting(before))")
    }

    /// What is decided as of a day is decided for good.
    @Test(arguments: [31, 32, 33] as [UInt64]) func whatIsDecidedStaysDecided(seed: UInt64) async throws {
        var dice = Dice(seed)
        let rows = try checkIns(&dice)
        let early = try await assess(rows, asOf: "2023-09-\(Int.random(in: 10...30, using: &dice))")
        let late = try await assess(rows)
        for number in 0..<9 {
            for rule in ["attendance/week", "attendance/month"] {
                for unit in late.units(rule) {
                    guard let verdict = early.verdict(rule, "C\(number)", unit), [.met, .breached].contains(verdict)
                    else { continue }
                    #expect(late.verdict(rule, "C\(number)", unit) == verdict, "\(unit) C\(number)")
                }
            }
        }
    }
}
