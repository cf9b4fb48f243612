public import Messages

/// Three-valued truth (Kleene): unknown stays unknown unless the rest decides.
public enum Truth: Sendable {
    case yes, no, unknown

    /// As in the JSON.
    public var name: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .unknown: "unknown"
        }
    }

    /// What is known for certain: yes for true, no for false.
    public init(_ value: Bool) { self = value ? .yes : .no }

    /// Yes when all are; no as soon as one is.
    public static func all(_ parts: [Truth]) -> Truth { parts.reduce(.yes, both) }

    /// Yes as soon as one is; no when none is.
    public static func any(_ parts: [Truth]) -> Truth { parts.reduce(.no, either) }

    package static func both(_ a: Truth, _ b: Truth) -> Truth {
        a == .no || b == .no ? .no : a == .unknown || b == .unknown ? .unknown : .yes
    }

    package static func either(_ a: Truth, _ b: Truth) -> Truth {
        a == .yes || b == .yes ? .yes : a == .unknown || b == .unknown ? .unknown : .no
    }

    /// The opposite; what is unknown stays so.
    public var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

extension Truth {
    /// For people.
    public var title: Text {
        switch self {
        case .yes: Text("成立", "holds")
        case .no: Text("不成立", "does not hold")
        case .unknown: Text("无法判断", "unknown")
        }
    }
}
