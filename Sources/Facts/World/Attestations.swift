import CivilTime
import Messages

/// What somebody attested.
public struct Attestations: RecordColumns {
    /// Rows of `attestations.csv`, each known from the day on which it was attested.
    public static let about = RecordAbout(
        name: "attestation", file: "attestations.csv", title: Text("核查记录", "attestations"), date: "date",
        period: "period",
        identity: ["provision", "subject", "period"], entered: "date")
    /// The provision's id in the profile, or the order's id in the register.
    public let provision: Column<Symbol>
    package let subject: Column<Symbol>, period: Column<Symbol>, verdict: Column<Symbol>, by: Column<Symbol>,
        date: Column<Day>

    /// Declares the columns; a file may have them in any order.
    public init(_ c: inout ColumnDeclarations) {
        provision = c.required(
            "provision", "条款", .text, Text("核查的条款：配置中的 id 或登记册编号", "the item: its id in the profile or in the register")
        )
        subject = c.required("subject", "对象编号", .subject(), Text("核查了谁", "whom it is about"))
        period = c.optional(
            "period", "时期", .period, Text("属于哪个时期，空为日期所在的时期", "for which period; empty: the one of its date"),
            empty: .none)
        verdict = c.required(
            "verdict", "结论", .word(group: "verdict", many: false), Text("符合、不符合或不适用", "met, breached or not applicable")
        )
        by = c.optional("by", "核查人", .word(group: "office", many: false), Text("谁核查的", "who attested it"))
        date = c.required("date", "日期", .day, Text("哪天核查的", "when"), date: .entered)
    }
}

extension RecordKind {
    /// Read by modules whose provisions a person decides.
    public static let attestations = RecordKind(Attestations.self)
}
