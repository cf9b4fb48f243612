public import PolicyYAML
internal import Rendering
public import ZhucunKernel

/// What the documents of a profile order, and what of it the profile carries out.
public enum CoverageReport {
    /// What the policy tests say of an order: whether one met it and one broke it.
    public struct Tested: Sendable {
        public let met: Bool
        public let broken: Bool

        public init(met: Bool, broken: Bool) {
            self.met = met
            self.broken = broken
        }
    }

    /// Orders that nothing carries out.
    public static func missing(_ policy: Policy, _ register: [RegisteredDocument]) -> Int {
        policy.coverage(register).flatMap(\.orders).count { $0.provisions.isEmpty }
    }

    /// `tested`: by the order's id.
    public static func text(
        _ policy: Policy, _ register: [RegisteredDocument], tested: [String: Tested], _ language: Language
    ) -> [UInt8] {
        var page = TextPage(language: language)
        page.line("# \(policy.profile.name(language))（\(policy.profile.code)）")
        for (document, orders) in policy.coverage(register) {
            let done = orders.filter { !$0.provisions.isEmpty }
            page.line("")
            page.line(
                Text(
                    "\(document.number)　\(document.name.zh)：\(orders.count) 条，已落实 \(done.count) 条，符合与不符合都有测试的 \(count(orders, tested)) 条",
                    "\(document.number) \(document.name.en): \(orders.count) orders, \(done.count) carried out, \(count(orders, tested)) tested met and broken"
                ))
            page.table(orders.map { row($0, tested[$0.order.id], language) }, indent: "  ")
        }
        return page.bytes
    }

    private static func count(_ orders: [OrderCoverage], _ tested: [String: Tested]) -> Int {
        orders.count { tested[$0.order.id].map { $0.met && $0.broken } ?? false }
    }

    private static func row(_ coverage: OrderCoverage, _ tested: Tested?, _ language: Language) -> [String] {
        let order = coverage.order
        let tests = Text(
            (tested?.met ?? false ? "符合✓" : "符合－") + " " + (tested?.broken ?? false ? "不符合✓" : "不符合－"),
            (tested?.met ?? false ? "met ✓" : "met –") + " " + (tested?.broken ?? false ? "broken ✓" : "broken –"))
        let carried = coverage.provisions.map(\.key.description).joined(separator: " ")
        return [
            order.id, order.clauses.joined(separator: "、"), order.decidedBy.title(language), tests(language),
            carried.isEmpty
                ? Text("✗ 没有落实：\(order.text.zh)", "✗ not carried out: \(order.text.en)")(language) : carried,
        ]
    }

    public static func json(_ policies: [Policy], _ register: [RegisteredDocument], tested: [String: [String: Tested]])
        -> [UInt8]
    {
        var json = JSONWriter()
        json.array { json in
            for policy in policies {
                json.object { json in
                    json.string("profile", policy.profile.code)
                    json.array("documents") { json in
                        for (document, orders) in policy.coverage(register) {
                            write(document, orders, tested[policy.profile.code] ?? [:], &json)
                        }
                    }
                }
            }
        }
        return json.bytes + [10]
    }

    private static func write(
        _ document: RegisteredDocument, _ orders: [OrderCoverage], _ tested: [String: Tested], _ json: inout JSONWriter
    ) {
        json.object { json in
            json.string("document", document.number)
            json.string("code", document.code)
            json.array("orders") { json in
                for coverage in orders {
                    json.object { json in
                        json.string("id", coverage.order.id)
                        json.array("clauses") { json in coverage.order.clauses.forEach { json.string($0) } }
                        json.string("decided_by", coverage.order.decidedBy.rawValue)
                        json.string("strength", coverage.order.strength.rawValue)
                        json.array("fed_by") { json in coverage.order.fedBy.forEach { json.string($0) } }
                        json.string("text_zh", coverage.order.text.zh)
                        json.string("text_en", coverage.order.text.en)
                        json.string("note_zh", coverage.order.note?.zh)
                        json.string("note_en", coverage.order.note?.en)
                        json.string("conflict_zh", coverage.order.conflict?.zh)
                        json.string("conflict_en", coverage.order.conflict?.en)
                        json.array("provisions") { json in
                            coverage.provisions.forEach { json.string($0.key.description) }
                        }
                        json.flag("tested_met", tested[coverage.order.id]?.met ?? false)
                        json.flag("tested_broken", tested[coverage.order.id]?.broken ?? false)
                    }
                }
            }
            json.array("no_order") { json in
                for part in document.withoutOrder {
                    json.object { json in
                        json.array("clauses") { json in part.clauses.forEach { json.string($0) } }
                        json.string("part_zh", part.part?.zh)
                        json.string("part_en", part.part?.en)
                        json.string("because_zh", part.reason.zh)
                        json.string("because_en", part.reason.en)
                    }
                }
            }
        }
    }
}
