internal import PolicyYAML

extension PluginEntry {
    /// Forgets a module's types: `PluginEntry(FloodPatrol.self)`.
    public init<Plugin: AssessmentPlugin>(_ type: Plugin.Type) {
        self.init(
            about: type.about, records: type.records,
            // Of a type inside another its full name holds an address.
            typeName: "\(String(reflecting: type).prefix { $0 != "." }).\(type)",
            read: { node, session, head in
                let plugin = type.init()
                var reader = SettingsReader(node, session: session)
                let rule = plugin.read(&reader)
                reader.reportUnknownKeys(besides: head)
                return (Bound(plugin: plugin, rule: rule), reader.asked, reader.keys)
            },
            describe: {
                let plugin = type.init()
                var reader = SettingsReader(
                    nil,
                    session: .describing(
                        kinds: Dictionary(RecordKind.world.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })))
                let rule = plugin.read(&reader)
                return (reader.declarations, plugin.measures(rule), plugin.layout(rule))
            },
            compare: { provisions, session in type.init().compare(Bound<Plugin>.own(provisions), session) })
    }
}
