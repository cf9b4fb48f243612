internal import Foundation
internal import Testing

/// The calendar of what is owed, as RFC 5545 has it.
@Suite struct DueCalendarTests {
    /// The lines as they stand, and with their folds undone.
    private struct Calendar {
        let folded: [String]
        let lines: [String]

        init(_ county: DueCounty, _ options: String, warned: Bool = false) throws {
            let text = try county.output("due", "--format ics \(options)", warned: warned)
            #expect(text.hasSuffix("\r\n"))
            folded = text.components(separatedBy: "\r\n").dropLast()
            lines = text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n").dropLast()
        }

        /// Each event's lines.
        var events: [[String]] {
            lines.split(separator: "BEGIN:VEVENT").dropFirst().map { Array($0.prefix { $0 != "END:VEVENT" }) }
        }

        func values(_ name: String) -> [String] {
            events.compactMap { event in
                event.first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }?.split(
                    separator: ":", maxSplits: 1
                ).last.map(String.init)
            }
        }
    }

    @Test func oneCalendarToTheByte() throws {
        let text = try DueCounty().output("due", "--as-of 2023-08-12 --for U1 --format ics")
        let expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//zhucun//due//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:应办事项 U1 县林业局
            REFRESH-INTERVAL;VALUE=DURATION:PT12H
            X-PUBLISHED-TTL:PT12H
            X-WR-TIMEZONE:Asia/Shanghai
            BEGIN:VTIMEZONE
            TZID:Asia/Shanghai
            BEGIN:STANDARD
            DTSTART:19920101T000000
            TZOFFSETFROM:+0800
            TZOFFSETTO:+0800
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:test/duties/head-visit/unit.U1/2023-H2@zhucun
            DTSTAMP:20230812T000000Z
            DTSTART;VALUE=DATE:20231231
            SUMMARY:负责同志到村
            DESCRIPTION:由：派出单位 U1 县林业局\\n对象：U1 县林业局\\n
             时间单位：2023年下半年\\n进度：1/2，还有 141 天\\n依据：
             测〔2018〕1号 三\\n尚未到期（2023-12-31）
            CATEGORIES:未到期,派出单位
            TRANSP:TRANSPARENT
            BEGIN:VALARM
            ACTION:DISPLAY
            DESCRIPTION:负责同志到村
            TRIGGER:-P1D
            END:VALARM
            END:VEVENT
            END:VCALENDAR

            """
        #expect(text == expected.replacingOccurrences(of: "\n", with: "\r\n"))
    }

    @Test func linesAreFoldedAtSeventyFiveOctetsBetweenCharacters() throws {
        let units =
            "unit,name,level,kind\nU1,\(String(repeating: "县林业和草原局😀", count: 9)),county,government\nU2,x,province,government\n"
        for language in ["zh", "en"] {
            let calendar = try Calendar(
                DueCounty(changing: ["units.csv": units]), "--as-of 2023-08-12 --language \(language)")
            // A character cut in two would have come out as U+FFFD.
            #expect(calendar.folded.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
            #expect(calendar.folded.contains { $0.utf8.count >= 72 })
            #expect(calendar.values("DESCRIPTION").contains { $0.contains(String(repeating: "县林业和草原局😀", count: 9)) })
        }
    }

    /// `"省直一处;二处,\室"`, and a name with a line end and a control character.
    @Test func textIsEscaped() throws {
        let activities = DueCounty.files["activities.csv"]?.replacingOccurrences(
            of: "A13,head_visit,2023-08-10,,U2,\n", with: "")
        let calendar = try Calendar(DueCounty(changing: ["activities.csv": activities]), "--as-of 2023-08-12 --for U2")
        #expect(calendar.lines.contains(#"X-WR-CALNAME:应办事项 U2 省直一处\;二处\,\\室"#))
        #expect(calendar.values("DESCRIPTION").first?.contains(#"由：派出单位 U2 省直一处\;二处\,\\室\n对象"#) == true)
        let villages =
            "village,name,kinds,lat,lng,radius_m\n140622100201,\"甲\r\n村\u{7}\t一\",,39.5,113.2,500\n140622101201,乙村,,39.6,113.2,500\n"
        let odd = try Calendar(
            DueCounty(changing: ["villages.csv": villages]), "--as-of 2023-08-12 --for village:140622100201",
            warned: true)
        #expect(odd.lines.contains { $0.hasPrefix("X-WR-CALNAME:应办事项 140622100201 甲") && !$0.contains("\u{7}") })
        #expect(odd.folded.allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
    }

    @Test func onePartyOwesOneThingOnce() throws {
        let calendar = try Calendar(DueCounty(), "--as-of 2023-08-12 --for T1")
        #expect(calendar.values("SUMMARY") == ["【超期】走访监测户：H4", "走访监测户（农户 4）"])
        #expect(
            calendar.values("UID") == [
                "test/duties/visit/team.T1/2023-07-H2@zhucun", "test/duties/visit/team.T1/2023-08-H1@zhucun",
            ])
        #expect(calendar.values("DTSTART") == ["20230731", "20230815"])
        #expect(calendar.values("DESCRIPTION").last?.contains(#"对象：农户 4：H1、H2、H3 …\n"#) == true)
        #expect(calendar.values("CATEGORIES") == ["已超期,驻村工作队", "未到期,驻村工作队"])
    }

    /// A phone knows an entry again by its UID, whatever has been done meanwhile.
    @Test func identifiersStay() throws {
        let county = try DueCounty()
        let before = try Calendar(county, "--as-of 2023-08-12").values("UID")
        let after = try Calendar(county, "--as-of 2023-08-14").values("UID")
        #expect(Set(before).count == before.count)
        #expect(Set(before) == Set(after))
        #expect(before.contains("test/deadlines/identified/division.140622/2023-08-12@zhucun"))
    }

    @Test func theSameListIsTheSameFile() throws {
        let county = try DueCounty()
        let first = try county.output("due", "--as-of 2023-08-12 --format ics")
        #expect(try county.output("due", "--as-of 2023-08-12 --format ics --jobs 4") == first)
        #expect(
            first.components(separatedBy: "DTSTAMP:20230812T000000Z").count
                == first.components(separatedBy: "BEGIN:VEVENT").count)
    }

    /// A calendar must hold something: the zone stands in it when nothing is owed.
    @Test func nothingOwedIsACalendarToo() throws {
        let calendar = try Calendar(DueCounty(), "--as-of 2023-08-12 --for T2")
        #expect(calendar.events.isEmpty)
        #expect(calendar.lines.contains("BEGIN:VTIMEZONE") && calendar.lines.last == "END:VCALENDAR")
    }
}
