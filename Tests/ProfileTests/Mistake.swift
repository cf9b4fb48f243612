internal import PolicyYAML
internal import Testing

/// One mistake made in a shipped profile, and what a person is told about it, word for word.
struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    /// Below `Profiles`.
    let file: String
    /// The profile that is resolved: by default the one that the file belongs to.
    let profile: String
    /// The file's new path, for mistakes of naming.
    let renamed: String?
    let old: String
    let new: String
    let zh: String
    let en: String?

    init(
        _ name: String, in file: String, of profile: String? = nil, renamed: String? = nil, from old: String, to new: String, zh: String,
        en: String? = nil
    ) {
        self.name = name
        self.file = file
        self.profile = profile ?? String(file.prefix { $0 != "/" })
        self.renamed = renamed
        self.old = old
        self.new = new
        self.zh = zh
        self.en = en
    }

    static let all = yaml + identities + editions + settings + conditions + modules + calendars

    var testDescription: String { name }

    /// Makes the mistake, which must fit exactly one place of the file, and reads the profiles.
    func reading() throws -> Reading {
        let text = try #require(Fixture.files[file], "no file \(file)")
        try #require(text.ranges(of: old).count == 1, "the text to replace stands \(text.ranges(of: old).count) times in \(file)")
        var files = file.hasPrefix("calendars/") ? Fixture.files : Fixture.policies
        files[file] = nil
        files[renamed ?? file] = text.replacing(old, with: new)
        return try Reading(files, of: profile)
    }
}
