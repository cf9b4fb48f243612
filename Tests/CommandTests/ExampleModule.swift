internal import BuiltInPlugins
internal import CivilTime
internal import Foundation
internal import PolicyYAML
internal import Testing
internal import ZhucunKernel
internal import ZhucunTesting

/// An integrator's module, whole: the one that docs/modules.md shows.
struct Allowance: AssessmentPlugin {
    static let about = PluginAbout(
        id: "allowance", title: Text("驻村补助", "allowance"), summary: Text("按实际在岗天数计算补助", "pays by days on post"),
        subjects: [.cadre])

    struct Rule: Sendable {
        let days: MeasureReference
        let rate: Fraction
    }

    func read(_ settings: inout SettingsReader) -> Rule {
        Rule(
            days: settings.required(
                "days", .measure(.days), Text("按哪个天数指标", "the measure of days"), example: "attendance.days_on_post"),
            rate: settings.required(
                "rate", .amount(.yuan), Text("每天多少元", "yuan a day"), example: "80 yuan", asked: Text("标准", "rate")))
    }

    func measures(_ rule: Rule) -> [MeasureDeclaration] {
        [MeasureDeclaration("amount", Text("补助金额", "amount"), .yuan)]
    }

    func judge(_ ask: Case<Allowance>) throws -> [Finding] {
        let days = try ask.values(of: ask.rule.days)
        return try zip(ask.subjects, days).map { subject, days in
            let amount = try days?.number.map { try $0 * ask.rule.rate }
            return Finding(subject, amount == nil ? .undetermined : .met, values: [amount.map { .number($0) }])
        }
    }
}

@Suite struct ExampleModuleTests {
    @Test func aModuleOfAnIntegratorStandsBesideTheBuiltInOnes() async throws {
        let entry = PluginEntry(Allowance.self)
        #expect(PluginConformance.complaints(about: entry).isEmpty)
        let profiles = try ScratchFolder()
        for name in ["profile.yaml", "2000-01-01-defaults.yaml", "2000-01-02-words.yaml"] {
            try profiles.write(
                try Data(
                    contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
                        path: "../../Profiles/china/" + name)
                ).map { $0 }, to: "china/" + name)
        }
        try profiles.write("profile: mine\nname: 本县\nextends: china\n", to: "mine/profile.yaml")
        try profiles.write(
            """
            edition: 2023-01-01
            document: {number: 本县〔2023〕1号, issuer: 本县}
            attendance:
              - {id: days, clause: 一, for: {cadre: all}, per: month, days: 2/3, holidays: counted}
            allowance:
              - {id: daily, clause: 二, for: {cadre: all}, per: month, days: attendance.days_on_post, rate: 80 yuan}
            """, to: "mine/2023-01-01-rules.yaml")
        var county = try TestCounty(profiles: profiles.path, plugins: PluginRegistry(BuiltInPlugins.all + [entry]))
        county.cadre("C1", from: "2023-06-01")
        county.covered("2023-06-01..2023-08-31")
        county.present("C1", on: "2023-07-03..2023-07-14")
        let assessment = try await county.assess("mine", "2023-07")
        #expect(assessment.measure("allowance/daily", "C1", "2023-07", "amount") == "960")
    }
}
