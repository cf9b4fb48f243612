internal import CivilTime
internal import PolicyYAML

/// Whom a field must name: `{any: {cadre: {role: member}}}`, `{all: [{division: {level: township}}, {cadre: all}]}`; of a field
/// that names one kind only, its fields themselves: `{household: {classes: unstable}}`.
package struct NamedTest: Sendable {
    /// A kind of subject and what must hold of it.
    package struct Selector: Sendable {
        package let kind: SubjectKind
        package let filter: Filter
    }

    /// What a field can name.
    enum Form {
        case anybody
        case one(SubjectKind)
    }

    package let selectors: [Selector]
    /// For each of the selectors somebody must be named; else one for any is enough.
    package let isAll: Bool

    /// Nil for a field that names nobody.
    static func form(of type: ColumnType) -> Form? {
        switch type {
        case .subject: .anybody
        case .reference(let kind): .one(SubjectKind(named: kind))
        default: nil
        }
    }

    init?(_ node: Node, _ form: Form, _ session: ReadingSession) {
        if case .one(let kind) = form {
            guard let filter = NamedTest.filter(node, kind, session) else { return nil }
            selectors = [Selector(kind: kind, filter: filter)]
            isAll = false
            return
        }
        guard let entry = node.entries?.first, node.entries?.count == 1 else {
            session.report(.wrongShape(node, expected: NamedTest.shape))
            return nil
        }
        let word = ["any", "all"].first { $0 == entry.key.text }
        isAll = word == "all"
        let nodes = word == nil ? [node] : entry.value.items ?? [entry.value]
        let read = nodes.compactMap { NamedTest.selector($0, session) }
        guard !read.isEmpty, read.count == nodes.count else { return nil }
        selectors = read
    }

    private static let shape = Text(
        "{any: {cadre: {role: member}}} 或 {all: [{…}, {…}]}", "{any: {cadre: {role: member}}} or {all: [{…}, {…}]}")

    private static func selector(_ node: Node, _ session: ReadingSession) -> Selector? {
        guard let entry = node.entries?.first, node.entries?.count == 1 else {
            session.report(.wrongShape(node, expected: shape))
            return nil
        }
        guard let kind = session.subjectKinds.first(where: { $0.rawValue == entry.key.text }) else {
            session.report(.notOneOf(entry.key, entry.key.text ?? "", words: session.subjectKinds.map(\.rawValue)))
            return nil
        }
        return filter(entry.value, kind, session).map { Selector(kind: kind, filter: $0) }
    }

    private static func filter(_ node: Node, _ kind: SubjectKind, _ session: ReadingSession) -> Filter? {
        if let record = session.kinds[kind.rawValue] { session.counts(record) }
        if node.text == "all" { return .everything }
        return Filter(node, fields: session.fields(of: kind), of: kind.rawValue, session)
    }

    /// As a person reads it.
    var text: Text {
        let titles = selectors.map(\.kind.title)
        return Text(
            titles.map(\.zh).joined(separator: isAll ? "和" : "或"),
            titles.map(\.en).joined(separator: isAll ? " and " : " or "))
    }
}

extension Filter.Test {
    /// As a person reads it; `group`: of the vocabulary, for words.
    package func text(_ group: String?, _ words: Words) -> Text {
        switch self {
        case .oneOf(let values):
            let titles = values.map { value in group.map { words.title(value, in: $0) } ?? Text(same: value) }
            return Text(titles.map(\.zh).joined(separator: "或"), titles.map(\.en).joined(separator: " or "))
        case .flag(let flag): return Text(flag ? "是" : "否", String(flag))
        case .comparison(let comparison): return comparison.text
        case .isPresent(let present): return Text(present ? "有" : "没有", present ? "present" : "absent")
        case .days(let from, let until): return Text(same: "\(from?.description ?? "")..\(until?.description ?? "")")
        case .named(let named): return named.text
        case .sameDivision: return Text("同地", "the same place")
        case .anyOf: return Text("符合其一", "one of several")
        case .recent(let limit): return Text("不早于期末前\(limit.text.zh)", "within \(limit.text.en) of the end")
        case .not(let test):
            let inner = test.text(group, words)
            return Text("非\(inner.zh)", "not \(inner.en)")
        }
    }

    /// The same of a field.
    func text(of name: Text, group: String?, _ words: Words) -> Text {
        switch self {
        case .isPresent(let present):
            return Text("\(present ? "有" : "没有")\(name.zh)", "\(present ? "with" : "without") \(name.en)")
        case .named(let test): return Text("\(name.zh)有\(test.text.zh)", "\(name.en) with a \(test.text.en)")
        case .not(let test):
            let inner = test.text(of: name, group: group, words)
            return Text("非\(inner.zh)", "not \(inner.en)")
        case .comparison(let comparison):
            return Text("\(name.zh)\(comparison.text.zh)", "\(name.en) \(comparison.text.en)")
        case .oneOf, .flag, .days, .sameDivision, .anyOf, .recent:
            let text = text(group, words)
            return Text("\(name.zh) \(text.zh)", "\(name.en) \(text.en)")
        }
    }
}
