/// Whom results are about, each once, in the order of kinds and then of identifiers: outcomes name them by their row.
public struct Subjects: Sendable {
    /// Where somebody or something is.
    public struct Village: Sendable, Hashable {
        /// Twelve digits.
        public let code: String
        /// Empty where the records give none.
        public let name: String
        /// What its township is called; empty where the records do not say.
        public let townshipName: String

        /// A village by its code of twelve digits; names are empty where the records give none.
        public init(code: String, name: String, townshipName: String = "") {
            self.code = code
            self.name = name
            self.townshipName = townshipName
        }

        /// Nine digits.
        public var township: String { String(code.prefix(9)) }
        /// By its code where it has no name.
        public var label: String { name.isEmpty ? code : name }
    }

    /// A subject, with what results tell of it.
    public struct Entry: Sendable {
        /// What the subject is.
        public let kind: SubjectKind
        /// The identifier that the records know it by.
        public let id: String
        /// What the records call it; empty where they give no name.
        public let name: String
        /// Of a division: a word of the vocabulary's group `level`.
        public let level: String?
        /// Nil where it is in no village, or in none of the county.
        public let village: Village?
        /// Of what lies in no village: the code of the division it is in; empty where it is in none.
        public let division: String
        /// The unit that sent a cadre or a team.
        package let sender: String?

        /// A subject with what is known of it.
        ///
        /// - Parameters:
        ///   - kind: the kind of subject.
        ///   - id: its identifier.
        ///   - name: its name; empty where the records give none.
        ///   - level: of a division, a word of the vocabulary's group `level`; nil for all others.
        ///   - village: nil where it is in no village, or in none of the county.
        ///   - division: of what lies in no village, the code of the division it is in.
        ///   - sender: the unit that sent a cadre or a team, by its name.
        public init(
            kind: SubjectKind, id: String, name: String, level: String? = nil, village: Village? = nil,
            division: String = "", sender: String? = nil
        ) {
            self.kind = kind
            self.id = id
            self.name = name
            self.level = level
            self.village = village
            self.division = division
            self.sender = sender
        }

        /// Nine digits: the township that it lies in, or is.
        public var township: String? {
            if let village { return village.township }
            let code = kind == .division ? id : division
            return code.count == 9 ? code : nil
        }
    }

    private var kinds: [(kind: SubjectKind, first: Int)] = []
    private var ids: [String] = []
    private var names: [String] = []
    private var placeOf: [Int32] = []
    private var places: [Village] = []
    private var placeNumbers: [Village: Int32] = [:]
    // Few have one.
    private var levels: [Int: String] = [:]
    private var senders: [Int: String] = [:]
    private var divisions: [Int: String] = [:]

    /// No subjects.
    public init() {}

    /// How many subjects there are.
    public var count: Int { ids.count }

    /// Makes room for so many subjects in all.
    package mutating func reserve(_ count: Int) {
        ids.reserveCapacity(count)
        names.reserveCapacity(count)
        placeOf.reserveCapacity(count)
    }

    /// Adds a subject, whose row is the count of those before it.
    ///
    /// - Precondition: it comes behind all that were added before.
    public mutating func add(_ entry: Entry) {
        if kinds.last?.kind != entry.kind { kinds.append((entry.kind, ids.count)) }
        if let level = entry.level { levels[ids.count] = level }
        if let sender = entry.sender { senders[ids.count] = sender }
        if !entry.division.isEmpty { divisions[ids.count] = entry.division }
        ids.append(entry.id)
        names.append(entry.name)
        guard let village = entry.village else { return placeOf.append(-1) }
        if let known = placeNumbers[village] { return placeOf.append(known) }
        let number = Int32(places.count)
        placeNumbers[village] = number
        places.append(village)
        placeOf.append(number)
    }

    /// The subject of a row, with all that is known of it.
    public subscript(row: Int) -> Entry {
        Entry(
            kind: kind(row), id: ids[row], name: names[row], level: levels[row], village: village(row),
            division: divisions[row] ?? "", sender: senders[row])
    }

    /// The kind of a row's subject.
    public func kind(_ row: Int) -> SubjectKind {
        kinds.last { $0.first <= row }?.kind ?? .cadre
    }

    /// The identifier of a row's subject.
    public func id(_ row: Int) -> String { ids[row] }

    /// The village of a row's subject; nil where it is in none of the county.
    public func village(_ row: Int) -> Village? { placeOf[row] < 0 ? nil : places[Int(placeOf[row])] }
}
