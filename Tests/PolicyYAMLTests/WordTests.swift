import PolicyYAML
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("dayz", "days"), ("day", "day"), ("dyas", "days"), ("dayss", "days"), ("Days", "days"),
        ("nihgts", "nights"), ("节加日", "节假日"), ("迟道", "迟到"), ("到迟", "迟到"),
    ])
    func near(_ word: String, _ expected: String) {
        #expect(suggestion(for: word, among: ["nights", "days", "day", "节假日", "迟到", "早退"]) == expected)
    }

    @Test(arguments: ["", "x", "dbzs", "weekend", "旷课吗", String(repeating: "d", count: 100_000)])
    func notNear(_ word: String) {
        #expect(suggestion(for: word, among: ["nights", "days", "节假日", "迟到"]) == nil)
    }

    @Test func theLengthOfTheWordDecidesBetweenThoseEquallyNear() {
        #expect(suggestion(for: "dayz", among: ["day", "days", "dayzz"]) == "days")
        #expect(suggestion(for: "dayz", among: ["dayzz", "day"]) == "day")
    }

    @Test func theFirstByTheAlphabetOfThoseEquallyNear() {
        #expect(suggestion(for: "bat", among: ["cat", "bad", "mat"]) == "bad")
        #expect(suggestion(for: "bat", among: ["mat", "cat", "bad"]) == "bad")
        #expect(suggestion(for: "bat", among: [] as Set) == nil)
    }
}

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("中文", 4), ("a中b", 4), ("，。：“”", 8), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("한글", 4), ("é", 1),
        ("e\u{301}", 1), ("😀", 2), ("𠀀", 2), ("〇", 2), ("か\u{3099}", 2), ("—", 1), ("\u{200B}", 0),
    ])
    func columns(_ text: String, _ expected: Int) {
        // The width of “ and ” is ambiguous; they count as narrow.
        #expect(displayWidth(text) == expected)
    }
}

@Suite struct DiagnosticsTests {
    private func diagnostic(_ code: String, _ path: String, _ line: Int, _ column: Int) -> Diagnostic {
        let place = Location(path: path, line: line, column: column, endColumn: column + 1, lineText: "")
        return Diagnostic(Diagnostic.Code(code, .profile), .error, Text(same: code), at: place)
    }

    @Test func areReadInOrder() {
        let ordered = [
            Diagnostic("Z", .error, Text(same: "no place")), diagnostic("D", "a", 1, 2), diagnostic("A", "a", 2, 1),
            diagnostic("B", "a", 2, 1), diagnostic("A", "a", 2, 10), diagnostic("A", "a", 10, 1),
            diagnostic("A", "b", 1, 1),
        ]
        var diagnostics = Diagnostics()
        for diagnostic in ordered.reversed() { diagnostics.report(diagnostic) }
        #expect(diagnostics.all == ordered)
    }

    @Test func equalOnesAreKeptOnce() {
        var diagnostics = Diagnostics()
        #expect(diagnostics.isEmpty)
        diagnostics.report(diagnostic("A", "a", 1, 1))
        diagnostics.report(diagnostic("A", "a", 1, 1))
        var other = Diagnostics()
        other.report(diagnostic("A", "a", 1, 1))
        other.report(Diagnostic("W", .warning, Text(same: "w")))
        other.report(Diagnostic("N", .note, Text(same: "n")))
        diagnostics.merge(other)
        #expect(diagnostics.all.map(\.code) == ["N", "W", "A"])
        #expect((diagnostics.errorCount, diagnostics.warningCount) == (1, 1))
        #expect(diagnostics.hasErrors)
        #expect(!diagnostics.isEmpty)
    }

    @Test func warningsAreNoErrors() {
        var diagnostics = Diagnostics()
        diagnostics.report(Diagnostic("W", .warning, Text(same: "w")))
        #expect(!diagnostics.hasErrors)
        #expect(Diagnostic.Severity.note < .warning && Diagnostic.Severity.warning < .error)
    }

    @Test func aTextIsSaidInEitherLanguage() {
        #expect(Text("甲", "a")(.zh) == "甲")
        #expect(Text("甲", "a")(.en) == "a")
        #expect(Text(same: "x") == Text("x", "x"))
    }
}
