/// Something unusual that a sample always has once. The first cadres have one each, in this order.
enum AwkwardCase: Int, CaseIterable {
    case startsOnWednesday, oneDayPosting, movedBetweenVillages
    case leaveAcrossMonths, leaveReturnedEarly, rejectedLeave, cancelledLeave
    case mediumLeaveRightApprover, mediumLeaveWrongApprover, longLeaveRightApprovers, longLeaveWrongApprover
    case officialTrip, training
    case nightsAfterMidnight, justInsideFence, justOutsideFence, badAccuracy, checkInWithoutPlace
    case offPostOnce, offPostTwice, namedTwice, interviewedTwice, selfCriticismAndAdmonition
    case incompetentGrade, lowPoll, longAbsence

    /// Below this a sample is too small for all of them.
    static let smallestCadres = 60
    static let smallestDays = 60

    /// The case of a cadre, in samples that are long enough.
    init?(cadre: Int, days: Int) {
        guard days >= AwkwardCase.smallestDays else { return nil }
        self.init(rawValue: cadre)
    }

    /// The file in which it shows.
    var kind: SampleKind {
        switch self {
        case .startsOnWednesday, .oneDayPosting, .movedBetweenVillages: .postings
        case .leaveAcrossMonths, .leaveReturnedEarly, .rejectedLeave, .cancelledLeave: .leaves
        case .mediumLeaveRightApprover, .mediumLeaveWrongApprover, .longLeaveRightApprovers, .longLeaveWrongApprover:
            .leaves
        case .officialTrip, .training: .leaves
        case .nightsAfterMidnight, .justInsideFence, .justOutsideFence, .badAccuracy, .checkInWithoutPlace,
            .longAbsence:
            .checkIns
        case .offPostOnce, .offPostTwice, .namedTwice, .interviewedTwice, .selfCriticismAndAdmonition: .incidents
        case .incompetentGrade: .grades
        case .lowPoll: .polls
        }
    }

    /// The place of the app's check-ins decides whether the day counts.
    var isAboutPlace: Bool {
        switch self {
        case .justInsideFence, .justOutsideFence, .badAccuracy, .checkInWithoutPlace: true
        default: false
        }
    }

    /// The cadre has to be at the village on the day.
    var isAboutOneDay: Bool { isAboutPlace || self == .oneDayPosting || self == .startsOnWednesday }
}

/// Teams that are unusual, counted among the teams behind those of the awkward cases' cadres.
enum AwkwardTeam {
    /// Members always at their posts, all scores alike.
    static let tied = [10, 11]
    /// One dimension without any score in the last quarter.
    static let withoutScore = 12
    /// Takes in the cadre who moves.
    static let host = 13
}
