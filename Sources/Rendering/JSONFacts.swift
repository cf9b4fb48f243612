internal import CivilTime
internal import Exact
package import Messages
package import Results
package import Writers

// Results as data: a reason's code and values, what a provision asks with its places, what its measures are.

extension JSONWriter {
    package mutating func reason(_ reason: Reason) { object { $0.members(of: reason) } }

    package mutating func reason(_ key: String, _ reason: Reason) { object(key) { $0.members(of: reason) } }

    /// A reason's code with its values, and its words.
    private mutating func members(of reason: Reason) {
        string("code", reason.code.name)
        if !reason.values.isEmpty {
            object("values") { json in
                for value in reason.values where !value.value.isEmpty { json.detail(value.name, value.value) }
            }
        }
        words(reason.text)
    }

    /// A text's two languages, as members.
    package mutating func words(_ text: Text) {
        string("zh", text.zh)
        string("en", text.en)
    }

    private mutating func detail(_ key: String, _ detail: Detail) {
        switch detail {
        case .list(let parts): array(key) { json in parts.forEach { json.item($0) } }
        case .phrase(let parts): array(key) { json in parts.forEach { json.item($0) } }
        case .title(let title): object(key) { $0.words(title) }
        case .doubts(let doubts): array(key) { json in doubts.forEach { json.reason($0) } }
        case .compared(let parts): object(key) { $0.compared(parts) }
        case .part(let part, let whole, _), .placeFromEnd(let part, let whole):
            object(key) { $0.part(part, of: whole) }
        default: value(JSONKey(key), detail.plain)
        }
    }

    private mutating func item(_ detail: Detail) {
        switch detail {
        case .list(let parts), .phrase(let parts): array { json in parts.forEach { json.item($0) } }
        case .title(let title): object { $0.words(title) }
        case .doubts(let doubts): array { json in doubts.forEach { json.reason($0) } }
        case .compared(let parts): object { $0.compared(parts) }
        case .part(let part, let whole, _), .placeFromEnd(let part, let whole): object { $0.part(part, of: whole) }
        default: value(detail.plain)
        }
    }

    private mutating func part(_ part: Fraction, of whole: Fraction) {
        value(JSONKey("part"), .number(part))
        value(JSONKey("of"), .number(whole))
    }

    /// `{"at_most": "1/10"}`; of several that may be equal, a list.
    private mutating func compared(_ parts: [AskedComparison]) {
        for part in parts {
            let values = part.operands.map { operand -> MeasureValue in
                switch operand {
                case .number(let quantity): .number(quantity.value)
                case .text(let name): .text(name)
                }
            }
            if part.word == .among {
                array(part.word.rawValue) { json in values.forEach { json.value($0) } }
            } else if let value = values.first {
                self.value(JSONKey(part.word.rawValue), value)
            }
        }
    }

    /// A setting of a profile: what it is called, its value and its place.
    package mutating func asked(_ setting: AskedSetting) {
        object(setting.key) { json in
            if let label = setting.label { json.words(label) }
            json.asked(setting.value)
        }
    }

    /// A value's number and unit where it is one, its parts where it has some, and its place.
    private mutating func asked(_ value: AskedValue) {
        switch value.content {
        case .text(let text):
            string("value", text)
            if let quantity = Quantity(text) {
                self.value(JSONKey("number"), .number(quantity.value))
                if let dimension = quantity.dimension { string("unit", dimension.name) }
            }
        case .list(let items):
            array("list") { json in
                for item in items { json.object { $0.asked(item) } }
            }
        case .table(let entries):
            object("table") { json in
                for entry in entries { json.object(entry.key) { $0.asked(entry.value) } }
            }
        }
        string("path", value.path)
        number("line", value.line)
    }

    /// Records that would decide an outcome.
    package mutating func need(_ need: NeededRecords) {
        object { json in
            json.string("kind", need.kind)
            json.string("file", need.file)
            json.object("title") { $0.words(need.title) }
            json.object("subject") { json in
                json.string("kind", need.subjectKind.rawValue)
                json.string("id", need.subject)
                json.string("name", need.name)
            }
            if !need.days.isEmpty {
                json.array("days") { json in
                    for days in need.days {
                        json.object { json in
                            json.string("from", days.first.description)
                            json.string("to", days.last.description)
                        }
                    }
                }
            }
            if !need.columns.isEmpty {
                json.array("columns") { json in need.columns.forEach { json.string($0) } }
                json.array("column_titles") { json in
                    for title in need.columnTitles { json.object { $0.words(title) } }
                }
            }
            if !need.holding.isEmpty {
                json.object("holding") { json in need.holding.forEach { json.string($0.column, $0.value) } }
            }
        }
    }

