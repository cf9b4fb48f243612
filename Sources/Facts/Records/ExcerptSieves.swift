import CivilTime

/// Reads who is posted where: of each row the village, the team and, of a posting, the cadre.
struct StationSieve: RowSieve {
    struct Station {
        let county: UInt64
        let township: UInt64
        let team: UInt64
        let cadre: UInt64
    }

    private(set) var stations: [Station] = []

    mutating func keeps(_ bytes: RawSpan, _ fields: [Range<Int>]) -> Bool? {
        guard let place = bytes.place(fields[0]), let team = bytes.name(fields[1]),
            let cadre = fields.count > 2 ? bytes.name(fields[2]) : 0
        else { return nil }
        stations.append(Station(county: place.county, township: place.township, team: team, cadre: cadre))
        return false
    }

    mutating func join(_ other: StationSieve) { stations += other.stations }
}

/// Keeps the rows that name a village in some places.
struct PlaceSieve: RowSieve {
    let counties: NameSet
    let townships: NameSet
    /// The villages that were kept, and those of them in the counties by their numbers.
    private(set) var codes: Set<String> = []
    private(set) var judged = NameSet()

    init(_ counties: NameSet, _ townships: NameSet) {
        self.counties = counties
        self.townships = townships
    }

    mutating func keeps(_ bytes: RawSpan, _ fields: [Range<Int>]) -> Bool? {
        guard let place = bytes.place(fields[0]), let village = bytes.name(fields[0]) else { return nil }
        let isJudged = counties.contains(place.county)
        guard isJudged || townships.contains(place.township) else { return false }
        codes.insert(bytes.extracting(fields[0]).withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
        if isJudged { judged.insert(village) }
        return true
    }

    mutating func join(_ other: PlaceSieve) {
        codes.formUnion(other.codes)
        judged.formUnion(other.judged)
    }
}

/// Keeps the rows of some cadres.
struct CadreSieve: RowSieve {
    let cadres: NameSet

    mutating func keeps(_ bytes: RawSpan, _ fields: [Range<Int>]) -> Bool? {
        bytes.name(fields[0]).map(cadres.contains)
    }

    mutating func join(_ other: CadreSieve) {}
}

/// Keeps the rows that are about those who are judged, and those that name nobody but units and divisions, or nobody at all.
struct NamingSieve: RowSieve {
    let judged: NameSet
    let others: NameSet
    /// Of each field whether it may name several.
    let areMany: [Bool]
    /// The identifiers of what was kept.
    private(set) var identifiers = NameSet()
    /// The one met last of whom nothing is kept: the next row often has the same.
    private var stranger: UInt64 = 0

    init(_ judged: NameSet, others: NameSet, areMany: [Bool]) {
        self.judged = judged
        self.others = others
        self.areMany = areMany
    }

    /// `fields`: whom a row names, then its identifier.
    mutating func keeps(_ bytes: RawSpan, _ fields: [Range<Int>]) -> Bool? {
        var found = Named.other
        for index in areMany.indices {
            guard let named = areMany[index] ? several(bytes, fields[index]) : named(bytes, fields[index]) else {
                return nil
            }
            found = max(found, named)
        }
        guard found != .stranger, fields.count > areMany.count else { return found != .stranger }
        guard let identifier = bytes.name(fields[areMany.count]) else { return nil }
        identifiers.insert(identifier)
        return true
    }

    private enum Named: Int, Comparable {
        case other, stranger, judged
        static func < (a: Named, b: Named) -> Bool { a.rawValue < b.rawValue }
    }

    @inline(__always)
    private mutating func named(_ bytes: RawSpan, _ field: Range<Int>) -> Named? {
        guard !field.isEmpty else { return .other }
        guard let name = bytes.name(field) else { return nil }
        if name == stranger { return .stranger }
        if judged.contains(name) { return .judged }
        if others.contains(name) { return .other }
        stranger = name
        return .stranger
    }

    private mutating func several(_ bytes: RawSpan, _ field: Range<Int>) -> Named? {
        var found = Named.other
        for part in bytes.parts(field) {
            guard let named = named(bytes, part) else { return nil }
            found = max(found, named)
        }
        return found
    }

    mutating func join(_ other: NamingSieve) { identifiers.formUnion(other.identifiers) }
}

/// Keeps the rows of some cadres in a streamed file, and of all others those that come before the first day or after the last.
struct CheckInSieve: RowSieve {
    let cadres: NameSet
    private var dates: RecentDates
    /// From the first day to the last of those that were kept for their day.
    private var days: DayRange?

    init(_ cadres: NameSet, _ zone: CivilZone) {
        self.cadres = cadres
        dates = RecentDates(zone)
    }

    mutating func keeps(_ bytes: RawSpan, _ fields: [Range<Int>]) -> Bool? {
        guard let cadre = bytes.name(fields[0]) else { return nil }
        guard !cadres.contains(cadre) else { return true }
        var position = fields[1].lowerBound
        guard let moment = dates.moment(bytes, &position) else { return true }
        let day = LocalMoment(seconds: moment).day
        guard days.map({ !$0.contains(day) }) ?? true else { return false }
        days = days?.union(DayRange(day)) ?? DayRange(day)
        return true
    }

    mutating func join(_ other: CheckInSieve) {}
}

extension RawSpan {
    /// The county and the township that a village's code begins with, as names.
    fileprivate func place(_ code: Range<Int>) -> (county: UInt64, township: UInt64)? {
        guard let county = name(code.prefix(6)), let township = name(code.prefix(9)) else { return nil }
        return (county, township)
    }

    /// The identifiers in a field of several.
    fileprivate func parts(_ field: Range<Int>) -> [Range<Int>] {
        field.split { byte($0) == UInt8(ascii: ";") }.map { part in
            let first = part.first { byte($0) != UInt8(ascii: " ") } ?? part.endIndex
            let last = part.last { byte($0) != UInt8(ascii: " ") } ?? first - 1
            return first..<last + 1
        }
    }
}
