internal import CivilTime
internal import PolicyYAML

/// A filter over named fields: a field and a value, a list (any of), or a comparison. All entries must hold.
public struct Filter: Sendable {
    package struct Entry: Sendable {
        package let field: String
        /// Its place among the fields it was read against: a record kind's columns.
        package let index: Int
        package let test: Test
    }

    package indirect enum Test: Sendable {
        case oneOf([String])
        case flag(Bool)
        case comparison(Comparison)
        case isPresent(Bool)
        /// Of a day: not before the first, not after the second.
        case days(from: Day?, until: Day?)
        /// Of whom a field names: any of them passes, or for each of these somebody does.
        case named(NamedTest)
        case not(Test)
        /// Of a subject: one of several filters passes.
        case anyOf([Filter])
        /// Of a day: not longer ago than this, at the end of what is judged.
        case recent(TimeLimit)
        /// A division code that lies in the subject's own village, township, county, city or province: so many digits are the same.
        case sameDivision(digits: Int)
    }

    /// The field that stands for whomever a row names, in whatever column.
    static let named = "named"

    /// The words that compare a division code with the subject's own.
    static let ownDivisions = [
        "same_village": 12, "same_township": 9, "same_county": 6, "same_city": 4, "same_province": 2,
    ]

    package let entries: [Entry]
    /// Where it stands in the profile; nil for the one that takes everything.
    package let place: NodePlace?

    /// The filter that passes every row and every subject: `all` in a profile.
    public static let everything = Filter(entries: [], place: nil)

    /// As a person reads it: `（种类 无故脱岗）`; empty when it takes everything.
    package func text(_ kind: RecordKind, _ words: Words) -> Text {
        guard !entries.isEmpty else { return Text("", "") }
        let parts = entries.map { entry -> Text in
            let column = kind.columns.first { $0.name == entry.field }
            let name = Text(column?.chineseName ?? (entry.field == Filter.named ? "涉及" : entry.field), entry.field)
            return entry.test.text(of: name, group: column?.type.group, words)
        }
        return Text("（\(parts.map(\.zh).joined(separator: "，"))）", " (\(parts.map(\.en).joined(separator: ", ")))")
    }

    private init(entries: [Entry], place: NodePlace?) {
        self.entries = entries
        self.place = place
    }

    /// Equal for filters that take the same; nil where numbers are compared.
    package var name: String? {
        let names = entries.compactMap { entry -> String? in
            switch entry.test {
            case .oneOf(let values): "\(entry.field) in \(values.sorted())"
            case .flag(let flag): "\(entry.field) is \(flag)"
            case .isPresent(let present): "\(entry.field) is \(present ? "" : "not ")present"
            case .days(let from, let until):
                "\(entry.field) from \(from?.description ?? "") until \(until?.description ?? "")"
            case .sameDivision(let digits): "\(entry.field) as here to \(digits)"
            case .comparison, .named, .not, .anyOf, .recent: nil
            }
        }
        return names.count == entries.count ? names.joined(separator: ", ") : nil
    }

    /// Reads a map over the fields of something; every wrong field and value is reported.
    /// - Parameter ofSubjects: whether it is over subjects, which have a place of their own to compare with.
    init?(
        _ node: Node, fields: [(name: String, type: ColumnType)], of owner: String, ofSubjects: Bool = false,
        _ session: ReadingSession
    ) {
        guard let found = node.entries else {
            session.report(.wrongShape(node, expected: Text("all，或 {字段: 值}", "all, or {field: value}")))
            return nil
        }
        let known = fields.map(\.name)
        var entries: [Entry] = []
        for entry in found {
            if ofSubjects, entry.key.text == Filter.alternatives {
                let test = Filter.anyOf(entry.value, fields: fields, of: owner, session)
                if let test { entries.append(Entry(field: Filter.alternatives, index: .max, test: test)) }
                continue
            }
            guard let name = entry.key.text, let index = fields.firstIndex(where: { $0.name == name }) else {
                session.report(.unknownField(entry.key, entry.key.text ?? "", of: owner, known: known))
                continue
            }
            if ofSubjects, name == SubjectKind.listed { Filter.checkKinds(entry.value, session) }
            if let test = Filter.test(entry.value, fields[index].type, ofSubjects: ofSubjects, session) {
                entries.append(Entry(field: name, index: index, test: test))
            }
        }
        guard entries.count == found.count else { return nil }
        self.entries = entries
        place = NodePlace(node)
    }

