internal import CivilTime
internal import ZhucunKernel

/// The days of which check-ins were kept, posting by posting, under one definition of evidence.
///
/// Said by `coverage.csv`; without it, the months in which the posting's team handed in anything, where the aspect's window is over.
final class CoveredDays {
    private let coverage: CheckInCoverage
    private let declared: [Coverage]
    private let world: World
    private let axis: DayAxis
    private let aspects: [Evidence.Aspect]
    /// Days from the one on which one asks are not covered.
    private let past: DaySet
    private var known = Remembered<PostingPlace, (aspects: [DaySet], seen: DaySet?)>()
    private var overIn: [Int: [DaySet]] = [:]

    init(_ coverage: CheckInCoverage, _ evidence: Evidence, _ axis: DayAxis, _ evaluation: Evaluation) {
        self.coverage = coverage
        self.axis = axis
        aspects = evidence.aspects
        declared = evaluation.coverage[CheckIns.about.name] ?? []
        world = evaluation.world
        past = DaySet(on: axis, upTo: evaluation.asOf)
    }

    /// For each aspect its days, and the days of months in which anybody of the posting's team checked in; nil where that does not matter.
    func days(of posting: Posting) -> (aspects: [DaySet], seen: DaySet?) {
        known.answer(to: PostingPlace(village: posting.village, team: posting.team)) { find(posting) }
    }

    private func find(_ posting: Posting) -> (aspects: [DaySet], seen: DaySet?) {
        guard declared.isEmpty else {
            let days = declared.days(of: posting, in: world, axis).intersection(past)
            return (aspects.map { _ in days }, nil)
        }
        let seen = seenDays(coverage.stations.group(of: posting))
        let county = Int(coverage.stations.countyOfVillage[posting.village])
        return (overDays(county).map { $0.intersection(seen) }, seen)
    }

    private func seenDays(_ group: Int) -> DaySet {
        var days = DaySet(days: axis.days.count)
        var month = Period(containing: axis.days.first, unit: .month)
        while month.first <= axis.days.last {
            if coverage.isSeen(group, month: coverage.month(of: month.first)), let range = axis.indices(month.days) {
                days.insert(range)
            }
            guard let next = month.next else { break }
            month = next
        }
        return days
    }

    private func overDays(_ county: Int) -> [DaySet] {
        if let days = overIn[county] { return days }
        let found = aspects.map { aspect in
            var days = DaySet(days: axis.days.count)
            for (index, day) in axis.days.days.enumerated() {
                let end = LocalMoment(
                    day: aspect.window.crossesMidnight ? day.advanced(by: 1) : day, second: aspect.window.end.seconds)
                if coverage.isOver(day, end: Int(end.seconds), in: county) { days.insert(index) }
            }
            return days.intersection(past)
        }
        overIn[county] = found
        return found
    }
}

/// What `coverage.csv` can name a posting by.
struct PostingPlace: Hashable {
    let village: Int
    let team: Int?
}

extension DaySet {
    /// The days of an axis before one; without one, all.
    init(on axis: DayAxis, upTo day: Day?) {
        self.init(days: axis.days.count)
        if let range = DayRange(axis.days.first, day?.advanced(by: -1) ?? axis.days.last).flatMap(axis.indices) {
            insert(range)
        }
    }

    func intersection(_ other: DaySet) -> DaySet {
        var common = self
        for word in common.words.indices { common.words[word] &= other.words[word] }
        return common
    }
}

extension [Coverage] {
    /// The days on an axis that they cover for a posting.
    func days(of posting: Posting, in world: World, _ axis: DayAxis) -> DaySet {
        var days = DaySet(days: axis.days.count)
        for span in self where span.covers(world.villages[posting.village].code, [posting.team].compactMap(\.self)) {
            if let range = axis.indices(span.days) { days.insert(range) }
        }
        return days
    }
}
