package import CivilTime

/// What was found in one county under one profile: data that names its subjects and provisions itself.
package struct CountyResults: Sendable {
    /// Its place among the assessment's counties.
    package let place: Int
    /// What was known of the county before it was judged.
    package let head: CountyHead
    /// How many subjects of each kind were judged, in order of the kinds.
    package let counts: [(kind: SubjectKind, count: Int)]
    /// Those of whom something was found; outcomes name them by their rows here.
    package let subjects: Subjects
    /// Every provision in every unit, provisions in order of their keys, units in time.
    package let blocks: [OutcomeBlock]
    /// Measures over the whole period, of provisions that can say them.
    package let totals: [Totals]

    /// What was found in one county.
    ///
    /// - Parameters:
    ///   - place: its place among the assessment's counties.
    ///   - head: what was known of it before it was judged.
    ///   - counts: how many subjects of each kind were judged, in order of the kinds.
    ///   - subjects: those whom `blocks` and `totals` name by their rows.
    ///   - blocks: every provision in every unit, provisions in order of their keys, units in time.
    ///   - totals: of each provision its measures over the whole period.
    package init(
        place: Int, head: CountyHead, counts: [(kind: SubjectKind, count: Int)], subjects: Subjects,
        blocks: [OutcomeBlock], totals: [Totals]
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
package struct OutcomeBlock: Sendable {
    /// The provision as it stood for the unit.
    package let provision: JudgedProvision
    /// The unit of time that was judged; for a provision without units the whole period.
    package let unit: Period
    /// What was found, by rows among the county's ``Subjects``.
    package let outcomes: Outcomes
    /// Of what records list by the hundred thousand (households, cases), those that it does not apply to are counted, not kept.
    package let leftOut: Int

    /// What was found of a provision in a unit.
    ///
    /// - Parameters:
    ///   - provision: as it stood in the unit.
    ///   - unit: the unit of time.
    ///   - outcomes: what was found, row by row.
    ///   - leftOut: how many it does not apply to that are counted and not kept.
    package init(provision: JudgedProvision, unit: Period, outcomes: Outcomes, leftOut: Int) {
        self.provision = provision
        self.unit = unit
        self.outcomes = outcomes
        self.leftOut = leftOut
    }
}

/// A provision's measures over the whole period.
package struct Totals: Sendable {
    /// The provision as it stood for its last unit in the period.
    package let provision: JudgedProvision
    /// Rows among the ``Subjects``, in order.
    package let subjects: [Int]
    /// A row for each subject.
    package let values: PackedValues

    /// A provision's measures over the whole period.
    ///
    /// - Precondition: as many rows of values as subjects, and as many columns as the provision has measures.
    package init(provision: JudgedProvision, subjects: [Int], values: PackedValues) {
        self.provision = provision
        self.subjects = subjects
        self.values = values
    }
}
