internal import CivilTime
public import PolicyYAML
internal import Rendering
internal import ZhucunKernel
internal import ZhucunReports

/// What tests exercise, for people: the counts, and every gap with its place.
public enum TestCoverageReport {
    public static func text(_ coverages: [TestCoverage], _ language: Language) -> [UInt8] {
        Array(
            coverages.map { lines($0).map { $0(language) }.joined(separator: "\n") + "\n" }.joined(separator: "\n").utf8
        )
    }

    private static func lines(_ coverage: TestCoverage) -> [Text] {
        let items = coverage.items
        let branches = items.flatMap { item in item.branches.map { (item, $0) } }
        let thresholds = items.flatMap { item in item.thresholds.map { (item, $0) } }
        let own = Set(items.flatMap(\.provision.orders))
        let orders = own.count { coverage.orders[$0].map { $0.met && $0.broken } ?? false }
        let open = branches.filter { !isWhole($0.1.truths) }
        let unseen = thresholds.filter { !isWhole($0.1) }
        var lines = [
            Text(
                "\(coverage.profile.name.zh)（\(coverage.profile.code)）",
                "\(coverage.profile.name.en) (\(coverage.profile.code))"),
            Text(
                "  条款 \(items.count) 条，两面都测过 \(items.count { $0.isMet && $0.isBroken }) 条",
                "  provisions: \(items.count), \(items.count { $0.isMet && $0.isBroken }) tested on both sides"),
            Text("  登记条款 \(own.count) 条，两面都测过 \(orders) 条", "  orders: \(own.count), \(orders) tested on both sides"),
            Text(
                "  条件 \(branches.count) 处，成立与不成立都出现过 \(branches.count - open.count) 处",
                "  conditions: \(branches.count), \(branches.count - open.count) came out true and false"),
            Text(
                "  数字 \(thresholds.count) 处，恰好与两侧都测过 \(thresholds.count - unseen.count) 处",
                "  numbers: \(thresholds.count), \(thresholds.count - unseen.count) tested at, below and above"),
        ]
        lines += list(
            Text("没有测试的条款", "provisions without a test"),
            items.filter { $0.tests == 0 }.map { named($0.provision, Text("", ""), $0.provision.node) })
        lines += list(
            Text("只测过一面的条款", "provisions tested on one side"),
            items.filter { $0.tests > 0 && !($0.isMet && $0.isBroken) }.map {
                named($0.provision, sides($0), $0.provision.node)
            })
        lines += list(Text("没有测试的登记条款", "orders without a test"), coverage.ordersWithoutTest.map { Text(same: $0) })
        lines += list(
            Text("没有两种结果的条件", "conditions that did not come out both ways"),
            open.map {
                named(
                    $0.provision,
                    Text("\($1.branch.form) \(marks($1.truths).zh)", "\($1.branch.form) \(marks($1.truths).en)"),
                    $1.branch.node)
            })
        lines += list(
            Text("没有测全的数字", "numbers not tested at, below and above"),
            unseen.map {
                named(
                    $0.provision,
                    Text(
                        "\($1.threshold.word.rawValue) \($1.threshold.node.text ?? "")　\(marks($1).zh)",
                        "\($1.threshold.word.rawValue) \($1.threshold.node.text ?? "") \(marks($1).en)"),
                    $1.threshold.node)
            })
        return lines
    }

    static func isWhole(_ truths: Set<Truth>) -> Bool { truths.contains(.yes) && truths.contains(.no) }
    static func isWhole(_ item: (threshold: Threshold, sides: Set<BranchNotes.Side>)) -> Bool {
        item.sides.isSuperset(of: item.threshold.sides)
    }

    private static func list(_ title: Text, _ rows: [Text]) -> [Text] {
        rows.isEmpty ? [] : [Text("\(title.zh)：", "\(title.en):")] + rows.map { Text("  \($0.zh)", "  \($0.en)") }
    }

    private static func named(_ provision: Provision, _ what: Text, _ node: Node) -> Text {
        let place = node.location
        let end = "　← \(place.path):\(place.line):\(place.column)"
        let gap = what.zh.isEmpty ? "" : "　"
        return Text("\(provision.key)\(gap)\(what.zh)\(end)", "\(provision.key)\(gap)\(what.en)\(end)")
    }

    private static func sides(_ item: TestCoverage.Item) -> Text {
        switch item.answer {
        case .values: Text("没有核对数值", "no value was checked")
        case .holds: marked([(item.isMet, Text("成立", "holds")), (item.isBroken, Text("不成立", "does not hold"))])
        case .verdict: marked([(item.isMet, Text("符合", "met")), (item.isBroken, Text("不符合", "breached"))])
        }
    }

    private static func marks(_ truths: Set<Truth>) -> Text {
        marked([(truths.contains(.yes), Text("成立", "true")), (truths.contains(.no), Text("不成立", "false"))])
    }

    private static func marks(_ item: (threshold: Threshold, sides: Set<BranchNotes.Side>)) -> Text {
        let titles: [BranchNotes.Side: Text] = [
            .below: Text("以下", "below"), .exactly: Text("恰好", "exactly"), .above: Text("以上", "above"),
        ]
        return marked(item.threshold.sides.map { (item.sides.contains($0), titles[$0] ?? Text(same: $0.rawValue)) })
    }

    private static func marked(_ parts: [(Bool, Text)]) -> Text {
        Text(
            parts.map { $1.zh + ($0 ? "✓" : "－") }.joined(separator: " "),
            parts.map { $1.en + ($0 ? " ✓" : " –") }.joined(separator: ", "))
    }

    static func write(_ coverages: [TestCoverage], _ json: inout JSONWriter) {
        for coverage in coverages { json.object { write(coverage, &$0) } }
    }

    private static func write(_ coverage: TestCoverage, _ json: inout JSONWriter) {
        json.string("profile", coverage.profile.code)
        json.array("orders") { json in
            for (id, tested) in coverage.orders.sorted(by: { $0.key < $1.key }) {
                json.object { json in
                    json.string("id", id)
                    json.flag("met", tested.met)
                    json.flag("broken", tested.broken)
                }
            }
        }
        json.array("orders_without_test") { json in coverage.ordersWithoutTest.forEach { json.string($0) } }
        json.array("provisions") { json in
            for item in coverage.items { json.object { write(item, &$0) } }
        }
    }

    private static func write(_ item: TestCoverage.Item, _ json: inout JSONWriter) {
        json.string("provision", item.provision.key.description)
        json.string("answer", item.answer.rawValue)
        json.number("tests", item.tests)
        json.flag("met", item.isMet)
        json.flag("broken", item.isBroken)
        json.array("conditions") { json in
            for (branch, truths) in item.branches {
                json.object { json in
                    json.string("form", branch.form)
                    place(branch.node, &json)
                    json.flag("true", truths.contains(.yes))
                    json.flag("false", truths.contains(.no))
                    json.flag("unknown", truths.contains(.unknown))
                }
            }
        }
        json.array("numbers") { json in
            for (threshold, sides) in item.thresholds {
                json.object { json in
                    json.string("word", threshold.word.rawValue)
                    json.string("number", threshold.node.text)
                    place(threshold.node, &json)
                    for side in threshold.sides { json.flag(side.rawValue, sides.contains(side)) }
                }
            }
        }
    }

    private static func place(_ node: Node, _ json: inout JSONWriter) {
        let location = node.location
        json.string("path", location.path)
        json.number("line", location.line)
        json.number("column", location.column)
    }
}
