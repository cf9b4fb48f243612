internal import CivilTime
internal import PolicyYAML
package import Results

// What results tell of a policy, its provisions and of subjects.

extension JudgedPolicy {
    init(_ policy: Policy, _ provisions: [JudgedProvision], in period: Period, _ keyNames: KeyNames) {
        let words = policy.snapshot(on: period.last)?.words ?? policy.snapshots.last?.words ?? .none
        self.init(
            profile: policy.profile.code, name: policy.profile.name, division: policy.profile.division,
            months: policy.months,
            documents: policy.editions.filter { $0.isInForce(in: period.days) }.compactMap { edition in
                edition.document.map { Document(number: $0.number, issuer: $0.issuer, inForceFrom: edition.effective) }
            },
            provisions: provisions, titles: WordTitles(words, asked: provisions.flatMap(\.asked), keyNames))
    }
}

extension WordTitles {
    /// Those groups that results use words of.
    private static let told = ["action", "action_part", "bearer", "level", "office"]

    /// `asked`: what provisions ask, of whose keys and words the language has names.
    init(_ words: Words, asked: [AskedSetting], _ keyNames: KeyNames) {
        var groups = Dictionary(
            uniqueKeysWithValues: WordTitles.told.map { group in
                (group, words.names(in: group).map { (word: $0, title: words.title($0, in: group)) })
            })
        var used: Set<String> = []
        for setting in asked where setting.label != nil { setting.value.collect(into: &used) }
        groups["language"] = used.sorted().compactMap { word in
            keyNames.name(ofWord: word).map { (word: word, title: Text($0, word.replacingUnderscores)) }
        }
        self.init(groups)
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
    /// Every key and word in it.
    fileprivate func collect(into words: inout Set<String>) {
        switch content {
        case .text(let text): words.insert(text)
        case .list(let items): for item in items { item.collect(into: &words) }
        case .table(let entries):
            for entry in entries {
                words.insert(entry.key)
                entry.value.collect(into: &words)
            }
        }
    }

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
            village: village.map { index in
                let village = villages[index]
                return Subjects.Village(
                    code: village.code, name: village.name, townshipName: name(ofDivision: village.township))
            },
            division: village == nil && subject.kind != .division && subject.kind != .unit
                ? self.division(of: subject, in: days) : "",
            sender: sender.map { units[$0].name })
    }
}

extension Evaluation {
    /// What would decide something, as results tell it: with whom it is about, and what everything is called.
    func told(_ need: Need) -> NeededRecords {
        let kind = records.kinds[need.kind]
        let words = policy.snapshot(on: period.last)?.words ?? .none
        let column = { (name: String) in kind?.columns.first { $0.name == name } }
        return NeededRecords(
            kind: need.kind, file: need.file, title: kind?.about.title ?? Text(same: need.kind),
            subjectKind: need.subject.kind, subject: world.identifier(of: need.subject),
            name: world.name(of: need.subject), days: need.days, columns: need.columns,
            columnTitles: need.columns.map { name in Text(column(name)?.chineseName ?? name, name) },
            holding: need.holding.map { held in
                guard let column = column(held.column) else { return held }
                let value = words.title(held.value, of: column.type)
                return Need.Holding(
                    column: held.column, value: held.value,
                    text: Text("\(column.chineseName) \(value.zh)", "\(column.name) \(value.en)"))
            })
    }
}

extension Provision: HasMeasures {
    package var roles: [(name: String, role: MeasureRole)] { measures.map { ($0.name, $0.role) } }
}
