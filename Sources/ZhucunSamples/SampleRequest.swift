public import CivilTime
public import PolicyYAML
public import ZhucunKernel

/// What sample to write, and where.
public struct SampleRequest: Sendable {
    /// Six digits of a county; for a province or a city counties inside it are taken.
    public var division: String
    public var cadres: Int
    /// So many in each village.
    public var households: Int
    /// The days that records are wanted for. Check-ins go on to the ends of the weeks that belong to them.
    public var days: DayRange
    public var seed: UInt64
    /// Over so many counties the teams are spread, in runs.
    public var counties = 1
    /// What to write besides the files that say who is where; nil: everything.
    public var only: Set<SampleKind>?
    /// Kinds that modules bring along, which get rows by their columns.
    public var moduleKinds: [RecordKind] = []
    /// Check-ins as bad exports write them: rows mixed, CRLF, every field quoted, times in UTC. They mean the same.
    public var isAwkward = false
    /// The folder to make: it must not exist, or be empty.
    public var directory: String

    public init(division: String, cadres: Int, households: Int = 20, days: DayRange, seed: UInt64, directory: String) {
        self.division = division
        self.cadres = cadres
        self.households = households
        self.days = days
        self.seed = seed
        self.directory = directory
    }

    /// The counties that the teams are spread over.
    public var countyCodes: [String] {
        let count = max(1, min(counties, mostCounties))
        return count == 1 ? [County(division: division).code] : CountyCodes(division: division).codes(count)
    }

    /// As many counties as the division has room for, with a team each.
    public var mostCounties: Int {
        min(CountyCodes(division: division).most, SampleWorld.teamCount(cadres: max(1, cadres)))
    }
}

/// What was written: the files in order of their names, and where the awkward cases are.
public struct SampleSummary: Sendable {
    public let files: [(name: String, rows: Int)]
    public let notes: [Text]
}

/// Why no sample was written; nothing is left behind then.
public enum SampleError: Error, Hashable, Sendable {
    case cannotWrite(path: String, errorNumber: Int32)
    /// The folder is there and holds something.
    case notEmpty(path: String)
}

/// Writes a records folder of invented people, the same bytes for the same request, calendar and policies. What was done, drawn up, paid,
/// scored and attested follows from what the policy in force on the last day asks; without one, nothing was. Counties that have a
/// policy of their own in `special`, by their codes, are under that, as far
/// as the other knows the names it uses.
///
/// Cadres are made one after the other and written at once, so that memory does not grow with their number.
/// `progress` hears how many of all cadres are done.
public func writeSample(
    _ request: SampleRequest, calendar: HolidayCalendar, policy: Policy? = nil, special: [String: Policy] = [:],
    progress: (Int, Int) -> Void
) throws -> SampleSummary {
    let folder = try SampleFolder(request)
    do {
        var sample = try SampleWriter(request, calendar, policy, special, folder: folder)
        let summary = try sample.write(progress)
        try folder.moveIntoPlace()
        return summary
    } catch {
        folder.remove()
        throw error
    }
}
