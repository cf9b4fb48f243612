internal import CivilTime
internal import ZhucunKernel

/// What a folder has and an import has brought so far: who there is, by identifier and by name.
struct KnownRecords {
    private var records: [String: ExistingRecords] = [:]
    private var identifiers: [String: Set<String>] = [:]
    private var cadresByName: [String: Set<String>] = [:]
    private var namesByCadre: [String: String] = [:]

    init(_ kinds: [RecordKind], folder: String, words: Words, zone: CivilZone) {
        for kind in kinds {
            let isNamed =
                kinds.contains { $0.columns.contains { $0.type == .reference(kind.name) } } || kind.about.isSubject
            var found = ExistingRecords(kind, folder: folder, words: words, zone: zone)
            if isNamed { identifiers[kind.name] = Set(found.identifiers()) }
            records[kind.name] = found
            if kind.name == "cadre" { noteNames(found) }
        }
    }

    /// Of a kind that is about to be added to.
    mutating func take(_ kind: RecordKind) -> ExistingRecords {
        // The dictionary gives up its copy, so that adding to the rows copies none.
        guard let found = records.removeValue(forKey: kind.name) else {
            preconditionFailure("every kind was looked up")
        }
        return found
    }

    mutating func put(_ added: ExistingRecords) {
        var added = added
        if identifiers[added.kind.name] != nil { identifiers[added.kind.name] = Set(added.identifiers()) }
        if added.kind.name == "cadre" { noteNames(added) }
        records[added.kind.name] = added
    }

    private mutating func noteNames(_ cadres: ExistingRecords) {
        cadresByName = [:]
        for (cadre, name) in cadres.pairs("cadre", "name") where !name.isEmpty {
            cadresByName[name, default: []].insert(cadre)
            namesByCadre[cadre] = name
        }
    }

    func has(_ identifier: String, _ kind: String) -> Bool { identifiers[kind]?.contains(identifier) ?? true }

    func hasAny(_ identifier: String) -> Bool {
        identifiers.values.contains { $0.contains(identifier) }
            || [2, 4, 6, 9].contains(identifier.utf8.count) && identifier.allSatisfy(\.isNumber)
    }

    /// The identifier of a kind that a damaged text must have been.
    func meant(_ text: String, _ kind: String) -> String? {
        DamagedIdentifier.meant(text, among: identifiers[kind] ?? [])
    }

    func cadres(named name: String) -> Set<String> { cadresByName[name] ?? [] }
    func name(of cadre: String) -> String? { namesByCadre[cadre] }
}
