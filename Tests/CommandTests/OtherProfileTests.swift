internal import Foundation
internal import Testing
internal import ZhucunTesting

/// A profile that nobody asked for may be as wrong as it likes.
@Suite struct OtherProfileTests {
    /// The shipped profiles, with something wrong in one.
    private func profiles(wrong file: String, _ text: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try FileManager.default.copyItem(atPath: Program.repository + "/Profiles", toPath: folder.path + "/Profiles")
        try folder.write(text, to: "Profiles/" + file)
        return folder
    }

    private static let wrong = [
        ("chongqing/2023-08-28-sida-xingdong.yaml", "edition: [\n"), ("chongqing/profile.yaml", "profile: [\n"),
        ("chongqing/profile.yaml", "profile: other\n"),
        ("other/2023-01-01.yaml", "edition: 2023-01-01\n"),
    ]

    @Test(arguments: wrong) func stopsNothing(file: String, text: String) throws {
        let folder = try profiles(wrong: file, text)
        let county = try Program.county()
        for words in [
            "assess --profile shanxi --period 2023-W30 --records HERE",
            "due --profile shanxi --as-of 2023-07-26 --records HERE",
            "explain --profile shanxi --period 2023-W30 --records HERE --subject C1",
            "records check HERE --profile shanxi",
            "profile check shanxi", "profile show shanxi", "profile test xiangyuan",
        ] {
            let words = words.replacing("HERE", with: county.path + "/records")
            let result = try Program.run("\(words) --profiles \(folder.path)/Profiles")
            let sound = try Program.run(words)
            #expect(result.code == sound.code, "\(words): \(result.error)")
            #expect(result.output == sound.output.replacing("Profiles/", with: folder.path + "/Profiles/"), "\(words)")
        }
        let check = try Program.run("records check \(county.path)/records --profiles \(folder.path)/Profiles")
        let name = file.prefix { $0 != "/" }
        #expect(check.code == 0, "\(check.error)")
        #expect(check.error.contains("警告[P230]：配置“\(name)”有误，没有用它的词表"), "\(check.error)")
        // Who asks for it is told.
        for words in [
            "profile check \(name)", "profile check",
            "assess --profile \(name) --period 2023-W30 --records \(county.path)/records",
        ] {
            let result = try Program.run("\(words) --profiles \(folder.path)/Profiles")
            #expect(result.code == 1, "\(words): \(result.error)")
        }
    }

    @Test func withoutAProfileNamedOnlyTheVillagesOnesAreNeeded() throws {
        let county = try Program.county()
        let words = "assess --period 2023-W30 --records \(county.path)/records"
        let edition = try profiles(wrong: "chongqing/2023-08-28-sida-xingdong.yaml", "edition: [\n")
        #expect(try Program.run("\(words) --profiles \(edition.path)/Profiles").code == 0)
        for (text, code) in [
            ("profile: [\n", 1), ("division: \"500000\"\nprofile: [\n", 0), ("division: \"140622\"\nprofile: [\n", 1),
        ] {
            // Which villages it is for may not be known.
            let identity = try profiles(wrong: "chongqing/profile.yaml", text)
            #expect(try Program.run("\(words) --profiles \(identity.path)/Profiles").code == code, "\(text)")
        }
    }

    /// Also what stands on the one that was asked for.
    @Test(arguments: [("tinier/2023-09-01.yaml", 1), ("tinier/profile.yaml", 0), ("chongqing/profile.yaml", 0)])
    func changesAreTriedWithoutTheWrongOne(file: String, warnings: Int) throws {
        let folder = try profiles(wrong: file, "edition: [\n")
        let tests = """
            tests:
              - {name: met, item: attendance/five-days-four-nights, unit: 2023-W33, given: {cadre: {days: {2023-08-14: PPPP...}}}, expect: {verdict: met, required_days: 4}}
              - {name: breached, item: attendance/five-days-four-nights, unit: 2023-W33, given: {cadre: {days: {2023-08-14: PPP....}}}, expect: {verdict: breached}}

            """
        for (name, text) in [
            "tiny/profile.yaml": "profile: tiny\nname: 小\ndivision: \"140429\"\nextends: shanxi\n",
            "tiny/tests/a.yaml": tests,
            "tiny/2023-08-01.yaml":
                "edition: 2023-08-01\ndocument: {number: 一号, issuer: 办公室}\nattendance:\n  - {id: five-days-four-nights, clause: 一, days: 4 of 7}\n",
        ] {
            try folder.write(text, to: "Profiles/" + name)
        }
        if file != "tinier/profile.yaml" {
            try folder.write(
                "profile: tinier\nname: 更小\ndivision: \"140429100\"\nextends: tiny\n",
                to: "Profiles/tinier/profile.yaml")
        }
        let result = try Program.run("profile test tiny --mutate --profiles \(folder.path)/Profiles")
        #expect(result.code == 0, "\(result.error)")
        #expect(result.output.contains("改 2 处，测试发现 2 处"), "\(result.output)")
        #expect(result.error.contains("警告[P230]：配置“tinier”有误，没有用它的测试") == (warnings > 0), "\(result.error)")
    }
}
