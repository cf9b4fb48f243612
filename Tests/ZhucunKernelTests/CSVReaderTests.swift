import Foundation
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import Facts

@Suite struct CSVReaderTests {
    /// Rows with their first lines; what else came of the file is the last, in words.
    private func read(_ bytes: [UInt8]) throws -> (
        rows: [[String]], lines: [Int], problems: [String], hasInvalidText: Bool
    ) {
        let folder = try ScratchFolder()
        var reader = CSVReader(ByteStream(path: try folder.write(bytes, to: "a.csv")))
        var result: (rows: [[String]], lines: [Int], problems: [String], hasInvalidText: Bool) = ([], [], [], false)
        while true {
            let outcome = reader.next()
            if outcome == .end {
                // At its end it stays, however often it is asked.
                #expect(reader.next() == .end)
                break
            }
            if outcome == .row {
                result.rows.append(reader.fields.map { reader.text($0) })
                result.lines.append(reader.line)
            } else {
                result.problems.append("\(outcome) \(reader.line)")
                if outcome == .unclosedQuote { break }
            }
        }
        result.hasInvalidText = reader.stream.hasInvalidText
        withExtendedLifetime(folder) {}
        return result
    }

    private func read(_ text: String) throws -> (
        rows: [[String]], lines: [Int], problems: [String], hasInvalidText: Bool
    ) { try read(Array(text.utf8)) }

    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let rows: [[String]]
        var lines: [Int]?
        var problems: [String] = []
        var testDescription: String { text.debugDescription }
    }

    private static let cases: [Case] = [
        Case(text: "", rows: []), Case(text: "\n\r\n\n", rows: []), Case(text: "a", rows: [["a"]]),
        Case(text: "a,b\n", rows: [["a", "b"]]),
        Case(text: "a,b\r\nc,d", rows: [["a", "b"], ["c", "d"]]),
        Case(text: "a,\n,b\n,\n", rows: [["a", ""], ["", "b"], ["", ""]]),
        Case(text: "a,b,", rows: [["a", "b", ""]]), Case(text: "a\n\n\r\nb\n", rows: [["a"], ["b"]], lines: [1, 4]),
        Case(text: "\"a\",\"b\"\n", rows: [["a", "b"]]), Case(text: "\"a,b\",c\r\n", rows: [["a,b", "c"]]),
        Case(text: "\"a\"\"b\"\"\"", rows: [["a\"b\""]]),
        Case(text: "\"\"\n\"\",\"\"", rows: [[""], ["", ""]]), Case(text: "\"\"\"\"\n", rows: [["\""]]),
        Case(text: "\"a\nb\r\nc\",d\ne,f", rows: [["a\nb\r\nc", "d"], ["e", "f"]], lines: [1, 4]),
        Case(text: "a\"b,c\"\n", rows: [["a\"b", "c\""]]),
        Case(text: " \"a\"\n", rows: [[" \"a\""]]), Case(text: "a b , c\t\n", rows: [["a b ", " c\t"]]),
        Case(text: "a\rb\n", rows: [["a\rb"]]),
        Case(text: "\u{FEFF}a,b\n", rows: [["a", "b"]]), Case(text: "\u{FEFF}\"a\"\n", rows: [["a"]]),
        Case(text: "a\u{FEFF}\n", rows: [["a\u{FEFF}"]]),
        Case(text: "\"a\",\n\"b\"", rows: [["a", ""], ["b"]]),
        Case(text: "村,\"甲\"\"乙\"\n😀,𠀀", rows: [["村", "甲\"乙"], ["😀", "𠀀"]]),
        Case(text: "a\n\"b,c\nd\n", rows: [["a"]], problems: ["unclosedQuote 2"]),
        Case(text: "\"", rows: [], problems: ["unclosedQuote 1"]),
        Case(text: "a\n\"b\"c,d\ne\n", rows: [["a"], ["e"]], lines: [1, 3], problems: ["textAfterQuote 2"]),
        Case(text: "\"a\nb\"c\nd\n", rows: [["d"]], lines: [3], problems: ["textAfterQuote 1"]),
        Case(text: "\"a\"\rb\nc\n", rows: [["c"]], problems: ["textAfterQuote 1"]),
        Case(text: "\"a\" ,b\nc\n", rows: [["c"]], problems: ["textAfterQuote 1"]),
    ]

    @Test(arguments: cases) func splits(_ known: Case) throws {
        let found = try read(known.text)
        #expect(found.rows == known.rows)
        #expect(found.problems == known.problems)
        if let lines = known.lines { #expect(found.lines == lines) }
    }

    /// Every kind of thing that can stand across the edge of a block, moved over it byte by byte.
    @Test func rowsStraddleBlocks() throws {
        let rows = "村,\"甲\"\"乙,丙\"\r\n\"q\n😀\",,é\n\n\"\"\r\n"
        let alone = try read("k\n" + rows + "end,1").rows.dropFirst()
        #expect(Array(alone) == [["村", "甲\"乙,丙"], ["q\n😀", "", "é"], [""], ["end", "1"]])
        let length = rows.utf8.count
        for shift in 0...(length + 2) {
            // The row before them fills the block but for a few bytes.
            let head = "h," + String(repeating: "x", count: (1 << 18) - 4 - length + shift) + "\n"
            let found = try read(head + rows + "end,1")
            #expect(Array(found.rows.dropFirst()) == Array(alone), "\(shift)")
            #expect(found.problems.isEmpty && !found.hasInvalidText)
        }
    }

    @Test func aRowMayBeAMebibyteLong() throws {
        let half = String(repeating: "x", count: (1 << 19) - 8)
        #expect(try read("a\n\(half),\(half)\nb\n").rows.map(\.count) == [1, 2, 1])
        for long in [half + "," + half + "xxxxxxxxxxxxxxxx", "\"" + half + half + "xxxxxxxxxxxxxxxx\""] {
            let found = try read("a\n\(long)\nb\nc\n")
            #expect(found.problems == ["rowTooLong 2"])
            #expect(found.rows == [["a"], ["b"], ["c"]])
            #expect(found.lines == [1, 3, 4])
        }
        let endless = try read("a\n" + String(repeating: "x", count: 2 << 20))
        #expect(endless.problems == ["rowTooLong 2"])
    }

    // MARK: Encodings

    @Test func readsGB18030() throws {
        let text = "村,姓名\n\"测试村\",张三\n甲,䶮😀\n"
        let bytes = try gb18030(text)
        #expect(String(validating: bytes, as: UTF8.self) == nil)
        let found = try read(bytes)
        #expect(found.rows == [["村", "姓名"], ["测试村", "张三"], ["甲", "䶮😀"]])
        #expect(!found.hasInvalidText)
    }

    /// The first Chinese character stands across the edge of a block, in either encoding.
    @Test(arguments: 1...4) func theFirstCharacterAcrossABlock(shift: Int) throws {
        let text = "h," + String(repeating: "x", count: (1 << 18) - 7 + shift) + "\n村名,姓名\n"
        for bytes in [Array(text.utf8), try gb18030(text)] {
            let found = try read(bytes)
            #expect(found.rows.last == ["村名", "姓名"])
            #expect(!found.hasInvalidText)
        }
    }

    @Test func manyBlocksOfGB18030() throws {
        let row = "张三丰,测试村民委员会,䶮\n"
        let text = String(repeating: row, count: 30_000)
        let found = try read(try gb18030(text))
        #expect(found.rows.count == 30_000)
        #expect(found.rows.allSatisfy { $0 == ["张三丰", "测试村民委员会", "䶮"] })
    }

    /// Bytes of no encoding are replaced and said, however many: neither stack nor time may run out.
    @Test func bytesOfNoEncoding() throws {
        let found = try read(Array("a,b\n".utf8) + [0xFF, 0x2C, 0x31, 0x0A])
        #expect(found.rows == [["a", "b"], ["\u{FFFD}", "1"]])
        #expect(found.hasInvalidText)
        let many = try read(Array("a\n".utf8) + [UInt8](repeating: 0xFF, count: 300_000) + Array("\nb\n".utf8))
        #expect(many.hasInvalidText)
        #expect(many.rows.map(\.count) == [1, 1, 1])
        let late = try read(Array("村\n".utf8) + [UInt8](repeating: 0x61, count: 300_000) + [0x0A, 0xC0, 0x0A])
        #expect(late.hasInvalidText)
    }

    @Test func aFileThatIsNotThere() {
        var reader = CSVReader(ByteStream(path: "/nowhere/a.csv"))
        #expect(reader.next() == .end)
        #expect(reader.stream.failure?.isMissing == true)
    }
}
