public import Facts
internal import PolicyYAML

/// A compiled-in module as the language knows it, its types forgotten: what reads a section of profiles.
public struct PluginEntry: Sendable {
    /// What the module is.
    public let about: PluginAbout
    /// The kinds of record that its verdicts rest on, besides those that say who is where.
    public let records: [RecordKind]
    /// The type's name with its module's: who wrote it.
    package let typeName: String
    let read:
        @Sendable (Node, ReadingSession, Set<String>) -> (rule: any SectionRule, asked: [AskedNode], keys: [String])
    let describe:
        @Sendable () -> (settings: [SettingDeclaration], measures: [MeasureDeclaration], layout: ReportLayout?)
    let compare: @Sendable ([Provision], ReadingSession) -> Void

    package init(
        about: PluginAbout, records: [RecordKind], typeName: String,
        read:
            @escaping @Sendable (Node, ReadingSession, Set<String>) -> (
                rule: any SectionRule, asked: [AskedNode], keys: [String]
            ),
        describe:
            @escaping @Sendable () -> (
                settings: [SettingDeclaration], measures: [MeasureDeclaration], layout: ReportLayout?
            ),
        compare: @escaping @Sendable ([Provision], ReadingSession) -> Void
    ) {
        self.about = about
        self.records = records
        self.typeName = typeName
        self.read = read
        self.describe = describe
        self.compare = compare
    }

    /// Every setting the module reads, as declared.
    public var settings: [SettingDeclaration] { describe().settings }

    /// The measures that its provisions give when their settings are the examples.
    public var measures: [MeasureDeclaration] { describe().measures }

    /// The document that its provisions lay out when their settings are the examples; nil for modules that judge.
    public var layout: ReportLayout? { describe().layout }
}
