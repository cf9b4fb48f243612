public import CivilTime
public import Messages

extension TimeUnit {
    /// As people say it: 季度.
    public var title: Text {
        switch self {
        case .day: Text("日", "day")
        case .week: Text("周", "week")
        case .halfMonth: Text("半月", "half-month")
        case .month: Text("月", "month")
        case .twoMonths: Text("双月", "two-month period")
        case .quarter: Text("季度", "quarter")
        case .halfYear: Text("半年", "half-year")
        case .year: Text("年", "year")
        }
    }

    /// How often: 每季度.
    public func title(_ language: Language) -> String {
        switch self {
        case .day: Text("每日", "daily")(language)
        case .week: Text("每周", "weekly")(language)
        case .halfMonth: Text("每半月", "half-monthly")(language)
        case .month: Text("每月", "monthly")(language)
        case .twoMonths: Text("每两月", "two-monthly")(language)
        case .quarter: Text("每季度", "quarterly")(language)
        case .halfYear: Text("每半年", "half-yearly")(language)
        case .year: Text("每年", "yearly")(language)
        }
    }
}
