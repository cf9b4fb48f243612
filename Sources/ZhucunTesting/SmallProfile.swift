public import ZhucunKernel

extension TestCounty {
    /// A county under a profile of the test's own, named `test`, in force since 2018, which stands on zhucun's common ground.
    ///
    /// - Parameters:
    ///   - sections: the profile's sections as YAML: `flood_patrol: [{id: it, clause: 一, for: {cadre: all}, per: month, times: 2 times}]`.
    ///   - head: more lines of its `profile.yaml`.
    ///   - plugins: the modules that the profile needs.
    /// - Throws: ``ScratchError`` when nothing can be written where temporary files are.
    public init(profile sections: String, head: String = "", plugins: PluginRegistry) throws {
        let folder = try ScratchFolder()
        for part in ["china", "calendars", "keys"] { try folder.link("\(TestCounty.shipped)/\(part)", as: part) }
        _ = try folder.write(
            "profile: test\nname: 测试\nname_en: Test\nextends: china\n\(head)\n", to: "test/profile.yaml")
        _ = try folder.write(
            "edition: 2018-01-01\ndocument: {number: 测〔2018〕1号, issuer: 测试}\n\(sections)\n",
            to: "test/2018-01-01-rules.yaml")
        let store = ProfileStore(directory: folder.path, register: .names)
        try self.init(judgedBy: Assessor(store: store, plugins: plugins), keeping: folder)
    }

    /// The profiles that come with zhucun: its sources are there wherever a test of a package that depends on it is built.
    private static let shipped = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Profiles"
}
