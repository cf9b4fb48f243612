import ArgumentParser
import CivilTime
import PolicyYAML
import ZhucunKernel
import ZhucunReports

/// What is shown of what was found.
struct FilterOptions: ParsableArguments {
    @Option(help: "只看一个对象（编号或姓名） Only this cadre, team, village, household …")
    var subject: String?

    @Option(help: "只看此行政区（或村）内 Only what lies in this division or village, by its code or name.")
    var division: String?

    @Option(parsing: .upToNextOption, help: "只看这些条款（id 或 section/id） Only these provisions: id, or section/id.")
    var provision: [String] = []

    @Option(parsing: .upToNextOption, help: "只评估这些部分（模块） Judge only these sections: attendance, scoring …")
    var section: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: "只看这些种类的对象 Only subjects of these kinds: cadre, team, village, unit, division, household …")
    var kind: [String] = []

    @Option(parsing: .upToNextOption, help: "只看这些结论 Only these verdicts: met, breached, undetermined, not_applicable.")
    var verdict: [String] = []

    /// `a,b c` as three.
    static func items(_ values: [String]) -> [String] {
        values.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "，" }).map(String.init) }
    }

    /// The sections asked for, by the modules' ids, whether they were named so or by what they are called.
    func sections(_ assessor: Assessor) -> [String] {
        FilterOptions.items(section).map { name in
            assessor.plugins.plugins.map(\.about).first {
                $0.id == name || $0.title.zh == name || $0.title.en == name
                    || assessor.store.keyNames.name(ofKey: $0.id) == name
            }?.id ?? name
        }
    }

    /// What can be read without records; nil, and reported, when a word means nothing.
    func filter(_ plugins: PluginRegistry, _ diagnostics: inout Diagnostics) -> FindingFilter? {
        let known = plugins.subjectKinds
        let kinds = FilterOptions.items(kind).map { name in
            (name, known.first { $0.rawValue == name || $0.title.zh == name })
        }
        for (name, found) in kinds where found == nil {
            diagnostics.report(.unknownWord(name, Text("对象种类", "kind of subject"), known.map(\.rawValue)))
        }
        let verdicts = FilterOptions.items(verdict).map { name in
            (name, Verdict.allCases.first { $0.rawValue == name || $0.title.zh == name })
        }
        for (name, found) in verdicts where found == nil {
            diagnostics.report(.unknownWord(name, Text("结论", "verdict"), Verdict.allCases.map(\.rawValue)))
        }
        guard !diagnostics.hasErrors else { return nil }
        return FindingFilter(
            subject: subject, division: division, kinds: kinds.compactMap(\.1), verdicts: verdicts.compactMap(\.1),
            provisions: FilterOptions.items(provision))
    }
}

extension Diagnostic {
    static func unknownWord(_ word: String, _ what: Text, _ known: [String]) -> Diagnostic {
        Diagnostic(
            .usage("U701"), Text("没有名为“\(word)”的\(what.zh)", "there is no \(what.en) '\(word)'"), at: nil,
            expected: Text(known.joined(separator: "、"), known.joined(separator: ", ")), found: Text(same: word),
            help: didYouMean(word, known))
    }

    static func unknownDivision(_ code: String, _ world: World) -> Diagnostic {
        let known = world.divisions.map(\.code)
        return Diagnostic(
            .usage("A612"), Text("记录中没有行政区“\(code)”", "the records have no division '\(code)'"), at: nil,
            expected: Text("行政区划代码：\(shown(known, "、"))", "a division code: \(shown(known, ", "))"),
            found: Text(same: code),
            help: didYouMean(code, known + world.villages.map(\.code)))
    }

    private static func shown(_ words: [String], _ separator: String) -> String {
        words.prefix(12).joined(separator: separator) + (words.count > 12 ? " …" : "")
    }
}

extension Assessor.Prepared {
    /// Stops when the records have no such division.
    func check(division: String?, _ speaker: Speaker) throws {
        guard let division, DivisionMembers(division, in: records.world, period.days) == nil else { return }
        try speaker.stop(Diagnostic.unknownDivision(division, records.world))
    }
}
