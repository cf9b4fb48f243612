public import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// Modules as they declare themselves: nothing here is written twice.
public enum PluginReport {
    public static func list(_ registry: PluginRegistry, _ language: Language, asJSON: Bool) -> [UInt8] {
        if asJSON {
            var json = JSONWriter()
            json.array { json in
                for plugin in registry.plugins {
                    json.object { json in
                        json.string("module", plugin.about.id)
                        json.string("title", plugin.about.title.zh)
                        json.string("summary", plugin.about.summary.zh)
                        json.string("from", plugin.typeName)
                    }
                }
            }
            return json.bytes + [10]
        }
        var page = TextPage(language: language)
        page.table(
            registry.plugins.map { [$0.about.id, $0.about.title(language), $0.typeName, $0.about.summary(language)] },
            indent: "")
        return page.bytes
    }

    public static func show(_ plugin: PluginEntry, in registry: PluginRegistry, _ language: Language, asJSON: Bool)
        -> [UInt8]
    {
        asJSON ? json(plugin) : text(plugin, registry, language)
    }

    private static func text(_ plugin: PluginEntry, _ registry: PluginRegistry, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        page.line("\(plugin.about.id)　\(plugin.about.title(language))")
        page.line("  " + plugin.about.summary(language))
        let subjects = (plugin.about.subjects ?? SubjectKind.world).map {
            language == .zh ? "\($0.rawValue)（\($0.title.zh)）" : $0.rawValue
        }.joined(separator: ", ")
        let others = Text(
            "，以及每行是一个对象的记录，如 household、case、project", ", and whatever records list, such as household, case, project")
        page.line("  for: " + subjects + (plugin.about.subjects == nil ? others(language) : ""))
        page.line("")
        page.line(Text("设置", "Settings"))
        write(plugin.settings, "  ", &page)
        page.line("")
        page.line(Text("给出的指标（按示例设置）", "Measures it gives (for the settings' examples)"))
        page.table(plugin.measures.map { [$0.name, $0.dimension.title(language), $0.title(language)] }, indent: "  ")
        for kind in plugin.records { write(kind, &page) }
        write(PluginProvision(plugin: plugin), registry, &page)
        return page.bytes
    }

    /// Every file that is read, with its columns.
    public static func kinds(_ kinds: [RecordKind], _ language: Language, asJSON: Bool) -> [UInt8] {
        if asJSON {
            var json = JSONWriter()
            json.array { json in kinds.forEach { write($0, &json) } }
            return json.bytes + [10]
        }
        var page = TextPage(language: language)
        for kind in kinds { write(kind, &page) }
        return page.bytes
    }

    private static func write(_ kind: RecordKind, _ page: inout TextPage) {
        page.line("")
        page.line("\(kind.file)　\(kind.about.title(page.language))")
        page.table(
            kind.columns.map {
                [
                    $0.name, $0.chineseName, $0.presence(page.language), $0.typeName(page.language),
                    $0.meaning(page.language), $0.facts(page.language),
                ]
            }, indent: "  ")
        for fact in kind.facts { page.line("  " + fact(page.language)) }
    }

    private static func write(_ settings: [SettingDeclaration], _ indent: String, _ page: inout TextPage) {
        for setting in settings {
            let need = setting.need == .required ? Text("必填", "required") : Text("可省", "optional")
            page.line(
                Text(
                    "\(indent)\(setting.key)（\(need.zh)，\(setting.type.zh)）",
                    "\(indent)\(setting.key) (\(need.en), \(setting.type.en))"))
            page.line("\(indent)    \(setting.meaning(page.language))")
            if !setting.example.isEmpty { page.line("\(indent)    \(setting.key): \(setting.example)") }
            write(setting.children, indent + "    ", &page)
        }
    }

    private static func json(_ plugin: PluginEntry) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.string("module", plugin.about.id)
            json.array("subjects") { json in
                (plugin.about.subjects ?? SubjectKind.world).forEach { json.string($0.rawValue) }
            }
            json.array("settings") { json in plugin.settings.forEach { write($0, &json) } }
            json.array("measures") { json in
                for measure in plugin.measures {
                    json.object { json in
                        json.string("name", measure.name)
                        json.string("dimension", measure.dimension.name)
                        json.role(measure.role)
                        json.string("zh", measure.title.zh)
                        json.string("en", measure.title.en)
                    }
                }
            }
            json.array("records") { json in
                for kind in plugin.records { write(kind, &json) }
            }
            json.string("from", plugin.typeName)
            json.array("provision") { json in PluginProvision(plugin: plugin).lines.forEach { json.string($0) } }
        }
        return json.bytes + [10]
    }

    private static func write(_ kind: RecordKind, _ json: inout JSONWriter) {
        json.object { json in
            json.string("kind", kind.name)
            json.string("file", kind.file)
            json.array("identity") { json in kind.about.identity.forEach { json.string($0) } }
            json.string("entered", kind.about.entered)
            json.array("order") { json in
                for pair in kind.about.orders {
                    json.array { json in [pair.earlier, pair.later].forEach { json.string($0) } }
                }
            }
            json.array("parts") { json in
                for pair in kind.about.parts {
                    json.array { json in [pair.part, pair.whole].forEach { json.string($0) } }
                }
            }
            json.array("columns") { json in
                for column in kind.columns {
                    json.object { json in
                        json.string("name", column.name)
                        json.string("zh", column.chineseName)
                        json.flag("required", column.isRequired)
                        json.string("type", column.typeName(.en))
                        json.string("meaning", column.meaning.en)
                        json.string("empty", column.isRequired ? nil : column.empty.rawValue)
                        json.string("date", column.type.isDay ? column.date.rawValue : nil)
                        json.string("least", column.bounds.map { "\($0.lowerBound)" })
                        json.string("most", column.bounds.map { "\($0.upperBound)" })
                    }
                }
            }
        }
    }

    private static func write(_ setting: SettingDeclaration, _ json: inout JSONWriter) {
        json.object { json in
            json.string("key", setting.key)
            json.flag("required", setting.need == .required)
            json.string("type", setting.type.en)
            json.string("zh", setting.meaning.zh)
            json.string("en", setting.meaning.en)
            json.string("example", setting.example.isEmpty ? nil : setting.example)
            if !setting.children.isEmpty {
                json.array("settings") { json in setting.children.forEach { write($0, &json) } }
            }
        }
    }
}
