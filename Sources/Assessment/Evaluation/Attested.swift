internal import CivilTime
internal import PolicyYAML

/// What persons attested of a provision in a unit, of one subject after another.
public struct Attested {
    private let rows: CountedRows
    private let unit: Period
    private let names: [String]
    private let offices: [String]
    private let symbols: Symbols
    private static let columns = Attestations.declared()

    /// Looks up the attestations of the provision that is asked about, in the unit that is.
    ///
    /// - Parameters:
    ///   - ask: the provision and the unit.
    ///   - offices: those whose attestation counts; empty: anybody's.
    public init<Plugin>(_ ask: Case<Plugin>, by offices: [String] = []) {
        self.init(ask.provision, ask.unit, by: offices, ask.evaluation)
    }

    /// The same in another unit.
    public init<Plugin>(_ ask: Case<Plugin>, in unit: Period) {
        self.init(ask.provision, unit, ask.evaluation)
    }

    init(_ provision: Provision, _ unit: Period, by offices: [String] = [], _ evaluation: Evaluation) {
        rows = CountedRows(.attestations, .everything, of: provision.subject, evaluation)
        self.unit = unit
        names = [provision.key.description, provision.key.id] + provision.orders
        self.offices = offices
        symbols = evaluation.symbols
    }

    /// That somebody attests a provision of a subject in the unit.
    public static func need<Plugin>(of subject: Subject, _ ask: Case<Plugin>) -> Need {
        Need(
            .attestations, about: subject, days: [ask.unit.days], holding: ["provision": ask.provision.key.description])
    }

    /// What they come to.
    public enum Finding: Sendable {
        /// Nobody has looked.
        case none
        /// Those of the newest day say different things.
        case disagreeing
        /// All of the newest day say this; `by` is a word of the vocabulary's group `office`, nil where the records
        /// name nobody.
        case said(Verdict, by: String?)

        /// Whether somebody has looked, whatever they said.
        public var isThere: Bool { if case .none = self { false } else { true } }

        /// As a reason; nil where it is not known who said it.
        public func reason(_ words: Words) -> Reason? {
            switch self {
            case .none: Reason(.notAttested)
            case .disagreeing: Reason(.attestedDisagreeing)
            case .said(_, let by): by.map { Reason(.attestedBy, ["by": .title(words.title($0, in: "office"))]) }
            }
        }
    }

    /// The newest attestation of the unit decides; several of one day that disagree decide nothing.
    public func finding(of subject: Subject) -> Finding {
        let found = self.rows(of: subject).compactMap(attestation)
        let newest = found.compactMap(\.day).max()
        let last = found.filter { $0.day == newest }
        guard let said = last.first else { return .none }
        guard last.allSatisfy({ $0.verdict == said.verdict }), let verdict = Verdict(rawValue: said.verdict) else {
            return .disagreeing
        }
        return .said(verdict, by: last.last?.by)
    }

    /// The attestations that count, in the order of the file.
    public func rows(of subject: Subject) -> [Int] {
        rows.tellings(of: subject, in: unit.days).filter { attestation($0) != nil }
    }

    private func attestation(_ row: Int) -> (day: Day?, verdict: String, by: String?)? {
        let table = rows.table
        let text = { (symbol: Symbol?) in symbol.map(symbols.text) }
        guard let item = text(table[Attested.columns.provision, row]), names.contains(item),
            let verdict = text(table[Attested.columns.verdict, row])
        else { return nil }
        // What was attested of a year says nothing of each of its months.
        guard rows.period(of: row).map({ $0.days.count <= unit.days.count }) ?? true else { return nil }
        let by = text(table[Attested.columns.by, row])
        guard offices.isEmpty || by.map(offices.contains) == true else { return nil }
        return (table[Attested.columns.date, row], verdict, by)
    }
}
