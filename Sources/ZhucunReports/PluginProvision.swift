internal import Messages
internal import Rendering
internal import ZhucunKernel

/// What `plugin show` ends with: a whole provision to begin from, and where its measures can be read.
struct PluginProvision {
    let plugin: PluginEntry

    /// Every setting that must stand, with its example, under a head that every provision has.
    var lines: [String] {
        let about = plugin.about
        var head = [
            "id: example", "name: 示例", "clause: 一", "for: {\(about.subjects?.first?.rawValue ?? "cadre"): all}",
        ]
        let given = about.exemplary.filter { $0.contains(": ") }
        if about.unitNeed == .required, !given.contains(where: { $0.hasPrefix("per: ") }) { head.append("per: month") }
        let settings = plugin.settings.filter { $0.need == .required || about.exemplary.contains($0.key) }
        let body = head + given + settings.flatMap { lines(of: $0) }
        return ["\(about.id):"] + body.enumerated().map { index, line in (index == 0 ? "  - " : "    ") + line }
    }

    private func lines(of setting: SettingDeclaration) -> [String] {
        guard setting.shape != .value else { return ["\(setting.key): \(setting.example)"] }
        let shown = setting.children.filter { $0.need == .required || plugin.about.exemplary.contains($0.key) }
        let inner = (shown.isEmpty ? Array(setting.children.prefix(1)) : shown).flatMap { lines(of: $0) }
        let body = setting.shape == .named ? ["示例:"] + inner.map { "  " + $0 } : inner
        return ["\(setting.key):"]
            + body.enumerated().map { index, line in
                switch setting.shape {
                case .list: (index == 0 ? "  - " : "    ") + line
                case .value, .named, .group: "  " + line
                }
            }
    }

    /// Modules with a setting that any measure may stand in, or a condition.
    static func readers(in registry: PluginRegistry) -> [String] {
        let types = [ValueType<MeasureReference>.measure.name, ValueType<Condition>.condition.name]
        func reads(_ settings: [SettingDeclaration]) -> Bool {
            settings.contains { types.contains($0.type) || reads($0.children) }
        }
        return registry.plugins.filter { reads($0.settings) }.map(\.about.id)
    }

    /// How the measures are named elsewhere.
    var references: [String] {
        plugin.measures.enumerated().map { index, measure in
            index == 0 ? "\(plugin.about.id).example" : "\(plugin.about.id).example.\(measure.name)"
        }
    }
}

extension PluginReport {
    static func write(_ provision: PluginProvision, _ registry: PluginRegistry, _ page: inout TextPage) {
        page.line("")
        page.line(
            Text("可以粘贴的条款（示例值要换成文件的规定）", "A provision to paste (put what the document says in place of the examples)"))
        for line in provision.lines { page.line("  " + line) }
        guard let principal = provision.references.first else { return }
        page.line("")
        page.line(
            Text(
                "别的条款读它的指标时写 \(principal)\(provision.references.dropFirst().map { "、" + $0 }.joined())；能读指标的模块：\(PluginProvision.readers(in: registry).joined(separator: "、"))",
                "Other provisions read its measures as \(provision.references.joined(separator: ", ")); modules that can: \(PluginProvision.readers(in: registry).joined(separator: ", "))"
            ))
    }
}
