internal import CivilTime
internal import Glibc
public import PolicyYAML

/// The folder of profiles: every identity, the calendars, and the editions of those that are asked for.
public struct ProfileStore: Sendable {
    public let directory: String
    /// By code, in alphabetical order.
    public let profiles: [Profile]
    public let calendar: HolidayCalendar
    /// What the documents order, in order of their codes; empty when only the names of the orders were asked for.
    public let register: [RegisteredDocument]
    private let orderNames: Set<String>?
    /// What was wrong with identities, calendars and the register.
    public let diagnostics: Diagnostics

    /// How much of the register of what documents order is read.
    public enum RegisterUse: Sendable {
        /// Everything: for coverage and for checks of profiles.
        case whole
        /// The names of the orders, which are found without reading their texts: an assessment needs no more.
        case names
    }

    /// Reads `<directory>/*/profile.yaml`, `<directory>/calendars/*.yaml` and `<directory>/documents/*.yaml`; problems are collected, not thrown.
    public init(directory: String, register use: RegisterUse = .whole) {
        self.directory = directory
        var diagnostics = Diagnostics()
        var calendar = HolidayCalendar()
        var profiles: [Profile] = []
        for name in listDirectory(directory) ?? [] {
            let folder = directory + "/" + name
            if name == "calendars" {
                for node in ProfileStore.loadAll(folder, into: &diagnostics) { calendar.add(node, into: &diagnostics) }
            } else if name == ProfileStore.documents {
                continue
            } else if !isFile(folder + "/profile.yaml") {
                if let file = listDirectory(folder)?.first(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }) {
                    diagnostics.report(.noIdentity(folder, file: file))
                }
            } else if let node = ProfileStore.load(folder + "/profile.yaml", into: &diagnostics),
                let profile = Profile(node, folder: folder, into: &diagnostics)
            {
                profiles.append(profile)
            }
        }
        register = use == .whole ? ProfileStore.register(in: directory, into: &diagnostics) : []
        orderNames = use == .names ? ProfileStore.orderNames(in: directory) : nil
        if listDirectory(directory) == nil {
            diagnostics.report(.noProfileFolder(directory))
        } else if profiles.isEmpty, !diagnostics.hasErrors {
            diagnostics.report(.noProfiles(directory))
        }
        for profile in profiles {
            // A parent whose identity is there but cannot be read has been reported.
            if let parent = profile.parent, !profiles.contains(where: { $0.code == parent }),
                !isFile(directory + "/" + parent + "/profile.yaml"), let node = profile.root["extends"]
            {
                diagnostics.report(.unknownParent(node, parent, known: profiles.map(\.code)))
            }
        }
        ProfileStore.checkIdentities(profiles, into: &diagnostics)
        self.profiles = profiles
        self.calendar = calendar
        self.diagnostics = diagnostics
    }

    /// Names and places that two profiles claim: which of them is meant would be left to chance.
    private static func checkIdentities(_ profiles: [Profile], into diagnostics: inout Diagnostics) {
        for (index, profile) in profiles.enumerated() {
            for other in profiles[..<index] where !profile.division.isEmpty && profile.division == other.division {
                if let own = profile.root["division"], let its = other.root["division"] {
                    diagnostics.report(.sameDivision(own, its, other: other.code))
                }
            }
            for other in profiles where other.code != profile.code {
                let taken = [other.code] + (other.code < profile.code ? other.aliases : [])
                for alias in profile.aliases where taken.contains(alias) {
                    if let own = profile.root["aliases"] { diagnostics.report(.takenAlias(own.items?.first { $0.text == alias } ?? own, alias, by: other.code)) }
                }
                if profile.parent == other.code, !other.division.isEmpty, !profile.division.hasPrefix(other.divisionPrefix),
                    let own = profile.root["division"], let its = other.root["division"]
                {
                    diagnostics.report(.outsideParent(own, its, parent: other.code))
                }
            }
        }
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

    /// The profile and those it stands on, the outermost first. Nil for a circle, and where a parent is missing or cannot be read:
    /// without it nothing that the profile says can be understood.
    func chain(of profile: Profile, into diagnostics: inout Diagnostics) -> [Profile]? {
        var chain = [profile]
        while let parent = chain[0].parent {
            guard let next = self.profile(named: parent) else {
                diagnostics.merge(self.diagnostics)
                return nil
            }
            guard !chain.contains(where: { $0.code == next.code }) else {
                diagnostics.report(.circularParents(chain[0].root["extends"] ?? chain[0].root, chain.map(\.code)))
                return nil
            }
            chain.insert(next, at: 0)
        }
        return chain
    }

    /// The edition files of one profile, in order of effect, and the day of the first that cannot be read, by its file's name.
    func editions(of profile: Profile, into diagnostics: inout Diagnostics) -> (editions: [Edition], unreadFrom: Day?) {
        var editions: [Edition] = []
        var unread: Day?
        let files = listDirectory(profile.folder) ?? []
        for name in files where name.hasSuffix(".yml") { diagnostics.report(.otherSuffix(profile.folder + "/" + name)) }
        for name in files where name.hasSuffix(".yaml") && name != "profile.yaml" {
            guard let node = ProfileStore.load(profile.folder + "/" + name, into: &diagnostics),
                let edition = Edition(node, into: &diagnostics)
            else {
                unread = min(unread ?? .distantFuture, Day(String(name.prefix(10))) ?? .distantPast)
                continue
            }
            if !name.hasPrefix(edition.effective.description), let date = node["edition"] {
                diagnostics.report(.dateIsNotFileName(date, file: name))
            }
            editions.append(edition)
        }
        editions.sort { ($0.effective, $0.file.path) < ($1.effective, $1.file.path) }
        for (earlier, later) in zip(editions, editions.dropFirst()) where earlier.effective == later.effective {
            diagnostics.report(.sameDay(later.root["edition"] ?? later.root, earlier.root["edition"] ?? earlier.root))
        }
        return (editions, unread)
    }

    /// The register that tells which of these orders no document gives; nil when all are known by name.
    func register(unlessItNames orders: Set<String>, into diagnostics: inout Diagnostics) -> [RegisteredDocument]? {
        guard let orderNames else { return register }
        return orders.isSubset(of: orderNames) ? nil : ProfileStore.register(in: directory, into: &diagnostics)
    }

    private static let documents = "documents"

    private static func register(in directory: String, into diagnostics: inout Diagnostics) -> [RegisteredDocument] {
        loadAll(directory + "/" + documents, into: &diagnostics).compactMap { RegisteredDocument($0, into: &diagnostics) }.sorted { $0.code < $1.code }
    }

    /// What stands after `- id:` in the files. An order written in any other way counts as missing; the register is read then.
    private static func orderNames(in directory: String) -> Set<String> {
        var names: Set<String> = []
        for path in yamlFiles(directory + "/" + documents) {
            var rest = (SourceFile.bytes(of: path, limits: .profile) ?? [])[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let item = rest[..<end].drop { $0 == UInt8(ascii: " ") }
                if item.starts(with: "- id: ".utf8) { names.insert(String(decoding: item.dropFirst(6), as: UTF8.self)) }
                rest = rest[(end + 1)...]
            }
        }
        return names
    }

    private static func yamlFiles(_ folder: String) -> [String] {
        (listDirectory(folder) ?? []).filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
    }

    private static func loadAll(_ folder: String, into diagnostics: inout Diagnostics) -> [Node] {
        yamlFiles(folder).compactMap { load($0, into: &diagnostics) }
    }

    private static func load(_ path: String, into diagnostics: inout Diagnostics) -> Node? {
        guard let file = SourceFile.read(path, shownAs: path, limits: .profile, into: &diagnostics) else { return nil }
        return parseYAML(file, into: &diagnostics)
    }
}

/// The names in a folder, sorted; nil, with `errno` set, when it cannot be read. Hidden files are left out unless asked for.
package func listDirectory(_ path: String, withHidden: Bool = false) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if withHidden ? name != "." && name != ".." : !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
}

func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
