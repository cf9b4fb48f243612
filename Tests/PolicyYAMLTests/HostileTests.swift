import Glibc
import PolicyYAML
import Testing

/// Inputs made to exhaust or to confuse the reader: each is refused, and none takes long.
@Suite struct HostileTests {
    @Test func billionLaughs() {
        var text = "a: &a [lol, lol]\n"
        for (last, next) in zip("abcdefgh", "bcdefghi") { text += "\(next): &\(next) [*\(last), *\(last), *\(last)]\n" }
        let outcome = parse(text)
        #expect(outcome.node == nil)
        #expect(Set(outcome.codes) == ["Y024", "Y025"])
    }

    /// A part said many times; the whole would fill the report of a test run.
    struct Repeated: Sendable, CustomTestStringConvertible {
        let part: String
        let count: Int
        var text: String { String(repeating: part, count: count) }
        var testDescription: String { "\(part.debugDescription) × \(count)" }

        init(_ part: String, _ count: Int) {
            self.part = part
            self.count = count
        }
    }

    @Test(arguments: [
        Repeated("[", 8000), Repeated("{", 8000), Repeated("[\n", 100_000), Repeated("{a: ", 2000),
        Repeated("- ", 4000), Repeated("? ", 4000),
    ])
    func deepNesting(_ hostile: Repeated) {
        #expect(parse(hostile.text + "a").codes.contains("Y010"))
    }

    @Test func deepNestingOfBlocks() {
        #expect(parse((0..<100).map { String(repeating: " ", count: $0) + "a:\n" }.joined()).codes == ["Y010"])
    }

    @Test func depthUpToTheLimitIsFine() {
        #expect(parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).node != nil)
        #expect(parse(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)).codes == ["Y010"])
    }

    @Test(arguments: [
        "%TAG !a! b\n", "*a ", "&a ", "!a ", "? ", "[]: ", "'", "\"\\", "|\n", "- - ", "a: b: ", "\t", "#", "---\n",
        "...\n",
        "{a: ", ": ", ",", "中", "🀄", "a\n\n", "<<: *a\n", "k: v\n", "- [a, b]\n", "%", "@", "\u{FEFF}",
    ])
    func oneThingManyTimes(_ part: String) {
        let outcome = parse(Repeated(part, 200_000 / part.utf8.count).text, limits: YAMLLimits(nodes: 10_000))
        #expect(outcome.node == nil)
        #expect(outcome.diagnostics.hasErrors)
        #expect(outcome.codes.count <= 101)
    }

    @Test func blanksInARowAreLimited() {
        let blanks = String(repeating: "\n", count: 300_000)
        #expect(parse("a: |" + blanks + String(repeating: "\n b", count: 200_000)).codes == ["Y009"])
    }

    @Test func aLineOfAMegabyte() {
        #expect(parse("a: " + String(repeating: "b", count: 1_000_000)).codes == ["Y008"])
        #expect(parse("[" + String(repeating: "b, ", count: 300_000) + "]").codes == ["Y008"])
        let limits = YAMLLimits(nodes: 1_000_000, scalarBytes: 1 << 21, lineBytes: 1 << 21)
        #expect(parse("a: " + String(repeating: "b", count: 1_000_000), limits: limits).node != nil)
        #expect(
            parse("[" + String(repeating: "b, ", count: 300_000) + "]", limits: limits).node?.items?.count == 300_000)
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], [1, 4]),
            ([0xE4, 0xB8, 0xAD, 0x0A, 0xC4, 0xE3], [2, 1]),  // GBK after UTF-8
            ([0x61, 0xC0, 0x80], [1, 2]),  // NUL in two bytes
            ([0xE0, 0x80, 0xAF], [1, 1]),  // overlong
            ([0xED, 0xA0, 0x80], [1, 1]),  // a surrogate
            ([0xF4, 0x90, 0x80, 0x80], [1, 1]),  // beyond Unicode
            ([0xF8, 0x88, 0x80, 0x80, 0x80], [1, 1]),
            ([0x61, 0xE4, 0xB8], [1, 2]),  // cut off
            ([0x80], [1, 1]),
        ] as [([UInt8], [Int])])
    func notUTF8(_ bytes: [UInt8], _ position: [Int]) throws {
        let outcome = parse(bytes)
        #expect(outcome.codes == ["Y003"])
        let location = try #require(outcome.diagnostics.all.first?.primary?.location)
        #expect([location.line, location.column] == position)
    }

    @Test func otherEncodings() {
        #expect(parse([0xFF, 0xFE, 0x61, 0x00]).codes == ["Y004"])
        #expect(parse([0xFE, 0xFF, 0x00, 0x61]).codes == ["Y004"])
    }

    @Test func aTooLargeText() {
        #expect(parse("a: bcdef", limits: YAMLLimits(bytes: 7)).codes == ["Y002"])
        #expect(parse("a: bcdef", limits: YAMLLimits(bytes: 8)).node != nil)
    }
}

/// Reading from the file system.
@Suite struct ReadingTests {
    @Test func aFileIsRead() throws {
        try withTemporaryFile { path, descriptor in
            #expect(write(descriptor, "a: b\n", 5) == 5)
            var diagnostics = Diagnostics()
            let file = try #require(SourceFile.read(path, shownAs: "x.yaml", limits: .profile, into: &diagnostics))
            #expect(diagnostics.isEmpty)
            #expect(file.path == "x.yaml")
            #expect(parseYAML(file, into: &diagnostics)?["a"]?.location.description == "x.yaml:1:4")
        }
    }

    @Test func aGigabyteIsNotRead() throws {
        try withTemporaryFile { path, descriptor in
            // Sparse: it takes no room, and reading it whole would show.
            #expect(ftruncate(descriptor, 1 << 30) == 0)
            #expect(codes(reading: path) == ["Y002"])
        }
    }

    @Test func badBytesAreReportedWhileReading() throws {
        try withTemporaryFile { path, descriptor in
            #expect(write(descriptor, [0x61, 0x3A, 0x20, 0x00] as [UInt8], 4) == 4)
            #expect(codes(reading: path) == ["Y005"])
        }
        try withTemporaryFile { path, descriptor in
            #expect(write(descriptor, [0x61, 0x3A, 0x20, 0xD6, 0xD0] as [UInt8], 5) == 5)
            #expect(codes(reading: path) == ["Y003"])
        }
    }

    @Test(arguments: [
        "/no/such/file.yaml", "/", "/dev/zero", "/proc/self/mem", String(repeating: "a", count: 5000), "",
    ])
    func whatIsNoReadableFile(_ path: String) {
        #expect(codes(reading: path).count == 1)
    }

    @Test func aPipeDoesNotHoldTheReaderUp() throws {
        try withTemporaryFile { path, _ in
            #expect(mkfifo(path + ".pipe", 0o600) == 0)
            defer { unlink(path + ".pipe") }
            #expect(codes(reading: path + ".pipe") == ["Y001"])
        }
    }

    private func codes(reading path: String) -> [String] {
        var diagnostics = Diagnostics()
        #expect(SourceFile.read(path, shownAs: "x.yaml", limits: .profile, into: &diagnostics) == nil)
        return diagnostics.all.map(\.code)
    }

    private func withTemporaryFile(_ body: (String, Int32) throws -> Void) throws {
        var template = Array("/tmp/policyyaml-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            close(descriptor)
            unlink(path)
        }
        try body(path, descriptor)
    }
}
