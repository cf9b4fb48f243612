/// Something to tell a person about a file: what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// How grave it is: a `note` only explains, a `warning` stops nothing, an `error` names what cannot be used before
    /// it is repaired. Ordered from `note` to `error`.
    public enum Severity: String, Sendable, Comparable {
        case note, warning, error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }
    }

    /// A marked place, and what is to be said about it.
    public struct Label: Hashable, Sendable {
        /// The characters that are marked.
        public var location: Location
        /// What is written beside the mark; nil for a mark alone.
        public var text: Text?

        /// Marks a place, with or without words beside the mark.
        public init(_ location: Location, _ text: Text? = nil) {
            self.location = location
            self.text = text
        }
    }

    /// The number by which the kind of message is looked up, such as `Y029`.
    public var code: String
    /// What kind of failure it tells of, as its code declares.
    public var failure: Failure
    /// How grave the message is; `Diagnostics` counts errors and warnings by it.
    public var severity: Severity
    /// What is wrong, in one sentence without a full stop: `duplicate key`.
    public var message: Text
    /// The place to repair.
    public var primary: Label?
    /// Other places that explain the first.
    public var secondary: [Label]
    /// What could stand there.
    public var expected: Text?
    /// What stands there.
    public var found: Text?
    /// What to do.
    public var help: [Text]
    /// Which record it is about, wherever that stands.
    public var record: String?

    /// A message of one kind; everything but code, severity and message may be left out.
    ///
    /// - Parameters:
    ///   - code: the number of the kind of message, such as `Y029`; where it is not about a profile, with the kind of failure:
    ///     `.records("R316")`.
    ///   - severity: whether it is an error, a warning or a note.
    ///   - message: what is wrong.
    ///   - location: the place to repair; nil where no file holds it.
    ///   - label: what is written beside the mark of that place; ignored without a `location`.
    ///   - secondary: other places that explain the first, in the order in which they are shown.
    ///   - expected: what should stand there.
    ///   - found: what stands there.
    ///   - help: what to do, one sentence each.
    public init(
        _ code: Code,
        _ severity: Severity = .error,
        _ message: Text,
        at location: Location? = nil,
        label: Text? = nil,
        secondary: [Label] = [],
        expected: Text? = nil,
        found: Text? = nil,
        help: [Text] = []
    ) {
        self.code = code.number
        failure = code.failure
        self.severity = severity
        self.message = message
        self.primary = location.map { Label($0, label) }
        self.secondary = secondary
        self.expected = expected
        self.found = found
        self.help = help
    }
}
