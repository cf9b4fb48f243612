import BuiltInPlugins
import CivilTime
import Foundation
import PolicyYAML
import Rendering
import Testing
import ZhucunKernel
import ZhucunReports
import ZhucunSamples
import ZhucunTesting

/// The formats over a small sample of two counties, some of whose people have names that a format could trip over.
@Suite struct ReportTests {
    @Test func namesCannotBecomeMarkup() async throws {
        let page = try await Folder.shared.report("html")
        let isEscaped = page.contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;")
        let hasMarkup = page.contains("<script")
        let turnsDirection = page.unicodeScalars.contains("\u{202E}")
        #expect(isEscaped && !hasMarkup && !turnsDirection)
    }

    @Test func thePageNeedsNothingBesideItself() async throws {
        let page = try await Folder.shared.report("html")
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        for outside in ["http://", "https://", "url(", "@import", "src=", "<link"] {
            #expect(!page.contains(outside), "\(outside)")
        }
        #expect(try await Folder.shared.report("html", language: .en).contains("<html lang=\"en\">"))
    }

    @Test func everyTagIsClosedInItsPlace() async throws {
        var open: [Substring] = []
        for part in try await Folder.shared.report("html").split(separator: "<").dropFirst() {
            let name = part.prefix { $0 != ">" && $0 != " " }
            if name.hasPrefix("/") {
                #expect(open.popLast() == name.dropFirst())
            } else if !["meta", "br"].contains(name) {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test func verdictsAreToldWithoutColour() async throws {
        let page = try await Folder.shared.report("html")
        let marks = ["m": "√", "b": "×", "u": "?", "n": "–"]
        for (style, mark) in marks {
            #expect(
                page.contains("<td class=\"\(style)\">\(mark)") || page.contains("<td class=\"\(style)\" title="),
                "\(style)")
        }
        for cell in page.split(separator: "<td class=\"b\"").dropFirst() {
            let text = cell.drop { $0 != ">" }.dropFirst().prefix(20)
            #expect(text.hasPrefix("×"))
        }
    }

    @Test func onlyOneSubjectWhenAsked() async throws {
        let page = try await Folder.shared.report("html", subject: "C000031")
        #expect(page.contains("C000031"))
        #expect(!page.contains("C000030"))
    }

    @Test func jsonIsWrittenByteForByte() {
        var json = JSONWriter()
        json.object { json in
            json.string("text", "a\"b\\c\n\t\u{1}/驻")
            json.string("none", nil)
            json.number("number", -12)
            json.flag("flag", true)
            json.array("list") { json in
                json.string("x")
                json.object { _ in }
                json.array { _ in }
            }
        }
        let expected = #"{"text":"a\"b\\c\n\u0009\u0001/驻","none":null,"number":-12,"flag":true,"list":["x",{},[]]}"#
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func theSchemaAndTheResultsSayTheSame() async throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: Folder.root.appending(path: "docs/schemas/results.schema.json")))
                as? [String: Any])
        let results = try JSONSerialization.jsonObject(with: Data(try await Folder.shared.report("json").utf8))
        var check = SchemaCheck(root: schema)
        check.check(results, schema, at: "#")
        // What the sample has none of: divisions, what is owed, sections asked for.
        let owing = try DueCounty(changing: ["divisions.csv": "division,name\n140622100,金城镇\n"]).output(
            "assess", "--period 2023-08 --as-of 2023-08-12 --section duties deadlines --format json")
        check.check(try JSONSerialization.jsonObject(with: Data(owing.utf8)), schema, at: "#")
        let filtered = try DueCounty().output(
            "assess", "--period 2023-08 --verdict met --division 140622 --format json")
        check.check(try JSONSerialization.jsonObject(with: Data(filtered.utf8)), schema, at: "#")
        // What would decide what is not known: a file, a column, an attestation.
        let open = try DueCounty(changing: [
            "activities.csv": nil, "cases.csv": (DueCounty.files["cases.csv"] ?? "") + "K9,H1,,\n",
        ])
        .output("assess", "--period 2023-Q3 --section duties deadlines checklist --format json")
        check.check(try JSONSerialization.jsonObject(with: Data(open.utf8)), schema, at: "#")
        // Records judged one by one.
        var leaves = try TestCounty(
            profile:
                "leave:\n  - {id: it, clause: 一, for: {cadre: all}, table: [{length: {above: 0 days}, approve: [township]}]}",
            plugins: PluginRegistry(BuiltInPlugins.all))
        leaves.cadre("C1", from: "2023-01-01")
        leaves.add("leaves.csv", "L1,C1,事假,2023-07-03,2023-07-04,,,approved,township,,,")
        let judged = try await leaves.assess("test", "2023-07")
        let maker = ResultsMaker(judged.prepared)
        let report = JSONReport(ReportFacts(maker.head, .zh))
        var records = report.head(shown: [0])
        try report.write(maker.results(judged.counties[0], at: 0)) { records += $0 }
        records += report.end(ReportSummary())
        check.check(try JSONSerialization.jsonObject(with: Data(records)), schema, at: "#")
        #expect(check.problems.prefix(5).isEmpty)
        // A property that the schema offers and nobody writes is a promise not kept.
        let offered = SchemaCheck.properties(of: schema, at: "#")
        #expect(offered.subtracting(check.seen).sorted() == [])
    }

    @Test func theCheckItselfFindsMistakes() {
        let schema: [String: Any] = [
            "type": "object", "required": ["a"], "additionalProperties": false, "properties": ["a": ["enum": ["x"]]],
        ]
        for wrong: [String: Any] in [[:], ["a": "y"], ["a": "x", "b": 1]] {
            var check = SchemaCheck(root: schema)
            check.check(wrong, schema, at: "#")
            #expect(check.problems.count == 1)
        }
    }

    @Test func csvFieldsAreQuotedAndFormulasAreText() async throws {
        let text = try await Folder.shared.report("csv")
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        #expect(text.contains(",'=1+1,"))
        #expect(text.contains(",\"a,\"\"b\"\"\","))
        let rows = CSV.rows(text)
        #expect(rows.count > 100)
        #expect(Set(rows.map(\.count)).count == 1)
        #expect(rows.contains { $0.contains("a,\"b\"") })
        for field in rows.flatMap(\.self) { #expect(!"=+-@\t".contains(field.first ?? " "), "\(field)") }
    }

    @Test(arguments: ["text", "json", "csv", "html"])
    func sameBytesWhateverTheOrder(format: String) async throws {
        let first = try await Folder.shared.report(format)
        #expect(!first.isEmpty)
        #expect(try await Folder.shared.report(format, jobs: 2) == first)
        #expect(try await Folder.shared.report(format, jobs: 7) == first)
        #expect(try await Folder.shuffled.report(format) == first)
    }
}

