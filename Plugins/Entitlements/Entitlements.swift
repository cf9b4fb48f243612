internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What a subject can get: a rate times a quantity, within a cap: allowances by days on post, subsidies by mu, work funds by head.
/// Where the records say what was paid, the payment is held against it.
public struct Entitlements: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "entitlements", title: Text("补贴与奖补", "entitlements"),
        summary: Text("按标准和数量计算应得金额，有发放记录的核对是否超发或少发", "what a subject can get by rate and quantity, held against what was paid"), answer: .values)
    public static let records = [RecordKind(Plantings.self)]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> EntitlementRule { EntitlementRule(&settings) }

    public func measures(_ rule: EntitlementRule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("amount", Text("应得金额", "what can be got"), .yuan), MeasureDeclaration("quantity", Text("数量", "the quantity"), rule.dimension),
            MeasureDeclaration("paid", Text("已发金额", "paid"), .yuan), .outcome,
        ]
    }

    public func judge(_ ask: Case<Entitlements>) throws -> [Finding] {
        let measured: [MeasureValue?] = if case .measure(let measure) = ask.rule.quantity { try ask.values(of: measure) } else { [] }
        return try ask.subjects.enumerated().map { index, subject in
            try finding(subject, measured: index < measured.count ? measured[index]?.number : nil, ask)
        }
    }

    private func finding(_ subject: Subject, measured: Fraction?, _ ask: Case<Entitlements>) throws -> Finding {
        if let when = ask.rule.when {
            let applies = try ask.truth(of: when, for: subject)
            if applies.truth == .no { return finding(subject, .notApplicable) }
            if applies.truth == .unknown { return finding(subject, .undetermined, reasons: applies.leaves(.unknown)) }
        }
        guard var quantity = quantity(subject, measured: measured, ask) else {
            return finding(subject, .undetermined, reasons: [Text("数量无法确定", "the quantity is not known")])
        }
        if let first = ask.rule.first { quantity = min(quantity, first) }
        guard let rate = rate(subject, ask) else {
            return finding(subject, .undetermined, quantity, reasons: [Text("没有适用的标准", "no rate applies")])
        }
        guard var amount = try? rate * quantity else { return finding(subject, .undetermined, quantity) }
        if let cap = ask.rule.atMost { amount = min(amount, cap) }
        guard let paid = ask.rule.paid else { return finding(subject, amount > .zero ? .met : .notApplicable, quantity, amount) }
        guard let rows = ask.evaluation.countRecords(paid.records.kind, paid.records.filter, subject, ask.unit.days)?.rows,
            let sum = paid.records.sum(of: paid.column, rows, ask.evaluation)
        else { return finding(subject, .undetermined, quantity, amount, reasons: [Text("没有保存发放记录", "no payments were kept")]) }
        guard amount > .zero || sum > .zero else { return finding(subject, .notApplicable, quantity, amount, sum) }
        if ask.rule.isFull, sum < amount, ask.unit.last > ask.evaluation.lastDayOver(in: ask.unit) {
            return finding(subject, .notApplicable, quantity, amount, sum, reasons: [Text("尚未到期（\(ask.unit.last)）", "not due before \(ask.unit.last)")])
        }
        return finding(subject, sum > amount || (ask.rule.isFull && sum < amount) ? .breached : .met, quantity, amount, sum)
    }

    private func finding(
        _ subject: Subject, _ verdict: Verdict, _ quantity: Fraction? = nil, _ amount: Fraction? = nil, _ paid: Fraction? = nil, reasons: [Text] = []
    ) -> Finding {
        Finding(
            subject, verdict, values: [amount.map { .number($0) }, quantity.map { .number($0) }, paid.map { .number($0) }, .text(verdict.rawValue)],
            reasons: reasons)
    }

    private func quantity(_ subject: Subject, measured: Fraction?, _ ask: Case<Entitlements>) -> Fraction? {
        switch ask.rule.quantity {
        case .one: return .one
        case .measure: return measured
        case .sum(let records, let column):
            guard let rows = ask.evaluation.countRecords(records.kind, records.filter, subject, ask.unit.days)?.rows else { return nil }
            return records.sum(of: column, rows, ask.evaluation)
        }
    }

    /// The rate of the level that last sent the subject in the unit, or the one for all.
    private func rate(_ subject: Subject, _ ask: Case<Entitlements>) -> Fraction? {
        if let rate = ask.rule.rate { return rate }
        let level = ask.evaluation.unitLevels(of: subject, in: ask.unit.days).last
        return ask.rule.rates.first { $0.key == level }?.value
    }
}
