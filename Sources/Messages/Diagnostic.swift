/// Something to tell a person about a file: what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    /// How grave it is.
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
        public var location: Location
        public var text: Text?

        public init(_ location: Location, _ text: Text? = nil) {
            self.location = location
            self.text = text
        }
    }

    /// The number by which the kind of message is looked up, such as `Y029`.
    public var code: String
    public var severity: Severity
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

    public init(
        _ code: String,
        _ severity: Severity = .error,
        _ message: Text,
        at location: Location? = nil,
        label: Text? = nil,
        secondary: [Label] = [],
        expected: Text? = nil,
        found: Text? = nil,
        help: [Text] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = location.map { Label($0, label) }
        self.secondary = secondary
        self.expected = expected
        self.found = found
        self.help = help
    }
}
