import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunSamples

@Suite struct SampleTests {
    @Test func sameSeedGivesSameBytes() throws {
        let first = try Sample(seed: 7)
        let second = try Sample(seed: 7)
        let third = try Sample(seed: 8)
        #expect(first.bytes == second.bytes)
        #expect(first.bytes["checkins.csv"] != third.bytes["checkins.csv"])
        #expect(first.bytes["cadres.csv"] != third.bytes["cadres.csv"])
    }

    @Test func everyFileHasItsHeaderAndAsManyRowsAsItSays() throws {
        let sample = try Sample(seed: 1)
        #expect(sample.summary.files.map(\.name) == sample.bytes.keys.sorted())
        for (name, rows) in sample.summary.files {
            #expect(sample.bytes[name]?.count { $0 == UInt8(ascii: "\n") } == rows + 1, "\(name)")
        }
        #expect(sample.lines("checkins.csv").first == "cadre,time,lat,lng,accuracy_m,source")
        #expect(sample.lines("postings.csv").first == "cadre,team,village,role,unit,from,to,seconded")
        #expect(
            sample.lines("leaves.csv").first
                == "leave,cadre,type,from,to,status,approved_by,requested_on,approved_on,returned")
        #expect(sample.lines("villages.csv").first == "village,name,kinds,lat,lng,radius_m")
    }

    @Test func oneFileIsNotUTF8AndOneHasQuotes() throws {
        let sample = try Sample(seed: 1)
        let villages = try #require(sample.bytes["villages.csv"])
        #expect(String(validating: villages, as: UTF8.self) == nil)
        let units = sample.lines("units.csv")
        #expect(units[1].hasSuffix("\r"))
        #expect(units[1].hasPrefix("U001,\"") && units[2].contains("\"\""))
    }

    @Test func checkInsAreInOrderOfCadreAndTime() throws {
        let keys = try Sample(seed: 3).lines("checkins.csv").dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            // `T` and a space separate date and time alike.
            return fields[0] + fields[1].prefix(10) + fields[1].dropFirst(11).prefix(5)
        }
        #expect(keys.count > 5000)
        #expect(keys == keys.sorted())
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func everyAwkwardCaseIsNoted(seed: UInt64) throws {
        let notes = try Sample(seed: seed).summary.notes.map(\.zh).joined(separator: "\n")
        for words in [
            "星期三", "一天", "调村", "跨月", "提前销假", "未批准", "已撤销", "审批人正确", "审批人不对", "公出", "培训", "零点之后", "围栏内", "围栏外", "定位误差",
            "没有位置", "脱岗一次",
            "脱岗两次", "通报两次", "约谈两次", "书面检查", "不称职", "低于 60%", "无假离岗", "没有群众满意评分", "评分相同", "没有打卡记录", "法定节假日", "GB18030",
        ] {
            #expect(notes.contains(words), "\(words)")
        }
    }

    @Test func smallestSampleIsWhole() throws {
        let sample = try Sample(seed: 1, cadres: 1, last: "2023-08-01")
        #expect(sample.lines("cadres.csv").count == 2)
        #expect(sample.lines("teams.csv").count == 2)
    }

    @Test func provinceStandsForACountyInside() throws {
        #expect(try Sample(seed: 1, division: "500000").lines("postings.csv")[1].contains(",500235"))
        #expect(try Sample(seed: 1, division: "141000").lines("postings.csv")[1].contains(",141028"))
        #expect(try Sample(seed: 1, division: "140423").lines("postings.csv")[1].contains(",140423"))
    }

    @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
        let path = Sample.freshPath()
        defer { Sample.remove(path) }
        let request = try Sample.request(path, seed: 1)
        _ = try writeSample(request, calendar: HolidayCalendar(), progress: { _, _ in })
        #expect(throws: SampleError.notEmpty(path: path)) {
            try writeSample(request, calendar: HolidayCalendar(), progress: { _, _ in })
        }
        #expect(throws: SampleError.self) {
            try writeSample(
                Sample.request("/dev/null/sample", seed: 1), calendar: HolidayCalendar(), progress: { _, _ in })
        }
    }
}
