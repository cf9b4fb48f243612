import PolicyYAML
import Testing

/// Each value covers its very characters.
@Suite struct PlaceTests {
    @Test(arguments: [
        "⟪a⟫: b",
        "a: ⟪b⟫",
        "a: ⟪b c⟫  # d",
        "⟪中文⟫: 值",
        "中文: ⟪值⟫",
        "中文: 值\n键: ⟪又一个值⟫\n",
        "😀𠀀: 值\n键: [一, ⟪二⟫]\n",
        "\u{FEFF}⟪a⟫: b\n",
        "\u{FEFF}键: b\nc: ⟪值⟫\n",
        "键: b\r\nc:\r\n  - ⟪值⟫\r\n",
        "a: ⟪\"b\\n\"⟫ # c",
        "a: ⟪'值''s'⟫\n",
        "a: ⟪one\n  two⟫\n\nb: c\n",
        "a: ⟪'one\n  two'⟫\nb: c\n",
        "a: ⟪|\n  one\n  two⟫\n\n# c\nb: c\n",
        "a: ⟪>-\n  一\n  二⟫\n",
        "a: ⟪|⟫\nb: c\n",
        "a: ⟪[b, c]⟫ # d\n",
        "a: ⟪{b: c,\n  d: e}⟫\n\nf: g\n",
        "a: [b, ⟪{}⟫]\n",
        "a:\n  ⟪b: c\n  d: e⟫\n\n# c\nf: g\n",
        "a:\n  ⟪- b\n  - c⟫\n  # d\n\nf: g\n",
        "a:\n⟪- b\n- c: 值⟫\nd: e\n",
        "⟪a:\n  - b:\n      - c⟫\n\n",
        "# x\n---\n⟪a: b⟫\n...\n",
        "a:⟪⟫\nb: c\n",
        "a:⟪⟫  # d\nb: c\n",
        "- a\n-⟪⟫\n\n- b\n",
        "[⟪键: 值⟫, b]\n",
        "{a⟪⟫, b: c}",
        "? a⟪⟫\n\nb: c\n",
    ])
    func covers(_ marked: String) throws {
        let expected = Marked(marked)
        let outcome = parse(expected.text)
        let node = try #require(outcome.node)
        let found = try #require(
            node.all.first { $0.start..<$0.end == expected.place },
            "\(node.all.map { "\($0.start)..<\($0.end)" }) instead of \(expected.place)")
        let position = Marked.position(expected.place, in: expected.text)
        #expect([found.location.line, found.location.column] == Array(position.prefix(2)))
        if !expected.text.utf8.dropFirst(found.start).prefix(found.end - found.start).contains(0x0A) {
            #expect(found.location.endColumn == position[2])
        }
    }

    @Test func aLocationQuotesItsLineOnly() {
        let file = SourceFile(path: "p", bytes: Array("键: 一\r\n二\r\n".utf8))
        let location = file.location(start: 5, end: 13)
        #expect(location == Location(path: "p", line: 1, column: 4, endColumn: 5, lineText: "键: 一"))
        #expect(location.description == "p:1:4")
        #expect(file.location(start: 10, end: 13).lineText == "二")
    }

    @Test func aLocationOutsideOfTheFileIsItsEnd() {
        let file = SourceFile(path: "p", bytes: Array("a\nbc".utf8))
        #expect(file.location(start: 99, end: 200).position == [2, 3, 3])
        #expect(file.location(start: -5, end: -1).position == [1, 1, 1])
        #expect(file.location(start: 3, end: 2).position == [2, 2, 2])
        #expect(SourceFile(path: "p", bytes: []).location(start: 0, end: 1).position == [1, 1, 1])
    }

    @Test func aLocationOfAHugeLineKeepsItsStartOnly() {
        let file = SourceFile(path: "p", bytes: [UInt8](repeating: 0x61, count: 1 << 20))
        let location = file.location(start: 1_000_000, end: 1_000_001)
        #expect(location.column == 1_000_001)
        #expect(location.lineText.utf8.count == 16_384)
    }

    @Test func locationsAreOrderedAsRead() {
        let file = SourceFile(path: "p", bytes: Array("abc\nd".utf8))
        let places = [
            file.location(start: 0, end: 1), file.location(start: 0, end: 2), file.location(start: 2, end: 3),
            file.location(start: 4, end: 5),
        ]
        #expect(places.reversed().sorted() == places)
    }

    @Test func valuesAreFoundByKey() throws {
        let node = try #require(parse("a: {b: [c]}\n").node)
        #expect(node["a"]?["b"]?.items?.first?.text == "c")
        #expect(node["x"] == nil)
        #expect(node["a"]?["b"]?["c"] == nil)
        #expect(node.shape == Text("映射", "map"))
        #expect(node["a"]?["b"]?.shape == Text("列表", "list"))
        #expect(node["a"]?["b"]?.items?.first?.shape == Text("文本", "text"))
    }
}
