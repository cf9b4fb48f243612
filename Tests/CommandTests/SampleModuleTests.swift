import CivilTime
import Testing
import ZhucunKernel
import ZhucunSamples

/// Sample rows of kinds that modules bring along.
@Suite struct SampleModuleTests {
    private struct Reviews: RecordColumns {
        static let about = RecordAbout(
            name: "review", file: "reviews.csv", title: Text("互评", "reviews"), date: "asked",
            order: [(earlier: "asked", later: "given")], parts: [(part: "good", whole: "all")])

        init(_ c: inout ColumnDeclarations) {
            let _: Column<Symbol> = c.required("review", "编号", .identifier, Text("编号", "number"))
            let _: Column<Symbol> = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
            let _: Column<Symbol> = c.required("rater", "评议人", .reference("cadre"), Text("谁评", "by whom"))
            let _: Column<Day> = c.required("asked", "发起日期", .day, Text("发起", "asked"))
            let _: Column<Day> = c.required("given", "评议日期", .day, Text("评议", "given"))
            let _: Column<Decimal6> = c.required("share", "占比", .decimal(.share), Text("占比", "share"))
            let _: Column<Int> = c.required("good", "好评", .whole, Text("好评", "good"))
            let _: Column<Int> = c.required("all", "总数", .whole, Text("总数", "all"), in: 3...5)
            let _: Column<Int> = c.required("lat", "纬度", .coordinate, Text("纬度", "latitude"), in: 3...54)
            let _: Column<Int> = c.required("lng", "经度", .coordinate, Text("经度", "longitude"), in: 73...136)
            let _: Column<Symbol> = c.required("topic", "议题", .text, Text("议题", "topic"))
        }
    }

    /// Says itself what its rows are.
    private struct Tides: RecordColumns {
        static let about = RecordAbout(name: "tide", file: "tides.csv", title: Text("潮", "tides"), date: "day")

        init(_ c: inout ColumnDeclarations) {
            let _: Column<Symbol> = c.required("tide", "编号", .identifier, Text("编号", "number"))
            let _: Column<Symbol> = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"))
            let _: Column<Day> = c.required("day", "日期", .day, Text("日期", "day"))
            let _: Column<Int> = c.optional("height", "潮高", .whole, Text("潮高", "height"))
        }

        static func samples(of day: SampleDay) -> [[String: String]]? {
            guard day.day.weekday == 1 else { return [] }
            return [
                ["cadre": day.cadre, "day": "\(day.day)", "height": "\(day.number(in: 7...9))"], ["cadre": day.village],
            ]
        }
    }

    private func rows(_ sample: Sample, _ name: String) -> [[String]] {
        sample.lines(name).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func rowsMadeFromColumnsMeanSomething() throws {
        let sample = try Sample(seed: 7) { $0.moduleKinds = [RecordKind(Reviews.self)] }
        let rows = rows(sample, "reviews.csv")
        #expect(rows.count > 200)
        #expect(Set(rows.map { $0[0] }).count == rows.count)
        #expect(rows.allSatisfy { $0[1] != $0[2] && $0[2].hasPrefix("C") }, "whoever rates is another of the team")
        #expect(rows.allSatisfy { $0[3] <= $0[4] } && rows.contains { $0[3] < $0[4] })
        #expect(rows.allSatisfy { $0[5].hasPrefix("0.") })
        #expect(rows.allSatisfy { Int($0[6]) ?? 9 <= Int($0[7]) ?? 0 && ["3", "4", "5"].contains($0[7]) })
        #expect(rows.allSatisfy { $0[8].count >= 9 && $0[8] < "54" && $0[9].count >= 10 })
        #expect(Set(rows.map { $0[10] }) == ["议题1", "议题2", "议题3", "议题4", "议题5"])
        #expect(try Sample(seed: 7) { $0.moduleKinds = [RecordKind(Reviews.self)] }.bytes == sample.bytes)
    }

    @Test func aKindMaySayItself() throws {
        let rows = rows(try Sample(seed: 7) { $0.moduleKinds = [RecordKind(Tides.self)] }, "tides.csv")
        #expect(rows.count > 100 && rows.count.isMultiple(of: 2))
        #expect(rows.prefix(2).map { $0[0] } == ["M1", "M2"])
        let full = rows.filter { !$0[2].isEmpty }
        #expect(full.count * 2 == rows.count)
        #expect(full.allSatisfy { Day($0[2])?.weekday == 1 && (7...9).contains(Int($0[3]) ?? 0) })
    }
}
