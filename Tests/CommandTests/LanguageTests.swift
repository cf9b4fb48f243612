internal import Foundation
internal import Testing
internal import ZhucunTesting

/// Whoever reads Chinese is shown no English word, and the other way round: of every output of three sample counties.
@Suite struct LanguageTests {
    /// A sample county and a period of it.
    struct Demo: Sendable, CustomTestStringConvertible {
        let profile: String
        let days: String
        let period: String
        let asOf: String
        var testDescription: String { profile }
    }

    private static let demos = [
        Demo(profile: "shanxi", days: "--from 2023-10-01 --to 2023-12-31", period: "2023-Q4", asOf: "2023-12-12"),
        Demo(profile: "chongqing", days: "--from 2023-09-01 --to 2023-09-30", period: "2023-09", asOf: "2023-09-12"),
        Demo(profile: "linfen", days: "--from 2023-10-01 --to 2023-12-31", period: "2023-Q4", asOf: "2023-12-12"),
    ]

    /// What every command says of a county, by what was asked.
    private func outputs(_ demo: Demo, _ language: String) throws -> [(asked: String, text: String)] {
        let folder = try ScratchFolder()
        let records = folder.path + "/records"
        let made = try Program.run(
            "records sample --profile \(demo.profile) --cadres 40 \(demo.days) --seed 7 --out \(records)")
        try #require(made.code == 0, "\(made.error)")
        let county = "--profile \(demo.profile) --period \(demo.period) --records \(records)"
        var asked = ["text", "html", "csv"].map { "assess \(county) --format \($0)" }
        asked += ["C000002", "C000007 --full", "T0003 --full", "C000007 --as-of \(demo.asOf)"].map {
            "explain \(county) --subject \($0)"
        }
        asked += ["explain \(county) --subject C000002 --day \(demo.asOf)"]
        asked += ["text", "ics"].map {
            "due --profile \(demo.profile) --records \(records) --as-of \(demo.asOf) --format \($0)"
        }
        asked += ["profile coverage \(demo.profile)", "profile check \(demo.profile)", "records check \(records)"]
        var found = try asked.map { command in
            let result = try Program.run("\(command) --language \(language)")
            return (asked: command, text: result.output + "\n" + result.error)
        }
        for format in ["md", "html", "xlsx"] {
            let out = "\(folder.path)/\(format)"
            _ = try Program.run("bulletin \(county) --language \(language) --format \(format) --out \(out)")
            for file in try FileManager.default.contentsOfDirectory(atPath: out).sorted() {
                let text = format == "xlsx" ? try workbook("\(out)/\(file)") : Program.text("\(out)/\(file)") ?? ""
                found.append((file, text))
            }
        }
        return found
    }

    /// The texts of a workbook's cells and the names of its sheets.
    private func workbook(_ path: String) throws -> String {
        let script = """
            import sys, zipfile
            book = zipfile.ZipFile(sys.argv[1])
            for name in book.namelist():
                if name.endswith('sharedStrings.xml') or name == 'xl/workbook.xml': print(book.read(name).decode())
            """
        let folder = try ScratchFolder()
        let file = try folder.write(script, to: "read.py")
        let text = try Program.run("", around: "python3 \(file) \(path)").output
        // Of the sheets' list only their names are words.
        return text.replacing(/<(?:sheet )?[^>]*?name="([^"]*)"[^>]*>/) { " \($0.output.1) " }
    }

    @Test(arguments: demos) func chineseIsChinese(demo: Demo) throws {
        for (asked, text) in try outputs(demo, "zh") {
            let words = text.contains("<html") || text.contains("<sst") ? withoutTags(text) : text
            let shown = asked.hasSuffix("--format csv") ? String(words.prefix { $0 != "\r\n" }) : words
            let lines =
                asked.hasSuffix("--format ics") ? calendarWords(shown) : shown.split(separator: "\n").map(String.init)
            var told: Set<String> = []
            for line in lines {
                let rest = LanguageTests.withoutNames(line)
                for word in rest.matches(of: /[A-Za-z]+/).map({ String($0.output) }) where told.insert(word).inserted {
                    Issue.record("\(word) in: \(line.prefix(160))   [\(asked.prefix(60))]")
                }
            }
        }
    }

    /// Chinese in English output is what profiles, documents or records hold.
    @Test(arguments: demos.prefix(2)) func englishIsEnglish(demo: Demo) throws {
        let profiles = Program.repository + "/Profiles"
        let yaml = try #require(FileManager.default.enumerator(atPath: profiles)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".yaml") }.compactMap { Program.text(profiles + "/" + $0) }.joined()
        // Names that a table of `each:` puts together stand in no file.
        let put = try ["shanxi", "linfen", "chongqing"].map {
            try Program.run("profile show \($0) --on 2023-10-01").output
        }
        let names = (Program.text(Program.repository + "/Sources/Divisions/DivisionTable.swift") ?? "") + put.joined()
        for (asked, text) in try outputs(demo, "en") {
            let words = text.contains("<html") || text.contains("<sst") ? withoutTags(text) : text
            let joined = asked.hasSuffix("--format ics") ? calendarWords(words).joined(separator: "\n") : words
            var told: Set<String> = []
            for run in joined.matches(of: /[\u{4E00}-\u{9FFF}]{2,}/).map({ String($0.output) }) {
                guard told.insert(run).inserted, !yaml.contains(run), !names.contains(run) else { continue }
                // Of records only names and places, which no word of ours is a part of.
                if run.contains(/[省市县乡镇村队]|^.{2,3}$/) { continue }
                Issue.record("\(run) [\(asked.prefix(60))]")
            }
        }
    }

    private func withoutTags(_ page: String) -> String {
        page.replacing(/<style>[\s\S]*?<\/style>/, with: "").replacing(/<[^>]*>/, with: "\n")
            .replacing(/&#?[a-z0-9]+;/, with: " ")
    }

    /// What a calendar shows of its items.
    private func calendarWords(_ calendar: String) -> [String] {
        calendar.replacing("\r\n ", with: "").split(separator: "\r\n").compactMap { line -> String? in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, ["SUMMARY", "DESCRIPTION", "CATEGORIES", "X-WR-CALNAME"].contains(parts[0]) else {
                return nil
            }
            return parts[1].replacing("\\n", with: " ")
        }
    }

    /// Without identifiers, file names, codes, names of provisions and options of the program.
    private static func withoutNames(_ line: String) -> String {
        line.replacing(/[\w.\/~-]*\.(csv|yaml|html|json|xlsx|md)(:\d+)*/, with: "")
            .replacing(/[A-Z]{1,3}\d[\w-]*/, with: "")
            .replacing(/--[a-z-]+( [a-z]+)?/, with: "")
            .replacing(/\[?[a-z-]+\/[a-z0-9-]+(\.[\w.-]+)?\]?/, with: "")
            .replacing(
                /（(china|shanxi|yingxian|xiangyuan|linfen|jixian|chongqing)）|^# .*|^(shanxi|linfen|chongqing)/, with: ""
            )
            .replacing(/[a-z]+\.[a-z][\w.-]*/, with: "")
            .replacing("乡村e镇", with: "")
            // Placeholders of titles; what a workbook calls its own filters and headings; identifiers of provisions in records; lines
            // of the profile itself, quoted or shown at their places.
            .replacing(/\{[a-z_]+\}|_xlnm\..*|条款 [a-z][a-z-]*|.*← .*|^ *\d+ \|.*/, with: "")
    }
}
