internal import Foundation
internal import ZhucunTesting

/// Two villages in two townships of one county, with a profile of their own, for lists of what is owed.
struct DueCounty {
    let folder: ScratchFolder
    private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    static let rules = """
        duties:
          - {id: visit, name: 走访监测户, clause: 一（二）, for: {household: {classes: [unstable, marginal]}}, per: half-month, records: {activity: {kind: household_visit}}, at_least: 1, owed_by: team}
          - {id: head-visit, name: 负责同志到村, clause: 三, for: {unit: all}, per: half-year, records: {activity: {kind: head_visit}}, at_least: 2, owed_by: sending_unit}
          - {id: log, name: 工作日志, clause: 二, for: {cadre: all}, per: month, records: {activity: {kind: work_log}}, at_least: 4, owed_by: self}
          - {id: report, name: 到岗情况报告, clause: 四, for: {division: {level: township}}, per: month, due: {day: 5, months_later: 1}, records: {activity: {kind: attendance_report}}, at_least: 1, owed_by: township}
        deadlines:
          - {id: identified, name: 个案认定, clause: 五, for: {case: all}, from: {field: detected}, to: {field: identified}, within: 15 days, owed_by: county_office}
        checklist:
          - {id: published, name: 公示, clause: [六, 七], for: {village: all}, per: quarter, question: 是否公示, by: [village_committee]}
        """

    static let files = [
        "units.csv": "unit,name,level,kind\nU1,县林业局,county,government\nU2,\"省直一处;二处,\\室\",province,government\n",
        "villages.csv":
            "village,name,kinds,lat,lng,radius_m\n140622100201,甲村,,39.5,113.2,500\n140622101201,乙村,,39.6,113.2,500\n",
        "teams.csv": "team,village,level,unit,batch\nT1,140622100201,county,U1,1\nT2,140622101201,province,U2,1\n",
        "cadres.csv":
            "cadre,name,born,education,employment,party_member\nC1,张三,1980-01-01,bachelor,civil_servant,true\nC2,李四,1980-01-01,bachelor,civil_servant,true\n",
        "postings.csv":
            "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-01-03,,false\nC2,T2,140622101201,first_secretary,U2,2023-01-03,,false\n",
        "households.csv": """
        household,village,classes
        H1,140622100201,unstable
        H2,140622100201,unstable
        H3,140622100201,marginal
        H4,140622100201,marginal
        H5,140622100201,ordinary
        H6,140622101201,unstable

        """,
        "cases.csv":
            "case,household,detected,identified\nK1,H1,2023-07-28,\nK2,H2,2023-07-20,2023-08-12\nK3,H6,2023-07-20,2023-07-30\n",
        "activities.csv": """
        activity,kind,date,period,subject,actors
        A01,household_visit,2023-07-03,,H1,
        A02,household_visit,2023-07-03,,H2,
        A03,household_visit,2023-07-04,,H3,
        A04,household_visit,2023-07-04,,H4,
        A05,household_visit,2023-07-05,,H6,C2
        A06,household_visit,2023-07-20,,H1,
        A07,household_visit,2023-07-20,,H2,
        A08,household_visit,2023-07-20,,H3,
        A09,household_visit,2023-07-31,,H6,
        A10,household_visit,2023-08-12,,H6,
        A11,head_visit,2023-07-11,,U1,
        A12,head_visit,2023-08-01,,U2,
        A13,head_visit,2023-08-10,,U2,
        A14,attendance_report,2023-08-05,2023-07,140622100,
        A15,attendance_report,2023-07-04,2023-06,140622100,
        A16,attendance_report,2023-07-05,2023-06,140622101,
        A17,work_log,2023-07-01,,C1,
        A18,work_log,2023-07-02,,C1,
        A19,work_log,2023-07-03,,C1,
        A20,work_log,2023-07-04,,C1,
        A21,work_log,2023-08-01,,C1,
        A22,work_log,2023-07-31,,C2,

        """,
        "attestations.csv":
            "provision,subject,period,verdict,by,date\npublished,140622101201,2023-Q3,met,village_committee,2023-08-01\n",
    ]

    init(rules: String = DueCounty.rules, changing changed: [String: String?] = [:]) throws {
        folder = try ScratchFolder()
        for part in ["china", "calendars", "keys"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/profiles", withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: root.appending(path: "Profiles/" + part), to: URL(filePath: folder.path + "/profiles/" + part))
        }
        try folder.write(
            "profile: test\nname: 测试县\nname_en: Test county\nextends: china\n", to: "profiles/test/profile.yaml")
        try folder.write(
            "edition: 2018-01-01\ndocument: {number: 测〔2018〕1号, issuer: 测试县委}\n\(rules)\n",
            to: "profiles/test/2018-01-01-rules.yaml")
        for (name, text) in DueCounty.files.merging(changed.compactMapValues { $0 }, uniquingKeysWith: { $1 }) {
            if case .some(.none) = changed[name] { continue }
            try folder.write(text, to: "records/" + name)
        }
    }

    /// The program on it, ready to be run, with these words behind the command's name.
    func process(_ command: String, _ options: String) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "zhucun")
        process.arguments =
            [
                command, "--profiles", folder.path + "/profiles", "--profile", "test", "--records",
                folder.path + "/records",
            ]
            + options.split(separator: " ").map(String.init)
        return process
    }

    /// Runs the program on it, with these words behind the command's name.
    func run(_ command: String, _ options: String = "") throws -> (code: Int32, output: String, error: String) {
        let process = process(command, options)
        let scratch = try ScratchFolder()
        let output = try FileHandle(forWritingTo: URL(filePath: try scratch.write("", to: "out")))
        let error = try FileHandle(forWritingTo: URL(filePath: try scratch.write("", to: "error")))
        process.standardOutput = output
        process.standardError = error
        try process.run()
        process.waitUntilExit()
        let read = { (name: String) in
            String(decoding: (try? Data(contentsOf: URL(filePath: scratch.path + "/" + name))) ?? Data(), as: UTF8.self)
        }
        return (process.terminationStatus, read("out"), read("error"))
    }

    /// What it writes when all is well; `warned`: but for warnings.
    func output(_ command: String, _ options: String, warned: Bool = false) throws -> String {
        let result = try run(command, options)
        guard result.code == 0, result.error.isEmpty != warned else {
            throw Stopped(code: result.code, error: result.error)
        }
        return result.output
    }

    /// What `due` lists, on a line each: the state, the day, who, which provision, for whom.
    func items(_ options: String) throws -> [String] {
        let json =
            try JSONSerialization.jsonObject(with: Data(output("due", options + " --format json").utf8))
            as? [String: Any]
        return (json?["items"] as? [[String: Any]] ?? []).map { item in
            let ids = (item["owed_by"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }.joined(
                separator: "+")
            let words =
                ["state", "due"].compactMap { item[$0] as? String } + [ids, (item["provision"] as? String ?? "")]
            return (words + [(item["subject"] as? [String: Any])?["id"] as? String ?? ""]).joined(separator: " ")
        }
    }

    struct Stopped: Error {
        let code: Int32
        let error: String
    }
}
