internal import PolicyYAML
internal import ZhucunKernel

/// Changes that an office has looked at and accepts, each with its reason: `tests/survivors.yaml`. They are known by the item, the
/// setting and the change, so that lines may move.
struct AcceptedSurvivor: Sendable {
    let edition: String?
    let item: String
    let setting: String
    let change: String
    let reason: String
    let node: Node

    private static let keys = ["edition", "item", "setting", "change", "reason"]

    func fits(_ mutant: Mutant) -> Bool {
        let file = mutant.location.path.split(separator: "/").last.map(String.init) ?? ""
        return mutant.item == item && mutant.setting == setting && mutant.change == change
            && edition.map(file.hasPrefix) ?? true
    }

    /// The entries of a profile's file; none without a file.
    static func read(_ profile: Profile, in source: any ProfileSource, into diagnostics: inout Diagnostics)
        -> [AcceptedSurvivor]
    {
        let name = TestSuite.survivors
        let path = TestSuite.folder(of: profile) + "/" + name
        guard source.names(in: TestSuite.folder(of: profile)).known.contains(name),
            let root = source.tree(path, into: &diagnostics)
        else { return [] }
        guard let list = Strict.entries(root, keys: ["survivors"], into: &diagnostics)["survivors"] else { return [] }
        guard let items = list.items else {
            diagnostics.report(.testShape(list, expected: Text("列表", "a list")))
            return []
        }
        return items.compactMap { one($0, into: &diagnostics) }
    }

    private static func one(_ node: Node, into diagnostics: inout Diagnostics) -> AcceptedSurvivor? {
        let entries = Strict.entries(node, keys: keys, into: &diagnostics)
        for (key, value) in entries where value.text == nil {
            diagnostics.report(.testShape(value, expected: Text("\(key)：一段文字", "\(key): a text")))
        }
        var texts: [String] = []
        for key in keys.dropFirst() {
            guard let text = entries[key]?.text, !text.isEmpty else {
                if entries[key] == nil {
                    diagnostics.report(
                        .testLacks(key, node, expected: Text("如变异报告所写", "as the report of mutations writes it")))
                }
                return nil
            }
            texts.append(text)
        }
        return AcceptedSurvivor(
            edition: entries["edition"]?.text, item: texts[0], setting: texts[1], change: texts[2], reason: texts[3],
            node: node)
    }
}
