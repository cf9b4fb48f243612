package import CivilTime
public import PolicyYAML

/// What can stand in the way of an assessment. Codes A6xx.
extension Diagnostic {
    static func severalZones(_ policies: [Policy]) -> Diagnostic {
        let zones = policies.map { "\($0.profile.code) \($0.zone.name)" }.joined(separator: ", ")
        return Diagnostic(
            .nothing("A601"), Text("一次评估只能有一个时区：\(zones)", "one run can have one time zone only: \(zones)"), at: nil,
            help: [Text("用 --profile 分开评估", "assess them apart with --profile")])
    }

    static func nobodyPosted(_ period: Period, _ world: World) -> Diagnostic {
        let first = world.postings.map(\.days.first).min()
        let last = world.postings.map(\.days.last).max()
        let span =
            first.flatMap { first in last.map { "\(first) – \($0 == .distantFuture ? "…" : $0.description)" } } ?? "-"
        return Diagnostic(
            .nothing("A602"), Text("\(period) 期间没有任何人在派驻", "nobody is posted in \(period)"), at: nil,
            found: Text("派驻记录：\(span)", "postings: \(span)"))
    }

    static func noRecordsInPeriod(_ period: Period, _ span: DayRange) -> Diagnostic {
        Diagnostic(
            .nothing("A603"), Text("\(period) 期间没有任何记录", "there is no record in \(period)"), at: nil,
            expected: Text("\(period.first) 至 \(period.last) 的记录", "records of \(period.first) to \(period.last)"),
            found: Text("记录从 \(span.first) 到 \(span.last)", "records from \(span.first) to \(span.last)"))
    }

    static func asOfBefore(_ day: Day, _ period: Period) -> Diagnostic {
        Diagnostic(
            .usage("U704"), Text("截至日 \(day) 在时期 \(period) 之前", "the day \(day) is before the period \(period)"),
            at: nil,
            expected: Text("\(period.first) 或以后", "\(period.first) or later"), found: Text(same: day.description))
    }

    static func noCalendar(_ years: [Int]) -> Diagnostic {
        let list = years.map(String.init).joined(separator: ", ")
        return Diagnostic(
            .nothing("A604"), .warning,
            Text(
                "没有 \(list) 年的节假日安排，按没有节假日计算",
                "there is no holiday calendar for \(list); the days are counted as if there were no holidays"))
    }

    static func villagesWithoutProfile(_ codes: [String]) -> Diagnostic {
        let shown = codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? " …" : "")
        return Diagnostic(
            .nothing("A605"), .warning,
            Text(
                "\(codes.count) 个村不属于任何政策配置，不会被评估：\(shown)",
                "\(codes.count) villages are in no profile's division and are not assessed: \(shown)"))
    }

    static func noProfileApplies(_ folder: String) -> Diagnostic {
        Diagnostic(
            .nothing("A606"),
            Text("“\(folder)”中的村不属于任何政策配置", "no profile's division holds the villages of '\(folder)'"), at: nil,
            help: [Text("用 --profile 指明", "name one with --profile")])
    }

    /// A608: the subject is known, and has no posting in the period.
    package static func subjectNotPosted(_ identifier: String, _ period: Period) -> Diagnostic {
        Diagnostic(
            .nothing("A608"),
            Text(
                "“\(identifier)”在 \(period) 期间没有派驻，不在评估范围内",
                "'\(identifier)' has no posting in \(period) and is not assessed"), at: nil)
    }

    /// A609: no provision has the name.
    ///
    /// - Parameters:
    ///   - name: what was written for one.
    ///   - known: the names that there are, `section/id`; all of them or those near are listed.
    ///   - ids: other names of the same, `id` alone, which are suggested as well.
    public static func unknownProvision(_ name: String, known: [String], ids: [String] = []) -> Diagnostic {
        Diagnostic(
            .usage("A609"), Text("没有名为“\(name)”的条款", "there is no provision named '\(name)'"), at: nil,
            expected: oneOf(known, near: name), help: didYouMean(name, known + ids))
    }
}
