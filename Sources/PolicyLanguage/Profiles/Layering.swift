import PolicyYAML

/// Lays one edition over what was in force before it.
///
/// Maps merge key by key; list items with an `id` merge by id; `remove: true` takes an item out; other lists and scalars
/// replace, and so does a map that is one of several forms (a condition, a day test, a subject), whose parts mean nothing
/// without each other. Every value keeps its own place and what it took the place of.
enum Layering {
    private static let forms: Set = ["all", "any", "not", "measure", "count", "field", "sum", "growth", "fixed"]
    /// Settings whose map is one form out of several.
    private static let wholes: Set = ["for", "records"]

    static func lay(_ upper: Node, over lower: Node) -> Node {
        if let above = upper.entries, let below = lower.entries,
            !above.contains(where: { forms.contains($0.key.text ?? "") })
        {
            return Node(
                content: .mapping(merge(above, below)), file: upper.file, start: upper.start, end: upper.end,
                replaced: [])
        }
        if let above = upper.items, let below = lower.items, above.allSatisfy({ $0["id"] != nil }),
            below.allSatisfy({ $0["id"] != nil })
        {
            return Node(
                content: .sequence(mergeItems(above, below)), file: upper.file, start: upper.start, end: upper.end,
                replaced: [])
        }
        return replace(lower, by: upper)
    }

    private static func replace(_ lower: Node, by upper: Node) -> Node {
        var node = upper
        node.replaced = [lower] + lower.replaced
        return node
    }

    private static func merge(_ above: [Node.Entry], _ below: [Node.Entry]) -> [Node.Entry] {
        var result = below
        for entry in above {
            if let index = result.firstIndex(where: { $0.key.text == entry.key.text }) {
                let below = result[index].value
                result[index] = Node.Entry(
                    key: entry.key,
                    value: wholes.contains(entry.key.text ?? "")
                        ? replace(below, by: entry.value)
                        : entry.key.text == "groups"
                            ? layWhole(entry.value, over: below) : lay(entry.value, over: below))
            } else {
                result.append(entry)
            }
        }
        return result
    }

    /// Names of which each stands for one whole: a group is who it says, not who another says besides.
    private static func layWhole(_ upper: Node, over lower: Node) -> Node {
        guard let above = upper.entries, let below = lower.entries else { return lay(upper, over: lower) }
        let kept = below.filter { entry in !above.contains { $0.key.text == entry.key.text } }
        let laid = above.map { entry in
            lower[entry.key.text ?? ""].map { Node.Entry(key: entry.key, value: replace($0, by: entry.value)) } ?? entry
        }
        return Node(
            content: .mapping(kept + laid), file: upper.file, start: upper.start, end: upper.end, replaced: [])
    }

    private static func mergeItems(_ above: [Node], _ below: [Node]) -> [Node] {
        var result = below
        var ids = below.map { $0["id"]?.text }
        for item in above {
            let id = item["id"]?.text
            let index = ids.firstIndex(of: id)
            if item["remove"]?.text == "true" {
                if let index {
                    result.remove(at: index)
                    ids.remove(at: index)
                }
            } else if let index {
                result[index] = lay(item, over: result[index])
            } else {
                result.append(item)
                ids.append(id)
            }
        }
        return result
    }

    /// What an edition is laid over, with an empty list for every section it is the first to hold, so that what it says of
    /// items (`remove`) is always read the same way.
    static func emptySections(of upper: Node, in lower: Node) -> Node {
        var entries = lower.entries ?? []
        for entry in upper.entries ?? [] where lower[entry.key.text ?? ""] == nil && entry.value.items != nil {
            let empty = Node(
                content: .sequence([]), file: entry.value.file, start: entry.value.start, end: entry.value.end)
            entries.append(Node.Entry(key: entry.key, value: empty))
        }
        return Node(content: .mapping(entries), file: lower.file, start: lower.start, end: lower.end)
    }
}
