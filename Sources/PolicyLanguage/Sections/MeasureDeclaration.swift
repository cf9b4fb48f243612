public import Facts

/// A number or name that a provision gives for each subject and unit: shown in results, read by other provisions.
public struct MeasureDeclaration: Sendable {
    /// The name by which other provisions refer to it, behind the section or the provision's id: `days_on_post`.
    public let name: String
    /// What the measure is called for people.
    public let title: Text
    /// What its numbers count; ``Dimension/text`` for names.
    public let dimension: Dimension
    /// What it is among the measures of its provision.
    public let role: MeasureRole
    /// For names: all that it can be, when that is known.
    public let values: [String]?
    /// It is only counted from presence: what crosses a limit by it accuses nobody before somebody has looked.
    package private(set) var isFromPresence = false
    /// It has a value over any span of days, not only in the units of its provision.
    package private(set) var hasSpans = false
    /// Whether it is of a span of days, not of a unit: findings do not have it.
    public let isOfSpan: Bool
    /// How far around the span it looks for where something began and ended; nil: it looks at the span alone.
    public let reach: Window?

    /// Declares a measure.
    ///
    /// - Parameters:
    ///   - name: by which other provisions refer to it.
    ///   - title: what it is called for people.
    ///   - dimension: what its numbers count.
    ///   - role: nil for what its dimension suggests: points, an amount, a rank, a name, else a quantity.
    ///   - values: for names, all that it can be; nil when that is not known.
    ///   - isOfSpan: whether only spans of days have it, and findings do not.
    ///   - reach: how far around a span records are needed; nil for the span alone.
    public init(
        _ name: String, _ title: Text, _ dimension: Dimension, role: MeasureRole? = nil, values: [String]? = nil,
        isOfSpan: Bool = false,
        reach: Window? = nil
    ) {
        self.name = name
        self.title = title
        self.dimension = dimension
        self.role = role ?? MeasureRole(of: dimension)
        self.values = values
        self.isOfSpan = isOfSpan
        self.reach = reach
    }
}

extension MeasureDeclaration {
    /// The same, counted from presence over any span of days.
    public var fromPresence: MeasureDeclaration {
        var declaration = self
        declaration.isFromPresence = true
        declaration.hasSpans = true
        return declaration
    }
}
