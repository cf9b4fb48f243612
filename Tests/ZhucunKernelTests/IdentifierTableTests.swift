import Testing
import ZhucunKernel

@testable import Facts

@Suite struct IdentifierTableTests {
    @Test func manyAreFoundAtOnceAndNoOthers() throws {
        var random = SystemRandomNumberGenerator()
        var symbols = Symbols()
        // Lengths from one byte to more than the table takes, some the beginning of others, many alike in their first eight bytes.
        let texts = (0..<5_000).map { (number: Int) -> String in
            let beginning = String("C0000000\(number)驻村".prefix(1 + number % 18))
            return number % 3 == 0 ? beginning : beginning + String(number)
        }
        let numbers = texts.map { symbols.intern($0).number }
        var known = [Bool](repeating: false, count: symbols.count)
        for number in numbers { known[Int(number)] = Bool.random(using: &random) }
        let table = IdentifierTable(known, symbols)
        let asked = (texts + ["nobody"]).filter { ShortText($0) != nil }
        var found = [Int32](repeating: 7, count: asked.count)
        table.find(asked.compactMap { ShortText($0) }, count: asked.count, into: &found)
        for (index, text) in asked.enumerated() {
            let number = symbols.find(text)?.number ?? -1
            #expect(found[index] == (number >= 0 && known[Int(number)] ? number : -1), "\(text)")
        }
        #expect(found.contains { $0 >= 0 })
        #expect(texts.contains { ShortText($0) == nil })
    }

    @Test func anEmptyTableFindsNobody() throws {
        var found: [Int32] = [3]
        IdentifierTable([], Symbols()).find([try #require(ShortText("C1"))], count: 1, into: &found)
        #expect(found == [-1])
    }
}
