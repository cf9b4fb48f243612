/// A village and its fence.
public struct Village: Sendable {
    /// The 12-digit division code, such as `140622100201`.
    public let code: String
    /// The village's name; empty where the record gives none.
    public let name: String
    /// What kinds of village it is, words of the group `village_kind` in one text, separated by `;`; nil where the
    /// record does not say.
    public let kinds: Symbol?
    /// The centre in WGS-84, in ten-millionths of a degree; nil when it is not known.
    public let place: (lat: Int64, lng: Int64)?
    /// The radius of the fence in millimetres; nil when the record gives none.
    public let radius: Int64?
    /// The code of the village whose people are stationed here for a season; nil for a village, and for a site of the whole township.
    public let siteOf: String?
    let line: Int

    /// The code of the village's county: the first six digits.
    public var county: String { String(code.prefix(6)) }
    /// The code of the village's township: the first nine digits.
    public var township: String { String(code.prefix(9)) }
}

/// A team and the village in which it is stationed.
public struct Team: Sendable {
    /// The team's identifier in `teams.csv`.
    public let id: String
    /// The village's place in ``World/villages``.
    public let village: Int
    /// The level that sent it, a word of the group `level`; nil where the record does not say.
    public let level: Symbol?
    /// Its sending unit's place in ``World/units``; nil where the record does not name it.
    public let unit: Int?
    /// The batch that it was sent with; nil where the record does not say. Postings of one batch make one term.
    public let batch: Symbol?
}

/// A stationed person, with the postings that the records give.
public struct Cadre: Sendable {
    /// The cadre's identifier in `cadres.csv`, such as `C000012`.
    public let id: String
    /// The person's name; empty where the record gives none.
    public let name: String
    /// The kind of employment, a word of the group `employment`; nil where the record does not say.
    public let employment: Symbol?
    /// The education, a word of the group `education` or another as it was written; nil where the record does not say.
    public let education: Symbol?
    /// Whether the person is a member of the Party; nil where the record does not say.
    package let isPartyMember: Bool?
    /// Into ``World/postings``, by their first day.
    public let postings: Range<Int>
    let line: Int
}

/// An office, institution or enterprise that sends cadres.
public struct SendingUnit: Sendable {
    /// The unit's identifier in `units.csv`.
    public let id: String
    /// The unit's name; empty where the record gives none.
    public let name: String
    /// Its level, a word of the group `level`; nil where the record does not say.
    public let level: Symbol?
    /// What kind of unit it is, a word of the group `unit_kind`; nil where the record does not say.
    public let kind: Symbol?
    /// The code of the division whose unit it is; empty where the record does not say.
    package let division: String
}
