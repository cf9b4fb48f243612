/// Collects diagnostics and never throws one away; equal ones are kept once.
public struct Diagnostics: Sendable {
    private var kept: [Diagnostic] = []
    private var known: Set<Diagnostic> = []
    /// How many errors are kept.
    public private(set) var errorCount = 0
    /// How many warnings are kept.
    public private(set) var warningCount = 0

    /// An empty collection.
    public init() {}

    /// Adds a diagnostic, unless an equal one is there.
    public mutating func report(_ diagnostic: Diagnostic) {
        guard known.insert(diagnostic).inserted else { return }
        kept.append(diagnostic)
        switch diagnostic.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        case .note: break
        }
    }

    /// Adds those of another collection.
    public mutating func merge(_ other: Diagnostics) {
        for diagnostic in other.kept {
            report(diagnostic)
        }
    }

    /// All of them by path, line, column and code; those without a place first; otherwise in the order of reporting.
    public var all: [Diagnostic] {
        let ordered = kept.enumerated().sorted { left, right in
            if Self.isBefore(left.element, right.element) { return true }
            if Self.isBefore(right.element, left.element) { return false }
            return left.offset < right.offset
        }
        return ordered.map(\.element)
    }

    /// Those of some severity or worse.
    public func atLeast(_ severity: Diagnostic.Severity) -> Diagnostics {
        var result = Diagnostics()
        for diagnostic in kept where diagnostic.severity >= severity { result.report(diagnostic) }
        return result
    }

    /// The same, none graver than some severity.
    public func atMost(_ severity: Diagnostic.Severity) -> Diagnostics {
        var result = Diagnostics()
        for var diagnostic in kept {
            diagnostic.severity = min(diagnostic.severity, severity)
            result.report(diagnostic)
        }
        return result
    }

    /// Whether nothing was reported, not even a note.
    public var isEmpty: Bool { kept.isEmpty }
    /// Whether an error is among them; warnings and notes do not count.
    public var hasErrors: Bool { errorCount > 0 }

    private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        guard let leftPlace = left.primary?.location, let rightPlace = right.primary?.location else {
            if left.primary == nil, right.primary == nil { return left.code < right.code }
            return left.primary == nil
        }
        return (leftPlace.path, leftPlace.line, leftPlace.column, left.code)
            < (rightPlace.path, rightPlace.line, rightPlace.column, right.code)
    }
}
