import CivilTime
import Testing

@Suite struct DayTextTests {
    @Test(arguments: [
        "2023-07-01", "2023/7/1", "2023/07/01", "2023/07/1", "2023年7月1日", "2023年07月01日",
    ])
    func goodForms(text: String) {
        let expected = Day(year: 2023, month: 7, day: 1)
        #expect(expected != nil)
        #expect(Day(text) == expected)
        #expect(Day(Substring("<\(text)>").dropFirst().dropLast()) == expected)
        #expect(day(bytes: text) == expected)
    }

    @Test(arguments: [
        "", " ", "2023", "2023-07", "2023-7-1", "2023-07-1", "2023-07-01 ", " 2023-07-01", "2023-07-01T", "20230701",
        "2023-07/01", "2023/07-01", "2023/7/", "2023/7/1/", "2023/7/001", "2023/007/1", "23/7/1", "12023-07-01",
        "2023-07-32", "2023-00-01", "2023-02-29", "2023-13-01", "1899-12-31", "3000-01-01", "+023-07-01",
        "2023--7-01", "2023-+7-01", "2023年7月1", "2023年7月", "2023年7月1日 ", "2023年7月1号", "2023年七月1日",
        "２０２３-07-01", "2023-07-0１", "2023–07–01", "2023年", "2023\u{E5}7", "99999999999999999999", "-2023-07-01",
        "2023/7/1\0", "0000-00-00",
    ])
    func malformed(text: String) {
        #expect(Day(text) == nil)
        #expect(day(bytes: text) == nil)
    }

    @Test func brokenUTF8() {
        let good = Array("2023年7月1日".utf8)
        for length in 0..<good.count {
            let cut = Array(good.prefix(length))
            #expect(Day(bytes: cut.span) == nil)
        }
        for position in good.indices {
            for value in [UInt8(0xFF), 0x80, 0x00, 0x2F, 0x3A] {
                var bytes = good
                bytes[position] = value
                #expect(Day(bytes: bytes.span) == nil)
            }
        }
    }

    @Test func everyDescriptionReadsBack() {
        var random = Random(state: 3)
        let range = Day.distantPast.number...Day.distantFuture.number
        for _ in 0..<5000 {
            let value = Day(number: Int32.random(in: range, using: &random))
            let (year, month, dayOfMonth) = value.civil
            for text in [value.description, "\(year)/\(month)/\(dayOfMonth)", "\(year)年\(month)月\(dayOfMonth)日"] {
                #expect(Day(text) == value)
                #expect(day(bytes: text) == value)
            }
            #expect(value.description.utf8.count == 10)
        }
    }

    /// Whatever is read, is read the same as text and as bytes, and can be written and read again.
    @Test func hostileText() {
        for bytes in mutations(of: ["2023-07-01", "2023/7/1", "2023年7月1日"], count: 20_000, seed: 4) {
            let read = Day(bytes: bytes.span)
            if let read { #expect(Day(read.description) == read) }
            if let text = String(validating: bytes, as: UTF8.self) { #expect(Day(text) == read) }
        }
    }
}
