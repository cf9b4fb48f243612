import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel

@testable import Facts

/// Fields are exactly of their column's type, or refused.
@Suite struct FieldTests {
    /// One column of each type.
    private struct Everything: RecordColumns {
        static let about = RecordAbout(name: "thing", file: "things.csv", title: Text("物", "things"))
        static let types: [(name: String, type: ColumnType)] = [
            ("identifier", .identifier), ("text", .text), ("word", .word(group: "leave_type", many: false)),
            ("words", .word(group: "village_kind", many: true)),
            ("day", .day), ("moment", .moment), ("period", .period), ("year", .year), ("flag", .flag),
            ("whole", .whole), ("decimal", .decimal(.points)),
            ("coordinate", .coordinate), ("division", .division), ("derived", .ratio(of: "whole", to: "whole")),
        ]

        init(_ c: inout ColumnDeclarations) {
            for (name, type) in Everything.types {
                let _: Column<Symbol> = c.optional(name, name, type, Text(name, name))
            }
        }
    }

    /// The value as a text: a symbol's, or the number.
    private func read(_ text: String, _ type: String) throws -> String? {
        let kind = RecordKind(Everything.self)
        var symbols = Symbols()
        var fields = FieldReader(kind, words: chinaWords, zone: try #require(chinaZone))
        let column = try #require(kind.columns.firstIndex { $0.name == type })
        let bytes = Array(text.utf8)
        guard let value = fields.read(bytes.span, column: column, &symbols) else { return nil }
        #expect(fields.read(bytes.span, column: column, &symbols) == value)
        return kind.columns[column].type.isSymbol ? symbols.text(Symbol(raw: value)) : "\(value)"
    }

    private static let good: [(type: String, text: String, value: String)] = [
        ("identifier", "C000030", "C000030"),
        ("identifier", String(repeating: "x", count: 64), String(repeating: "x", count: 64)), ("text", "张 三,", "张 三,"),
        ("word", "事假", "事假"), ("words", "lifted", "lifted"), ("words", "脱贫村", "lifted"),
        ("words", "lifted;red", "lifted;red"), ("words", "红色村 ; lifted", "red;lifted"),
        ("words", "红色村、lifted", "red;lifted"), ("word", " 事假", "事假"),
        ("day", "2023-07-01", "19539"), ("day", "2023/7/1", "19539"), ("day", "2023年7月1日", "19539"),
        ("day", "1970-01-01", "0"), ("day", "1969-12-31", "-1"),
        ("moment", "1970-01-01T08:00:00+08:00", "28800"), ("moment", "1970-01-01T00:00:00Z", "28800"),
        ("moment", "1970-01-01 08:00", "28800"), ("moment", "1970/1/1 8:00", "28800"),
        ("period", "2023-Q3", "2023-Q3"), ("period", "2023-07-上", "2023-07-H1"), ("period", "2023", "2023"),
        ("year", "2023", "2023"), ("year", "1900", "1900"),
        ("flag", "true", "1"), ("flag", "是", "1"), ("flag", "YES", "1"), ("flag", "1", "1"), ("flag", "False", "0"),
        ("flag", "否", "0"), ("flag", "0", "0"),
        ("whole", "0", "0"), ("whole", "0012", "12"), ("whole", "999999999999999", "999999999999999"),
        ("decimal", "87.5", "87500000"), ("decimal", "100", "100000000"),
        ("decimal", "0.000001", "1"), ("decimal", "1.50000000", "1500000"), ("coordinate", "39.55", "395500000"),
        ("coordinate", "-0.5", "-5000000"),
        ("coordinate", "113.18123456789", "1131812345"), ("coordinate", "180", "1800000000"),
        ("division", "140622100201", "140622100201"), ("division", "14", "14"),
    ]

    @Test(arguments: good.indices) func isRead(index: Int) throws {
        let (type, text, value) = Self.good[index]
        #expect(try read(text, type) == value, "\(type) \(text)")
    }

    private static let bad: [(type: String, texts: [String])] = [
        ("identifier", [String(repeating: "x", count: 65)]), ("word", ["事 假", "事假;病假", "leave", ""]),
        ("words", ["lifted;nonsense", ";"]),
        ("day", ["2023-7-1", "2023-02-29", "20230701", "2023-13-01", "01/07/2023", "2023-07-01 ", "2023-07-01T08:00"]),
        ("moment", ["2023-07-01", "2023-07-01T25:00", "2023-07-01T08:00:00+8", "8:00", "2023-07-01 08:00 "]),
        ("period", ["2023-Q5", "Q3", "2023-W54", ""]),
        ("year", ["1899", "3000", "23", "2023年", "-2023", "2023.0"]), ("flag", ["2", "y", "真", "", "truee"]),
        ("whole", ["-1", "+1", "1.0", "1.5", "1e3", "", " 1", "十", "1,000", "9999999999999999"]),
        ("decimal", ["-1", "0.0000001", ".5", "5.", "1.2.3", "1,5", "99999999999999999999", "100%"]),
        ("coordinate", ["181", "180.0000001", "-180.1", "39°", "-", "--1", "-.5", "1e1", "N39.5"]),
        ("division", ["1", "1406221002011", "14062a", "", "１４"]), ("derived", ["1"]),
    ]

    @Test(arguments: bad.indices) func isRefused(index: Int) throws {
        for text in Self.bad[index].texts {
            #expect(try read(text, Self.bad[index].type) == nil, "\(Self.bad[index].type) \(text)")
        }
    }

    @Test func aWordIsRememberedByColumn() throws {
        let kind = RecordKind(Everything.self)
        var symbols = Symbols()
        var fields = FieldReader(kind, words: chinaWords, zone: try #require(chinaZone))
        let bytes = Array("ordinary".utf8)
        #expect(fields.read(bytes.span, column: 3, &symbols) != nil)
        #expect(fields.read(bytes.span, column: 2, &symbols) == nil)
    }
}

@Suite struct SymbolTests {
    @Test func everyTextHasOneNumber() {
        var symbols = Symbols()
        let texts = (0..<5000).map { "编号-\($0 * 7919)" } + ["", "a", "aa", "a\u{0}"]
        let numbers = texts.map { symbols.intern($0) }
        #expect(Set(numbers).count == texts.count)
        #expect(symbols.count == texts.count)
        #expect(texts.map { symbols.intern($0) } == numbers)
        #expect(numbers.map { symbols.text($0) } == texts)
        #expect(texts.map { symbols.find($0) } == numbers)
        #expect(symbols.find("nobody") == nil)
        #expect(symbols.text(Symbol(raw: -1)) == "")
        #expect(symbols.text(Symbol(raw: 1 << 20)) == "")
    }

    @Test func composedAndDecomposedAreTwo() {
        var symbols = Symbols()
        #expect(symbols.intern("é") != symbols.intern("e\u{301}"))
        #expect(symbols.count == 2)
    }
}
