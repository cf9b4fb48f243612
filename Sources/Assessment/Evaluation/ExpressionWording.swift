internal import CivilTime
import PolicyYAML
internal import Results

extension ConditionWording {
    package /// What computed numbers came to, and what was asked.
        func compared(
            _ test: ComparedTest, _ left: ValueRange?, _ rights: [ValueRange?], _ truth: Truth
        ) -> Reason
    {
        let dimension = dimension(of: test.left)
        let number = { (value: ValueRange?) -> Detail in
            value.flatMap { MeasureValue($0) }.map { .measured($0, dimension) } ?? .name("?")
        }
        let asked = zip(test.parts, rights).map { part, value -> Detail in
            if case .number = part.right.term, part.right.isBare {
                return .phrase([.title(part.word.title), number(value)])
            }
            return .phrase([.title(part.word.title), .title(title(of: part.right)), number(value)])
        }
        return Reason(
            .numbersCompared,
            [
                "test": .title(title(of: test.left)), "found": number(left), "asked": .list(asked),
                "holds": .truth(truth),
            ])
    }

    /// `应得 = 监测线 − 人均纯收入 × 人口：2000 元`.
    func computed(_ expression: Expression, _ value: ValueRange?) -> Text {
        let title = title(of: expression)
        let number =
            value.flatMap { MeasureValue($0) }.map { $0.readable(as: dimension(of: expression)) } ?? Text(same: "?")
        return Text("\(title.zh)：\(number.zh)", "\(title.en): \(number.en)")
    }

    /// In what a computed number is told.
    private func dimension(of expression: Expression) -> Dimension {
        let session = ReadingSession.describing()
        return expression.dimension(session) { self.rules?.targets[$0]?.declaration.dimension }?.dimension ?? .count
    }

    /// What a number is called, with all that it is computed from.
    func title(of expression: Expression) -> Text {
        let join = { (title: Text, others: [Expression], sign: String) in
            others.reduce(title) { title, other in
                let other = self.title(of: other)
                return Text("\(title.zh) \(sign) \(other.zh)", "\(title.en) \(sign) \(other.en)")
            }
        }
        let sum = join(join(title(of: expression.term), expression.plus, "+"), expression.less, "−")
        guard !expression.times.isEmpty || expression.capped != nil else { return sum }
        if let most = expression.capped {
            let capped = Text("\(sum.zh)（最多计 \(most.exactText)）", "\(sum.en) (capped at \(most.exactText))")
            return join(capped, expression.times, "×")
        }
        let isSum = !expression.plus.isEmpty || !expression.less.isEmpty
        return join(isSum ? Text("（\(sum.zh)）", "(\(sum.en))") : sum, expression.times, "×")
    }

    private func title(of term: Expression.Term) -> Text {
        switch term {
        case .number(let quantity): return Operand.number(quantity).title
        case .measure(let reference, let gathered):
            let name = title(of: reference)
            let window = reference.window?.text ?? Text("", "")
            return Text(
                window.zh + name.zh + (gathered?.text.zh ?? ""),
                [gathered?.text.en ?? "", name.en, window.en].filter { !$0.isEmpty }.joined(separator: " "))
        case .count(let records, _, _, let window):
            let name = title(records)
            let within = window?.text ?? Text("", "")
            return Text("\(within.zh)\(name.zh)次数", [name.en, within.en].filter { !$0.isEmpty }.joined(separator: " "))
        case .sum(let records, let of, let over, _, let window):
            let (name, column, within) = (title(records), records.title(of: of), window?.text ?? Text("", ""))
            let share = over.map { records.title(of: $0) }
            return Text(
                "\(within.zh)\(name.zh)的\(column.zh)" + (share.map { "占\($0.zh)" } ?? ""),
                ["\(column.en)\(share.map { " over \($0.en)" } ?? "") of \(name.en)", within.en].filter { !$0.isEmpty }
                    .joined(separator: " "))
        case .field(let field): return field.title
        case .days(let from, let until, let over):
            let ends = until.map(\.title)
            let share = over.map { " / \($0.exactText)" } ?? ""
            return Text(
                "从\(from.title.zh)到\(ends.map(\.zh).joined(separator: "、"))的天数\(share)",
                "days from \(from.title.en) to \(ends.map(\.en).joined(separator: ", "))\(share)")
        case .growth(let grown, let since):
            let name = title(of: grown)
            return Text("\(name.zh)比\(since.text.zh)的增长", "growth of \(name.en) since \(since.text.en)")
        case .earlier(_, let time): return time.text
        }
    }
}

extension Expression {
    /// Nothing is added, taken off or multiplied.
    var isBare: Bool { plus.isEmpty && less.isEmpty && capped == nil && times.isEmpty }
}
