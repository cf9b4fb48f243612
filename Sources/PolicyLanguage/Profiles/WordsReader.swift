internal import Facts
package import PolicyYAML

extension Words {
    /// The groups of a merged `words:` section: group → key → `中文` or `{zh: …, en: …}`.
    package init(_ node: Node?, into diagnostics: inout Diagnostics) {
        var groups: [String: [Word]] = [:]
        for group in node?.entries ?? [] {
            guard let name = group.key.text, let entries = group.value.entries else {
                diagnostics.report(.wrongShape(group.value, expected: Text("映射：词 → 名称", "a map of words to names")))
                continue
            }
            groups[name] = entries.compactMap { Words.word($0, into: &diagnostics) }
        }
        self.init(groups)
        reportBearers(node?["bearer"], into: &diagnostics)
    }

    private static func word(_ entry: Node.Entry, into diagnostics: inout Diagnostics) -> Word? {
        guard let key = entry.key.text else { return nil }
        if let names = names(entry.value) {
            return Word(key: key, title: Text(names[0], key.replacingUnderscores), others: Array(names.dropFirst()))
        }
        let marks = (entry.value.entries ?? []).filter { !["zh", "en"].contains($0.key.text) }
        guard let names = entry.value["zh"].flatMap(names), let en = entry.value["en"]?.text,
            marks.allSatisfy({ $0.key.text.map(["many", "when_empty"].contains) == true && $0.value.text == "true" })
        else {
            diagnostics.report(
                .wrongShape(
                    entry.value,
                    expected: Text(
                        "中文名称、几个名称 […]，或 {zh: …, en: …}", "a Chinese name, several […], or {zh: …, en: …}")))
            // The word itself is known: what uses it is not wrong.
            return Word(key: key, title: Text(same: key))
        }
        return Word(
            key: key, title: Text(names[0], en), others: Array(names.dropFirst()), isMany: entry.value["many"] != nil,
            isForEmpty: entry.value["when_empty"] != nil)
    }

    /// One name or several, the first of which is shown.
    private static func names(_ node: Node) -> [String]? {
        let items = node.items ?? [node]
        let names = items.compactMap(\.text).filter { !$0.isEmpty }
        return names.isEmpty || names.count < items.count ? nil : names
    }

    /// What stands in the group `bearer` must be a party.
    private func reportBearers(_ group: Node?, into diagnostics: inout Diagnostics) {
        for entry in group?.entries ?? [] {
            guard let key = entry.key.text, let word = groups["bearer"]?.first(where: { $0.key == key }),
                Bearer(rawValue: word.title.zh) == nil
            else { continue }
            diagnostics.report(.notOneOf(entry.value, word.title.zh, words: Bearer.allCases.map(\.rawValue)))
        }
    }
}

extension String {
    /// `in_full` as `in full`.
    package var replacingUnderscores: String {
        String(decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
