internal import CivilTime
public import PolicyYAML

/// What the reading of one policy shares: the vocabulary, what may be referred to, and everything found wrong.
///
/// A class, because every nested cursor reports into the same collector; it never leaves the thread that reads.
public final class ReadingSession {
    /// All problems found so far; reading never stops at the first.
    public private(set) var diagnostics = Diagnostics()
    /// The vocabulary of the policy that is read.
    public let words: Words
    /// The record kinds that conditions may count, by name.
    public let kinds: [String: RecordKind]
    /// True when only the declarations are wanted: values come from the examples.
    public let isDescribing: Bool
    /// References to measures met while reading, resolved once every section has been read.
    var references: [MeasureReference] = []
    /// What must be so of computed numbers, and where they look at earlier units.
    var computed: [ExpressionCheck] = []
    var earlier: [(time: Earlier, node: Node)] = []
    /// Names of the record kinds that the provision being read counts.
    var counted: Set<String> = []
    /// The profile's groups, which provisions name.
    var groups = Groups()
    /// Conditions met while reading a provision, and the numbers in its comparisons.
    var branches: [ConditionBranch] = []
    var thresholds: [Threshold] = []
    /// The effective day of the edition in each file: what `edition` means where a day is asked for.
    var editionDays: [String: Day] = [:]
    /// Where words of the vocabulary stand that were read, each with its group.
    var wordPlaces: [NodePlace: String] = [:]
    /// Which subjects the provision being read is about.
    public internal(set) var subject: SubjectKind = .cadre
    /// The provision being read, for messages and for references.
    var provision: String = ""

    init(words: Words, kinds: [String: RecordKind], isDescribing: Bool = false) {
        self.words = words
        self.kinds = kinds
        self.isDescribing = isDescribing
    }

    /// A session that knows no profile: it reads the examples of declarations.
    package static func describing(kinds: [String: RecordKind] = [:]) -> ReadingSession {
        ReadingSession(words: Words(), kinds: kinds, isDescribing: true)
    }

    /// The kinds that a provision can be about: those of the world, and what records list.
    private(set) lazy var subjectKinds = SubjectKind.all(of: Array(kinds.values))
    private var fields: [SubjectKind: [(name: String, type: ColumnType)]] = [:]

    /// What can be asked of a kind of subject.
    func fields(of kind: SubjectKind) -> [(name: String, type: ColumnType)] {
        if let known = fields[kind] { return known }
        let found = kind.fields(kinds[kind.rawValue]).map { ($0.name, $0.type) }
        fields[kind] = found
        return found
    }

    /// Says that the provision being read looks at records of a kind.
    public func counts(_ kind: RecordKind) { counted.insert(kind.name) }

    /// Adds something that is wrong; reading goes on.
    public func report(_ diagnostic: Diagnostic) {
        diagnostics.report(diagnostic)
    }

    func merge(_ other: Diagnostics) {
        diagnostics.merge(other)
    }
}
