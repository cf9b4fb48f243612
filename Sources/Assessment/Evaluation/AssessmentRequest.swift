public import CivilTime

extension Assessor {
    /// What to assess.
    public struct Request: Sendable {
        /// Nil: the most specific profile of each village's division.
        public var profile: String?
        /// The period to assess, with the calendar's months; each policy is judged in the period of the same name as
        /// its own months make it.
        public var period: Period
        /// The period is the month of this day, whichever that is where months begin on other days than the calendar's.
        public var monthOf: Day?
        /// Nil: the last day of what is judged.
        public var asOf: Day?
        /// Whether a day of asking before the period is a mistake: before it nothing is owed.
        public var refusesEarlyDay = false
        /// The records that are judged.
        public var records: OpenRecords
        /// An identifier whose check-ins are kept for an explanation.
        public var traced: String?
        /// A cadre or team: only what bears on it need be read. Nil: everything.
        public var around: String?
        /// How many counties at a time.
        public var jobs: Int
        /// Records made for one provision, as policy tests hold: they may lie anywhere and need not hold anybody.
        public var isExcerpt = false
        /// Names of the provisions to judge, `id` or `section/id`, with what they need; empty: all.
        public var provisions: [String]
        /// Names of sections whose provisions are judged, with what they need, besides those named; empty: all.
        public var sections: [String]
        /// For a list of what is owed: units that begin by this day are judged too. Nil for an assessment.
        public var through: Day?
        /// A file of what the ledgers had taken in a run before; nil: everything is read.
        package var resume: String?
        /// Whether it is asked what would decide what is undetermined: it takes a second look at each such finding.
        package var wantsNeeds = false
        /// Told while record files are read: how many of a file's bytes are done.
        package var onReading: (@Sendable (_ file: String, _ done: Int, _ total: Int) -> Void)?
        /// Notes where the time goes.
        public var times: PhaseTimes?

        /// What to assess; what the parameters leave out keeps its default.
        ///
        /// - Parameters:
        ///   - profile: a profile's code; nil: the most specific profile of each village's division.
        ///   - period: what is judged.
        ///   - asOf: the day of asking; nil: the last day of what is judged.
        ///   - records: what is judged; `OpenRecords(source)` opens it.
        ///   - traced: an identifier whose check-ins are kept for an explanation.
        ///   - jobs: how many counties at a time.
        ///   - provisions: names of the provisions to judge, `id` or `section/id`; empty: all.
        ///   - sections: names of sections whose provisions are judged besides those named; empty: all.
        ///   - through: for a list of what is owed: units that begin by this day are judged too.
        public init(
            profile: String?, period: Period, asOf: Day? = nil, records: OpenRecords, traced: String? = nil,
            jobs: Int = 2, provisions: [String] = [],
            sections: [String] = [], through: Day? = nil
        ) {
            self.profile = profile
            self.period = period
            self.asOf = asOf
            self.records = records
            self.traced = traced
            self.jobs = jobs
            self.provisions = provisions
            self.sections = sections
            self.through = through
        }

        /// The period as a policy's months make it.
        func period(under policy: Policy) -> Period {
            monthOf.map { Period(containing: $0, unit: .month, months: policy.months) } ?? period.under(policy.months)
        }
    }
}
