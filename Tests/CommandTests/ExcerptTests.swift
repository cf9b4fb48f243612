import BuiltInPlugins
import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunReports
import ZhucunSamples
import ZhucunTesting

/// An explanation that reads only what bears on its subject says the same, byte for byte, as one that reads everything.
@Suite struct ExcerptTests {
    private static let profiles =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/Profiles"
    private static let assessor = Assessor(
        store: ProfileStore(directory: profiles), plugins: PluginRegistry(BuiltInPlugins.all))
    private static let threeCounties = sample(counties: 3)
    private static let manyCounties = sample(counties: 10)

    private static func sample(counties: Int) -> Result<Sample, any Error> {
        Result {
            var diagnostics = Diagnostics()
            let profile = try #require(assessor.store.profile(named: "shanxi"))
            let policy = Policy.resolve(profile, in: assessor.store, plugins: assessor.plugins, into: &diagnostics)
            return try Sample(seed: 11, last: "2023-09-30", policy: policy) { $0.counties = counties }
        }
    }

    /// A records folder of several counties.
    private struct Province {
        let folder = Result { try ScratchFolder() }
        let assessor = ExcerptTests.assessor

        init(_ sample: Result<Sample, any Error> = ExcerptTests.threeCounties) throws {
            for (name, bytes) in try sample.get().bytes { try folder.get().write(bytes, to: name) }
        }

        func path() throws -> String { try folder.get().path }

        func lines(_ name: String) throws -> [String] {
            Sample.read(try path() + "/" + name).split(separator: UInt8(ascii: "\n")).map {
                String(decoding: $0, as: UTF8.self)
            }
        }

        func write(_ name: String, _ change: (inout [String]) -> Void) throws {
            var lines = try lines(name)
            change(&lines)
            try folder.get().write(lines.joined(separator: "\n") + "\n", to: name)
        }

        func ids(_ file: String) throws -> [String] {
            try lines(file).dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        }

        func prepare(
            _ subject: String? = nil, resume: String? = nil, around: String? = nil, only provision: String? = nil
        ) throws -> Assessor.Prepared {
            var diagnostics = Diagnostics()
            var request = Assessor.Request(
                profile: "shanxi", period: try #require(Period("2023-09")), records: RecordFolder(try path()).records,
                traced: subject)
            request.provisions = provision.map { [$0] } ?? []
            request.resume = resume
            request.around = around
            let prepared = assessor.prepare(request, into: &diagnostics)
            #expect(!diagnostics.hasErrors, "\(diagnostics.all.filter { $0.severity == .error }.map(\.message.zh))")
            return try #require(prepared)
        }

        func save() throws -> String {
            var diagnostics = Diagnostics()
            return try folder.get().write(
                try #require(prepare().snapshot(into: &diagnostics)), to: "kept/ledger.snapshot")
        }

        /// In both forms.
        func explanation(_ subject: String, _ prepared: Assessor.Prepared, only provision: String? = nil) throws
            -> [[UInt8]]
        {
            var problems = Diagnostics()
            guard let found = try assessor.explain(subject, only: provision, prepared, into: &problems) else {
                return [Array(problems.all.map(\.code).joined().utf8)]
            }
            return [
                ExplanationReport.json(found, prepared.records.world),
                ExplanationReport.text(
                    found, prepared.records.world, prepared.period,
                    ExplanationOptions(.full, asOf: nil, NodeWords(nil, .none, .zh), .zh)),
            ]
        }

        /// Compares what is said of some subjects, and returns the number of cadres that were read for each.
        @discardableResult
        func check(_ subjects: [String], _ snapshot: String) throws -> [Int] {
            let all = try prepare()
            return try subjects.map { subject in
                let around = try prepare(subject, resume: snapshot, around: subject)
                // Of a cadre the check-ins are told.
                let isCadre = all.records.world.cadres.contains { $0.id == subject }
                let (found, expected) = (
                    try explanation(subject, around), try explanation(subject, isCadre ? prepare(subject) : all)
                )
                #expect(found == expected, "\(subject)")
                return around.records.world.cadres.count
            }
        }
    }

    @Test func everybodyIsExplainedAsFromAllRecords() throws {
        let province = try Province()
        let snapshot = try province.save()
        let (cadres, teams) = (try province.ids("cadres.csv"), try province.ids("teams.csv"))
        #expect(cadres.count == 60)
        let read = try province.check(cadres + teams, snapshot)
        #expect(read.contains { $0 > 0 && $0 < 40 }, "\(read)")
    }

    @Test func oneProvisionIsExplainedFromTheFilesItNeeds() throws {
        let province = try Province()
        let snapshot = try province.save()
        let all = try province.prepare()
        let cadre = try province.ids("cadres.csv")[20]
        for key in all.policies[0].keys where key.section == "ranking" || key.section == "attendance" {
            let around = try province.prepare(cadre, resume: snapshot, around: cadre, only: key.description)
            let expected = try province.explanation(cadre, province.prepare(cadre), only: key.description)
            #expect(try province.explanation(cadre, around, only: key.description) == expected, "\(key)")
            #expect(around.records.counts.count < all.records.counts.count)
        }
    }

