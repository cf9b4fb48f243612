import Testing

@testable import PolicyYAML

/// Everything that is refused, with its code and its place. `⟪⟫` marks the place, `⟦⟧` the one that explains it.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: YAMLCode
        let marked: String
        let limits: YAMLLimits
        var testDescription: String { "\(code.rawValue) \(code)" }

        init(_ code: YAMLCode, _ marked: String, _ limits: YAMLLimits = .profile) {
            self.code = code
            self.marked = marked
            self.limits = limits
        }
    }

    @Test(arguments: characters + limits + subset + syntax)
    func isRefused(_ example: Case) throws {
        let expected = Marked(example.marked)
        let outcome = parse(expected.text, limits: example.limits)
        #expect(outcome.node == nil)
        let diagnostic = try #require(
            outcome.diagnostics.all.first { $0.code == example.code.rawValue }, "\(outcome.codes)")
        #expect(diagnostic.primary?.location.position == Marked.position(expected.place, in: expected.text))
        if let other = expected.otherPlace {
            #expect(diagnostic.secondary.first?.location.position == Marked.position(other, in: expected.text))
        }
    }

    static let characters = [
        Case(.controlCharacter, "a: b⟪\u{0}⟫c\n"),
        Case(.controlCharacter, "键: 值⟪\u{1B}⟫[31m\n"),
        Case(.controlCharacter, "a: ⟪\u{7F}⟫\n"),
        Case(.controlCharacter, "a: ⟪\u{9B}⟫31m\n"),
        Case(.controlCharacter, "a: ⟪\u{FFFF}⟫\n"),
        Case(.invisibleCharacter, "a: 值⟪\u{202E}⟫b\n"),
        Case(.invisibleCharacter, "# 注释⟪\u{2066}⟫\na: b\n"),
        Case(.invisibleCharacter, "a⟪\u{200B}⟫: b\n"),
        Case(.oddLineBreak, "a: b⟪\u{2028}⟫c: d\n"),
        Case(.oddLineBreak, "a: b⟪\u{85}⟫c: d\n"),
        Case(.oddLineBreak, "a: b⟪\r⟫c: d\n"),
    ]

    static let limits = [
        Case(.longLine, "a: 12345⟪6⟫7890\n", YAMLLimits(lineBytes: 8)),
        Case(.manyBlanks, "a: b" + String(repeating: "\n", count: 4096) + "⟪⟫\nc: d\n"),
        Case(.tooDeep, "[[⟪[⟫]]]\n", YAMLLimits(depth: 2)),
        Case(.tooDeep, "a:\n  b:\n    ⟪⟫c: d\n", YAMLLimits(depth: 2)),
        Case(.tooManyNodes, "[a, b, ⟪c⟫, d]\n", YAMLLimits(nodes: 3)),
        Case(.longScalar, "a: ⟪一二三⟫\nb: c\n", YAMLLimits(scalarBytes: 8)),
        Case(.longScalar, "⟪一二三⟫: a\nb: c\n", YAMLLimits(scalarBytes: 8)),
        Case(.tooManyErrors, "[*a, ⟪*b⟫, *c]\n", YAMLLimits(errors: 2)),
    ]

    static let subset = [
        Case(.empty, "⟪⟫"),
        Case(.empty, "⟪⟫# 只有注释\n\n"),
        Case(.empty, "⟪⟫---\n...\n"),
        Case(.severalDocuments, "a: b\n⟪---⟫\nc: d\n"),
        Case(.severalDocuments, "a: b\n...\n⟪---⟫\n"),
        Case(.directive, "⟪%YAML 1.2⟫\n---\na: b\n"),
        Case(.directive, "# 键\n\n⟪%TAG ! x⟫\n---\na: b\n"),
        Case(.directive, "--- a\n...\n⟪%YAML 1.2⟫\n---\n"),
        Case(.tag, "键: ⟪!!str⟫ b\n"),
        Case(.tag, "a: ⟪!⟫ b\n"),
        Case(.tag, "a: ⟪!x⟫ [b]\n"),
        Case(.tag, "- ⟪!!map⟫\n  a: b\n"),
        Case(.tag, "a: ⟪!!null⟫\nb: c\n"),
        Case(.tag, "a: ⟪!x!y⟫ b\n"),
        Case(.anchor, "键: ⟪&x⟫ b\n"),
        Case(.anchor, "a: ⟪&x⟫\n  b: c\n"),
        Case(.anchor, "a: ⟪&⟫ b\n"),
        Case(.alias, "a: b\n键: ⟪*x⟫\n"),
        Case(.alias, "⟪*x⟫ : a\n"),
        Case(.alias, "a: ⟪*，⟫\n"),
        Case(.mergeKey, "a:\n  ⟪<<⟫: {b: c}\n"),
        Case(.keyNotText, "⟪[a, b]⟫: c\n"),
        Case(.keyNotText, "{⟪{a: b}⟫: c}\n"),
        Case(.keyNotText, "? ⟪- a⟫\n: b\n"),
        Case(.emptyKey, "?⟪⟫\n: a\n"),
        Case(.duplicateKey, "⟦甲⟧: 1\n乙: 2\n⟪甲⟫: 3\n"),
        Case(.duplicateKey, "a: {⟦b⟧: 1, c: 2, ⟪\"b\"⟫: 3}\n"),
        Case(.duplicateKey, "⟦a⟧: 1\n⟪a⟫: 2\nb: \"open\n"),
        Case(.escapedControl, "a: ⟪\"b\\0\"⟫\n"),
        Case(.escapedControl, "a: ⟪\"\\u202e\"⟫\n"),
        Case(.escapedControl, "⟪\"a\\r\"⟫: b\n"),
    ]

    static let syntax = [
        Case(.tab, "a:\n⟪\t⟫- b\n"),
        Case(.tab, "甲: b\n⟪\t⟫c: d\n"),
        Case(.structure, "⟦a⟧: \"b\"\n ⟪c:⟫ d\n"),
        Case(.structure, "⟦键⟧:\n  - b\n ⟪-⟫ c\n"),
        Case(.structure, "⟪:⟫ a\n"),
        Case(.structure, "⟦甲⟧: '乙' ⟪丙⟫\n"),
        Case(.openQuote, "甲: ⟪\"乙⟫\n丙: d\n"),
        Case(.openQuote, "a: ⟪'b⟫\n"),
        Case(.openQuote, "a: ⟪'b⟫\n---\n"),
        Case(.flow, "a: ⟪[b,⟫ c\n"),
        Case(.flow, "a: ⟪[⟫\n"),
        Case(.flow, "a: {b: ⟪[c,⟫\n"),
        Case(.flow, "甲: ⟦[⟧乙\n丙⟪:⟫ d\n"),
        Case(.flow, "a: ⟦{⟧b: c⟪]⟫\n"),
        Case(.missingColon, "a: b\n⟪键⟫\n"),
        Case(.missingColon, "a: b\n⟪甲⟦：⟧乙⟫\n丙: d\n"),
        Case(.unexpectedColon, "a: b⟪:⟫ c\n"),
        Case(.unexpectedColon, "甲⟦：⟧乙\n丙⟪:⟫ d\n"),
        Case(.unexpectedColon, "a: 甲\n 乙⟪:⟫ c\n"),
        Case(.unexpectedEntry, "a: ⟪-⟫ b\n"),
        Case(.unexpectedEntry, "a: ⟪?⟫ b\n"),
        Case(.escape, "甲: \"乙⟪\\d\"⟫\n"),
        Case(.escape, "甲: \"\\u⟪d800\"⟫\n"),
        Case(.blockHeader, "a: |⟪b⟫\n"),
        Case(.unexpectedCharacter, "a: ⟪@b⟫\n"),
        Case(.unexpectedCharacter, "甲: ⟪`乙`⟫\n"),
        Case(.missingValue, "a: [⟪,b]⟫\n"),
        Case(.contentAfterEnd, "[a]\n⟪b⟫\n"),
    ]

    @Test func everyCodeIsTested() {
        let elsewhere: Set<YAMLCode> = [.unreadable, .tooLarge, .notUTF8, .otherEncoding, .otherSyntax]
        let tested = (Self.characters + Self.limits + Self.subset + Self.syntax).map(\.code)
        #expect(Set(tested).union(elsewhere) == Set(YAMLCode.allCases))
    }

    @Test func everyCodeIsSaidInBothLanguages() {
        #expect(Set(YAMLCode.allCases.map(\.title.zh)).count == YAMLCode.allCases.count)
        #expect(Set(YAMLCode.allCases.map(\.title.en)).count == YAMLCode.allCases.count)
    }

    @Test func whatLibYAMLMaySayInFutureIsPassedOn() {
        let failure = SyntaxFailure(problem: "did not like it", context: "", offset: 3, contextOffset: nil)
        let diagnostic = failure.diagnostic(in: SourceFile(path: "p", bytes: Array("a: b\n".utf8)))
        #expect(diagnostic.code == "Y099")
        #expect(diagnostic.found == Text(same: "did not like it"))
    }

    @Test func aFullWidthColonIsNotedOnlyWhereAColonMayBeMissing() {
        #expect(parse("甲：乙\n丙: 丁\n").diagnostics.all.first?.secondary.count == 1)
        #expect(parse("甲: \"乙：丙\n").diagnostics.all.first?.secondary.count == 0)
    }

    @Test func everythingUpToTheErrorOfSyntaxIsReported() {
        let outcome = parse("a: 1\na: 2\nb: *x\nc: !t d\nb: 3\ne: [\n")
        #expect(outcome.codes == ["Y029", "Y025", "Y023", "Y029", "Y043"])
    }
}
