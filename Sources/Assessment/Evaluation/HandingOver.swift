internal import CivilTime
public import PolicyYAML
internal import Synchronization

/// What is wrong with what a module handed over, or that it did not get so far.
struct ModuleFault: Error {
    let what: Text
}

extension Evaluation {
    /// A module's findings, as far as they are what a module may hand over; else every subject is undetermined, the fault named, and
    /// the rest of the run goes on.
    func handedOver(_ provision: Provision, _ unit: Period, _ subjects: [Subject]) throws -> [Finding] {
        do {
            let findings = try Doing.now(provision, unit.days) {
                try provision.bound.judge(provision, unit, subjects, self)
            }
            try provision.check(findings, of: subjects)
            return findings
        } catch let fault {
            let reason = try note(fault, provision, unit)
            guard provision.layout == nil else { return [] }
            let values = provision.values(saying: .undetermined)
            return subjects.map { Finding($0, .undetermined, values: values, reasons: [reason]) }
        }
    }

    /// A module's values over some days; where it fails, none of them is known.
    func handedOver(
        _ measure: Int, over days: DayRange, isWindow: Bool, of provision: Provision, for subjects: [Subject]
    ) throws -> [MeasureValue?]? {
        do {
            let values = try Doing.now(provision, days) {
                try provision.bound.values(of: measure, over: days, isWindow: isWindow, for: subjects, provision, self)
            }
            if let values, values.count != subjects.count {
                throw ModuleFault(
                    what: Text(
                        "给出 \(values.count) 个值，应为 \(subjects.count) 个",
                        "gave \(values.count) values for \(subjects.count) subjects"))
            }
            let declared = provision.measures[measure]
            if let wrong = values?.lazy.compactMap(\.self).first(where: { !declared.takes($0) }) {
                throw ModuleFault(what: declared.misfit(wrong))
            }
            return values
        } catch let fault {
            _ = try note(fault, provision, Period(days))
            return subjects.map { _ in nil }
        }
    }

    /// A module's explanation of one subject's outcome; that it failed, where it did.
    func explained(_ subject: Subject, _ provision: Provision, _ unit: Period) throws -> [Explanation] {
        do {
            return try Doing.now(provision, unit.days) { try provision.bound.explain(subject, provision, unit, self) }
        } catch let fault {
            return [Explanation(try note(fault, provision, unit).text)]
        }
    }

    /// What a module says would decide a finding; nothing, and that it failed, where it does.
    func handedOver(needsOf finding: Finding, _ provision: Provision, _ unit: Period) throws -> [Need] {
        do {
            return try Doing.now(provision, unit.days) { try provision.bound.needs(of: finding, provision, unit, self) }
        } catch let fault {
            _ = try note(fault, provision, unit)
            return []
        }
    }

    /// As a reason; told once for all subjects in the run's diagnostics too.
    private func note(_ fault: any Error, _ provision: Provision, _ unit: Period) throws -> Reason {
        // What the run itself did not make is no module's fault.
        if fault is MissingLedger { throw fault }
        let what =
            switch fault {
            case let fault as ModuleFault: fault.what
            case is ArithmeticOverflow: Text("数字太大，无法精确计算", "the numbers are too large to compute exactly")
            default: Text("出错：\(fault)", "failed: \(fault)")
            }
        let place = provision.node.location
        faults.report(
            Diagnostic(
                .module("M510"),
                Text(
                    "模块“\(provision.key.section)”判断条款 \(provision.key)（\(unit)）时\(what.zh)",
                    "the module '\(provision.key.section)', judging \(provision.key) in \(unit), \(what.en)"),
                at: place,
                help: [
                    Text("把这一行和上面的条款告诉模块的作者；别的条款不受影响", "tell the module's author; other provisions are not concerned")
                ]))
        return Reason(
            .moduleFault,
            [
                "module": .name(provision.key.section), "fault": .title(what),
                "at": .name("\(place.path):\(place.line)"),
            ])
    }
}

extension Provision {
    /// As many values as measures, of their kinds; of subjects that were asked for, in their order, one each but for records.
    fileprivate func check(_ findings: [Finding], of subjects: [Subject]) throws(ModuleFault) {
        var place = 0
        var last: Finding?
        let areNames = measures.map { $0.dimension == .text }
        for finding in findings {
            guard finding.values.count == measures.count else {
                throw ModuleFault(
                    what: Text(
                        "给出 \(finding.values.count) 个值，应为 \(measures.count) 个（\(measures.map(\.name).joined(separator: "、"))）",
                        "gave \(finding.values.count) values for \(measures.count) measures (\(measures.map(\.name).joined(separator: ", ")))"
                    ))
            }
            for (index, value) in finding.values.enumerated() {
                if let value, value.isName != areNames[index] { throw ModuleFault(what: measures[index].misfit(value)) }
            }
            if let last, last.subject == finding.subject {
                guard finding.record != nil, last.record != nil else {
                    throw ModuleFault(
                        what: Text(
                            "对同一对象给出两个结论而没有写明是哪条记录",
                            "gave two findings of one subject without the record that each is of"))
                }
            } else {
                while place < subjects.count, subjects[place] != finding.subject { place += 1 }
                guard place < subjects.count else {
                    throw ModuleFault(
                        what: subjects.contains(finding.subject)
                            ? Text("给出的结论不按所问对象的顺序", "gave findings out of the order of the subjects")
                            : Text("给出了没有问到的对象", "gave a finding of a subject that was not asked for"))
                }
            }
            last = finding
        }
    }
}

extension MeasureValue {
    fileprivate var isName: Bool { if case .text = self { true } else { false } }
}

extension MeasureDeclaration {
    fileprivate func takes(_ value: MeasureValue) -> Bool {
        value.isName == (dimension == .text)
    }

    fileprivate func misfit(_ value: MeasureValue) -> Text {
        let given = value.isName ? Text("名称", "a name") : Text("数字", "a number")
        return Text(
            "给指标“\(name)”的是\(given.zh)，应为\(dimension.title.zh)",
            "gave \(given.en) for the measure '\(name)', which is \(dimension.title.en)")
    }
}

/// What went wrong in modules while counties were judged, by several threads at once; each once.
public final class FaultLog: Sendable {
    private let kept = Mutex(Diagnostics())

    /// A log that holds nothing.
    public init() {}

    func report(_ diagnostic: Diagnostic) { kept.withLock { $0.report(diagnostic) } }

    /// What was reported so far, each fault once (M510).
    public var diagnostics: Diagnostics { kept.withLock { $0 } }
}
