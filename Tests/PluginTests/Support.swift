import BuiltInPlugins
import CivilTime
import Foundation
import PolicyYAML
import Synchronization
import ZhucunKernel
import ZhucunTesting

/// The profiles that stand in the repository.
let shippedProfiles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Profiles").path()

let registry = PluginRegistry(BuiltInPlugins.all)

/// Shared by all tests: the shipped profiles are read once.
let shipped = Assessor(store: ProfileStore(directory: shippedProfiles, register: .names), plugins: registry)

func shippedCounty() throws -> TestCounty { try TestCounty(judgedBy: shipped) }

/// Whole documents' rules as they stood once: a test of what modules do with them does not change when the shipped ones do.
func olderCounty() throws -> TestCounty { try TestCounty(judgedBy: OlderProfiles.assessor.get()) }

private enum OlderProfiles {
    static let kept: Result<ScratchFolder, any Error> = Result { try linked() }

    static let assessor = kept.map {
        Assessor(store: ProfileStore(directory: $0.path, register: .names), plugins: registry)
    }

    private static func linked() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for part in ["china", "calendars", "keys"] { try folder.link(shippedProfiles + "/" + part, as: part) }
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixture").path()
        for name in ["chongqing", "linfen", "shanxi"] { try folder.link(fixture + "/" + name, as: name) }
        // It stays until the run ends: editions are read when a county is assessed.
        atexit {
            if case .success(let folder) = OlderProfiles.kept {
                try? FileManager.default.removeItem(atPath: folder.path)
            }
        }
        return folder
    }
}

/// A profile named `test` of a test's own, over the platform's common ground.
struct SmallProfile {
    let folder: ScratchFolder

    /// One edition, in force since 2018; `head`: more lines of its `profile.yaml`.
    init(_ sections: String, head: String = "") throws {
        try self.init(editions: [("2018-01-01", sections)], head: head)
    }

    /// Editions by their effective days.
    init(editions: [(day: String, sections: String)], head: String = "") throws {
        folder = try SmallProfile.kept.withLock { kept in
            if kept.isEmpty { atexit { SmallProfile.kept.withLock { $0.removeAll() } } }
            let key = editions.map { $0.day + $0.sections }.joined() + head
            if let known = kept[key] { return known }
            let folder = try SmallProfile.write(editions, head)
            kept[key] = folder
            return folder
        }
    }

    /// By their text. Editions are read when a county is assessed, so the folders stay until the run ends.
    private static let kept = Mutex<[String: ScratchFolder]>([:])

    private static func write(_ editions: [(day: String, sections: String)], _ head: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for part in ["china", "calendars", "keys"] {
            try FileManager.default.copyItem(atPath: shippedProfiles + "/" + part, toPath: folder.path + "/" + part)
        }
        try folder.write("profile: test\nname: 测试\nextends: china\n\(head)\n", to: "test/profile.yaml")
        for (day, sections) in editions {
            try folder.write(
                "edition: \(day)\ndocument: {number: 测〔\(day.prefix(4))〕1号, issuer: 测试}\n\(sections)\n",
                to: "test/\(day)-rules.yaml")
        }
        return folder
    }

    func county() throws -> TestCounty { try TestCounty(profiles: folder.path, plugins: registry) }
}

/// Profiles of a test's own, each with what stands in its `profile.yaml` besides its name, over the platform's common ground and
/// with the same rules.
func profileFolder(_ profiles: [(name: String, head: String)], _ sections: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for part in ["china", "calendars", "keys"] {
        try FileManager.default.copyItem(atPath: shippedProfiles + "/" + part, toPath: folder.path + "/" + part)
    }
    for (name, head) in profiles {
        try folder.write("profile: \(name)\nname: \(name)\nextends: china\n\(head)\n", to: "\(name)/profile.yaml")
        try folder.write(
            "edition: 2018-01-01\ndocument: {number: 测〔2018〕1号, issuer: 测试}\n\(sections)\n",
            to: "\(name)/2018-01-01-rules.yaml")
    }
    return folder
}

/// Assesses a county, with the cadre C posted in its village since May 2021, under one provision, which is named `it`. Of
/// other records there is one of the period's first day, so that there are any.
func judge(
    _ section: String, _ provision: String, besides: String = "", in period: String, asOf: String? = nil,
    _ fill: (inout TestCounty) throws -> Void
) async throws -> Assessment {
    let profile = try SmallProfile("\(section):\n  - {id: it, clause: 一, \(provision)}\n\(besides)")
    var county = try profile.county()
    county.cadre("C", from: "2021-05-01")
    if let period = Period(period) { county.present("C", on: period.first.description) }
    try fill(&county)
    return try await county.assess("test", period, asOf: asOf)
}

/// The codes of the errors in one provision alone.
func faults(_ section: String, _ provision: String) async throws -> [String] {
    do {
        _ = try await judge(section, provision, in: "2023-07") { _ in }
        return []
    } catch let wrong as FoundWrong {
        return wrong.diagnostics.all.filter { $0.severity == .error }.map(\.code)
    }
}

/// Assesses a folder that a county has written, as it stands now: files may have been taken away.
func assess(_ folder: ScratchFolder, under profile: String, by assessor: Assessor, _ period: String, jobs: Int = 2)
    async throws -> Assessment
{
    var diagnostics = Diagnostics()
    guard let period = Period(period),
        let prepared = assessor.prepare(
            Assessor.Request(profile: profile, period: period, records: RecordFolder(folder.path).records),
            into: &diagnostics),
        !diagnostics.hasErrors
    else { throw Refused(text: DiagnosticRenderer(language: .en).render(diagnostics)) }
    return try await assessor.assess(prepared, jobs: jobs)
}

/// Profiles or records that could not be assessed.
struct Refused: Error { let text: String }

extension TestCounty {
    /// Takes a file away that was written.
    func removeFile(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }

    /// Days may have a half behind them: `2023-07-03 下午`.
    mutating func leave(
        _ id: String, _ cadre: String, _ type: String, _ from: String, _ to: String, _ status: String = "approved",
        by: String = "",
        requested: String = "", approved: String = "", returned: String = ""
    ) {
        add("leaves.csv", "\(id),\(cadre),\(type),\(from),\(to),,,\(status),\(by),\(requested),\(approved),\(returned)")
    }

    mutating func score(_ subject: String, _ period: String, _ dimension: String, _ score: String, rater: String = "甲")
    {
        add("scores.csv", "\(subject),\(period),\(dimension),\(rater),\(score)")
    }

    mutating func incident(_ subject: String, _ date: String, _ kind: String, level: String = "") {
        add("incidents.csv", "I-\(subject)-\(date)-\(kind),\(subject),\(date),\(kind),\(level),")
    }
}

/// Random numbers that come out the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
