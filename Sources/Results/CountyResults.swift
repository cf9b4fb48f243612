public import CivilTime

/// What was found in one county under one profile: data that names its subjects and provisions itself.
public struct CountyResults: Sendable {
    /// Its place among the assessment's counties.
    public let place: Int
    public let head: CountyHead
    /// How many subjects of each kind were judged, in order of the kinds.
    public let counts: [(kind: SubjectKind, count: Int)]
    public let subjects: Subjects
    /// Every provision in every unit, provisions in order of their keys, units in time.
    public let blocks: [OutcomeBlock]
    /// Measures over the whole period, of provisions that can say them.
    public let totals: [Totals]

    public init(
        place: Int, head: CountyHead, counts: [(kind: SubjectKind, count: Int)], subjects: Subjects, blocks: [OutcomeBlock], totals: [Totals]
    ) {
        self.place = place
        self.head = head
        self.counts = counts
        self.subjects = subjects
        self.blocks = blocks
        self.totals = totals
    }
}

/// One provision in one unit.
public struct OutcomeBlock: Sendable {
    public let provision: JudgedProvision
    public let unit: Period
    public let outcomes: Outcomes
    /// Of what records list by the hundred thousand (households, cases), those that it does not apply to are counted, not kept.
    public let leftOut: Int

    public init(provision: JudgedProvision, unit: Period, outcomes: Outcomes, leftOut: Int) {
        self.provision = provision
        self.unit = unit
        self.outcomes = outcomes
        self.leftOut = leftOut
    }
}

/// A provision's measures over the whole period.
public struct Totals: Sendable {
    public let provision: JudgedProvision
    /// Rows among the ``Subjects``, in order.
    public let subjects: [Int]
    /// A row for each subject.
    public let values: PackedValues

    public init(provision: JudgedProvision, subjects: [Int], values: PackedValues) {
        self.provision = provision
        self.subjects = subjects
        self.values = values
    }
}
