public import PolicyYAML

/// One setting as its module declares it: everything a reference page, a schema or a form needs.
public struct SettingDeclaration: Sendable {
    /// Whether a setting must be there or may be left out.
    public enum Need: String, Sendable { case required, optional }
    /// The key in the profile, such as `rate`.
    public let key: String
    /// What the key was called before, the oldest name first: told where it still stands, and rewritten by `profile upgrade`.
    public let formerly: [String]
    /// What can stand there, in words.
    public let type: Text
    /// Whether the setting must be there.
    public let need: Need
    /// What the setting says, for whoever writes a profile.
    public let meaning: Text
    /// A value as YAML, such as `80 yuan`; empty for lists and groups, whose settings have their own.
    public let example: String
    /// Shown with every outcome as what was asked.
    public let isAsked: Bool
    /// How the settings inside stand in it.
    package let shape: Shape
    /// The settings inside, for lists and groups.
    public let children: [SettingDeclaration]

    /// A value; a list of groups of settings; a map of names to groups; one group.
    package enum Shape: String, Sendable { case value, list, named, group }
}

/// What an outcome says was asked: a setting's value in the profile, and where it stands.
public struct AskedNode: Sendable {
    /// The key in the profile.
    package let key: String
    /// What people call it beside its value: `标准`, `rate`.
    package let label: Text
    /// The value in the profile.
    package let node: Node
}

/// Reads the settings of one provision and declares them in the same call.
///
/// A module's reading function runs over a provision's node (strictly: every mistake is reported with its place) and,
/// over no node at all, to list the declarations; examples are parsed then, so they cannot go stale. Every setting must be
/// asked for unconditionally, whatever the others hold.
public struct SettingsReader {
    /// What reading shares, and where problems go.
    public let session: ReadingSession
    /// Nil while describing.
    let node: Node?
    /// What it asked for; in full while describing.
    package private(set) var declarations: [SettingDeclaration] = []
    package private(set) var keys: [String] = []
    /// The settings read so far that outcomes show as asked, in the order of reading; only those that the profile
    /// gives.
    public private(set) var asked: [AskedNode] = []

    package init(_ node: Node?, session: ReadingSession) {
        self.node = node
        self.session = session
    }

    /// A setting that must be there.
    ///
    /// - Parameters:
    ///   - key: the key in the profile.
    ///   - type: how its value is written.
    ///   - meaning: what it says, for the reference page.
    ///   - example: a value as YAML; it must be of the type.
    ///   - label: what outcomes call it where they say what was asked; nil: they do not show it.
    ///   - formerly: what the key was called before.
    /// - Returns: the value; where it is missing or wrong, which is reported, the example.
    public mutating func required<Value>(
        _ key: String, _ type: ValueType<Value>, _ meaning: Text, example: String, asked label: Text? = nil,
        formerly: [String] = []
    ) -> Value {
        declare(key, formerly, type.name, .required, meaning, example, label != nil)
        guard let node else { return sample(type, example) }
        guard let child = value(of: key, formerly) else {
            session.report(
                .missingSetting(key, in: node, expected: type.name, example: example, provision: session.provision))
            return sample(type, example)
        }
        return read(key, child, type, label) ?? sample(type, example)
    }

    /// A setting that may be left out; nil then.
    ///
    /// - Parameters:
    ///   - key: the key in the profile.
    ///   - type: how its value is written.
    ///   - meaning: what it says, for the reference page.
    ///   - example: a value as YAML; it must be of the type. It is not a default.
    ///   - label: what outcomes call it where they say what was asked; nil: they do not show it.
    ///   - formerly: what the key was called before.
    /// - Returns: the value; nil when it is left out, or wrong, which is reported.
    public mutating func optional<Value>(
        _ key: String, _ type: ValueType<Value>, _ meaning: Text, example: String, asked label: Text? = nil,
        formerly: [String] = []
    ) -> Value? {
        declare(key, formerly, type.name, .optional, meaning, example, label != nil)
        guard node != nil else { return sample(type, example) }
        guard let child = value(of: key, formerly) else { return nil }
        return read(key, child, type, label)
    }

    /// A list of groups of settings; empty when left out and not required.
    public mutating func list<Item>(
        _ key: String, _ need: SettingDeclaration.Need, _ meaning: Text, formerly: [String] = [],
        item read: (inout SettingsReader) -> Item
    ) -> [Item] {
        nested(key, formerly, need, .list, Text("列表", "a list"), meaning) { node, session in
            guard let items = node.items, !items.isEmpty else {
                let expected = Text("非空列表", "a list that is not empty")
                session.report(
                    node.items == nil ? .wrongShape(node, expected: expected) : .emptyList(node, expected: expected))
                return []
            }
            return items.map { SettingsReader.group($0, session, read) }
        } describing: { reader in
            [read(&reader)]
        }
    }

