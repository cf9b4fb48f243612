internal import CivilTime
public import PolicyYAML

/// Profiles as a source has them: every identity, the calendars, and the editions of those that are asked for.
public struct ProfileStore: Sendable {
    /// Where the texts are.
    public let source: any ProfileSource
    /// By code, in alphabetical order.
    public let profiles: [Profile]
    /// Public holidays of all years that have a file.
    public let calendar: HolidayCalendar
    /// What the documents order, in order of their codes; empty when only the names of the orders were asked for.
    public let register: [RegisteredDocument]
    /// What the language's keys are called in Chinese.
    package let keyNames: KeyNames
    private let orderNames: Set<String>?
    /// What was wrong with identities, calendars and the register.
    public let diagnostics: Diagnostics
    /// Of these what every run stands on, and what bears on one profile, by its folder's name.
    private let shared: Diagnostics
    private let own: [String: Diagnostics]

    /// How much of the register of what documents order is read.
    public enum RegisterUse: Sendable {
        /// Everything: for coverage and for checks of profiles.
        case whole
        /// The names of the orders, which are found without reading their texts: an assessment needs no more.
        case names
    }

    /// Of a folder of the file system.
    public init(directory: String, register use: RegisterUse = .whole) {
        self.init(FolderSource(directory), register: use)
    }

    /// Reads `<root>/*/profile.yaml`, `<root>/calendars/*.yaml` and `<root>/documents/*.yaml`; problems are collected, not thrown.
    public init(_ source: any ProfileSource, register use: RegisterUse = .whole) {
        self.source = source
        let directory = source.root
        var shared = Diagnostics()
        var own: [String: Diagnostics] = [:]
        var calendar = HolidayCalendar()
        var profiles: [Profile] = []
        var keyNames = KeyNames()
        let listing = source.names(in: directory)
        if let number = listing.problem { shared.report(.noProfileFolder(directory, errorNumber: number)) }
        for name in listing.known {
            let folder = directory + "/" + name
            if name == "calendars" {
                for node in ProfileStore.loadAll(source, folder, into: &shared) { calendar.add(node, into: &shared) }
            } else if name == "keys" {
                for node in ProfileStore.loadAll(source, folder, into: &shared) { keyNames.add(node, into: &shared) }
            } else if name != ProfileStore.documents {
                var found = Diagnostics()
                if let profile = ProfileStore.profile(source, in: folder, into: &found) { profiles.append(profile) }
                own[name] = found
            }
        }
        register = use == .whole ? ProfileStore.register(source, into: &shared) : []
        orderNames = use == .names ? ProfileStore.orderNames(source) : nil
        for profile in profiles {
            // A parent whose identity is there but cannot be read has been reported.
            if let parent = profile.parent, !profiles.contains(where: { $0.code == parent }),
                !source.has(directory + "/" + parent + "/profile.yaml"), let node = profile.root["extends"]
            {
                own[profile.code, default: Diagnostics()].report(
                    .unknownParent(node, parent, known: profiles.map(\.code)))
            }
        }
        ProfileStore.checkIdentities(profiles, into: &own)
        var all = shared
        for name in own.keys.sorted() { all.merge(own[name] ?? Diagnostics()) }
        if profiles.isEmpty, !all.hasErrors { all.report(.noProfiles(directory)) }
        self.profiles = profiles
        self.keyNames = keyNames
        self.calendar = calendar
        self.shared = shared
        self.own = own
        diagnostics = all
    }

    /// What is wrong with what everybody needs, or with the identities of a profile and those it stands on: what stands in its way, whatever
    /// is wrong with others.
    public func diagnostics(of profile: Profile) -> Diagnostics {
        var found = shared
        var next: String? = profile.code
        var met: Set<String> = []
        while let code = next, met.insert(code).inserted {
            found.merge(own[code] ?? Diagnostics())
            next = self.profile(named: code)?.parent
        }
        return found
    }

    /// The same of whatever profiles villages of these codes may come under: one that cannot be read may be the most specific.
    package func diagnostics(ofProfilesFor codes: [String]) -> Diagnostics {
        var found = shared
        for folder in unreadFolders {
            let prefix = statedDivision(folder).map(Profile.prefix)
            if codes.contains(where: { code in prefix.map(code.hasPrefix) ?? true }) {
                found.merge(own[folder] ?? Diagnostics())
            }
        }
        for profile in profiles where codes.contains(where: { self.profile(forDivision: $0)?.code == profile.code }) {
            found.merge(diagnostics(of: profile))
        }
        return found
    }

