internal import ZhucunKernel

/// The registers of a village and a county that requirements are judged by; conditions of every module can count them.
enum RequirementRecords {
    static let all = [
        RecordKind(Households.self), RecordKind(Workers.self), RecordKind(Posts.self), RecordKind(MonitoringCases.self),
        RecordKind(Problems.self),
        RecordKind(Projects.self), RecordKind(Assets.self), RecordKind(Loans.self), RecordKind(Vacancies.self),
        RecordKind(Amounts.self),
        RecordKind(Commitments.self), RecordKind(Houses.self), RecordKind(Departments.self),
        RecordKind(Enterprises.self), RecordKind(Officers.self), RecordKind(Ranks.self), RecordKind(Insurances.self),
    ]
}
