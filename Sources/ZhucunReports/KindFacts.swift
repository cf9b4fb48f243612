internal import PolicyYAML
internal import ZhucunKernel

extension ColumnDeclaration {
    /// Whether it must be filled in, and what an empty field says.
    func presence(_ language: Language) -> String {
        guard !isRequired, !type.isDerived else { return isRequired ? Text("必填", "required")(language) : "" }
        return switch empty {
        case .unknown: Text("空为未知", "empty: unknown")(language)
        case .open: Text("空为未结束", "empty: open")(language)
        case .notYet: Text("空为尚未", "empty: not yet")(language)
        case .none: Text("空为没有", "empty: none")(language)
        }
    }

    /// What its day is, and between which bounds its numbers are.
    func facts(_ language: Language) -> String {
        if let bounds { return "\(bounds.lowerBound)–\(bounds.upperBound)" }
        guard type.isDay else { return digits.map { Text("\($0) 位数字", "\($0) digits")(language) } ?? "" }
        return switch date {
        case .happened: Text("发生之日", "happened")(language)
        case .planned: Text("预定之日", "planned")(language)
        case .entered: Text("登记之日", "entered")(language)
        }
    }
}

extension RecordKind {
    /// What holds between its columns and between its rows.
    var facts: [Text] {
        var facts: [Text] = []
        let about = about
        if !about.identity.isEmpty {
            facts.append(
                Text(
                    "同一件事：\(about.identity.joined(separator: "、"))相同",
                    "the same fact: one \(about.identity.joined(separator: ", "))"))
        }
        if let entered = about.entered { facts.append(Text("登记时间：\(entered)", "entered: \(entered)")) }
        let orders = about.orders.map { "\($0.earlier) ≤ \($0.later)" } + about.parts.map { "\($0.part) ≤ \($0.whole)" }
        if !orders.isEmpty { facts.append(Text(orders.joined(separator: "，"), orders.joined(separator: ", "))) }
        return facts
    }
}
