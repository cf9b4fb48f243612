extension Diagnostic {
    /// What kind of failure a message tells of, and so who must act and how a command ends.
    public enum Failure: Hashable, Sendable, CaseIterable {
        /// A profile, or a policy test, says something that cannot be used.
        case profile
        /// Records, or a file of results, say something that cannot be used.
        case records
        /// There is nothing to assess.
        case nothing
        /// A file or the system does not give, or take, what the program needs.
        case file
        /// What was typed names something that there is not.
        case usage
        /// A module is wrong, or failed while it judged.
        case module
    }

    /// The number by which a kind of message is looked up, with the kind of failure that it tells of.
    ///
    /// Written as a text alone, `"T201"`, it is about a profile, as a module's checks of its settings are; `.records("T210")` is about rows.
    public struct Code: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The number, such as `Y029`. It is stable: people and programs look for it.
        public let number: String
        /// What kind of failure it tells of.
        public let failure: Failure

        /// A number that is known while the program runs only.
        public init(_ number: String, _ failure: Failure) {
            self.number = number
            self.failure = failure
        }

        /// A number that tells of a profile.
        public init(stringLiteral number: String) { self.init(number, .profile) }

        /// A number that tells of records.
        public static func records(_ number: String) -> Code { Code(number, .records) }
        /// A number that tells of nothing to assess.
        public static func nothing(_ number: String) -> Code { Code(number, .nothing) }
        /// A number that tells of a file or of the system.
        public static func file(_ number: String) -> Code { Code(number, .file) }
        /// A number that tells of what was typed.
        public static func usage(_ number: String) -> Code { Code(number, .usage) }
        /// A number that tells of a module.
        public static func module(_ number: String) -> Code { Code(number, .module) }
    }
}
