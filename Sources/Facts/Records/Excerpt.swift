import CivilTime

/// What of the records bears on one cadre or team.
///
/// A county is judged by itself: what is kept is everybody who is judged with the subject, and the records about them; of those
/// around them only where they are (see ``Surroundings``). Rows are chosen by their bytes; where these do not tell there is no
/// excerpt, and everything is read.
struct Excerpt: Sendable {
    /// A file's header and the rows that were kept of it.
    struct File: Sendable {
        let bytes: [UInt8]
        let encoding: TextEncoding
        /// Of each kept row its line in the whole file.
        let lines: [Int32]
    }

    private(set) var files: [String: File] = [:]
    private let subject: UInt64
    private let surroundings: Surroundings
    /// Whom rows must name to be kept: who is judged, and what was kept about them.
    private var judged: NameSet
    /// Whom any row may name: units and divisions.
    private var others = NameSet()

    /// `kinds`: those that are read, in their order. Nil when the subject is not posted, or when it cannot be told what bears on it.
    init?(around subject: String, of records: OpenRecords, _ kinds: [RecordKind], jobs: Int) {
        guard let number = subject.nameNumber, let surroundings = Surroundings(of: number, records, kinds, jobs: jobs)
        else { return nil }
        self.subject = number
        self.surroundings = surroundings
        judged = surroundings.judged
        for kind in kinds {
            guard kind.about.isStreamed ? kind.isOfCadres : take(kind, of: records, jobs: jobs) else { return nil }
        }
    }

    /// Keeps what bears on the subject of a kind's file; false when that cannot be told.
    private mutating func take(_ kind: RecordKind, of records: OpenRecords, jobs: Int) -> Bool {
        switch kind.name {
        case Villages.about.name, Teams.about.name:
            let village = kind.name == Teams.about.name ? Teams.declared().village : Villages.declared().village
            guard
                let kept = records.sift(
                    kind, [village.index], PlaceSieve(surroundings.counties, surroundings.townships), jobs: jobs)
            else { return false }
            files[kind.file] = kept.file
            judged.formUnion(kept.sieve.judged)
            others.formUnion(Division.codes(of: kept.sieve.codes.sorted()).compactMap(\.nameNumber))
            // Whoever moved may be named in records about a household of where they were.
            others.formUnion(kept.sieve.codes.compactMap(\.nameNumber))
        case Cadres.about.name, Postings.about.name:
            let cadre = kind.name == Cadres.about.name ? Cadres.declared().cadre : Postings.declared().cadre
            guard let kept = records.sift(kind, [cadre.index], CadreSieve(cadres: surroundings.cadres), jobs: jobs)
            else { return false }
            files[kind.file] = kept.file
        default:
            let columns = kind.naming + [kind.identifier].compactMap(\.self)
            guard !columns.isEmpty else { return true }
            let sieve = NamingSieve(
                judged, others: others, areMany: kind.naming.map { kind.columns[$0].type == .subject(many: true) })
            if kind.name == Units.about.name {
                guard let kept = records.sift(kind, [Units.declared().unit.index], sieve, jobs: jobs) else {
                    return false
                }
                others.formUnion(kept.sieve.identifiers)
            } else {
                guard let kept = records.sift(kind, columns, sieve, jobs: jobs) else { return false }
                files[kind.file] = kept.file
                judged.formUnion(kept.sieve.identifiers)
            }
        }
        return true
    }

    /// Those rows of a part of a streamed kind's file that bear on the subject. `again`: they have been taken before, and only the
    /// subject's own are looked for. Nil when the bytes do not tell.
    func stream(
        _ part: SplitFile.Part, of file: SplitFile, _ kind: RecordKind, _ positions: [Int?], again: Bool,
        _ zone: CivilZone
    ) -> ByteStream? {
        guard let cadre = kind.naming.first, let date = kind.date else { return nil }
        var cadres = surroundings.cadres
        if again {
            cadres = NameSet()
            cadres.insert(subject)
        }
        var sieve = CheckInSieve(cadres, zone)
        guard let kept = RawRows([positions[cadre], positions[date]]).read(file.path, part.bytes, &sieve) else {
            return nil
        }
        return ByteStream(bytes: kept.bytes, encoding: file.encoding)
    }
}

extension RecordKind {
    /// Whether each row is of a cadre at a moment.
    fileprivate var isOfCadres: Bool {
        guard let cadre = naming.first, let date else { return false }
        return naming.count == 1 && columns[cadre].type == .reference(SubjectKind.cadre.rawValue)
            && columns[date].type == .moment
    }
}

extension OpenRecords {
    /// Those rows of a kind's file that a sieve keeps. Nil when the bytes do not tell.
    func sift<Sieve: RowSieve>(_ kind: RecordKind, _ columns: [Int], _ sieve: Sieve, jobs: Int) -> (
        file: Excerpt.File, sieve: Sieve
    )? {
        guard let path = rows[kind.file]?.path, let file = SplitFile(path, jobs: jobs),
            let positions = RecordImport.positions(kind, file),
            let (kept, sieve) = RawRows(columns.map { positions[$0] }).read(file, sieve, jobs: jobs)
        else { return nil }
        let isASCII = kept.bytes.allSatisfy { $0 < 0x80 } && file.header.allSatisfy { $0 < 0x80 }
        let encoding = isASCII ? .undecided : file.encoding == .undecided ? TextEncoding(ofFile: path) : file.encoding
        // The header is on the first line.
        return (
            Excerpt.File(bytes: file.header + kept.bytes, encoding: encoding, lines: kept.lines.map { $0 + 1 }), sieve
        )
    }
}
