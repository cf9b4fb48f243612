/// A rule as its module read it, its types forgotten: what the language keeps of a provision's body. Judging refines it.
package protocol SectionRule: Sendable {
    /// What it gives for each subject and unit.
    var measures: [MeasureDeclaration] { get }
    /// What the document holds that it orders to be drawn up; nil for a rule that judges.
    var layout: ReportLayout? { get }
    /// Whether it judges records one by one.
    var isOfRecords: Bool { get }
    /// Whether what began under it is judged to its end.
    var runsToItsEnd: Bool { get }
    /// Names of the kinds of record that its module's verdicts rest on.
    var records: [String] { get }
}
