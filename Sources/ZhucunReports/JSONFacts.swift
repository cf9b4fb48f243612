internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

// Results as data: a reason's code and values, what a provision asks with its places, what its measures are.

extension JSONWriter {
    mutating func reason(_ reason: Reason) { object { $0.members(of: reason) } }

    mutating func reason(_ key: String, _ reason: Reason) { object(key) { $0.members(of: reason) } }

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
    mutating func words(_ text: Text) {
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
        default: value(JSONKey(key), detail.plain)
        }
    }

    private mutating func item(_ detail: Detail) {
        switch detail {
        case .list(let parts), .phrase(let parts): array { json in parts.forEach { json.item($0) } }
        case .title(let title): object { $0.words(title) }
        case .doubts(let doubts): array { json in doubts.forEach { json.reason($0) } }
        case .compared(let parts): object { $0.compared(parts) }
        default: value(detail.plain)
        }
    }

    /// `{"at_most": "1/10"}`; of several that may be equal, a list.
    private mutating func compared(_ parts: [Comparison.Asked]) {
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

    /// A value of a profile: its number and unit where it is one, its parts where it has some, and its place.
    mutating func asked(_ key: String, _ node: Node) { object(key) { $0.asked(node) } }

    private mutating func asked(_ node: Node) {
        if let text = node.text {
            string("value", text)
            if let quantity = Quantity(text) {
                value(JSONKey("number"), .number(quantity.value))
                if let dimension = quantity.dimension { string("unit", dimension.name) }
            }
        } else if let items = node.items {
            array("list") { json in
                for item in items { json.object { $0.asked(item) } }
            }
        } else if let entries = node.entries {
            object("table") { json in
                for entry in entries { json.asked(entry.key.text ?? "", entry.value) }
            }
        }
        string("path", node.file.path)
        number("line", node.location.line)
    }

    /// Records that would decide an outcome.
    mutating func need(_ need: Need, _ world: World) {
        object { json in
            json.string("kind", need.kind)
            json.string("file", need.file)
            json.object("subject") { json in
                json.string("kind", need.subject.kind.rawValue)
                json.string("id", world.identifier(of: need.subject))
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
            }
            if !need.holding.isEmpty {
                json.object("holding") { json in need.holding.forEach { json.string($0.column, $0.value) } }
            }
        }
    }

    /// What a measure is, as members.
    mutating func role(_ role: MeasureRole) {
        string("role", role.name)
        for (key, measure) in role.others { string(key, measure) }
    }

    /// A provision as it stands from a day on: what outcomes refer to by its name and version.
    mutating func provision(_ provision: Provision) {
        string("provision", provision.key.description)
        string("version", provision.version.description)
        string("name", provision.name)
        string("subject", provision.subject.rawValue)
        string("per", provision.per?.rawValue)
        string("document", provision.document.number)
        array("clauses") { json in provision.clauses.forEach { json.string($0) } }
        array("orders") { json in provision.orders.forEach { json.string($0) } }
        string("edition", provision.edition.description)
        string("path", provision.node.location.path)
        number("line", provision.node.location.line)
        object("asked") { json in
            for setting in provision.settings { json.asked(setting.key.text ?? "", setting.value) }
        }
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
        case .period(let name), .name(let name): .text(name)
        case .truth(let truth): .text(truth.name)
        case .title, .list, .phrase, .doubts, .compared: .text("")
        }
    }
}
