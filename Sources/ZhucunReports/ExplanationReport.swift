internal import CivilTime
public import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// An explanation as a tree that a cadre can read, or as JSON.
public enum ExplanationReport {
    public static func text(_ explanation: SubjectExplanation, _ world: World, _ period: String, _ language: Language)
        -> [UInt8]
    {
        var page = TextPage(language: language)
        let subject = explanation.subject
        page.line(
            "\(world.identifier(of: subject)) \(world.name(of: subject))　\(period)　\(explanation.profile.name(language))（\(explanation.profile.code)）"
        )
        for item in explanation.provisions {
            page.line("")
            write(item, &page)
        }
        if explanation.provisions.isEmpty { page.line(Text("本期没有适用的条款。", "No provision applies in the period.")) }
        return page.bytes
    }

    /// One provision's explanation, line by line.
    public static func lines(_ item: ProvisionExplanation, _ language: Language) -> [String] {
        var page = TextPage(language: language)
        write(item, &page)
        return String(decoding: page.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func write(_ item: ProvisionExplanation, _ page: inout TextPage) {
        let provision = item.provision
        let finding = item.finding
        let verdict = provision.strength.title(of: finding.verdict)(page.language)
        let record = finding.record.map { " \($0)" } ?? ""
        page.line("\(provision.name)　\(item.unit)\(record)　\(verdict)")
        var branches: [Explanation] = [
            Explanation(
                Text(
                    "依据：\(provision.citation)（\(provision.edition) 版）",
                    "under \(provision.citation) (edition of \(provision.edition))"))
        ]
        branches += provision.asked.map(origin)
        branches += provision.discretion.map { item in
            Explanation(
                Text("自由裁量：\(item.setting)，\(item.reason)", "discretion: \(item.setting), \(item.reason)"),
                location: item.node.location)
        }
        let found = zip(provision.measures, finding.values).compactMap { measure, value in
            value.map { $0.readable(as: measure.dimension) }.map {
                Text("\(measure.title.zh) \($0.zh)", "\(measure.title.en) \($0.en)")
            }
        }
        if !found.isEmpty {
            branches.append(
                Explanation(
                    Text(
                        "实为：" + found.map(\.zh).joined(separator: "，"),
                        "found: " + found.map(\.en).joined(separator: ", "))))
        }
        branches += finding.reasons.map { Explanation($0.text) }
        branches += item.steps
        if !item.needs.isEmpty {
            branches.append(
                Explanation(Text("要能判断，还需", "what would decide it"), item.needs.map { Explanation($0.text) }))
        }
        tree(branches, "", &page)
    }

    /// A number of the rule: its text, its place, its edition's file, and what it replaced.
    private static func origin(_ asked: AskedNode) -> Explanation {
        let text = ProfileReport.inline(asked.node)
        let replaced = asked.node.replaced.filter { ProfileReport.inline($0) != text }.map { old in
            Explanation(
                Text("取代了 \(ProfileReport.inline(old))", "took the place of \(ProfileReport.inline(old))"),
                location: old.location)
        }
        return Explanation(
            Text("要求：\(asked.label.zh) \(text)", "asked: \(asked.label.en) \(text)"), location: asked.node.location,
            replaced)
    }

    private static func tree(_ branches: [Explanation], _ indent: String, _ page: inout TextPage) {
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count - 1
            let place = branch.location.map { "　← \($0.path):\($0.line)" } ?? ""
            page.line(indent + (isLast ? "└─ " : "├─ ") + branch.text(page.language) + place)
            tree(branch.children, indent + (isLast ? "   " : "│  "), &page)
        }
    }

    public static func json(_ explanation: SubjectExplanation, _ world: World) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.string("subject", world.identifier(of: explanation.subject))
            json.string("profile", explanation.profile.code)
            json.array("provisions") { json in
                for item in explanation.provisions {
                    json.object { json in
                        json.string("provision", item.provision.key.description)
                        json.string("unit", item.unit.description)
                        json.string("verdict", item.finding.verdict.rawValue)
                        json.string("document", item.provision.document.number)
                        json.string("edition", item.provision.edition.description)
                        json.array("clauses") { json in item.provision.clauses.forEach { json.string($0) } }
                        json.object("asked") { json in
                            JudgedProvision(item.provision).asked.forEach { json.asked($0) }
                        }
                        json.found(item.provision.measures.map { JSONKey($0.name) }) { item.finding.values[$0] }
                        json.array("reasons") { json in item.finding.reasons.forEach { json.reason($0) } }
                        if !item.needs.isEmpty {
                            json.array("needs") { json in item.needs.forEach { json.need($0) } }
                        }
                        json.array("steps") { json in item.steps.forEach { write($0, &json) } }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ step: Explanation, _ json: inout JSONWriter) {
        json.object { json in
            json.string("zh", step.text.zh)
            json.string("en", step.text.en)
            if let location = step.location {
                json.string("path", location.path)
                json.number("line", location.line)
            }
            if !step.children.isEmpty { json.array("steps") { json in step.children.forEach { write($0, &json) } } }
        }
    }
}