    /// What an identity that cannot be read says of its place all the same; nil when that cannot be told.
    private func statedDivision(_ folder: String) -> String? {
        let text = source.bytes(of: source.root + "/" + folder + "/profile.yaml")
        let lines = text.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: "division:".utf8) }
        let digits = String(
            decoding: (lines.first ?? []).filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }, as: UTF8.self
        )
        return lines.count == 1 && [6, 9, 12].contains(digits.count) ? digits : nil
    }

    /// Folders whose identity cannot be read, so that nobody knows which profile they hold.
    package var unreadFolders: [String] {
        own.filter { $0.value.hasErrors && !profiles.map(\.code).contains($0.key) }.keys.sorted()
    }

    private static func profile(_ source: any ProfileSource, in folder: String, into diagnostics: inout Diagnostics)
        -> Profile?
    {
        let identity = folder + "/profile.yaml"
        guard source.has(identity) else {
            let listing = source.names(in: folder)
            if listing != .file, let number = listing.problem {
                diagnostics.report(.unreadableFolder(folder, errorNumber: number))
            }
            if let file = listing.known.first(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }) {
                diagnostics.report(.noIdentity(folder, file: file))
            }
            return nil
        }
        return source.tree(identity, into: &diagnostics).flatMap { Profile($0, folder: folder, into: &diagnostics) }
    }

    /// Names and places that two profiles claim: which of them is meant would be left to chance.
    private static func checkIdentities(_ profiles: [Profile], into found: inout [String: Diagnostics]) {
        func report(_ diagnostic: Diagnostic, _ profiles: Profile...) {
            for profile in profiles { found[profile.code, default: Diagnostics()].report(diagnostic) }
        }
        for (index, profile) in profiles.enumerated() {
            for other in profiles[..<index] where !profile.division.isEmpty && profile.division == other.division {
                if let own = profile.root["division"], let its = other.root["division"] {
                    report(.sameDivision(own, its, other: other.code), profile, other)
                }
            }
            for other in profiles where other.code != profile.code {
                let taken = [other.code] + (other.code < profile.code ? other.aliases : [])
                for alias in profile.aliases where taken.contains(alias) {
                    if let own = profile.root["aliases"] {
                        report(
                            .takenAlias(own.items?.first { $0.text == alias } ?? own, alias, by: other.code), profile,
                            other)
                    }
                }
                if profile.parent == other.code, !other.division.isEmpty,
                    !profile.division.hasPrefix(other.divisionPrefix),
                    let own = profile.root["division"], let its = other.root["division"]
                {
                    report(.outsideParent(own, its, parent: other.code), profile)
                }
            }
        }
    }

    /// The profile of a code or an alias; nil when there is none.
    public func profile(named name: String) -> Profile? {
        profiles.first { $0.code == name } ?? profiles.first { $0.aliases.contains(name) }
            ?? profiles.first { $0.name.zh == name || $0.name.en == name }
    }

    /// The same, with what is wrong with its identity and those it stands on; nil, and reported, when there is none.
    public func profile(named name: String, into diagnostics: inout Diagnostics) -> Profile? {
        if let profile = profile(named: name) {
            diagnostics.merge(self.diagnostics(of: profile))
            return profile
        }
        // One that cannot be read may have that name.
        diagnostics.merge(self.diagnostics)
        if !self.diagnostics.hasErrors {
            diagnostics.report(.unknownProfile(name, known: profiles.flatMap { [$0.code] + $0.aliases + [$0.name.zh] }))
        }
        return nil
    }

    /// The most specific profile whose division holds a village or division; nil when none does.
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
                diagnostics.merge(self.diagnostics(of: profile))
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

    /// Whether a profile extends another, or one that does.
    public func stands(_ profile: Profile, on other: Profile) -> Bool {
        var unheard = Diagnostics()
        return profile.code != other.code
            && chain(of: profile, into: &unheard)?.contains { $0.code == other.code } == true
    }

    /// The edition files of one profile, in order of effect, and the day of the first that cannot be read, by its file's name.
    func editions(of profile: Profile, into diagnostics: inout Diagnostics) -> (editions: [Edition], unreadFrom: Day?) {
        var editions: [Edition] = []
        var unread: Day?
        let listing = source.names(in: profile.folder)
        if let number = listing.problem { diagnostics.report(.unreadableFolder(profile.folder, errorNumber: number)) }
        let files = listing.known
        for name in files where name.hasSuffix(".yml") { diagnostics.report(.otherSuffix(profile.folder + "/" + name)) }
        for name in files where name.hasSuffix(".yaml") && name != "profile.yaml" {
            guard let node = tree(profile.folder + "/" + name, into: &diagnostics),
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

    /// The tree of a file in the language's own keys, whichever names it was written with.
    package func tree(_ path: String, into diagnostics: inout Diagnostics) -> Node? {
        source.tree(path, into: &diagnostics).map { keyNames.translated($0, into: &diagnostics) }
    }

    /// The register that tells which of these orders no document gives; nil when all are known by name.
    func register(unlessItNames orders: Set<String>, into diagnostics: inout Diagnostics) -> [RegisteredDocument]? {
        guard let orderNames else { return register }
        return orders.isSubset(of: orderNames) ? nil : ProfileStore.register(source, into: &diagnostics)
    }

    private static let documents = "documents"

    private static func register(_ source: any ProfileSource, into diagnostics: inout Diagnostics)
        -> [RegisteredDocument]
    {
        loadAll(source, source.root + "/" + documents, into: &diagnostics).compactMap {
            RegisteredDocument($0, into: &diagnostics)
        }
        .sorted { $0.code < $1.code }
    }

    /// What stands after `- id:` in the files. An order written in any other way counts as missing; the register is read then.
    private static func orderNames(_ source: any ProfileSource) -> Set<String> {
        var names: Set<String> = []
        for path in source.yamlFiles(in: source.root + "/" + documents) {
            var rest = source.bytes(of: path)[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let item = rest[..<end].drop { $0 == UInt8(ascii: " ") }
                if item.starts(with: "- id: ".utf8) { names.insert(String(decoding: item.dropFirst(6), as: UTF8.self)) }
                rest = rest[(end + 1)...]
            }
        }
        return names
    }

    private static func loadAll(_ source: any ProfileSource, _ folder: String, into diagnostics: inout Diagnostics)
        -> [Node]
    {
        let listing = source.names(in: folder)
        if listing != .missing, let number = listing.problem {
            diagnostics.report(.unreadableFolder(folder, errorNumber: number))
        }
        return source.yamlFiles(in: folder).compactMap { source.tree($0, into: &diagnostics) }
    }
}
