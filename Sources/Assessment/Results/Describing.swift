internal import CivilTime
internal import PolicyYAML
package import Results

// What results tell of a policy, its provisions and of subjects.

extension JudgedPolicy {
    init(_ policy: Policy, _ provisions: [JudgedProvision], in period: Period) {
        let words = policy.snapshot(on: period.last)?.words ?? policy.snapshots.last?.words ?? .none
        self.init(
            profile: policy.profile.code, name: policy.profile.name, division: policy.profile.division,
            months: policy.months,
            documents: policy.editions.filter { $0.isInForce(in: period.days) }.compactMap { edition in
                edition.document.map { Document(number: $0.number, issuer: $0.issuer, inForceFrom: edition.effective) }
            },
            provisions: provisions, titles: WordTitles(words))
    }
}

extension WordTitles {
    /// Those groups that results use words of.
    private static let told = ["action", "action_part", "bearer", "level", "office"]

    init(_ words: Words) {
        self.init(
            Dictionary(
                uniqueKeysWithValues: WordTitles.told.map { group in
                    (group, words.names(in: group).map { (word: $0, title: words.title($0, in: group)) })
                }))
    }
}

extension JudgedProvision {
    package convenience init(_ provision: Provision) {
        let labels = Dictionary(provision.asked.map { ($0.key, $0.label) }, uniquingKeysWith: { a, _ in a })
        self.init(
            key: provision.key, version: provision.version, name: provision.name, subject: provision.subject,
            per: provision.per,
            document: provision.document.number, clauses: provision.clauses, orders: provision.orders,
            strength: provision.strength, edition: provision.edition,
            path: provision.node.location.path, line: provision.node.location.line,
            asked: provision.settings.map { setting in
                let key = setting.key.text ?? ""
                return AskedSetting(key: key, label: labels[key], value: AskedValue(setting.value))
            },
            told: provision.asked.map(\.key),
            measures: provision.measures.map {
                Measure(name: $0.name, title: $0.title, dimension: $0.dimension, role: $0.role, values: $0.values)
            },
            discretion: provision.discretion.map(\.reason), layout: provision.layout)
    }
}

extension AskedValue {
    init(_ node: Node) {
        let content: Content
        if let text = node.text {
            content = .text(text)
        } else if let items = node.items {
            content = .list(items.map { AskedValue($0) })
        } else {
            content = .table(
                (node.entries ?? []).map { AskedEntry(key: $0.key.text ?? "", value: AskedValue($0.value)) })
        }
        self.init(content, path: node.file.path, line: node.location.line)
    }
}

extension World {
    /// As results tell of it in a county: who moved has a village in each.
    func entry(of subject: Subject, in county: String, _ days: DayRange) -> Subjects.Entry {
        let posting =
            subject.kind == .cadre
            ? mainPosting(of: subject.index, in: days) { villages[$0.village].code.hasPrefix(county) } : nil
        let village =
            subject.kind == .cadre ? posting.map { postings[$0].village } : self.village(of: subject, in: days)
        let sender = subject.kind == .team ? teams[subject.index].unit : posting.flatMap { postings[$0].unit }
        return Subjects.Entry(
            kind: subject.kind, id: identifier(of: subject), name: name(of: subject),
            level: subject.kind == .division ? divisions[subject.index].level : nil,
            village: village.map { Subjects.Village(code: villages[$0].code, name: villages[$0].name) },
            division: village == nil && subject.kind != .division && subject.kind != .unit
                ? self.division(of: subject, in: days) : "",
            sender: sender.map { units[$0].name })
    }
}

extension Need {
    /// With whom it is about by identifier and name.
    func records(_ world: World) -> NeededRecords {
        NeededRecords(
            kind: kind, file: file, subjectKind: subject.kind, subject: world.identifier(of: subject),
            name: world.name(of: subject), days: days,
            columns: columns, holding: holding)
    }
}

extension Provision: HasMeasures {
    package var roles: [(name: String, role: MeasureRole)] { measures.map { ($0.name, $0.role) } }
}
