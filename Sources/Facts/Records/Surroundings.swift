/// Who is judged with a cadre or a team, and who is around them.
///
/// Judged are all who are posted in a county where the subject is or was, or in a team of such a county, and the other members of
/// all their teams. Around them are those who are posted in a county where one of them is or was: by their check-ins it is known
/// up to when check-ins were kept there. And of all of these the villages, by whole townships, whose fences go together.
struct Surroundings: Sendable {
    /// By their codes' first digits.
    private(set) var counties = NameSet()
    private(set) var townships = NameSet()
    private(set) var cadres = NameSet()
    /// Cadres and teams.
    private(set) var judged = NameSet()

    /// Nil when the subject has no posting, or the files cannot be told by their bytes.
    init?(of subject: UInt64, _ records: OpenRecords, _ kinds: [RecordKind], jobs: Int) {
        guard let kind = kinds.first(where: { $0.name == Postings.about.name }) else { return nil }
        let columns = Postings.declared()
        let wanted = [columns.village.index, columns.team.index, columns.cadre.index]
        guard let stations = records.sift(kind, wanted, StationSieve(), jobs: jobs)?.sieve.stations else { return nil }
        var seats: [StationSieve.Station] = []
        if let kind = kinds.first(where: { $0.name == Teams.about.name }) {
            let columns = Teams.declared()
            guard
                let found = records.sift(kind, [columns.village.index, columns.team.index], StationSieve(), jobs: jobs)
            else { return nil }
            seats = found.sieve.stations
        }
        let own = stations.filter { $0.cadre == subject || $0.team == subject }
        guard !own.isEmpty else { return nil }
        counties.formUnion((own + seats.filter { $0.team == subject }).map(\.county))
        gather(stations, seats)
    }

    private mutating func gather(_ stations: [StationSieve.Station], _ seats: [StationSieve.Station]) {
        var teams = NameSet()
        for seat in seats where counties.contains(seat.county) { teams.insert(seat.team) }
        for station in stations where counties.contains(station.county) || teams.contains(station.team) {
            cadres.insert(station.cadre)
        }
        for station in stations where cadres.contains(station.cadre) { teams.insert(station.team) }
        for station in stations where teams.contains(station.team) { cadres.insert(station.cadre) }
        judged = cadres
        judged.formUnion(teams)
        var around = NameSet()
        for station in stations where judged.contains(station.cadre) { around.insert(station.county) }
        for station in stations where around.contains(station.county) { cadres.insert(station.cadre) }
        for station in stations where cadres.contains(station.cadre) {
            townships.insert(station.township)
            teams.insert(station.team)
        }
        for seat in seats where teams.contains(seat.team) { townships.insert(seat.township) }
    }
}
