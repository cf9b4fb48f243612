internal import CivilTime
internal import Glibc
public import PolicyYAML

/// The folder of profiles: every identity, the calendars, and the editions of those that are asked for.
public struct ProfileStore: Sendable {
    public let directory: String
    /// By code, in alphabetical order.
    public let profiles: [Profile]
    public let calendar: HolidayCalendar
    /// What was wrong with identities and calendars.
    public let diagnostics: Diagnostics

    /// Reads `<directory>/*/profile.yaml` and `<directory>/calendars/*.yaml`; problems are collected, not thrown.
    public init(directory: String) {
        self.directory = directory
        var diagnostics = Diagnostics()
        var calendar = HolidayCalendar()
        var profiles: [Profile] = []
        for name in listDirectory(directory) ?? [] {
            let folder = directory + "/" + name
            if name == "calendars" {
                for file in listDirectory(folder) ?? [] where file.hasSuffix(".yaml") {
                    if let node = ProfileStore.load(folder + "/" + file, into: &diagnostics) { calendar.add(node, into: &diagnostics) }
                }
            } else if isFile(folder + "/profile.yaml"), let node = ProfileStore.load(folder + "/profile.yaml", into: &diagnostics),
                let profile = Profile(node, folder: folder, into: &diagnostics)
            {
                profiles.append(profile)
            }
        }
        if listDirectory(directory) == nil {
            diagnostics.report(.noProfileFolder(directory))
        } else if profiles.isEmpty, !diagnostics.hasErrors {
            diagnostics.report(.noProfiles(directory))
        }
        for profile in profiles {
            if let parent = profile.parent, !profiles.contains(where: { $0.code == parent }), let node = profile.root["extends"] {
                diagnostics.report(.unknownParent(node, parent, known: profiles.map(\.code)))
            }
        }
        self.profiles = profiles
        self.calendar = calendar
        self.diagnostics = diagnostics
    }

    /// By code or alias.
    public func profile(named name: String) -> Profile? {
        profiles.first { $0.code == name } ?? profiles.first { $0.aliases.contains(name) }
    }

    /// The most specific profile whose division holds the village.
    public func profile(forDivision code: String) -> Profile? {
        profiles.filter { !$0.division.isEmpty && code.hasPrefix($0.divisionPrefix) }
            .max { ($0.divisionPrefix.count, $1.code) < ($1.divisionPrefix.count, $0.code) }
    }

    /// The profile and those it stands on, the outermost first. Nil, with a diagnostic, for a circle.
    func chain(of profile: Profile, into diagnostics: inout Diagnostics) -> [Profile]? {
        var chain = [profile]
        while let parent = chain[0].parent, let next = self.profile(named: parent) {
            guard !chain.contains(where: { $0.code == next.code }) else {
                diagnostics.report(.circularParents(chain[0].root["extends"] ?? chain[0].root, chain.map(\.code)))
                return nil
            }
            chain.insert(next, at: 0)
        }
        return chain
    }

    /// The edition files of one profile, in order of effect.
    func editions(of profile: Profile, into diagnostics: inout Diagnostics) -> [Edition] {
        var editions: [Edition] = []
        for name in listDirectory(profile.folder) ?? [] where name.hasSuffix(".yaml") && name != "profile.yaml" {
            guard let node = ProfileStore.load(profile.folder + "/" + name, into: &diagnostics),
                let edition = Edition(node, into: &diagnostics)
            else { continue }
            if !name.hasPrefix(edition.effective.description), let date = node["edition"] {
                diagnostics.report(.dateIsNotFileName(date, file: name))
            }
            editions.append(edition)
        }
        editions.sort { ($0.effective, $0.file.path) < ($1.effective, $1.file.path) }
        for (earlier, later) in zip(editions, editions.dropFirst()) where earlier.effective == later.effective {
            diagnostics.report(.sameDay(later.root["edition"] ?? later.root, earlier.root["edition"] ?? earlier.root))
        }
        return editions
    }

    private static func load(_ path: String, into diagnostics: inout Diagnostics) -> Node? {
        guard let file = SourceFile.read(path, shownAs: path, limits: .profile, into: &diagnostics) else { return nil }
        return parseYAML(file, into: &diagnostics)
    }
}

/// The names in a folder, sorted; nil when it cannot be read.
func listDirectory(_ path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
}

func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
