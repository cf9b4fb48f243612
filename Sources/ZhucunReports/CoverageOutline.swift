public import PolicyYAML
internal import Rendering
public import ZhucunKernel

extension CoverageReport {
    /// A document clause by clause: what each orders and what carries that, and what orders nothing.
    public static func outline(_ document: RegisteredDocument, _ orders: [OrderCoverage], _ language: Language)
        -> [UInt8]
    {
        var page = TextPage(language: language)
        page.line("# \(document.number)　\(document.name(language))")
        for clause in document.outline {
            page.line("")
            page.line(clause)
            page.table(
                orders.filter { $0.order.clauses.contains(clause) }.map { coverage in
                    let carried = coverage.provisions.map(\.key.description).joined(separator: " ")
                    let order = coverage.order
                    return [
                        order.id, order.decidedBy.title(language), order.strength.title(language), order.text(language),
                        carried.isEmpty ? Text("✗ 没有落实", "✗ not carried out")(language) : "→ " + carried,
                    ]
                }, indent: "  ")
            for part in document.withoutOrder where part.clauses.contains(clause) {
                let which = part.part.map { Text("（\($0.zh)）", " (\($0.en))") } ?? Text("", "")
                page.line(Text("  不是要求\(which.zh)：\(part.reason.zh)", "  no order\(which.en): \(part.reason.en)"))
            }
        }
        return page.bytes
    }
}

extension RegisteredOrder.Decision {
    var title: Text {
        switch self {
        case .records: Text("记录", "records")
        case .person: Text("人工", "person")
        case .partly: Text("记录和人工", "records and person")
        }
    }
}
