import PolicyYAML
import Testing

/// The cases of the yaml-test-suite that a profile can hold, in words of our own; the names are those of the suite.
@Suite struct StructureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let yaml: String
        let shown: String
        var testDescription: String { name }

        init(_ name: String, _ yaml: String, _ shown: String) {
            self.name = name
            self.yaml = yaml
            self.shown = shown
        }
    }

    @Test(arguments: plain + quoted + blocks + collections + documents)
    func isReadAs(_ example: Case) throws {
        let outcome = parse(example.yaml)
        #expect(outcome.codes == [])
        let node = try #require(outcome.node)
        #expect(node.shown == example.shown)
    }

    static let plain = [
        Case(
            "nothing is guessed", "[1, 0x1F, 1e3, yes, null, ~, 2021-10-19]", "[1, 0x1F, 1e3, yes, null, ~, 2021-10-19]"
        ),
        Case("4CQQ several lines", "a:\n  one\n  two\n\n  three\n", #"{a: one two\nthree}"#),
        Case("9YRD at the top", "a\nb  \n  c\nd\n\ne\n", #"a b c d\ne"#),
        Case(
            "4ZYM line prefixes", "a: one\n  two\nb: \"one\n  \ttwo\"\nc: |\n  one\n   \ttwo\n",
            #"{a: one two, b: "one two", c: "one\n \ttwo\n"}"#),
        Case(
            "signs within", "a: b#c -d ?e :f g:h http://x.y/?z=1&w={2}", "{a: b#c -d ?e :f g:h http://x.y/?z=1&w={2}}"),
        Case("signs at the start", "- -a\n- ?b\n- :c\n- -1\n", "[-a, ?b, :c, -1]"),
        Case("comment after blank", "a: b # c\n# d\ne: f#g\n", "{a: b, e: f#g}"),
        Case("Chinese", "星期: 周一、周二（上午）；“五”\n", "{星期: 周一、周二（上午）；“五”}"),
        Case("beyond the basic plane", "a: 😀𠀀b\nc: d\n", "{a: 😀𠀀b, c: d}"),
        Case("tab after the colon", "a:\tb\t\n", "{a: b}"),
    ]

    static let quoted = [
        Case("7A4E double, lines", "\" 1\n\n 2 \n\t3 \"\n", #"" 1\n2 3 ""#),
        Case("single, lines", "' 1\n\n 2 \n\t3 '\n", #"" 1\n2 3 ""#),
        Case("single, quote within", "'it''s \"so\" \\n'", #""it's "so" \n""#),
        Case("escapes", #""\t\"\/\\\x41\u4e2d\U0001F600\_""#, "\"\\t\"/\\A中😀\u{A0}\""),
        Case("escaped line break", "\"one\\\n  two \\\n  three\"", #""onetwo three""#),
        Case("escaped newline", #"a: "b\nc""#, #"{a: "b\nc"}"#),
        Case("empty", #"{a: "", b: ''}"#, #"{a: "", b: ""}"#),
        Case("keys", #"{"a b": 1, 'c: d': 2}"#, #"{"a b": 1, "c: d": 2}"#),
        Case("5GBF empty lines", "a:\n  \"b\n   \t\n  c\"\nd: |\n  e\n \n\n", #"{a: "b\nc", d: "e\n"}"#),
    ]

    static let blocks = [
        Case("A6F9 chomping", "a: |-\n  t\nb: |\n  t\nc: |+\n  t\n", #"{a: "t", b: "t\n", c: "t\n"}"#),
        Case("K858 final empty lines", "a: >-\n\nb: >\n\nc: |+\n\n", #"{a: "", b: "", c: "\n"}"#),
        Case("keep empty lines", "a: |+\n  t\n\n\nb: c\n", #"{a: "t\n\n\n", b: c}"#),
        Case("6JQW literal", "# art\n--- |\n  \\//||\n  // ||__\n", #""\//||\n// ||__\n""#),
        Case("96L6 folded", "--- >\n  one's\n  two\n", #""one's two\n""#),
        Case(
            "6VJK more indented", ">\n one\n two\n\n   three\n   four\n\n five\n",
            #""one two\n\n  three\n  four\n\nfive\n""#),
        Case(
            "7T8X folded, lists", ">\n\n a\n b\n\n c\n d\n   * e\n\n   * f\n   * g\n\n h\n i\n\n# Comment\n",
            #""\na b\nc d\n  * e\n\n  * f\n  * g\n\nh i\n""#),
        Case("indentation indicator", "a: |2\n   b\n  c\n", #"{a: " b\nc\n"}"#),
        Case("P2AD headers", "- | # c\n a\n- >1+\n  b\n- |1-\n  c\n", #"["a\n", " b\n", " c"]"#),
        Case("no line break at the end", "a: |\n  b", #"{a: "b"}"#),
        Case("hash is text", "a: |\n  b # c\n  # d\n", #"{a: "b # c\n# d\n"}"#),
    ]

    static let collections = [
        Case("229Q list of maps", "-\n  a: b\n  c:   d\n-\n  e: f\n", "[{a: b, c: d}, {e: f}]"),
        Case("93JH compact maps", " - a: b\n   c: d\n -\n   e: f\n", "[{a: b, c: d}, {e: f}]"),
        Case("8QBE list in map", "a:\n - b\n - c\n", "{a: [b, c]}"),
        Case("AZ63 list without indentation", "a:\n- b\n- c\nd: e\n", "{a: [b, c], d: e}"),
        Case("list in list", "- - a\n  - b\n- c\n", "[[a, b], c]"),
        Case("5C5M flow maps", "- { a : b , c: d , }\n- {e: f,g : h}\n", "[{a: b, c: d}, {e: f, g: h}]"),
        Case("5KJE flow lists", "- [ a, b, ]\n- [c ,d]\n", "[[a, b], [c, d]]"),
        Case("flow over lines", "a: [b, # c\n  d,\n  {e: f\n  }]\n", "{a: [b, d, {e: f}]}"),
        Case("pair in flow list", "[a: b, c]", "[{a: b}, c]"),
        Case("empty collections", "{a: [], b: {}}", "{a: [], b: {}}"),
        Case("7W2P missing values", "? a\n? b\nc:\n", "{a: , b: , c: }"),
        Case("missing values", "a:\nb:\n  - \n  - c\nd: {e, f: }\n", "{a: , b: [, c], d: {e: , f: }}"),
        Case("keys in order", "b: 1\na: 2\nc: 3\n", "{b: 1, a: 2, c: 3}"),
        Case("same key at other levels", "a: {a: {a: b}}\n", "{a: {a: {a: b}}}"),
        Case("quoted sign is a key", "\"<<\": a\n", #"{"<<": a}"#),
    ]

    static let documents = [
        Case("markers", "---\na: b\n...\n", "{a: b}"),
        Case("comments around", "# a\n\n--- # b\nc: d\n... # e\n# f\n\n", "{c: d}"),
        Case("markers twice", "a\n...\n...\n", "a"),
        Case("text on the marker's line", "--- a\n", "a"),
        Case("CRLF", "a: b\r\nc:\r\n- |\r\n d\r\n e\r\n", #"{a: b, c: ["d\ne\n"]}"#),
        Case("byte order mark", "\u{FEFF}a: b\nc: d\n", "{a: b, c: d}"),
        Case("byte order mark and marker", "\u{FEFF}# c\n---\na: 中\n", "{a: 中}"),
        Case("percent within", "a: \"\n%\"\nb: 50%\n", #"{a: " %", b: 50%}"#),
    ]
}
