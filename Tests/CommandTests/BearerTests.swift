internal import Foundation
internal import Testing
internal import ZhucunTesting

/// Who bears the office that owes something.
@Suite struct BearerTests {
    /// Each provision with the parties that owe it and the subjects it is about.
    private func owed(
        _ rules: String, _ options: String = "--as-of 2023-08-12", changing changed: [String: String?] = [:]
    ) throws -> [String] {
        try DueCounty(rules: rules, changing: changed).items(options).map { item in
            let parts = item.split(separator: " ", omittingEmptySubsequences: false)
            return "\(parts[1]) \(parts[4]): \(parts[2])"
        }
    }

    private func duty(_ subject: String, _ office: String, per: String = "quarter") -> String {
        "duties:\n  - {id: duty, clause: 一, for: \(subject), per: \(per), records: {activity: {kind: patrol}}, at_least: 1, owed_by: \(office)}"
    }

    @Test(arguments: [
        ("{cadre: all}", "self", ["C1: C1", "C2: C2"]), ("{cadre: all}", "team", ["C1: T1", "C2: T2"]),
        ("{cadre: all}", "sending_unit", ["C1: U1", "C2: U2"]),
        ("{cadre: all}", "township_committee", ["C1: 140622100", "C2: 140622101"]),
        ("{cadre: all}", "office_of_level", ["C1: 140622", "C2: 140000"]),
        ("{team: all}", "city_committee", ["T1: 140600", "T2: 140600"]),
        ("{team: all}", "sending_unit", ["T1: U1", "T2: U2"]), ("{team: all}", "team", ["T1: T1", "T2: T2"]),
        ("{village: all}", "village_secretary", ["140622100201: 140622100201", "140622101201: 140622101201"]),
        ("{village: all}", "team", ["140622100201: T1", "140622101201: T2"]),
        ("{village: all}", "sending_unit", ["140622100201: U1", "140622101201: U2"]),
        ("{household: {classes: [ordinary]}}", "team", ["H5: T1"]),
        ("{household: {classes: [ordinary]}}", "provincial_group", ["H5: 140000"]),
        ("{case: all}", "team", ["K1: T1", "K2: T1", "K3: T2"]), ("{unit: all}", "sending_unit", ["U1: U1", "U2: U2"]),
        ("{unit: all}", "township", ["U1: 140622100", "U2: 140622101"]),
        ("{unit: all}", "county_department", ["U1: 140622", "U2: 140622"]),
        ("{division: {level: township}}", "county_office", ["140622100: 140622", "140622101: 140622"]),
        ("{division: {level: city}}", "city_office", ["140600: 140600"]),
        // A county lies in no township, and a village is nobody's self.
        ("{division: {level: county}}", "township", ["140622: "]),
        ("{division: {level: county}}", "team", ["140622: "]),
        ("{village: all}", "self", ["140622100201: ", "140622101201: "]),
    ])
    func offices(subject: String, office: String, found: [String]) throws {
        #expect(try owed(duty(subject, office)).sorted() == found.map { "2023-09-30 " + $0 })
    }

    /// Whom the row of a subject names comes before who is in its village.
    @Test func whomARecordNames() throws {
        let rules =
            "deadlines:\n  - {id: back, clause: 一, for: {leave: all}, from: {field: to}, to: {field: returned}, within: 1 day, owed_by: OFFICE}"
        let leaves = [
            "leaves.csv":
                "leave,cadre,type,from,to,status,approved_by,returned\nL1,C1,事假,2023-08-01,2023-08-03,approved,township,\n"
        ]
        for (office, party) in [("self", "C1"), ("team", "T1"), ("sending_unit", "U1"), ("county_office", "140622")] {
            #expect(
                try owed(rules.replacingOccurrences(of: "OFFICE", with: office), changing: leaves) == [
                    "2023-08-04 L1: \(party)"
                ])
        }
    }

    /// What was owed in a half-month is owed by those who were there at its end.
    @Test func whoeverWasThereThen() throws {
        let postings =
            "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-01-03,2023-07-31,false\nC1,T2,140622101201,member,U2,2023-08-01,,false\nC2,T2,140622101201,member,U2,2023-01-03,,false\n"
        let found = try owed(
            duty("{cadre: all}", "team", per: "half-month"), "--as-of 2023-08-12 --since 2023-07-16 --until 2023-08-16",
            changing: ["postings.csv": postings])
        #expect(
            found == [
                "2023-07-31 C1: T1", "2023-07-31 C2: T2", "2023-08-15 C1: T2", "2023-08-15 C2: T2", "2023-08-31 C1: T2",
                "2023-08-31 C2: T2",
            ])
        #expect(
            try owed(
                duty("{household: {classes: [ordinary]}}", "team", per: "half-month"),
                changing: ["postings.csv": postings]
            ).suffix(1) == ["2023-08-15 H5: "])
    }

    /// Two teams in one village owe it together; it is on the list of each.
    @Test func twoTeamsInOneVillage() throws {
        let postings =
            "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-01-03,,false\nC2,T2,140622100201,member,U2,2023-01-03,,false\n"
        let teams = "team,village,level,unit,batch\nT1,140622100201,county,U1,1\nT2,140622100201,province,U2,1\n"
        let county = try DueCounty(
            rules: duty("{household: {classes: [ordinary]}}", "team"),
            changing: ["postings.csv": postings, "teams.csv": teams])
        for party in ["T1", "T2", "C2"] {
            #expect(try county.items("--as-of 2023-08-12 --for \(party)") == ["open 2023-09-30 T1+T2 duties/duty H5"])
        }
        #expect(try county.output("due", "--as-of 2023-08-12").contains("驻村工作队 T1 甲村、T2 甲村  duty  H5  0/1"))
    }

    /// A provision that names nobody is listed without a party.
    @Test func nobodyNamed() throws {
        let rules = duty("{cadre: all}", "self").replacingOccurrences(of: ", owed_by: self", with: "")
        let text = try DueCounty(rules: rules).output("due", "--as-of 2023-08-12")
        #expect(text.contains("  2023-09-30  还有 49 天  未写明由谁  duty  驻村干部 2：C1 张三、C2 李四  0/2  测〔2018〕1号 一\n"))
    }

    @Test func aPartyThatThereIsNot() throws {
        let county = try DueCounty(
            rules: "words: {office: {guard: 看守人}, bearer: {guard: guards}}\n" + duty("{cadre: all}", "guard"))
        let result = try county.run("due", "--as-of 2023-08-12")
        #expect(result.code == 1)
        #expect(
            result.error.contains(
                "错误[S108]：这里不能是“guards”\n --> \(county.folder.path)/profiles/test/2018-01-01-rules.yaml:3:47\n"),
            "\(result.error)")
        #expect(result.error.contains("应为：cadre、team、unit、village、province、city、county、township、level"))
    }
}
