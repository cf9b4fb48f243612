/// The part of a day before noon or after it.
public enum DayHalf: Int64, Sendable, ColumnValue {
    case morning, afternoon

    /// The half that a table keeps: 0 is the morning.
    public init(raw: Int64) { self = raw == 0 ? .morning : .afternoon }

    /// `上午`, `下午`, `am`, `pm`, `morning`, `afternoon`; nil for anything else.
    init?(_ text: String) {
        switch text.lowercased() {
        case "上午", "am", "morning": self = .morning
        case "下午", "pm", "afternoon": self = .afternoon
        default: return nil
        }
    }
}
