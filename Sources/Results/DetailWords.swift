internal import CivilTime
package import Exact
internal import Messages

extension Detail {
    /// What a measure came to, told with its parts where its role names some: 22 of 30 days, the third from the end of 288.
    package init(
        _ value: MeasureValue, _ role: MeasureRole, _ dimension: Dimension,
        beside other: (String) -> (value: MeasureValue?, dimension: Dimension)?
    ) {
        func exact(_ name: String) -> Fraction? { other(name)?.value?.number }
        switch role {
        case .rate(let part, let whole):
            guard let number = exact(part), let all = exact(whole), value.number != nil else { break }
            self = .part(number, of: all, other(part)?.dimension ?? .count)
            return
        case .placeFromEnd(let rank, let ranked):
            guard let place = exact(rank), let all = exact(ranked),
                let fromEnd = try? all - place + .one
            else { break }
            self = .placeFromEnd(fromEnd, of: all)
            return
        default: break
        }
        self = .measured(value, dimension)
    }

    /// `73.3%（30 天中 22 天）`, never reduced.
    static func text(_ part: Fraction, of whole: Fraction, _ dimension: Dimension) -> Text {
        let percent = (try? part / whole).map(Dimension.share.figures) ?? "–"
        let (zh, en) = (dimension.unit.zh, dimension.unit.en)
        let number = dimension.figures(part)
        return Text(
            "\(percent)（\(dimension.figures(whole)) \(zh)中 \(number) \(zh)）",
            "\(percent) (\(number) of \(dimension.figures(whole))\(en.isEmpty ? "" : " " + en))")
    }

    /// How what was found stands to this, which is what was asked, by how the test came out: `，不到 15 天`; empty where that says
    /// nothing more.
    func relation(_ holds: Detail?) -> Text {
        guard case .truth(let truth)? = holds else { return Text("", "") }
        let text =
            switch self {
            case .compared(let parts): parts.relation(truth)
            default: Detail.relation(Text(text(.zh), text(.en)), truth)
            }
        return text.zh.isEmpty ? text : Text("，\(text.zh)", ", \(text.en)")
    }

    /// To a name or a state: that it is so needs no words.
    private static func relation(_ asked: Text, _ truth: Truth) -> Text {
        switch truth {
        case .yes: Text("", "")
        case .no: Text("不是\(asked.zh)", "not \(asked.en)")
        case .unknown: Text("是不是\(asked.zh)无法判断", "whether \(asked.en) is not known")
        }
    }
}

extension [AskedComparison] {
    fileprivate func relation(_ truth: Truth) -> Text {
        guard let part = first else { return Text("", "") }
        guard count == 1 else { return joined(truth) }
        // That there is one says the number itself.
        if part.word == .atLeast, truth != .unknown, case .number(let quantity)? = part.operands.first,
            quantity.value == .one
        {
            return Text("", "")
        }
        return switch truth {
        case .yes: title
        case .no: part.opposite
        case .unknown: Text("是否\(title.zh)无法判断", "whether \(title.en) is not known")
        }
    }

    private func joined(_ truth: Truth) -> Text {
        switch truth {
        case .yes: title
        case .no: Text("不在“\(title.zh)”之内", "not \(title.en)")
        case .unknown: Text("是否\(title.zh)无法判断", "whether \(title.en) is not known")
        }
    }
}

extension AskedComparison {
    /// What it is when it does not hold.
    fileprivate var opposite: Text {
        let zh = operands.map(\.title.zh).joined(separator: "、")
        let en = operands.map(\.title.en).joined(separator: ", ")
        let words =
            switch word {
            case .atLeast: Text("不到", "below")
            case .atMost: Text("超过", "above")
            case .above: Text("没有超过", "not above")
            case .below: Text("不低于", "not below")
            case .equals: Text("不是", "not")
            case .among: Text("不属于", "none of")
            }
        return Text(words.zh + space + zh, "\(words.en) \(en)")
    }
}