/// A folder of records in two counties, read once.
private actor Folder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let shared = Folder(isShuffled: false)
    static let shuffled = Folder(isShuffled: true)

    private let isShuffled: Bool
    private var preparation: Task<(Assessor, Assessor.Prepared), any Error>?

    init(isShuffled: Bool) { self.isShuffled = isShuffled }

    func report(_ format: String, language: Language = .zh, subject: String? = nil, jobs: Int = 1) async throws
        -> String
    {
        let isShuffled = isShuffled
        let task = preparation ?? Task { try Folder.prepare(isShuffled: isShuffled) }
        preparation = task
        let (assessor, prepared) = try await task.value
        return try await Folder.report(
            try #require(ReportFormats.named(format)), prepared, assessor, language, FindingFilter(subject: subject),
            jobs)
    }

    private static func report(
        _ format: any ReportFormat.Type, _ prepared: Assessor.Prepared, _ assessor: Assessor, _ language: Language,
        _ filter: FindingFilter, _ jobs: Int
    ) async throws -> String {
        var bytes: [UInt8] = []
        try await format.write(prepared, by: assessor, language, filter, jobs: jobs) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func prepare(isShuffled: Bool) throws -> (Assessor, Assessor.Prepared) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhucun-reports-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = ProfileStore(directory: root.appending(path: "Profiles").path())
        let period = try #require(Period("2023-Q4"))
        let request = SampleRequest(
            division: "141028", cadres: 60, days: period.days, seed: 7, directory: folder.path())
        _ = try writeSample(request, calendar: store.calendar) { _, _ in }
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            try rewrite(file, isShuffled: isShuffled)
        }
        let assessor = Assessor(store: store, plugins: PluginRegistry(BuiltInPlugins.all))
        var diagnostics = Diagnostics()
        let asked = Assessor.Request(profile: "jixian", period: period, records: RecordFolder(folder.path()).records)
        let prepared = try #require(assessor.prepare(asked, into: &diagnostics))
        #expect(!diagnostics.hasErrors)
        #expect(prepared.outlines.map(\.county).count { $0.hasPrefix("1410") } >= 2)
        return (assessor, prepared)
    }

    /// Moves a township to another county and gives some people awkward names. Rows are lines in the sample's files;
    /// only ASCII is touched, as one of them is not UTF-8.
    private static func rewrite(_ file: URL, isShuffled: Bool) throws {
        let names = ["C000030": "<script>alert('&')</script>\u{202E}", "C000031": "=1+1", "C000032": "\"a,\"\"b\"\"\""]
        let moved = Data("141028101".utf8)
        var lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { line -> Data in
            var line = Data(line)
            while let found = line.range(of: moved) { line.replaceSubrange(found, with: Data("141029101".utf8)) }
            guard file.lastPathComponent == "cadres.csv" else { return line }
            var fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Data($0) }
            if let name = names[String(decoding: fields[0], as: UTF8.self)] { fields[1] = Data(name.utf8) }
            return Data(fields.joined(separator: [UInt8(ascii: ",")]))
        }
        if isShuffled {
            var generator = Mixer()
            lines = lines.prefix(1) + lines.dropFirst().shuffled(using: &generator)
        }
        try Data(lines.joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")]).write(to: file)
    }
}

/// Shuffles the same way every time.
private struct Mixer: RandomNumberGenerator {
    private var state: UInt64 = 7

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}

private enum CSV {
    /// Rows of unquoted fields, without the header's byte order mark.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row = [""]
        var isQuoted = false
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
            switch scalar {
            case "\"":
                // A quote that opens again at once stood for itself.
                if !isQuoted, !row[row.count - 1].isEmpty { row[row.count - 1].unicodeScalars.append(scalar) }
                isQuoted.toggle()
            case "," where !isQuoted: row.append("")
            case "\n" where !isQuoted:
                rows.append(row)
                row = [""]
            case "\r" where !isQuoted: break
            default: row[row.count - 1].unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
