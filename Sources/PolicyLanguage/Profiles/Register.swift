internal import PolicyYAML

/// Everything that one document orders, numbered: what a profile is held against.
public struct RegisteredDocument: Sendable {
    /// A short code, which the ids of its orders begin with.
    package let code: String
    /// 文号: the one that editions declare.
    package let number: String
    /// What the document is called.
    package let name: Text
    /// Its clauses in order, each of which an order or ``withoutOrder`` accounts for.
    package let outline: [String]
    /// In the order of the document.
    package let orders: [RegisteredOrder]
    /// What of it orders nothing, in the order of the document.
    package let withoutOrder: [UnorderedPart]
}

/// A clause, or a part of one, that orders nothing: an aim, a definition, a heading.
package struct UnorderedPart: Sendable {
    /// The clauses that it is, or is a part of.
    package let clauses: [String]
    /// Which part of the clause; nil: the whole of it.
    package let part: Text?
    /// Why it is no order.
    package let reason: Text
}

/// One thing that a document orders, in the platform's own words.
package struct RegisteredOrder: Sendable {
    /// The order's id, which begins with the document's code: `SX23-01`.
    package let id: String
    /// The clauses that give the order: `一（一）`.
    package let clauses: [String]
    /// Who can tell whether the order was kept.
    package let decidedBy: Decision
    /// How strong the order is; ``Strength/must`` where the register does not say.
    package let strength: Strength
    /// Names of the kinds of record that decide it; empty where the register names none.
    package let fedBy: [String]
    /// Whom or what the order is about.
    package let subject: Text
    /// What it orders.
    package let text: Text
    /// What the reader should know: how it was read, what is left open.
    package let note: Text?
    /// Where the documents disagree, or leave out what the office has to settle.
    package let conflict: Text?
    let node: Node

    /// Who can tell whether it was kept: records show it, a person attests it, or a part is one and a part the other.
    package enum Decision: String, Sendable, CaseIterable { case records, person, partly }
}

extension RegisteredDocument {
    /// Reads `documents/<code>.yaml`. Nil when it cannot be used; reported then.
    init?(_ root: Node, into diagnostics: inout Diagnostics) {
        guard root.entries != nil else {
            diagnostics.report(
                .wrongShape(
                    root,
                    expected: Text("映射（document、code、name、provisions）", "a map (document, code, name, provisions)")))
            return nil
        }
        let session = ReadingSession.describing()
        session.provision = root.file.path
        var reader = SettingsReader(root, session: session)
        number = reader.required("document", .text, Text("文号", "the document's number"), example: "某政发〔2023〕1号")
        code = reader.required("code", .text, Text("代号", "a short code"), example: "AB23")
        name = reader.required("name", .bilingual, Text("名称", "its name"), example: "{zh: 通知, en: notice}")
        outline = reader.required(
            "outline", ValueType<String>.text.listed(), Text("全部条款，按文件的顺序", "all its clauses, in order"),
            example: "[一（一）, 一（二）]")
        let nodes = root["provisions"]?.items ?? []
        let read = reader.list("provisions", .required, Text("各项条款", "what it orders")) { item in
            (
                id: item.required("id", .text, Text("编号", "its id"), example: "AB23-01"),
                clauses: item.required(
                    "clause", ValueType<String>.text.listed(), Text("条款", "the clause"), example: "一（一）"),
                by: item.required(
                    "decided_by", .oneOf(RegisteredOrder.Decision.allCases.map(\.rawValue)),
                    Text("由记录判断、由人认定或两者都有", "judged by records, attested by a person, or partly"), example: "records"),
                strength: item.optional(
                    "strength", .oneOf(Strength.allCases.map(\.rawValue)),
                    Text("约束程度", "how strong it is"), example: "in_principle"),
                fedBy: item.optional(
                    "fed_by", ValueType<String>.text.listed(), Text("由哪些记录判断", "the kinds of record that decide it"),
                    example: "[checkin]"),
                subject: item.required(
                    "subject", .bilingual, Text("对象", "whom it is about"), example: "{zh: 队员, en: member}"),
                text: item.required(
                    "text", .bilingual, Text("内容", "what it orders"), example: "{zh: 每月一次, en: once a month}"),
                note: item.optional("note", .bilingual, Text("说明", "a note"), example: "{zh: 说明, en: a note}"),
                conflict: item.optional(
                    "conflict", .bilingual, Text("文件的冲突或空缺", "a conflict or gap of the documents"),
                    example: "{zh: 两处不一致, en: two places differ}")
            )
        }
        withoutOrder = reader.list("no_order", .optional, Text("不是要求的部分", "what orders nothing")) { item in
            UnorderedPart(
                clauses: item.required(
                    "clause", ValueType<String>.text.listed(), Text("条款", "the clause"), example: "一（一）"),
                part: item.optional(
                    "part", .bilingual, Text("哪一部分", "which part of it"), example: "{zh: 首句, en: its first sentence}"),
                reason: item.required(
                    "because", .bilingual, Text("为什么不是要求", "why it orders nothing"),
                    example: "{zh: 说明目的, en: states the purpose}"))
        }
        reader.reportUnknownKeys()
        RegisteredDocument.checkIdentifiers(nodes, code: code, session)
        RegisteredDocument.checkOutline(root, outline, session)
        diagnostics.merge(session.diagnostics)
        guard !session.diagnostics.hasErrors else { return nil }
        orders = zip(read, nodes).map { item, node in
            RegisteredOrder(
                id: item.id, clauses: item.clauses, decidedBy: RegisteredOrder.Decision(rawValue: item.by) ?? .person,
                strength: item.strength.flatMap(Strength.init) ?? .must, fedBy: item.fedBy ?? [],
                subject: item.subject, text: item.text,
                note: item.note, conflict: item.conflict, node: node)
        }
    }

