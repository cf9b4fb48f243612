import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

/// Facts that are told twice, empty fields, and rows that could not be used.
@Suite struct SameFactTests {
    private func said(_ file: String, _ text: String) throws -> [Diagnostic] {
        try SmallFolder([file: text]).load().diagnostics.all.filter { ["R334", "R335"].contains($0.code) }
    }

    private static let incidents = "incident,subject,date,kind,level,days\n"

    @Test func toldAgain() throws {
        let again = try said(
            "incidents.csv",
            Self.incidents
                + "I1,C1,2023-07-03,off_post,county,1\nI2,C1,2023-07-04,off_post,county,1\nI3,C1,2023-07-03,off_post,county,1\n"
        )
        #expect(
            again.map { "\($0.code) \($0.severity) \($0.message.zh)" } == [
                "R334 note incidents.csv 有 1 行与别的行说的是同一件事，只算一次"
            ])
        #expect(again.map { $0.primary?.location.line } == [4])
        #expect(again.map(\.expected?.zh) == ["subject、date、kind、level不同"])
    }

    @Test func toldTwoWays() throws {
        let found = try said(
            "incidents.csv", Self.incidents + "I1,C1,2023-07-03,off_post,county,2\nI3,C1,2023-07-03,off_post,county,1\n"
        )
        #expect(
            found.map { "\($0.code) \($0.severity) \($0.message.zh)" } == [
                "R335 warning 与第 2 行说的是同一件事（subject、date、kind、level相同），但“days”不同"
            ])
        #expect(found.map { $0.primary?.location.line } == [3])
        #expect(found.map { $0.secondary.map(\.location.line) } == [[2]])
        // The order of rows decides nothing but which line is named first.
        let turned = try said(
            "incidents.csv", Self.incidents + "I3,C1,2023-07-03,off_post,county,1\nI1,C1,2023-07-03,off_post,county,2\n"
        )
        #expect(turned.map(\.message) == found.map(\.message))
    }

    @Test func anEmptyPartMatchesNothing() throws {
        #expect(
            try said(
                "incidents.csv",
                Self.incidents
                    + "I1,C1,2023-07-03,off_post,,1\nI2,C1,2023-07-03,off_post,,1\nI3,C1,2023-07-03,off_post,county,1\n"
            ).isEmpty)
    }

    @Test func anEmptyGiverIsTheHomeUnit() throws {
        let found = try said(
            "annual_grades.csv", "cadre,year,grade,giver\nC1,2022,称职,\nC1,2022,不称职,home_unit\nC1,2022,优秀,county\n")
        #expect(found.map(\.message.zh) == ["与第 2 行说的是同一件事（cadre、year、giver相同），但“grade”不同"])
        #expect(try said("annual_grades.csv", "cadre,year,grade\nC1,2022,称职\nC1,2022,称职\n").map(\.code) == ["R334"])
    }

    @Test func manyAreSummedUp() throws {
        let rows = (0..<10).map { "I\($0),C1,2023-07-03,off_post,county,\($0)\n" }
        let small = try SmallFolder(["incidents.csv": Self.incidents + rows.joined()])
        #expect(try small.load().diagnostics.all.map(\.code) == ["R318", "R335", "R335", "R335"])
    }

    @Test func emptyFieldsThatLeaveVerdictsOpen() throws {
        let records = try SmallFolder([
            "incidents.csv": Self.incidents + "I1,C1,2023-07-03,off_post,,\nI2,C1,2023-07-04,off_post,county,\n"
        ]).load()
        let empty = records.emptyFields.filter { $0.file == "incidents.csv" }
        #expect(empty.map { "\($0.column) \($0.count)" } == ["level 1", "days 2", "matter 2"])
        // What is empty because there is none, or because it has not been done yet, leaves nothing open.
        #expect(
            !records.emptyFields.contains {
                ["returned", "radius_m"].contains($0.column) || ($0.file, $0.column) == ("postings.csv", "to")
            })
    }

    @Test func refusedRowsAreOfWhomTheyMostLikelyMean() throws {
        let rows =
            "I1,’C1,2023-07-03,off_post,county,1\nI2,'C1,2023.7.5,off_post,county,1\nI3,C1,,off_post,county,1\nI4,C9,2023-07-08,off_post,county,1\n"
        let records = try SmallFolder(["incidents.csv": Self.incidents + rows]).load()
        let refused = try #require(records.refused["incident"])
        let cadre = try #require(records.symbols.find("C1"))
        func line(_ day: String) -> Int? { Day(day).flatMap { refused.line(of: cadre, in: DayRange($0)) } }
        #expect(line("2023-07-03") == 2)
        #expect(line("2023-07-05") == 3)
        // A row without a day may be of any.
        #expect(line("2023-07-04") == 4)
        let others = try SmallFolder(["incidents.csv": Self.incidents + "I4,C9,2023-07-08,off_post,county,1\n"]).load()
        #expect(others.refused.isEmpty)
        #expect(others.counts.first { $0.file == "incidents.csv" }?.bad == 1)
    }

    @Test func aFileWithoutItsColumnsIsRefusedWhole() throws {
        let records = try SmallFolder([
            "incidents.csv": "incident,subjectx,date,kind\nI1,C1,2023-07-03,off_post\nI2,C1,2023-07-04,off_post\n"
        ]).load()
        #expect(
            records.counts.filter { $0.file == "incidents.csv" }.map { "\($0)" } == [
                "(file: \"incidents.csv\", rows: 2, bad: 2)"
            ])
        #expect(records.tables["incident"]?.isPresent == false)
        #expect(records.refused["incident"]?.isWhole == true)
    }
}
