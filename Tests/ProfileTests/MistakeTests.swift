internal import PolicyYAML
internal import Testing

/// Every mistake of the folder `Mistakes`, made in the fixture's profiles.
struct MistakeTests {
    @Test(arguments: Mistake.all)
    func `A mistake is told word for word`(_ mistake: Mistake) throws {
        let told = try mistake.told()
        guard told != mistake.text else { return }
        if Mistake.isRewriting { try mistake.rewrite(told) }
        let what = Mistake.isRewriting ? "rewritten" : "not as expected (UPDATE_SNAPSHOTS=1 rewrites it)"
        Issue.record("\(mistake.name).txt is \(what):\n\(mistake.difference(from: told))")
    }

    /// Nothing passes while texts are written, so that no run in which nothing was compared looks like one that was.
    @Test func `Texts are compared, not rewritten`() {
        #expect(!Mistake.isRewriting, "run again without UPDATE_SNAPSHOTS")
    }

    @Test func `Every mistake has its text and every text its mistake`() {
        let (names, texts) = (Mistake.all.map { $0.name + ".txt" }, Mistake.texts.files)
        #expect(names.count >= 200, "the folder is not read as a whole")
        #expect(names.filter { texts[$0] == nil } == [], "no text: UPDATE_SNAPSHOTS=1 writes it")
        #expect(Set(texts.keys).subtracting(names).sorted() == [], "no mistake with this text")
        #expect(texts.filter { $0.value.allSatisfy(\.isWhitespace) }.keys.sorted() == [], "an empty text")
        #expect(texts.values.count { $0.contains(Mistake.separator) } * 3 >= names.count, "too few in English")
    }

    @Test func `No two mistakes are the same`() throws {
        let changes = try Mistake.all.map { try $0.change() }
        #expect(Set(changes).count == changes.count)
    }

    /// The codes that a profile can meet; those it cannot have their tests beside `PolicyYAML`, or in `RegistryTests`.
    @Test func `Every code of a profile is met`() {
        let met = Set(Mistake.texts.files.values.flatMap { $0.matches(of: /\[([A-Z]\d+)\]/).map { String($0.1) } })
        let codes = [
            "C401", "C402", "C403", "C404", "C405", "C406", "C407", "C408", "C409", "C410", "C411", "C412", "C413",
            "C414",
            "C415", "C416", "C417", "C421", "C422", "C423", "C424", "C425", "C426", "C427", "C428", "C429",
            "L101", "L102", "P204", "P205", "P206", "P207", "P208", "P209", "P210", "P211", "P212", "P213", "P214",
            "P215", "P216", "P217",
            "P218", "P219", "P220", "P222", "P223", "P224", "P225", "P226", "P227", "P228", "P229", "P244", "P250",
            "P251", "P252", "P265", "P266", "S101",
            "S102", "S103", "S104", "S105",
            "S106", "S107", "S108", "S109", "S110", "T101", "T102", "T103", "T104", "T106", "T107", "T108",
            "T109", "T110", "T201", "T202", "T203", "T204", "T205", "T206", "T207", "T208", "T209", "T301",
            "T401", "T402", "T403", "T404", "T405",
            "Y006", "Y020", "Y021", "Y022", "Y023", "Y024", "Y025", "Y026", "Y027", "Y029", "Y040", "Y041", "Y042",
            "Y043", "Y044", "Y045",
            "Y046", "Y047", "Y048", "Y049", "Y050",
        ]
        #expect(met.sorted() == codes)
    }

    @Test func `All mistakes are told in one run`() throws {
        let file = "chongqing/2023-08-28-sida-xingdong.yaml"
        let text = try #require(Fixture.files[file])
            .replacing("days: 2/3", with: "days: 8 of 7")
            .replacing("other: excused", with: "other: excuse")
            .replacing("{kind: unfit}", with: "{kind: unfitt}")
            .replacing("群众评价: {weight: 20", with: "群众评价: {weight: 30")
        #expect(try Reading(of: "chongqing", with: [file: text]).codes == ["S104", "S108", "T202", "S107"])
    }

    /// What cannot be read does not hide what is wrong in other files, whatever it would have said.
    @Test(arguments: ["shanxi", "yingxian"]) func `A syntax error hides no error of another file`(code: String) throws {
        let (first, second) = ("shanxi/2021-10-19-liuhua-shidaowei.yaml", "shanxi/2023-07-11-zhenbang-shifu.yaml")
        let later = try #require(Fixture.files[second]) + "\ndefaults:\n  attendence: {}\n"
        #expect(try Reading(of: code, with: [first: "edition: [\n", second: later]).codes == ["Y043", "P209"])
        let earlier = try #require(Fixture.files[first]).replacing("nights: 4 of 7", with: "nights: 4 weeks")
        #expect(try Reading(of: code, with: [first: earlier, second: "edition: [\n"]).codes == ["S102", "Y043"])
        let county =
            "edition: 2024-01-01\ndocument: {number: 一, issuer: 二}\nattendance:\n  - id: own\n    clause: 一\n    per: week\n    days: 5 of 7\n    nights: 4 weeks\n"
        #expect(
            try Reading(
                of: "yingxian", with: ["shanxi/profile.yaml": "profile: [\n", "yingxian/2024-01-01.yaml": county]
            ).codes.sorted() == ["S102", "Y043"])
    }

    /// A mistake of a province is told once, however many of its editions and counties stand on it.
    @Test func `A mistake is told once for all editions`() throws {
        let file = "shanxi/2021-10-19-liuhua-shidaowei.yaml"
        let text = try #require(Fixture.files[file]).replacing("nights: 4 of 7", with: "nights: 4 weeks")
        for code in ["shanxi", "yingxian", "jixian"] {
            #expect(try Reading(of: code, with: [file: text]).codes.filter { $0 != "L101" } == ["S102"])
        }
    }
}