    /// Who belongs to two counties: a cadre who came from another without a team, one in a team of another, a team's member posted in another. All
    /// check-ins of the last month are new, those of the last day are of one county far from all of these.
    @Test func thoseBetweenCounties() throws {
        let province = try Province(ExcerptTests.manyCounties)
        let teams = Dictionary(
            grouping: try province.lines("teams.csv").dropFirst().map { $0.split(separator: ",").map(String.init) }
        ) { $0[1].prefix(6) }
        .sorted { $0.key < $1.key }.map(\.value)
        #expect(teams.count == 10)
        var moved = ""
        try province.write("postings.csv") { lines in
            /// The first posting in a team that goes on.
            func posting(_ team: [String]) -> Int {
                lines.firstIndex { $0.contains(",\(team[0]),") && $0.contains(",,") } ?? 0
            }
            let row = lines[posting(teams[0][0])]
            moved = String(row.prefix { $0 != "," })
            lines[posting(teams[0][0])] = changed(row, [5: "2023-09-10"])
            lines.append(changed(row, [1: "", 2: teams[1][0][1], 6: "2023-09-09"]))
            lines[posting(teams[2][0])] = changed(lines[posting(teams[2][0])], [1: teams[3][0][0]])
            lines[posting(teams[4][0])] = changed(lines[posting(teams[4][0])], [2: teams[5][0][1]])
        }
        var late: [String] = []
        try province.write("checkins.csv") { lines in
            late = lines.dropFirst().filter { day(of: $0) >= "2023-09-01" }
            lines = [lines[0]] + lines.dropFirst().filter { day(of: $0) < "2023-09-01" }
        }
        let snapshot = try province.save()
        let cadres = try province.ids("cadres.csv")
        try province.write("checkins.csv") { lines in
            late.removeAll { $0.hasPrefix(moved) && day(of: $0) < "2023-09-12" }
            lines += late.filter {
                day(of: $0) < "2023-09-28" || day(of: $0) == "2023-09-28" && $0.hasPrefix(cadres[59])
            }
        }
        let read = try province.check(cadres.prefix(36) + teams.prefix(6).joined().map { $0[0] }, snapshot)
        #expect(read.allSatisfy { $0 < 30 }, "\(read)")
    }

    private func changed(_ line: String, _ fields: [Int: String]) -> String {
        line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map { fields[$0] ?? String($1) }
            .joined(separator: ",")
    }

    private func day(of checkIn: String) -> String { String(checkIn.split(separator: ",")[1].prefix(10)) }

    /// Forms in which files come that mean the same.
    @Test(arguments: [
        "as it is", "quoted", "CRLF", "Chinese names", "backwards", "no last line end", "blank lines", "a column more",
    ])
    func formsOfFiles(_ form: String) throws {
        let province = try Province()
        let cadres = try province.ids("cadres.csv")
        let snapshot = try province.save()
        for file in ["annual_grades.csv", "cadres.csv", "postings.csv", "teams.csv", "scores.csv", "leaves.csv"] {
            var lines = try province.lines(file)
            switch form {
            case "quoted":
                lines = lines.map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(
                        separator: ",")
                }
            case "CRLF": lines = lines.map { $0 + "\r" }
            case "Chinese names": if file == "postings.csv" { lines[0] = "干部编号,工作队编号,村代码,职务,单位编号,开始日期,结束日期,挂职" }
            case "backwards": lines = [lines[0]] + lines.dropFirst().reversed()
            case "blank lines": lines = lines.flatMap { [$0, ""] }
            case "a column more": lines = lines.enumerated().map { $0 == 0 ? "备注," + $1 : "“好”," + $1 }
            default: break
            }
            try province.folder.get().write(
                lines.joined(separator: "\n") + (form == "no last line end" ? "" : "\n"), to: file)
        }
        let read = try province.check(stride(from: 2, to: 60, by: 20).map { cadres[$0] }, snapshot)
        #expect(read.allSatisfy { $0 < 60 }, "\(read)")
    }

    /// Check-ins whose file has to be read from its beginning to its end.
    @Test func checkInsOverTwoLines() throws {
        let province = try Province()
        try province.write("checkins.csv") { lines in
            lines = lines.enumerated().map { $1 + ($0 == 0 ? ",note" : $0 % 1000 == 7 ? ",\"a\nb\"" : ",") }
        }
        let cadres = try province.ids("cadres.csv")
        try province.check([cadres[3], cadres[30]], try province.save())
    }

    /// What its bytes do not tell is read as a whole.
    @Test(arguments: ["a row over two lines", "another script"])
    func oddFilesAreReadAsAWhole(_ form: String) throws {
        let province = try Province()
        let cadres = try province.ids("cadres.csv")
        let snapshot = try province.save()
        switch form {
        case "a row over two lines": try province.write("teams.csv") { $0[1] = changed($0[1], [4: "\"1\n2\""]) }
        default: try province.write("cadres.csv") { $0.append("干部9,,,,,") }
        }
        let read = try province.check([cadres[3], cadres[30]], snapshot)
        #expect(read.allSatisfy { $0 >= 60 }, "\(read)")
    }

    /// No identifier has quotes; those in names do not matter.
    @Test func doubledQuotesInANameAreReadOver() throws {
        let province = try Province()
        let cadres = try province.ids("cadres.csv")
        let snapshot = try province.save()
        try province.write("cadres.csv") { $0.append("C9,\"丁\"\"九\",,,,") }
        let read = try province.check([cadres[3], cadres[30]], snapshot)
        #expect(read.allSatisfy { $0 > 0 && $0 < 60 }, "\(read)")
    }
}
