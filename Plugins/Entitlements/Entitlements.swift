internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// What a subject can get: a rate times a quantity, within a cap: allowances by days on post, subsidies by mu, work funds by head.
/// Where the records say what was paid, the payment is held against it.
public struct Entitlements: AssessmentPlugin {
    public static let about = PluginAbout(
        id: "entitlements", title: Text("补贴与奖补", "entitlements"),
        summary: Text(
            "按标准和数量计算应得金额，有发放记录的核对是否超发或少发", "what a subject can get by rate and quantity, held against what was paid"),
        answer: .values, exemplary: ["rate"])
    public static let records = [RecordKind(Plantings.self)]

    public init() {}

    public func read(_ settings: inout SettingsReader) -> EntitlementRule { EntitlementRule(&settings) }

    public func measures(_ rule: EntitlementRule) -> [MeasureDeclaration] {
        [
            MeasureDeclaration("amount", Text("应得金额", "what can be got"), .yuan),
            MeasureDeclaration("quantity", Text("数量", "the quantity"), rule.dimension),
            MeasureDeclaration("paid", Text("已发金额", "paid"), .yuan), .outcome,
        ]
    }

    public func judge(_ ask: Case<Entitlements>) throws -> [Finding] {
        let measured: [MeasureValue?] =
            if case .measure(let measure) = ask.rule.quantity { try ask.values(of: measure) } else { [] }
        let rows = { (records: CountedRecords) in records.rows(of: ask.provision.subject, ask.evaluation) }
        let summed = if case .sum(let records, _) = ask.rule.quantity { rows(records) } else { nil as CountedRows? }
        let paid = ask.rule.paid.map { rows($0.records) }
        let computed = try ask.rule.amount.map { try ask.values(of: $0) }
        return try ask.subjects.enumerated().map { index, subject in
            let measured = index < measured.count ? measured[index]?.range : nil
            return try finding(
                subject, computed: computed.map { $0[index] ?? .unknown },
                quantity: quantity(subject, measured: measured, summed, ask), paid: paid, ask)
        }
    }

    private func finding(
        _ subject: Subject, computed: ValueRange?, quantity: (value: ValueRange, doubts: [Reason])?, paid: CountedRows?,
        _ ask: Case<Entitlements>
    ) throws -> Finding {
        if let when = ask.rule.when {
            let applies = try ask.truth(of: when, for: subject)
            if applies.truth == .no { return finding(subject, .notApplicable) }
            if applies.truth == .unknown { return finding(subject, .undetermined, reasons: applies.leaves(.unknown)) }
        }
        guard let (whole, doubts) = quantity else {
            return finding(subject, .undetermined, reasons: [Reason(.quantityUnknown)])
        }
        let quantity = whole.clamped(to: ask.rule.capped)
        var reasons = doubts
        guard let earned = computed ?? rate(subject, ask).flatMap({ try? quantity * $0 }) else {
            return finding(subject, .undetermined, quantity, reasons: [Reason(.noRate)])
        }
        var amount = earned.clamped(from: .zero)
        if computed != nil, amount.exact == nil { reasons.append(Reason(.amountUnknown)) }
        if let cap = ask.rule.atMost { amount = amount.clamped(to: cap) }
        guard let paid, let asked = ask.rule.paid else {
            guard let exact = amount.exact else {
                return finding(subject, .undetermined, quantity, amount, reasons: reasons)
            }
            return finding(subject, exact > .zero ? .met : .notApplicable, quantity, amount)
        }
        let facts = paid.facts(of: subject, in: ask.unit.days)
        guard facts.kept != .none else {
            return finding(subject, .undetermined, quantity, amount, reasons: [Reason(.paymentsNotKept)])
        }
        guard let sum = paid.sum(of: asked.column, facts) else {
            return finding(subject, .undetermined, quantity, amount)
        }
        guard amount.exact != .zero || sum.exact != .zero else {
            return finding(subject, .notApplicable, quantity, amount, sum)
        }
        reasons += facts.doubts(asked.records.kind)
        let verdict = verdict(amount, sum, isFull: ask.rule.isFull)
        // More can still be paid.
        let isShort =
            ask.rule.isFull && (sum.low.flatMap { paid in amount.high.map { paid < $0 } } ?? true) && verdict != .met
        let isOver = sum.low.flatMap { paid in amount.high.map { paid > $0 } } ?? false
        if isShort, !isOver, ask.unit.last > ask.evaluation.lastDayOver(in: ask.unit) {
            return finding(
                subject, .notApplicable, quantity, amount, sum, reasons: [Reason(.notDue, ["due": .day(ask.unit.last)])]
            )
        }
        return finding(subject, verdict, quantity, amount, sum, reasons: verdict == .undetermined ? reasons : [])
    }

