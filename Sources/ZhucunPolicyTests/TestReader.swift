internal import CivilTime
public import PolicyYAML
internal import ZhucunKernel

/// Reads the test files of a profile, strictly: everything wrong in them is reported at its place.
public struct TestReader {
    let bench: TestBench
    private static let keys = ["name", "orders", "item", "unit", "as_of", "subject", "given", "expect"]

    public init(_ bench: TestBench) { self.bench = bench }

    /// The tests of one file.
    public func read(_ file: Node, into diagnostics: inout Diagnostics) -> [PolicyTest] {
        guard let list = Strict.entries(file, keys: ["tests"], into: &diagnostics)["tests"] else {
            if file.entries?.isEmpty == false {
                diagnostics.report(.testLacks("tests", file, expected: Text("测试的列表", "a list of tests")))
            }
            return []
        }
        guard let items = list.items else {
            diagnostics.report(.testShape(list, expected: Text("测试的列表", "a list of tests")))
            return []
        }
        var names: [String: Node] = [:]
        return items.compactMap { item in
            if let name = item["name"], let text = name.text {
                if let first = names[text] {
                    diagnostics.report(.testNameTwice(name, first))
                } else {
                    names[text] = name
                }
            }
            return test(item, into: &diagnostics)
        }
    }

    private func test(_ node: Node, into diagnostics: inout Diagnostics) -> PolicyTest? {
        let before = diagnostics.errorCount
        let entries = Strict.entries(node, keys: TestReader.keys, into: &diagnostics)
        let needs = [
            ("name", Text("测试的名称", "the test's name")), ("item", Text("模块/条款", "section/id")),
            ("unit", Text("判断的时间单位，如 2023-07", "the unit judged, such as 2023-07")),
            ("expect", Text("应得的结果，如 {verdict: met}", "what must come out, such as {verdict: met}")),
        ]
        if node.entries != nil {
            for (key, meaning) in needs where entries[key] == nil {
                diagnostics.report(.testLacks(key, node, expected: meaning))
            }
        }
        let key = entries["item"].flatMap { item($0, into: &diagnostics) }
        let unit = entries["unit"].flatMap { node in
            scalar(
                node, Text("时间单位，如 2023-W28、2023-07、2023-Q3", "a unit such as 2023-W28, 2023-07, 2023-Q3"),
                into: &diagnostics
            ) { Period($0)?.under(bench.policy.months) }
        }
        let asOf = entries["as_of"].flatMap { node in
            scalar(node, ValueType<Day>.day.name, into: &diagnostics) { Day($0) }
        }
        guard let key, let unit, let unitNode = entries["unit"], let provision = bench.provision(key, for: unit) else {
            return nil
        }
        if !bench.judges(key, in: unit) { diagnostics.report(.testUnit(unitNode, key, per: provision.per)) }
        let orders = readOrders(entries["orders"], key, provision, into: &diagnostics)
        let named = entries["subject"].flatMap { node in
            scalar(node, Text("对象的编号", "the subject's identifier"), into: &diagnostics) {
                $0.isEmpty ? nil : bench.place.identifier($0)
            }
        }
        var given = GivenReader(bench, item: key, unit: unit, about: provision.subject)
        given.read(entries["given"], into: &diagnostics)
        guard let subject = named ?? given.usualSubject(division: divisionLevel(provision)) else {
            diagnostics.report(.testNoRow(entries["item"] ?? node, of: provision.subject))
            return nil
        }
        given.complete(subject: subject)
        let expectations =
            entries["expect"].map {
                ExpectationReader(bench: bench, provision: provision).read($0, subject: subject, into: &diagnostics)
            } ?? []
        guard diagnostics.errorCount == before, let name = entries["name"]?.text else { return nil }
        let records = TestRecords(given.rows, kinds: bench.plugins.kinds, none: bench.kept, missing: given.missing)
        return PolicyTest(
            name: name, orders: orders, item: key, unit: unit, asOf: asOf, subject: subject, records: records,
            unlisted: given.unlisted, expectations: expectations, node: node)
    }

    private func item(_ node: Node, into diagnostics: inout Diagnostics) -> ProvisionKey? {
        if let key = node.text.flatMap({ bench.keys[$0] }) { return key }
        let keys = bench.policy.keys
        let former = bench.assessor.store.formerProvisions(of: bench.policy.profile)
        if let name = node.text, let provision = former.first(where: { $0.former == name }) {
            diagnostics.report(.formerProvision(node, provision))
            return nil
        }
        diagnostics.report(
            node.text == nil
                ? .testShape(node, expected: Text("模块/条款", "section/id"))
                : .testItem(node, profile: bench.policy.profile.code, known: keys.map(\.description)))
        return nil
    }

    private func readOrders(
        _ node: Node?, _ key: ProvisionKey, _ provision: Provision, into diagnostics: inout Diagnostics
    ) -> [String] {
        guard let node else { return [] }
        return (node.items ?? [node]).compactMap { item in
            guard let text = item.text, !text.isEmpty else {
                diagnostics.report(.testShape(item, expected: Text("登记册中的编号", "an id of the register")))
                return nil
            }
            if !provision.orders.contains(text) { diagnostics.report(.testOrder(item, key, known: provision.orders)) }
            return text
        }
    }

    /// The level of division that a provision is about.
    private func divisionLevel(_ provision: Provision) -> String {
        let level = provision.node["for"]?["division"]?["level"]
        return level?.text ?? level?.items?.first?.text ?? "county"
    }

    private func scalar<Value>(
        _ node: Node, _ expected: Text, into diagnostics: inout Diagnostics, _ read: (String) -> Value?
    ) -> Value? {
        if let text = node.text, let value = read(text) { return value }
        diagnostics.report(.testValue(node, expected: expected))
        return nil
    }
}
