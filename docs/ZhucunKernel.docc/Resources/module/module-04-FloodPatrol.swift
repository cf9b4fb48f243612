import ZhucunKernel

/// So many nights of patrol in each unit, judged by `patrols.csv`. Two dykes in one night are one night.
public struct FloodPatrol: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "flood_patrol", title: Text("防汛巡堤", "flood patrol"),
        summary: Text("汛期每个时间单位应巡堤几夜", "nights of patrol in each unit of the flood season"),
        subjects: [.cadre])

    public struct Rule: Sendable {}

    public init() {}

    public func read(_ settings: inout SettingsReader) -> Rule { Rule() }

    public func measures(_ rule: Rule) -> [MeasureDeclaration] { [.outcome] }

    public func judge(_ ask: Case<FloodPatrol>) throws -> [Finding] { [] }
}