    /// What names kinds of subject that records list.
    private static func checkKinds(_ node: Node, _ session: ReadingSession) {
        let known = session.subjectKinds.filter { !SubjectKind.world.contains($0) }.map(\.rawValue)
        for item in (node["not"] ?? node).items ?? [node["not"] ?? node] {
            if let text = item.text, !known.contains(text) { session.report(.notOneOf(item, text, words: known)) }
        }
    }

    static func test(_ node: Node, _ type: ColumnType, ofSubjects: Bool, _ session: ReadingSession) -> Test? {
        if let entries = node.entries {
            if entries.count == 1, entries[0].key.text == "present" {
                return ValueType<Bool>.flag.read(entries[0].value, session).map { .isPresent($0) }
            }
            if entries.count == 1, entries[0].key.text == "not" {
                return test(entries[0].value, type, ofSubjects: ofSubjects, session).map { .not($0) }
            }
            if type == .day { return days(entries, session) }
            if let named = NamedTest.form(of: type) { return NamedTest(node, named, session).map { .named($0) } }
            guard let dimension = type.dimension else {
                let key = node.entries?.first?.key
                session.report(
                    .notComparable(
                        key ?? node, key?.text ?? "", expected: Text("一个值，或值的列表", "a value, or a list of values")))
                return nil
            }
            for entry in node.entries ?? [] where !Comparison.keys.contains(entry.key.text ?? "") {
                session.report(
                    .notOneOf(entry.key, entry.key.text ?? "", words: Comparison.Word.allCases.map(\.rawValue)))
                return nil
            }
            guard let comparison = Comparison(node, session) else { return nil }
            comparison.check(against: dimension, values: nil, session)
            return .comparison(comparison)
        }
        switch type {
        case .day where node.items == nil: return day(node, session).map { .days(from: $0, until: $0) }
        case .division where ofSubjects && ownDivisions[node.text ?? ""] != nil:
            return ownDivisions[node.text ?? ""].map { .sameDivision(digits: $0) }
        case .division:
            return ValueType<String>.divisionCode(ofSubjects: ofSubjects).listed().read(node, session).map {
                .oneOf($0)
            }
        case .flag: return ValueType<Bool>.flag.read(node, session).map { .flag($0) }
        case .word(let group, _), .openWord(let group):
            return ValueType<String>.word(group).listed().read(node, session).map { .oneOf($0) }
        default: return ValueType<String>.text.listed().read(node, session).map { .oneOf($0) }
        }
    }
}

extension Filter {
    /// `{from: 2023-07-11, until: 2023-12-31}`: both days included; `edition` is the day of the edition in which it is written.
    private static func days(_ entries: [Node.Entry], _ session: ReadingSession) -> Test? {
        var (from, until): (Day?, Day?)
        for entry in entries {
            guard let key = entry.key.text, ["from", "until"].contains(key) else {
                session.report(.notOneOf(entry.key, entry.key.text ?? "", words: ["from", "until", "present", "not"]))
                return nil
            }
            guard let day = day(entry.value, session) else { return nil }
            if key == "from" { from = day } else { until = day }
        }
        return .days(from: from, until: until)
    }

    private static func day(_ node: Node, _ session: ReadingSession) -> Day? {
        if node.text == "edition", let edition = session.editionDays[node.file.path] { return edition }
        return ValueType<Day>.day.read(node, session)
    }
}

extension ValueType where Value == String {
    /// A division code, or of subjects a word that compares with where they are.
    fileprivate static func divisionCode(ofSubjects: Bool) -> ValueType {
        let words = ofSubjects ? Filter.ownDivisions.sorted { $0.value > $1.value }.map(\.key) : []
        let name = ColumnType.division.name
        let shown =
            words.isEmpty
            ? name
            : Text(
                "\(name.zh)，或 \(words.joined(separator: "、"))", "\(name.en), or \(words.joined(separator: ", "))")
        return ValueType(name: shown) { text in
            [2, 4, 6, 9, 12].contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isNumber } ? text : nil
        }
    }
}
