import BuiltInPlugins
import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunSamples
import ZhucunTesting

/// A run that goes on from a snapshot finds what a run over all records finds, or is refused with the reason.
@Suite struct SnapshotTests {
    private static let profiles =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/Profiles"
    private static let assessor = Assessor(
        store: ProfileStore(directory: profiles), plugins: PluginRegistry(BuiltInPlugins.all))
    private static let sample = Result { try Sample(seed: 11) }

    /// A records folder that can be changed file by file.
    private struct County {
        let folder = Result { try ScratchFolder() }
        let assessor = SnapshotTests.assessor

        init() throws {
            for (name, bytes) in try SnapshotTests.sample.get().bytes { try folder.get().write(bytes, to: name) }
        }

        func path() throws -> String { try folder.get().path }

        func write(_ name: String, _ change: (inout [String]) -> Void) throws {
            var lines = try SnapshotTests.sample.get().lines(name)
            change(&lines)
            try folder.get().write(lines.joined(separator: "\n") + "\n", to: name)
        }

        func prepare(
            _ period: String = "2023-09", resume: String? = nil, traced: String? = nil, profile: String = "shanxi"
        ) throws -> (prepared: Assessor.Prepared?, diagnostics: Diagnostics) {
            var diagnostics = Diagnostics()
            var request = Assessor.Request(
                profile: profile, period: try #require(Period(period)), records: RecordFolder(try path()).records,
                traced: traced
            )
            request.resume = resume
            return (assessor.prepare(request, into: &diagnostics), diagnostics)
        }

        /// Every week of every cadre: the verdict and the numbers.
        func weeks(_ prepared: Assessor.Prepared?) throws -> [String] {
            let prepared = try #require(prepared)
            let key = try #require(
                prepared.policies[0].keys.first { $0.description == "attendance/five-days-four-nights" })
            return try prepared.period.units(.week).flatMap { unit in
                try assessor.findings(of: key, in: unit, prepared).map {
                    "\(unit) \($0.subject.index) \($0.verdict) \($0.values.map { $0?.exactText ?? "-" })"
                }
            }
        }

        func save(_ period: String = "2023-09") throws -> String {
            var diagnostics = Diagnostics()
            let bytes = try #require(try prepare(period).prepared?.snapshot(into: &diagnostics))
            return try folder.get().write(bytes, to: "kept/ledger.snapshot")
        }

