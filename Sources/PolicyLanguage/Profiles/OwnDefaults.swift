internal import PolicyYAML

// Settings that an edition gives to those provisions that it is the first to hold: `own_defaults: {checklist: {per: quarter}}`.
// What it changes of others keeps theirs, and what later editions add does without them.

extension Edition {
    /// The section that holds them, by module.
    static let ownDefaults = "own_defaults"

    /// Its readable sections, its own defaults given to the provisions that are not in force before it.
    func sections(over below: Node) -> Node {
        let sections = readableSections
        guard let defaults = sections[Edition.ownDefaults] else { return sections }
        let entries = (sections.entries ?? []).filter { $0.key.text != Edition.ownDefaults }.map { entry in
            guard let name = entry.key.text, let own = defaults[name], let items = entry.value.items else {
                return entry
            }
            let known = Set(below[name]?.items?.compactMap { $0["id"]?.text } ?? [])
            var section = entry
            section.value.content = .sequence(
                items.map { item in
                    known.contains(item["id"]?.text ?? "") || item["remove"] != nil
                        ? item : Layering.lay(item, over: own)
                })
            return section
        }
        return Node(content: .mapping(entries), file: sections.file, start: sections.start, end: sections.end)
    }
}