    /// A map whose keys are names and whose values are groups of settings, in the order of the file.
    public mutating func named<Item>(
        _ key: String, _ need: SettingDeclaration.Need, _ meaning: Text, formerly: [String] = [],
        item read: (String, inout SettingsReader) -> Item
    ) -> [Item] {
        nested(key, formerly, need, .named, Text("映射：名称 → 设置", "a map of names to settings"), meaning) {
            node, session in
            guard let entries = node.entries, !entries.isEmpty else {
                let expected = Text("非空映射", "a map that is not empty")
                session.report(
                    node.entries == nil ? .wrongShape(node, expected: expected) : .emptyList(node, expected: expected))
                return []
            }
            return entries.map { entry in SettingsReader.group(entry.value, session) { read(entry.key.text ?? "", &$0) }
            }
        } describing: { reader in
            [read("…", &reader)]
        }
    }

    /// One group of settings that may be left out; nil then.
    public mutating func group<Item>(
        _ key: String, _ meaning: Text, formerly: [String] = [], _ read: (inout SettingsReader) -> Item
    ) -> Item? {
        nested(key, formerly, .optional, .group, Text("一组设置", "a group of settings"), meaning) { node, session in
            [SettingsReader.group(node, session, read)]
        } describing: { reader in
            [read(&reader)]
        }.first
    }

    /// Where the value of a key stands, or the whole group when it is not there: for checks across settings.
    public func location(of key: String) -> Location? {
        (node?[key] ?? node)?.location
    }

    /// Where a key itself stands: for what is wrong with a value of several lines as a whole.
    public func keyLocation(of key: String) -> Location? {
        node?.entries?.first { $0.key.text == key }?.key.location ?? node?.location
    }

    /// A key as the writer of the file calls it, for messages: in a file with Chinese keys by its Chinese name.
    public func written(_ key: String) -> String { node?.file.written(key) ?? key }

    /// The value's node, for checks that need its parts.
    public func node(of key: String) -> Node? { node?[key] }

    private static func group<Item>(_ node: Node, _ session: ReadingSession, _ read: (inout SettingsReader) -> Item)
        -> Item
    {
        var reader = SettingsReader(node, session: session)
        if node.entries == nil {
            session.report(.wrongShape(node, expected: Text("一组设置（映射）", "a group of settings (a map)")))
            reader = SettingsReader(nil, session: .describing(kinds: session.kinds))
            return read(&reader)
        }
        let item = read(&reader)
        reader.reportUnknownKeys()
        return item
    }

    private mutating func nested<Item>(
        _ key: String, _ formerly: [String], _ need: SettingDeclaration.Need, _ shape: SettingDeclaration.Shape,
        _ type: Text, _ meaning: Text,
        reading: (Node, ReadingSession) -> [Item], describing: (inout SettingsReader) -> [Item]
    ) -> [Item] {
        guard let node else {
            var inner = SettingsReader(nil, session: session)
            let samples = describing(&inner)
            declarations.append(
                SettingDeclaration(
                    key: key, formerly: formerly, type: type, need: need, meaning: meaning, example: "", isAsked: false,
                    shape: shape, children: inner.declarations))
            return samples
        }
        keys.append(key)
        guard let child = value(of: key, formerly) else {
            if need == .required {
                session.report(
                    .missingSetting(key, in: node, expected: type, example: nil, provision: session.provision))
            }
            return []
        }
        return reading(child, session)
    }

    private mutating func declare(
        _ key: String, _ formerly: [String], _ type: @autoclosure () -> Text, _ need: SettingDeclaration.Need,
        _ meaning: Text, _ example: String, _ asked: Bool
    ) {
        keys.append(key)
        guard node == nil else { return }
        declarations.append(
            SettingDeclaration(
                key: key, formerly: formerly, type: type(), need: need, meaning: meaning, example: example,
                isAsked: asked, shape: .value, children: []))
    }

    /// The value of a key. One that still stands under a former name is told, and read all the same.
    private mutating func value(of key: String, _ formerly: [String]) -> Node? {
        var found = node?[key]
        for entry in formerly.isEmpty ? [] : node?.entries ?? [] {
            guard let former = entry.key.text, formerly.contains(former) else { continue }
            session.report(.formerName(entry.key, former, now: key, both: found != nil))
            keys.append(former)
            found = found ?? entry.value
        }
        return found
    }

    private mutating func read<Value>(_ key: String, _ child: Node, _ type: ValueType<Value>, _ label: Text?) -> Value?
    {
        if let label { asked.append(AskedNode(key: key, label: label, node: child)) }
        return type.read(child, session)
    }

    /// Every key that no declaration names, with the nearest one that exists.
    package func reportUnknownKeys(besides head: Set<String> = []) {
        guard let entries = node?.entries else { return }
        for entry in entries {
            guard let key = entry.key.text, !keys.contains(key), !head.contains(key) else { continue }
            session.report(.unknownKey(entry.key, key, known: keys + head.sorted()))
        }
    }

    /// The example, read: what stands in for a value that could not be read, in a provision that will not be evaluated.
    private func sample<Value>(_ type: ValueType<Value>, _ example: String) -> Value {
        let sandbox = ReadingSession.describing(kinds: session.kinds)
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "<example>", bytes: Array(example.utf8))
        guard let node = parseYAML(file, into: &diagnostics), let value = type.read(node, sandbox) else {
            // A declaration whose example its own type refuses is a programming error; `plugin show` and the conformance test find it at once.
            preconditionFailure("the example '\(example)' is not \(type.name.en)")
        }
        return value
    }
}
