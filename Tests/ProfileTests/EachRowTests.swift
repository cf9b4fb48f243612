import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import PolicyLanguage

/// Provisions that differ by some values, written once with a table.
@Suite struct EachRowTests {
    private func sections(_ text: String) throws -> (text: String, codes: [String]) {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "x.yaml", bytes: Array("edition: 2023-01-01\n\(text)\n".utf8))
        let root = try #require(parseYAML(file, into: &diagnostics))
        let edition = try #require(Edition(root, into: &diagnostics))
        return (Self.text(edition.sections), diagnostics.all.map(\.code))
    }

    private static func text(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.text
        case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.text ?? ""): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    @Test func `One provision for each row`() throws {
        let found = try sections(
            """
            entitlements:
              - id: planting-<crop>
                name: <名称>（<crop>）
                rate: <rate>
                for: <whom>
                rates: {<crop>: <rate>}
                each:
                  - {crop: beans, 名称: 大豆, rate: 20 yuan, whom: {household: all}}
                  - {crop: oil, 名称: 油料, rate: 10 yuan, whom: {village: all}}
              - id: other
            """)
        #expect(
            found.text == """
                {entitlements: [\
                {id: planting-beans, name: 大豆（beans）, rate: 20 yuan, for: {household: all}, rates: {beans: 20 yuan}}, \
                {id: planting-oil, name: 油料（oil）, rate: 10 yuan, for: {village: all}, rates: {oil: 10 yuan}}, \
                {id: other}]}
                """)
        #expect(found.codes == [])
    }

    /// What is no name between signs stays; without a table nothing is a name.
    @Test(arguments: [
        ("note: 1 < 2 > 0, id: <x>, each: [{x: a}]", "{note: 1 < 2 > 0, id: a}"), ("id: a<b>c", "{id: a<b>c}"),
        ("id: <, note: <<x>>, each: [{x: a}]", "{id: <, note: <a>}"),
    ])
    func `Signs that are no places`(_ item: String, _ expected: String) throws {
        #expect(try sections("duties: [{\(item)}]").text == "{duties: [\(expected)]}")
    }

    /// What a value is wrong with is told where the row has it.
    @Test func `A value has its own place`() throws {
        var diagnostics = Diagnostics()
        let bytes = Array("edition: 2023-01-01\nduties:\n  - id: <x>\n    each:\n      - {x: a}\n".utf8)
        let root = try #require(parseYAML(SourceFile(path: "x.yaml", bytes: bytes), into: &diagnostics))
        let item = try #require(Edition(root, into: &diagnostics)?.sections["duties"]?.items?.first)
        #expect(item["id"]?.location.line == 5)
    }
}