    /// The rate, the condition, what is summed and what was paid.
    public func explain(_ subject: Subject, _ ask: Case<Entitlements>) throws -> [Explanation] {
        let steps = { (records: CountedRecords) in
            ask.steps(
                records.rows(of: ask.provision.subject, ask.evaluation).facts(of: subject, in: ask.unit.days),
                of: records.kind, about: subject)
        }
        var explained = try ask.rule.when.map { [try ask.truth(of: $0, for: subject).why] } ?? []
        if let amount = ask.rule.amount { explained.append(try ask.explanation(of: amount, for: subject)) }
        if let rate = rate(subject, ask) {
            explained.append(Explanation(Text("适用标准 \(rate.exactText) 元", "the rate is \(rate.exactText) yuan")))
        }
        switch ask.rule.quantity {
        case .one: break
        case .measure(let measure):
            let found = try ask.only(subject).values(of: measure).first??.text(\.exactText) ?? Text(same: "?")
            explained.append(
                Explanation(
                    Text(
                        "数量按指标 \(measure.name)：\(found.zh)", "the quantity is the measure \(measure.name): \(found.en)")
                ))
        case .sum(let records, _):
            explained.append(Explanation(Text("数量按这些记录合计", "the quantity is the sum of these records"), steps(records)))
        }
        if let cap = ask.rule.atMost {
            explained.append(Explanation(Text("最高 \(cap.exactText) 元", "\(cap.exactText) yuan at most")))
        }
        if let paid = ask.rule.paid { explained.append(Explanation(Text("已发", "paid"), steps(paid.records))) }
        return explained
    }

    public func needs(of finding: Finding, _ ask: Case<Entitlements>) throws -> [Need] {
        let subject = finding.subject
        if let when = ask.rule.when {
            let applies = try ask.truth(of: when, for: subject)
            if applies.truth == .unknown { return try applies.needs }
        }
        let rows = { (records: CountedRecords) in
            records.rows(of: ask.provision.subject, ask.evaluation).needs(of: subject, in: ask.unit.days)
        }
        let quantity: [Need] =
            switch ask.rule.quantity {
            case .one: []
            case .measure(let measure): try ask.needs(of: measure, for: subject)
            case .sum(let records, _): rows(records)
            }
        let amount = try ask.rule.amount.map { try ask.needs(of: $0, for: subject) } ?? []
        return amount + quantity + (ask.rule.paid.map { rows($0.records) } ?? [])
    }

    /// Paid too much, or, where it must be paid in full, too little; undetermined while what is known allows both.
    private func verdict(_ amount: ValueRange, _ paid: ValueRange, isFull: Bool) -> Verdict {
        let tooMuch = Entitlements.exceeds(paid, amount)
        let tooLittle = isFull ? Entitlements.exceeds(amount, paid) : false
        if tooMuch == true || tooLittle == true { return .breached }
        return tooMuch == false && tooLittle == false ? .met : .undetermined
    }

    /// Whether one number is above another; nil where that is not known.
    private static func exceeds(_ a: ValueRange, _ b: ValueRange) -> Bool? {
        if let low = a.low, let high = b.high, low > high { return true }
        if let high = a.high, let low = b.low, high <= low { return false }
        return nil
    }

    private func finding(
        _ subject: Subject, _ verdict: Verdict, _ quantity: ValueRange? = nil, _ amount: ValueRange? = nil,
        _ paid: ValueRange? = nil, reasons: [Reason] = []
    ) -> Finding {
        Finding(
            subject, verdict,
            values: [amount, quantity, paid].map { $0.flatMap { MeasureValue($0) } } + [.text(verdict.rawValue)],
            reasons: reasons)
    }

    /// How much, and why it is not known exactly.
    private func quantity(_ subject: Subject, measured: ValueRange?, _ summed: CountedRows?, _ ask: Case<Entitlements>)
        -> (value: ValueRange, doubts: [Reason])?
    {
        switch ask.rule.quantity {
        case .one: return (.one, [])
        case .measure: return measured.map { ($0, []) }
        case .sum(let records, let column):
            guard let facts = summed?.facts(of: subject, in: ask.unit.days), facts.kept != .none else { return nil }
            return summed?.sum(of: column, facts).map { ($0, facts.doubts(records.kind)) }
        }
    }

    /// The rate of the level that last sent the subject in the unit, or the one for all.
    private func rate(_ subject: Subject, _ ask: Case<Entitlements>) -> Fraction? {
        if let rate = ask.rule.rate { return rate }
        let level = ask.evaluation.unitLevels(of: subject, in: ask.unit.days).last
        return ask.rule.rates.first { $0.key == level }?.value
    }
}

extension ReasonCode {
    fileprivate static let quantityUnknown = ReasonCode(
        "entitlements.quantity-unknown", "数量无法确定", "the quantity is not known")
    fileprivate static let amountUnknown = ReasonCode(
        "entitlements.amount-unknown", "应得金额无法确定", "what can be got is not known exactly")
    fileprivate static let noRate = ReasonCode("entitlements.no-rate", "没有适用的标准", "no rate applies")
    fileprivate static let paymentsNotKept = ReasonCode(
        "entitlements.payments-not-kept", "没有保存发放记录", "no payments were kept")
}
