internal import ZhucunKernel

extension ColumnType {
    var holdsSeveral: Bool {
        switch self {
        case .subject(let many), .word(_, let many): many
        default: false
        }
    }

    /// Whether names of places may stand for codes here.
    var namesSomebody: Bool {
        switch self {
        case .identifier, .reference, .subject, .division: true
        default: false
        }
    }

    var isAboutHousehold: Bool {
        switch self {
        case .reference("household"), .subject: true
        default: false
        }
    }
}
