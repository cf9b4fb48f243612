import BuiltInPlugins
import CivilTime
import Foundation
import Glibc
import PolicyYAML
import ZhucunKernel
import ZhucunTesting

@testable import Facts
@testable import PolicyLanguage

/// The profiles that stand in the repository.
let shippedProfiles = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Profiles").path()

let registry = PluginRegistry(BuiltInPlugins.all)
let shippedStore = ProfileStore(directory: shippedProfiles)

/// A shipped profile, resolved.
func policy(_ name: String) throws -> Policy {
    var diagnostics = Diagnostics()
    guard let profile = shippedStore.profile(named: name),
        let policy = Policy.resolve(profile, in: shippedStore, plugins: registry, into: &diagnostics),
        !diagnostics.hasErrors
    else { throw Refused(text: DiagnosticRenderer(language: .en).render(diagnostics)) }
    return policy
}

struct Refused: Error { let text: String }

/// The platform's vocabulary.
let chinaWords = (try? policy("china").snapshots.last?.words) ?? Words()
let chinaZone = CivilZone("Asia/Shanghai")

/// The words of a YAML text.
func words(_ yaml: String) -> (words: Words, codes: [String]) {
    var diagnostics = Diagnostics()
    let node = parseYAML(SourceFile(path: "w.yaml", bytes: Array(yaml.utf8)), into: &diagnostics)
    let words = Words(node, into: &diagnostics)
    return (words, diagnostics.all.map(\.code))
}

/// A records folder of a few good files, into which a test writes its own.
struct SmallFolder {
    let folder: ScratchFolder

    static let good = [
        "units.csv": "unit,name,level,kind\nU1,单位,county,government\n",
        "villages.csv": "village,name,kinds,lat,lng,radius_m\n140622100201,测试村,,39.55,113.18,500\n",
        "teams.csv": "team,village,level,unit,batch\nT1,140622100201,county,U1,1\n",
        "cadres.csv":
            "cadre,name,born,education,employment,party_member\nC1,张三,1980-01-01,bachelor,civil_servant,true\n",
        "postings.csv":
            "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-01-01,,false\n",
        "leaves.csv":
            "leave,cadre,type,from,to,status,approved_by,returned\nL1,C1,事假,2023-07-10,2023-07-12,approved,township,\n",
        "checkins.csv": "cadre,time,lat,lng,accuracy_m,source\nC1,2023-07-03T08:00:00+08:00,39.55,113.18,10,app\n",
    ]

    init(_ files: [String: String] = [:]) throws {
        folder = try ScratchFolder()
        for (name, text) in SmallFolder.good.merging(files, uniquingKeysWith: { $1 }) {
            try folder.write(text, to: name)
        }
    }

    /// What `records check` says.
    func check() throws -> [Diagnostic] {
        guard let zone = chinaZone else { return [] }
        return RecordFolder(folder.path).records.load(registry.kinds, ReadingOptions(words: chinaWords, zone: zone))
            .diagnostics
            .all
    }

    func load(jobs: Int = 1) throws -> Records { try load(into: KeptRows(), jobs: jobs).0 }

    func load<Sink: RecordSink>(into sink: Sink, jobs: Int = 1) throws -> (Records, Sink) {
        guard let zone = chinaZone else { throw Refused(text: "zone") }
        return RecordFolder(folder.path).records.load(
            registry.kinds, ReadingOptions(words: chinaWords, zone: zone, jobs: jobs)
        ) { _, _ in sink }
    }
}

/// Keeps the rows of a streamed kind as their numbers.
struct KeptRows: RecordSink {
    var zonesToSee: UInt64 { 0 }
    var rows: [[Int64]] = []
    var batches: [Int] = []

    mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols) {
        batches.append(batch.count)
        for row in 0..<batch.count { rows.append(batch.kind.columns.indices.map { batch.raw($0, row) }) }
    }

    mutating func join(_ other: KeptRows) {
        rows += other.rows
        batches += other.batches
    }
}

/// A text in the other encoding that spreadsheets write.
func gb18030(_ text: String) throws -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1) else {
        throw Refused(text: "iconv")
    }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let made = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var (from, to) = (source.baseAddress, target.baseAddress)
            var (left, room) = (source.count, target.count)
            return iconv(converter, &from, &left, &to, &room) == 0 ? target.count - room : -1
        }
    }
    guard made >= 0 else { throw Refused(text: "iconv") }
    return output.prefix(made).map { UInt8(bitPattern: $0) }
}
