internal import PolicyYAML
public import ZhucunKernel

/// What every module must keep to, checked from its declarations: give it an entry, expect no complaint.
public enum PluginConformance {
    /// Complaints about a module; empty when it conforms.
    public static func complaints(about plugin: PluginEntry) -> [String] {
        var complaints: [String] = []
        let settings = plugin.settings
        check(settings, in: plugin.about.id, &complaints)
        for setting in settings where Provision.headKeys.contains(setting.key) {
            complaints.append("\(plugin.about.id).\(setting.key) is what every provision has already")
        }
        if plugin.about.id.isEmpty
            || plugin.about.id.contains(where: { !($0.isASCII && ($0.isLowercase || $0 == "_" || $0 == "-")) })
        {
            complaints.append("the id '\(plugin.about.id)' is not lower-case ASCII")
        }
        if plugin.about.subjects?.isEmpty == true { complaints.append("it is about no kind of subject") }
        if plugin.measures.isEmpty, plugin.layout == nil { complaints.append("it gives no measure") }
        let names = plugin.measures.map(\.name)
        if Set(names).count != names.count { complaints.append("two measures have one name") }
        for measure in plugin.measures {
            for other in measure.role.others where !names.contains(other.measure) {
                complaints.append("\(measure.name) speaks of a measure that there is not: \(other.measure)")
            }
        }
        for kind in plugin.records {
            let columns = kind.columns.map(\.name)
            if Set(columns).count != columns.count { complaints.append("\(kind.file): two columns have one name") }
            for column in kind.columns {
                guard let misread = column.misread else { continue }
                complaints.append(
                    "\(kind.file): \(column.name) holds \(column.typeName(.en)) and is read as \(misread)")
            }
            if let period = kind.about.period, !columns.contains(period) {
                complaints.append("\(kind.file): its period column does not exist")
            }
            if kind.about.isSubject, !kind.columns.contains(where: { $0.type == .identifier }) {
                complaints.append("\(kind.file): its rows are subjects without an identifier")
            }
            if let date = kind.about.date, !columns.contains(date) {
                complaints.append("\(kind.file): its date column does not exist")
            }
        }
        for text in [plugin.about.title, plugin.about.summary] where text.zh.isEmpty || text.en.isEmpty {
            complaints.append("a text is missing in one of the languages")
        }
        return complaints
    }

    private static func check(_ settings: [SettingDeclaration], in owner: String, _ complaints: inout [String]) {
        let keys = settings.map(\.key)
        if Set(keys).count != keys.count { complaints.append("\(owner): two settings have one key") }
        for setting in settings {
            if setting.meaning.zh.isEmpty || setting.meaning.en.isEmpty {
                complaints.append("\(owner).\(setting.key) does not say what it means")
            }
            if setting.example.isEmpty, setting.children.isEmpty {
                complaints.append("\(owner).\(setting.key) has no example")
            }
            check(setting.children, in: owner + "." + setting.key, &complaints)
        }
    }
}