    /// Every clause is accounted for, and whatever accounts for one names one that there is.
    private static func checkOutline(_ root: Node, _ outline: [String], _ session: ReadingSession) {
        let items = (root["provisions"]?.items ?? []) + (root["no_order"]?.items ?? [])
        let named = items.compactMap { $0["clause"] }.flatMap { $0.items ?? [$0] }
        let accounted = Set(named.compactMap(\.text))
        for node in named {
            if let clause = node.text, !outline.contains(clause) {
                session.report(.clauseNotInOutline(node, clause, outline))
            }
        }
        for node in root["outline"]?.items ?? [] {
            if let clause = node.text, !accounted.contains(clause) { session.report(.clauseUnaccounted(node, clause)) }
        }
    }

    private static func checkIdentifiers(_ items: [Node], code: String, _ session: ReadingSession) {
        var seen: [String: Node] = [:]
        for item in items {
            guard let id = item["id"], let text = id.text else { continue }
            if let first = seen[text] { session.report(.repeatedIdentifier(id, first, id: text)) }
            if !text.hasPrefix(code + "-") { session.report(.orderOfOtherDocument(id, text, code: code)) }
            seen[text] = id
        }
    }
}

extension ValueType where Value == Text {
    /// `{zh: 队员, en: member}`.
    static let bilingual = ValueType(name: Text("{zh: 中文, en: 英文}", "{zh: Chinese, en: English}")) { node, session in
        guard let zh = node["zh"]?.text, let en = node["en"]?.text, node.entries?.count == 2, !zh.isEmpty, !en.isEmpty
        else {
            session.report(.wrongShape(node, expected: Text("{zh: 中文, en: 英文}", "{zh: Chinese, en: English}")))
            return nil
        }
        return Text(zh, en)
    }
}

/// How a profile carries out one order.
public struct OrderCoverage: Sendable {
    /// What the document orders.
    package let order: RegisteredOrder
    /// The provisions that carry it out, in order of their keys, each as it stands in the newest edition that has it;
    /// empty when nothing does.
    package let provisions: [Provision]
}

extension Policy {
    /// Every order of the documents that the profile and those it stands on declare, with what carries it out. Orders of
    /// documents that nobody registered are not known.
    public func coverage(_ register: [RegisteredDocument]) -> [(document: RegisteredDocument, orders: [OrderCoverage])]
    {
        let declared = editions.compactMap { $0.document?.number }
        var carriers: [String: [ProvisionKey: Provision]] = [:]
        for snapshot in snapshots {
            for provision in snapshot.provisions {
                for id in provision.orders { carriers[id, default: [:]][provision.key] = provision }
            }
        }
        return register.filter { declared.contains($0.number) }.map { document in
            (
                document,
                document.orders.map { order in
                    OrderCoverage(
                        order: order, provisions: (carriers[order.id] ?? [:]).values.sorted { $0.key < $1.key })
                }
            )
        }
    }

    /// Orders that provisions claim to carry out and no document gives; and, as notes, what the office should know of its documents'
    /// gaps and conflicts.
    static func checkOrders(
        of snapshots: [PolicySnapshot], _ editions: [Edition], in store: ProfileStore,
        into diagnostics: inout Diagnostics
    ) {
        let claimed = snapshots.flatMap(\.provisions).compactMap { $0.node["orders"] }.flatMap { $0.items ?? [$0] }
        guard let register = store.register(unlessItNames: Set(claimed.compactMap(\.text)), into: &diagnostics),
            !register.isEmpty
        else { return }
        let declared = editions.compactMap { $0.document?.number }
        for order in register.filter({ declared.contains($0.number) }).flatMap(\.orders) {
            if let conflict = order.conflict {
                diagnostics.report(.conflictOfDocuments(order.node["id"] ?? order.node, order.id, conflict))
            }
        }
        let ids = register.flatMap { $0.orders.map(\.id) }
        let known = Set(ids)
        for item in claimed {
            if let text = item.text, !known.contains(text) { diagnostics.report(.unknownOrder(item, text, known: ids)) }
        }
        checkClauses(of: snapshots, register, into: &diagnostics)
    }

    /// Provisions that cite a clause of a registered document which orders nothing.
    private static func checkClauses(
        of snapshots: [PolicySnapshot], _ register: [RegisteredDocument], into diagnostics: inout Diagnostics
    ) {
        let ordering = Dictionary(
            register.map { ($0.number, Set($0.orders.flatMap(\.clauses))) }, uniquingKeysWith: { $0.union($1) })
        for provision in snapshots.flatMap(\.provisions) {
            guard let clauses = ordering[provision.document.number], let node = provision.node["clause"] else {
                continue
            }
            for item in node.items ?? [node] {
                if let clause = item.text, !clauses.contains(clause) {
                    diagnostics.report(.clauseWithoutOrder(item, clause, provision.document.number))
                }
            }
        }
    }
}
