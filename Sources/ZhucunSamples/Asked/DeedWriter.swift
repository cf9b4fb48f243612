internal import CivilTime

/// Writes activities, lists, amounts and attestations, numbering the first.
struct DeedWriter {
    private let files: RegisterFiles
    private let asked: DayRange
    private var count = 0
    /// What a subject has drawn up and was paid: what several provisions ask is there once.
    private var there: Set<String> = []

    init(_ files: RegisterFiles, _ asked: DayRange) {
        self.files = files
        self.asked = asked
    }

    /// Goes on to another subject.
    mutating func begin() { there.removeAll(keepingCapacity: true) }

    /// As often as asked; one time less now and then.
    mutating func write(_ duty: SampleDuty, _ unit: Period, _ subject: SampleSubject, _ random: inout RandomNumbers)
        throws(SampleError)
    {
        for part in duty.every.map(unit.units) ?? [unit] {
            guard let days = duty.days(part, of: unit, asked) else { continue }
            let isWhole = random.number(0...999) >= (duty.every == nil ? 40 : 4)
            try write(
                duty.ask, subject, isWhole: isWhole, in: days, of: days.first > unit.last ? unit.description : "",
                &random)
        }
    }

    /// In time, or some days late; never after the end of the sample.
    mutating func write(
        _ deadline: SampleDeadline, _ from: Day, _ subject: SampleSubject, isInTime: Bool, _ random: inout RandomNumbers
    ) throws(SampleError) {
        let day = from.advanced(
            by: isInTime ? random.number(0...deadline.within) : deadline.within + random.number(1...10))
        if day <= asked.last { try write(deadline.ask, subject, isWhole: true, in: DayRange(day), &random) }
    }

    /// As many rows as asked, and one less, or less in them, unless it is whole.
    mutating func write(
        _ ask: SampleAsk, _ subject: SampleSubject, isWhole: Bool, in days: DayRange, of unit: String = "",
        _ random: inout RandomNumbers
    ) throws(SampleError) {
        let isSum = ask.least != nil || ask.leastPercent != nil
        for time in 0..<max(0, ask.times - (isWhole || isSum ? 0 : 1)) {
            let kind = ask.kind(time, of: subject)
            let name = ask.name(time)
            let day = days.first.advanced(by: random.number(0...(days.count - 1)))
            switch ask.record {
            case .activity:
                count += 1
                try files.activities.write(
                    "A\(count)", kind, day.description, unit, subject.id, name, ask.level, ask.hours, ask.days,
                    ask.namesVisitor ? subject.visitor : "")
            case .commitment:
                let published = min(max(day, asked.last), day.advanced(by: random.number(0...5)))
                guard there.insert(kind + name).inserted else { continue }
                try files.commitments.write(subject.id, kind, name, day.description, published.description)
            case .amount:
                let (amount, base) = DeedWriter.amount(ask, isWhole: isWhole, &random)
                guard there.insert(kind).inserted else { continue }
                try files.amounts.write(subject.id, kind, day.description, "\(amount)", base)
            }
        }
    }

    private static func amount(_ ask: SampleAsk, isWhole: Bool, _ random: inout RandomNumbers) -> (
        amount: Int, base: String
    ) {
        if let percent = ask.leastPercent {
            let base = random.number(5...50) * 10_000
            let share = isWhole ? min(100, percent + random.number(0...25)) : max(0, percent - random.number(1...10))
            return (base / 100 * share, "\(base)")
        }
        guard let least = ask.least else { return (random.number(4...20) * 100, "") }
        return (least / 100 * (isWhole ? 100 + random.number(0...80) : 100 - random.number(5...60)), "")
    }

    func attest(_ check: SampleCheck, _ unit: Period, _ id: String, isMet: Bool) throws(SampleError) {
        let verdict = isMet ? SampleWords.met : SampleWords.breached
        try files.attestations.write(check.item, id, "", verdict, check.by, min(unit.last, asked.last).description)
    }
}
