import CivilTime
import Files
import Glibc
import Testing
import ZhucunKernel
import ZhucunSamples

/// A sample written and read back.
struct Sample {
    let summary: SampleSummary
    let bytes: [String: [UInt8]]

    init(
        seed: UInt64, division: String = "140000", cadres: Int = 60, last: String = "2023-10-15", policy: Policy? = nil,
        special: [String: Policy] = [:], changing change: (inout SampleRequest) -> Void = { _ in }
    ) throws {
        let path = Sample.freshPath()
        defer { Sample.remove(path) }
        var request = try Sample.request(path, division: division, cadres: cadres, last: last, seed: seed)
        change(&request)
        var heard = 0
        summary = try writeSample(
            request, calendar: Sample.calendar, policy: policy, special: special, progress: { done, _ in heard = done })
        #expect(heard == cadres)
        var bytes: [String: [UInt8]] = [:]
        for name in Sample.names(in: path) { bytes[name] = Sample.read(path + "/" + name) }
        self.bytes = bytes
    }

    func lines(_ name: String) -> [String] {
        (bytes[name] ?? []).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

    static func request(
        _ path: String, division: String = "140000", cadres: Int = 60, last: String = "2023-10-15", seed: UInt64
    ) throws -> SampleRequest {
        let first = try #require(Day("2023-07-15"))
        let final = try #require(Day(last))
        let days = try #require(DayRange(first, final))
        return SampleRequest(division: division, cadres: cadres, days: days, seed: seed, directory: path)
    }

    /// The repository's own.
    static let store: ProfileStore = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return ProfileStore(directory: parts.joined(separator: "/") + "/Profiles")
    }()
    private static let calendar = store.calendar

    static func freshPath() -> String {
        var random = SystemRandomNumberGenerator()
        return "/tmp/zhucun-sample-\(getpid())-\(random.next())"
    }

    static func remove(_ path: String) {
        for name in names(in: path) { unlink(path + "/" + name) }
        rmdir(path)
    }

    private static func names(in path: String) -> [String] { listDirectory(path, withHidden: true) ?? [] }

    static func read(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }
}
