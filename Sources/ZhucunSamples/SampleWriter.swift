internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Writes every file of a sample: places first, then cadre after cadre.
struct SampleWriter {
    private let world: SampleWorld
    private let span: SampleSpan
    private let holidayNames: [String]
    private let folder: SampleFolder
    private let files: SampleFiles
    private let registers: RegisterFiles
    private let households: SampleHouseholds
    private var deeds: SampleDeeds
    private var moduleRecords: SampleModuleRecords
    private var notes: [Text] = []
    private var leaveCount = 0

    init(
        _ request: SampleRequest, _ calendar: HolidayCalendar, _ policy: Policy?, _ special: [String: Policy],
        folder: SampleFolder
    ) throws(SampleError) {
        world = SampleWorld(request)
        span = SampleSpan(request.days, calendar)
        holidayNames = SampleWriter.holidays(span, calendar)
        self.folder = folder
        files = try SampleFiles(folder)
        registers = try RegisterFiles(folder)
        households = SampleHouseholds(world: world, span: span, each: request.households)
        let policies = SamplePolicies(policy, special, world, span.asked)
        deeds = SampleDeeds(world, span, policies, registers, scores: files.scores, folder)
        moduleRecords = try SampleModuleRecords(
            request.moduleKinds, world, span, policy?.snapshots.last?.words ?? .none, in: folder)
    }

    mutating func write(_ progress: (Int, Int) -> Void) throws(SampleError) -> SampleSummary {
        try writePlaces()
        let checkIns = SampleCheckIns(world, span)
        let checkInRows = try CheckInRows(world, span, in: folder)
        let planner = CadrePlanner(world: world, span: span)
        var events = SampleEvents(world, span)
        let villages = SampleVillages(world: world, span: span)
        // What is in no file that was asked for is not even invented.
        let hasHouseholds = folder.asks(for: .households, .workers, .cases, .loans, .plantings, .houses)
        let hasVillages = folder.asks(
            for: .problems, .projects, .posts, .assets, .vacancies, .departments, .enterprises, .officers, .ranks,
            .insurances)
        let hasCheckIns = folder.asks(for: .checkIns)
        try deeds.writePlaces()
        if hasHouseholds || deeds.isAsked { try households.write(registers, &deeds) }
        if hasVillages || deeds.isAsked { try villages.write(registers, &deeds) }
        for cadre in 0..<world.cadreCount {
            let plan = planner.plan(cadre)
            try writePerson(plan)
            let leaves = try writeLeaves(plan)
            if hasCheckIns { try checkIns.write(plan, into: checkInRows) }
            let incidents = try events.writeIncidents(plan, into: files.incidents)
            try events.writeGrades(plan, into: files.grades)
            try events.writePolls(plan, into: files.polls)
            if hasVillages || deeds.isAsked { try villages.write(plan, registers, &deeds) }
            try deeds.write(plan)
            try moduleRecords.write(plan)
            if let unusual = plan.unusual, folder.asks(for: unusual.kind) {
                notes.append(SampleNotes.note(unusual, plan, leaves: leaves, incidents: incidents, world))
            }
            if (cadre + 1) % 100 == 0 { progress(cadre + 1, world.cadreCount) }
        }
        if world.cadreCount % 100 != 0 { progress(world.cadreCount, world.cadreCount) }
        notes += SampleNotes.general(world, span, folder, holidayNames, incomplete: deeds.incompleteQuarter)
        let written = try (files.finish() + registers.finish() + moduleRecords.finish() + [checkInRows.finish()])
            .compactMap(\.self)
        return SampleSummary(files: written.sorted { $0.name < $1.name }, notes: notes)
    }

    private func writePlaces() throws(SampleError) {
        for county in world.counties {
            for township in county.townships where county.hasVillages(township) {
                try files.divisions.write(county.townshipCode(township), world.townshipName(township))
            }
        }
        for unit in 0..<world.unitCount {
            let level = world.level(ofUnit: unit)
            let kind = world.kind(ofUnit: unit)
            try files.units.write(world.unitID(unit), SampleNames.unit(unit, level: level, kind: kind), level, kind)
        }
        for team in 0..<world.teamCount {
            let village = world.village(team)
            let unit = world.unit(ofTeam: team)
            try files.villages.write { bytes in
                bytes.append(
                    contentsOf: "\(village.code),\(village.name),\(village.kinds.joined(separator: ";")),".utf8)
                bytes.appendDegrees(village.lat)
                bytes.append(UInt8(ascii: ","))
                bytes.appendDegrees(village.lng)
                bytes.append(contentsOf: ",\(village.radius)".utf8)
            }
            try files.teams.write(
                world.teamID(team), village.code, world.level(ofUnit: unit), world.unitID(unit), "第\(team % 3 + 1)批")
        }
    }

    private func writePerson(_ plan: CadrePlan) throws(SampleError) {
        try files.cadres.write(
            plan.id, plan.name, plan.born.description, plan.education, plan.employment,
            plan.isPartyMember ? "true" : "false")
        for posting in plan.postings {
            try files.postings.write(
                plan.id, plan.isInTeam ? world.teamID(posting.team) : "", world.village(posting.village).code,
                plan.role, world.unitID(plan.unit),
                posting.days.first.description, posting.isOpen ? "" : posting.days.last.description,
                plan.isSeconded ? "true" : "false")
        }
    }

    /// The identifiers of the leaves written.
    private mutating func writeLeaves(_ plan: CadrePlan) throws(SampleError) -> [String] {
        var ids: [String] = []
        for leave in plan.leaves {
            leaveCount += 1
            let id = "L\(leaveCount)"
            try files.leaves.write(
                id, plan.id, leave.type, leave.days.first.description, leave.days.last.description, leave.status,
                leave.approvers.joined(separator: ";"),
                leave.requestedOn?.description ?? "", leave.approvedOn?.description ?? "",
                leave.returned?.description ?? "")
            ids.append(id)
        }
        return ids
    }

    /// `国庆节 2023-09-29..2023-10-06`, each holiday within the sample.
    private static func holidays(_ span: SampleSpan, _ calendar: HolidayCalendar) -> [String] {
        var found: [(name: String, days: DayRange)] = []
        for day in span.days.days {
            guard let name = calendar.name(on: day) else { continue }
            if let last = found.last, last.name == name, day - last.days.last == 1 {
                found[found.count - 1].days = last.days.union(DayRange(day))
            } else {
                found.append((name, DayRange(day)))
            }
        }
        return found.map { "\($0.name) \($0.days)" }
    }
}
