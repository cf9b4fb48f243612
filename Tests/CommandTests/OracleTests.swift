internal import Testing

/// A handful of random counties held against the second reading of the domain in Tests/Oracle; thousands by hand, as its README says.
@Suite struct OracleTests {
    @Test(arguments: ["14..15", "17..20"]) func randomCountiesComeOutTheSame(seeds: String) throws {
        let found = try Program.run(
            "", around: "python3 Tests/Oracle/compare.py --zhucun $zhucun --seeds \(seeds) --plain")
        #expect(found.code == 0, "\(found.output)\(found.error)")
        #expect(found.output.contains(" 0 differences"), "\(found.output)")
    }
}
