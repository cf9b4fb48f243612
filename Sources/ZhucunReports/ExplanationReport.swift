package import CivilTime
internal import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// What a reader asked of an explanation.
package struct ExplanationOptions: Sendable {
    /// How deep it goes.
    package enum Depth: Sendable {
        /// A sentence for each unit, and a calendar of the days.
        case brief
        /// The whole trace, with clause, file and line.
        case full
        /// One day alone.
        case day(Day)
    }

    package var depth: Depth
    /// The day on which it is asked; nil: when all is over.
    package var asOf: Day?
    package var words: NodeWords
    package var language: Language

    package init(_ depth: Depth, asOf: Day?, _ words: NodeWords, _ language: Language) {
        self.depth = depth
        self.asOf = asOf
        self.words = words
        self.language = language
    }
}

/// An explanation that a cadre can read, in three depths, or as JSON.
public enum ExplanationReport {
    package static func text(
        _ explanation: SubjectExplanation, _ world: World, _ period: Period, _ options: ExplanationOptions
    ) -> [UInt8] {
        var page = TextPage(language: options.language)
        let name = explanation.profile.name(options.language)
        let when = if case .day(let day) = options.depth { day.description } else { period.title(options.language) }
        page.line("\(world.label(of: explanation.subject))　\(when)　\(name)（\(explanation.profile.code)）")
        switch options.depth {
        case .brief: BriefExplanation(explanation, options).write(&page)
        case .full:
            for item in explanation.provisions {
                page.line("")
                FullExplanation(item, options.words, options.language).write(&page)
            }
        case .day(let day): write(day, explanation, &page)
        }
        if explanation.provisions.isEmpty { page.line(Text("本期没有适用的条款。", "No provision applies in the period.")) }
        return page.bytes
    }

    /// What each provision that goes by days says of one.
    private static func write(_ day: Day, _ explanation: SubjectExplanation, _ page: inout TextPage) {
        var isEmpty = true
        for item in explanation.provisions {
            for step in item.steps where step.day?.day == day {
                isEmpty = false
                page.line("")
                page.line("■ \(item.provision.name)　\(item.unit.title(page.language))")
                page.line("  " + step.text(page.language))
                for check in step.children { page.line("    " + check.text(page.language)) }
            }
        }
        guard isEmpty, !explanation.provisions.isEmpty else { return }
        page.line(Text("没有哪一条是逐日判断这一天的。", "No provision goes by this day."))
    }

    /// One provision's whole explanation, line by line.
    package static func lines(_ item: ProvisionExplanation, _ words: NodeWords, _ language: Language) -> [String] {
        var page = TextPage(language: language)
        FullExplanation(item, words, language).write(&page)
        return String(decoding: page.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
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
