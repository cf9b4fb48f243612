package import PolicyYAML

/// What a provision was called before: told where others still speak of it so, and rewritten by `profile upgrade`.
package struct FormerProvision: Sendable {
    /// As `section/id`.
    package let former: String
    package let now: String
    /// Where the profile says so.
    let node: Node

    /// The `renamed:` of a `profile.yaml`.
    static func read(_ node: Node?, _ session: ReadingSession) -> [FormerProvision] {
        guard let node else { return [] }
        let expected = Text("映射：旧的“模块/条款” → 现在的", "a map of former 'section/id' to those of today")
        guard let entries = node.entries else {
            session.report(.wrongShape(node, expected: expected))
            return []
        }
        return entries.compactMap { entry in
            guard let former = entry.key.text, let now = entry.value.text, isName(former), isName(now), former != now
            else {
                session.report(.wrongShape(entry.value, expected: expected))
                return nil
            }
            return FormerProvision(former: former, now: now, node: entry.value)
        }
    }

    private static func isName(_ text: String) -> Bool {
        text.split(separator: "/", omittingEmptySubsequences: false).count { !$0.isEmpty } == 2
    }

    /// A name by which others speak of the provision (`section/id`, `section.id`, `section.id.measure`) as it is today; nil for any other.
    package func current(_ name: String) -> String? {
        if name == former { return now }
        let (before, after) = (dotted(former), dotted(now))
        return name == before || name.hasPrefix(before + ".") ? after + name.dropFirst(before.count) : nil
    }

    private func dotted(_ name: String) -> String {
        name.split(separator: "/").joined(separator: ".")
    }
}

extension ProfileStore {
    /// What provisions of a profile, and of those it stands on, were called before.
    package func formerProvisions(of profile: Profile) -> [FormerProvision] {
        var unheard = Diagnostics()
        return (chain(of: profile, into: &unheard) ?? [profile]).flatMap(\.renamed)
    }
}

extension Diagnostic {
    /// P267: a provision by a name of before. `isMoved`: it stands in another section now, where an amendment says other things.
    package static func formerProvision(_ node: Node, _ provision: FormerProvision, isMoved: Bool = false) -> Diagnostic
    {
        let (former, now) = (provision.former, provision.now)
        return Diagnostic(
            "P267", Text("条款“\(former)”现在叫“\(now)”", "the provision '\(former)' is now called '\(now)'"),
            at: node.location, expected: Text(same: now), found: Text(same: node.text ?? former),
            help: [
                isMoved
                    ? Text("按新模块的设置改写这一条", "write it anew with the settings of the other section")
                    : Text("zhucun profile upgrade 会改写", "zhucun profile upgrade rewrites it")
            ])
    }

    static func renamedToNothing(_ provision: FormerProvision) -> Diagnostic {
        Diagnostic(
            "P268", Text("没有条款“\(provision.now)”", "there is no provision '\(provision.now)'"),
            at: provision.node.location,
            help: [Text("renamed 说的是现在的条款", "'renamed' speaks of provisions of today")])
    }
}
