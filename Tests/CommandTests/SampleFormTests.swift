import CivilTime
import PolicyYAML
import Testing
import ZhucunSamples

/// Samples of some files only, and check-ins as bad exports write them.
@Suite struct SampleFormTests {
    @Test func onlyWhatIsAskedForIsWritten() throws {
        let whole = try Sample(seed: 7)
        let some = try Sample(seed: 7) { $0.only = [.leaves, .grades, .amounts] }
        #expect(
            some.bytes.keys.sorted() == [
                "amounts.csv", "annual_grades.csv", "cadres.csv", "divisions.csv", "leaves.csv", "postings.csv",
                "teams.csv",
                "units.csv", "villages.csv",
            ])
        #expect(some.summary.files.map(\.name) == some.bytes.keys.sorted())
        for (name, bytes) in some.bytes { #expect(bytes == whole.bytes[name], "\(name)") }
        let notes = some.summary.notes.map(\.zh).joined(separator: "\n")
        #expect(notes.contains("跨月") && !notes.contains("脱岗") && !notes.contains("围栏") && !notes.contains("评分"))
        #expect(try Sample(seed: 7) { $0.only = [] }.bytes.count == 6)
    }

    @Test func badExportMeansTheSame() throws {
        let plain = try Sample(seed: 7, cadres: 240)
        let awkward = try Sample(seed: 7, cadres: 240) { $0.isAwkward = true }
        #expect(awkward.bytes.keys.sorted() == plain.bytes.keys.sorted(), "no parts are left")
        for (name, bytes) in awkward.bytes where name != "checkins.csv" {
            #expect(bytes == plain.bytes[name], "\(name)")
        }
        #expect(try SampleFormTests.checkIns(awkward).sorted() == SampleFormTests.checkIns(plain).sorted())
    }

    @Test func badExportIsQuotedAndMixed() throws {
        let sample = try Sample(seed: 7, cadres: 240) { request in
            request.only = [.checkIns]
            request.isAwkward = true
        }
        let lines = sample.lines("checkins.csv")
        #expect(lines.first == "\"cadre\",\"time\",\"lat\",\"lng\",\"accuracy_m\",\"source\"\r")
        for line in lines.dropFirst() {
            let fields = line.dropLast().split(separator: ",", omittingEmptySubsequences: false)
            let isQuoted =
                fields.count == 6 && fields.allSatisfy { $0.count >= 2 && $0.hasPrefix("\"") && $0.hasSuffix("\"") }
            guard isQuoted, line.hasSuffix("\r"), fields[1].hasSuffix("Z\"") else {
                Issue.record("\(line)")
                break
            }
        }
        let cadres = lines.dropFirst().map { $0.prefix(9) }
        #expect(zip(cadres, cadres.dropFirst()).count { $0 == $1 } < cadres.count / 50)
        // Each of many stretches of the file has nearly everybody.
        for start in stride(from: 0, to: cadres.count - 2000, by: 2000) {
            #expect(Set(cadres[start..<(start + 2000)]).count > 200)
        }
        #expect(
            try Sample(seed: 7, cadres: 240) { $0.isAwkward = true }.bytes["checkins.csv"]
                == sample.bytes["checkins.csv"])
    }

    /// Cadre, instant, place and source of each row, whatever its form.
    private static func checkIns(_ sample: Sample) throws -> [String] {
        let zone = try #require(CivilZone("Asia/Shanghai"))
        return try sample.lines("checkins.csv").dropFirst().map { line in
            let plain = line.filter { $0 != "\"" && $0 != "\r" }
            let fields = plain.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let time = fields[1].utf8
            let read = LocalMoment(bytes: time.span, zone: zone)
            let moment = try #require(read)
            return ([fields[0], moment.description] + fields[2...]).joined(separator: ",")
        }
    }
}