        /// The code and text of what a snapshot is refused for.
        func refusal(_ snapshot: String, profile: String = "shanxi", period: String = "2023-09") throws -> String? {
            let (prepared, diagnostics) = try prepare(period, resume: snapshot, profile: profile)
            #expect(prepared == nil)
            return diagnostics.all.first { $0.code.hasPrefix("S") }.map {
                "\($0.code) \($0.message.zh.split(separator: "：", maxSplits: 1).last ?? "")"
            }
        }
    }

    private static func isLate(_ row: String) -> Bool {
        row.contains(",2023-09-2") || row.contains(",2023-09-3") || row.contains(",2023-10")
    }

    @Test func newRowsAreAdded() throws {
        let county = try County()
        let all = try county.weeks(county.prepare().prepared)
        try county.write("checkins.csv") { $0.removeAll(where: Self.isLate) }
        let before = try county.weeks(county.prepare().prepared)
        let snapshot = try county.save()
        #expect(try county.weeks(county.prepare(resume: snapshot).prepared) == before)
        // The late rows stand behind the others now.
        try county.write("checkins.csv") { lines in
            let late = lines.filter(Self.isLate)
            lines.removeAll(where: Self.isLate)
            lines += late
        }
        let (prepared, diagnostics) = try county.prepare(resume: snapshot)
        let found = try county.weeks(prepared)
        #expect(zip(found, all).filter { $0 != $1 }.map { "\($0) | \($1)" } == [])
        #expect(found.count == all.count)
        #expect(found != before)
        #expect(!diagnostics.hasErrors)
        let counts = prepared?.records.counts.first { $0.file == "checkins.csv" }
        #expect(counts?.rows == (try Self.sample.get().lines("checkins.csv").count) - 1)
        // A snapshot of that run is as good as one of a whole run.
        var again = Diagnostics()
        let bytes = try #require(prepared?.snapshot(into: &again))
        let second = try county.folder.get().write(bytes, to: "kept/second.snapshot")
        #expect(try county.weeks(county.prepare(resume: second).prepared) == all)
    }

    @Test func anExplanationSeesTheCheckInsAgain() throws {
        let county = try County()
        try county.write("checkins.csv") { $0.removeAll(where: Self.isLate) }
        let snapshot = try county.save()
        try county.write("checkins.csv") { lines in
            let late = lines.filter(Self.isLate)
            lines.removeAll(where: Self.isLate)
            lines += late
        }
        for id in ["C000015", "C000016", "C000040"] {
            var problems = Diagnostics()
            let whole = try #require(try county.prepare(traced: id).prepared)
            let gone = try #require(try county.prepare(resume: snapshot, traced: id).prepared)
            let expected = try #require(
                try county.assessor.explain(id, only: "five-days-four-nights", whole, into: &problems))
            let found = try #require(
                try county.assessor.explain(id, only: "five-days-four-nights", gone, into: &problems))
            let texts = { (explanation: SubjectExplanation) in
                explanation.provisions.flatMap(\.steps).flatMap { [$0.text.zh] + $0.children.map(\.text.zh) }
            }
            #expect(texts(found) == texts(expected))
            #expect(texts(found).contains { $0.contains("手机打卡") })
        }
    }

    @Test func anotherPeriodIsShifted() throws {
        let county = try County()
        let snapshot = try county.save("2023-08-01..2023-09-30")
        for period in ["2023-08", "2023-09", "2023-10"] {
            let (prepared, diagnostics) = try county.prepare(period, resume: snapshot)
            #expect(diagnostics.all.filter { $0.code.hasPrefix("S") }.map(\.message.zh) == [])
            #expect(try county.weeks(prepared) == county.weeks(county.prepare(period).prepared))
        }
    }

    @Test func whatNoLongerFitsIsRefused() throws {
        let county = try County()
        let snapshot = try county.save()
        #expect(try county.refusal(snapshot, profile: "linfen")?.hasPrefix("S903 其中没有 linfen/attendance 的台账") == true)
        try county.write("checkins.csv") { $0.swapAt(1, 2) }
        #expect(try county.refusal(snapshot) == "S903 checkins.csv 中已读过的行变了（只能在末尾追加）")
        try county.write("checkins.csv") { $0.removeLast() }
        #expect(try county.refusal(snapshot) == "S903 checkins.csv 变短了，或无法读取")
        try county.write("checkins.csv") { _ in }
        try county.write("postings.csv") { lines in
            let fields = lines[30].split(separator: ",", omittingEmptySubsequences: false)
            lines[30] = (fields[..<5] + ["2023-08-15"] + fields[6...]).joined(separator: ",")
        }
        #expect(try county.refusal(snapshot)?.hasSuffix("的派驻或所驻村的位置、围栏已改动") == true)
        try county.write("postings.csv") { _ in }
        #expect(try county.prepare(resume: snapshot).prepared != nil)
    }

    /// A file of several zones: whichever byte is another, it is seen; rows behind them are not looked for there.
    @Test func everyByteThatWasTakenIsCompared() throws {
        let county = try County()
        let rows = try Self.sample.get().lines("checkins.csv")
        let many = [rows[0]] + (0..<5).flatMap { _ in rows.dropFirst() }
        try county.write("checkins.csv") { $0 = many }
        let snapshot = try county.save()
        let bytes = Sample.read(try county.path() + "/checkins.csv")
        #expect(bytes.count > 3 << 20)
        for place in [bytes.count / 7, bytes.count / 2, 1 << 20, (2 << 20) - 1, 2 << 20, bytes.count - 70_000] {
            var other = bytes
            let digit = try #require(
                other[place...].firstIndex { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            other[digit] = other[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            try county.folder.get().write(other, to: "checkins.csv")
            #expect(try county.refusal(snapshot) == "S903 checkins.csv 中已读过的行变了（只能在末尾追加）")
        }
        try county.write("checkins.csv") { $0 = Array(many.dropLast(40)) + many.suffix(39) }
        #expect(try county.refusal(snapshot) == "S903 checkins.csv 变短了，或无法读取")
        // What is added comes into the last zone and behind it.
        let longer = many + rows.dropFirst().flatMap { [$0, $0] }
        try county.write("checkins.csv") { $0 = longer }
        var diagnostics = Diagnostics()
        let kept = try #require(try county.prepare(resume: snapshot).prepared?.snapshot(into: &diagnostics, jobs: 2))
        let second = try county.folder.get().write(kept, to: "kept/second.snapshot")
        #expect(kept == (try county.prepare().prepared?.snapshot(into: &diagnostics)))
        #expect(try county.prepare(resume: second).prepared != nil)
        try county.write("checkins.csv") {
            $0 = longer.map { $0 == longer[longer.count / 2] ? $0.replacing("2023", with: "2022") : $0 }
        }
        #expect(try county.refusal(second)?.hasPrefix("S903 checkins.csv 中已读过的行变了") == true)
    }

    @Test func aFileThatChangesWhileItIsReadMakesNoSnapshot() throws {
        let county = try County()
        let prepared = try #require(try county.prepare().prepared)
        try county.write("checkins.csv") { $0.append($0[1]) }
        var diagnostics = Diagnostics()
        #expect(prepared.snapshot(into: &diagnostics) == nil)
        #expect(diagnostics.all.map(\.code) == ["S904"])
    }

    /// The same bytes mean something else under other words, columns or another zone.
    @Test func whatValuesAreReadByIsCompared() throws {
        let kind = try #require(PluginRegistry(BuiltInPlugins.all).kinds.first { $0.name == "checkin" })
        func number(_ words: String, _ zone: String) throws -> UInt64 {
            var diagnostics = Diagnostics()
            let words = Words(
                parseYAML(SourceFile(path: "words.yaml", bytes: Array(words.utf8)), into: &diagnostics),
                into: &diagnostics)
            #expect(diagnostics.isEmpty)
            return ReadingOptions(words: words, zone: try #require(CivilZone(zone))).number(of: kind)
        }
        let group = try #require(kind.columns.compactMap(\.type.group).first)
        let numbers = try [
            number("\(group): {app: 手机打卡}\n", "Asia/Shanghai"), number("\(group): {app: 打卡}\n", "Asia/Shanghai"),
            number("\(group): {app: 手机打卡, device: 打卡机}\n", "Asia/Shanghai"),
            number("\(group): {app: 手机打卡}\n", "Asia/Urumqi"),
        ]
        #expect(Set(numbers).count == 4)
        #expect(try number("other: {app: 打卡}\n\(group): {app: 手机打卡}\n", "+08:00") == numbers[0])
    }

    /// Column by column of a posting: what check-ins count by is compared; whatever else is changed, all is found that a whole run finds.
    @Test(arguments: [(1, "T0009", false), (3, "graduate", false), (6, "2023-08-20", true), (7, "true", false)])
    func postingsAreComparedByWhatCounts(column: Int, value: String, isRefused: Bool) throws {
        let county = try County()
        let snapshot = try county.save()
        try county.write("postings.csv") { lines in
            var fields = lines[30].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            #expect(fields[column] != value)
            fields[column] = value
            lines[30] = fields.joined(separator: ",")
        }
        guard let gone = try county.prepare(resume: snapshot).prepared else {
            #expect(try county.refusal(snapshot)?.hasSuffix("的派驻或所驻村的位置、围栏已改动") == true)
            return
        }
        #expect(!isRefused)
        #expect(try county.weeks(gone) == county.weeks(county.prepare().prepared))
    }

    @Test func aPostingThatEndsLaterChangesNothing() throws {
        let county = try County()
        try county.write("checkins.csv") { $0.removeAll { $0.contains(",2023-10") } }
        let snapshot = try county.save()
        try county.write("postings.csv") { lines in
            for index in lines.indices.dropFirst() {
                let fields = lines[index].split(separator: ",", omittingEmptySubsequences: false)
                if fields[6].isEmpty {
                    lines[index] = (fields[..<6] + ["2023-12-31"] + fields[7...]).joined(separator: ",")
                }
            }
        }
        #expect(try county.weeks(county.prepare(resume: snapshot).prepared) == county.weeks(county.prepare().prepared))
    }

    @Test func badRowsMakeNoSnapshot() throws {
        let county = try County()
        try county.write("checkins.csv") { $0.append("C000001,2023-09-31 08:00,,,,app") }
        var diagnostics = Diagnostics()
        #expect(try county.prepare().prepared?.snapshot(into: &diagnostics) == nil)
        #expect(diagnostics.all.map(\.code) == ["S904"])
    }

    @Test func damagedAndForeignFilesAreRefused() throws {
        let county = try County()
        let snapshot = try county.save()
        let bytes = Sample.read(snapshot)
        func refusal(_ bytes: [UInt8]) throws -> String? {
            let path = try county.folder.get().write(bytes, to: "kept/damaged.snapshot")
            return try county.refusal(path)
        }
        #expect(try county.refusal("/nowhere/x")?.hasPrefix("S901 无法读取") == true)
        #expect(try refusal([]) == "S902 不是台账快照")
        #expect(try refusal(Array("cadre,time\n".utf8)) == "S902 不是台账快照")
        #expect(try refusal(Array(bytes.prefix(6)) + [9] + bytes.dropFirst(7)) == "S902 格式版本为 9，本程序读 2")
        var random = SystemRandomNumberGenerator()
        for _ in 0..<40 {
            var damaged = bytes
            let place = Int.random(in: 7..<bytes.count, using: &random)
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            // The byte behind the version is not used.
            if place != 7 { #expect(try refusal(damaged) == "S902 内容不完整或已损坏", "byte \(place)") }
        }
        for length in [7, 23, 24, 25, bytes.count / 2, bytes.count - 1] {
            #expect(try refusal(Array(bytes.prefix(length)))?.hasPrefix("S902") == true)
        }
        #expect(try refusal(bytes + [0]) == "S902 内容不完整或已损坏")
    }

    /// Somebody may know how the checksum is made: what the file says must not bring the program down.
    @Test func forgedFilesDoNoHarm() throws {
        let county = try County()
        // A few cadres' check-ins, so that many files can be tried.
        try county.write("checkins.csv") { $0.removeSubrange(1500...) }
        let bytes = Sample.read(try county.save())
        var random = SystemRandomNumberGenerator()
        // What says how much there is stands at the beginning, and then behind each text.
        let places = Array(24..<180) + (0..<60).map { _ in Int.random(in: 180..<(bytes.count - 8), using: &random) }
        var refused = 0
        for place in places {
            for number in place < 112
                ? [Int.max, .min] : [[Int.max, .min, -1, 0, 1 << 40].randomElement(using: &random) ?? 0]
            {
                var forged = bytes
                for index in 0..<8 { forged[place + index] = UInt8(truncatingIfNeeded: number >> (index * 8)) }
                let checksum = TextBytes.checksum(forged.span.bytes.extracting(24..<forged.count))
                for index in 0..<8 { forged[8 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(index * 8)) }
                let path = try county.folder.get().write(forged, to: "kept/forged.snapshot")
                let (prepared, diagnostics) = try county.prepare(resume: path, traced: "C000001")
                if prepared == nil { refused += 1 }
                #expect(prepared != nil || diagnostics.all.contains { ["S902", "S903"].contains($0.code) })
            }
        }
        #expect(refused > 100)
    }
}
