internal import PolicyYAML
internal import Rendering
internal import Results
internal import ZhucunKernel

/// The whole trace of one provision in one unit: clause, what was asked with file and line, what was found, each step.
struct FullExplanation {
    private let item: ProvisionExplanation
    private let words: NodeWords
    private let language: Language

    init(_ item: ProvisionExplanation, _ words: NodeWords, _ language: Language) {
        self.item = item
        self.words = words
        self.language = language
    }

    func write(_ page: inout TextPage) {
        let (provision, finding) = (item.provision, item.finding)
        let record = finding.record.map { " \($0)" } ?? ""
        let verdict = provision.title(of: finding.verdict)(language)
        page.line("\(provision.name)　\(item.unit.title(language))\(record)　\(verdict)")
        var branches: [Explanation] = [
            Explanation(
                Text(
                    "依据：\(provision.citation)（\(provision.edition) 版）",
                    "under \(provision.citation) (edition of \(provision.edition))"))
        ]
        branches += provision.asked.map(origin)
        branches += provision.discretion.map { item in
            let setting = words.key(item.setting)
            return Explanation(
                Text("自由裁量：\(setting)，\(item.reason)", "discretion: \(setting), \(item.reason)"),
                location: item.node.location)
        }
        let measures = JudgedProvision(provision).measures
        let said = SaidMeasures(measures, language) { finding.values[$0] }
        let found = measures.indices.filter { measures[$0].role != .outcome && finding.values[$0] != nil }.map(
            said.text)
        if !found.isEmpty {
            branches.append(
                Explanation(
                    Text("实为：" + found.joined(separator: "，"), "found: " + found.joined(separator: ", "))))
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
    private func origin(_ asked: AskedNode) -> Explanation {
        let text = words.text(asked.node, under: asked.key)
        let replaced = asked.node.replaced.map { (text: words.text($0, under: asked.key), node: $0) }.filter {
            $0.text != text
        }
        return Explanation(
            Text("要求：\(asked.label.zh) \(text)", "asked: \(asked.label.en) \(text)"), location: asked.node.location,
            replaced.map { old in
                Explanation(
                    Text("取代了 \(old.text)", "took the place of \(old.text)"), location: old.node.location)
            })
    }

    private func tree(_ branches: [Explanation], _ indent: String, _ page: inout TextPage) {
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count - 1
            let place = branch.location.map { "　← \($0.path):\($0.line)" } ?? ""
            page.line(indent + (isLast ? "└─ " : "├─ ") + branch.text(language) + place)
            tree(branch.children, indent + (isLast ? "   " : "│  "), &page)
        }
    }
}