    /// What a measure is, as members.
    package mutating func role(_ role: MeasureRole) {
        string("role", role.name)
        for (key, measure) in role.others { string(key, measure) }
        if case .rank(_, _, let within?) = role { string("within", within) }
    }

    /// A provision as it stands from a day on: what outcomes refer to by its name and version.
    mutating func provision(_ provision: JudgedProvision) {
        reference(to: provision)
        string("name", provision.name)
        string("subject", provision.subject.rawValue)
        string("per", provision.per?.rawValue)
        string("document", provision.document)
        array("clauses") { json in provision.clauses.forEach { json.string($0) } }
        array("orders") { json in provision.orders.forEach { json.string($0) } }
        string("strength", provision.strength.rawValue)
        string("edition", provision.edition.description)
        string("path", provision.path)
        number("line", provision.line)
        object("asked") { json in provision.asked.forEach { json.asked($0) } }
        array("told") { json in provision.told.forEach { json.string($0) } }
        array("discretion") { json in provision.discretion.forEach { json.string($0) } }
        array("measures") { json in
            for measure in provision.measures {
                json.object { json in
                    json.string("name", measure.name)
                    json.words(measure.title)
                    json.string("dimension", measure.dimension.name)
                    json.role(measure.role)
                    if let values = measure.values {
                        json.array("values") { json in values.forEach { json.string($0) } }
                    }
                }
            }
        }
    }

    /// A policy with what of it was in force.
    mutating func policy(_ policy: JudgedPolicy) {
        string("profile", policy.profile)
        string("name", policy.name.zh)
        string("name_en", policy.name.en)
        string("division", policy.division)
        number("months_from", policy.months.firstDay)
        array("documents") { json in
            for document in policy.documents {
                json.object { json in
                    json.string("number", document.number)
                    json.string("issuer", document.issuer)
                    json.string("in_force_from", document.inForceFrom.description)
                }
            }
        }
        array("provisions") { json in
            for provision in policy.provisions { json.object { $0.provision(provision) } }
        }
        object("words") { json in
            for (group, words) in policy.titles.groups.sorted(by: { $0.key < $1.key }) {
                json.object(group) { json in
                    for (word, title) in words { json.object(word) { $0.words(title) } }
                }
            }
        }
    }

    /// What a reader asked for.
    mutating func filter(_ filter: ResultFilter) {
        string("subject", filter.subject)
        if let area = filter.area {
            object("division") { json in
                json.string("code", area.code)
                json.string("kind", area.kind?.rawValue)
                json.string("level", area.level)
                json.string("name", area.name)
            }
        }
        array("kinds") { json in filter.kinds.forEach { json.string($0.rawValue) } }
        array("verdicts") { json in filter.verdicts.forEach { json.string($0.rawValue) } }
        array("provisions") { json in filter.provisions.forEach { json.string($0) } }
    }

    /// Whom outcomes are about.
    mutating func subject(_ entry: Subjects.Entry) {
        string("kind", entry.kind.rawValue)
        string("id", entry.id)
        string("name", entry.name)
        if let level = entry.level { string("level", level) }
        string("township", entry.township)
        string("village", entry.village?.code)
        if let name = entry.village?.townshipName, !name.isEmpty { string("township_name", name) }
        if let name = entry.village?.name, !name.isEmpty { string("village_name", name) }
        if let sender = entry.sender { string("sent_by", sender) }
    }
}

extension Detail {
    /// Whether there is nothing in it, which is only of use in a sentence.
    fileprivate var isEmpty: Bool {
        switch self {
        case .title(let title): title.zh.isEmpty
        case .doubts(let doubts): doubts.isEmpty
        default: false
        }
    }

    /// A single value.
    fileprivate var plain: MeasureValue {
        switch self {
        case .number(let number): .number(number)
        case .range(let range): MeasureValue(range) ?? .text("?")
        case .measured(let value, _): value
        case .day(let day): .text(day.description)
        case .period(let period): .text(period.description)
        case .name(let name): .text(name)
        case .truth(let truth): .text(truth.name)
        case .title, .list, .phrase, .doubts, .compared, .part, .placeFromEnd: .text("")
        }
    }
}
