import CivilTime
import Messages

/// Only the column that tells which profile applies.
private struct VillageCodes: RecordColumns {
    static let about = RecordAbout(name: "village", file: "villages.csv", title: Villages.about.title)
    let village: Column<Symbol>

    init(_ c: inout ColumnDeclarations) {
        village = c.required("village", "村代码", .identifier, Text("12 位行政区划代码", "the 12-digit division code"))
    }
}

extension OpenRecords {
    /// The villages' division codes, read before anything else is known; but for what cannot be read at all, problems are reported by the
    /// reading proper.
    package func villageCodes(into diagnostics: inout Diagnostics) -> [String] {
        guard let zone = CivilZone("+00:00") else { return [] }
        let kind = RecordKind(VillageCodes.self)
        var fields = FieldReader(kind, words: Words(), zone: zone)
        var symbols = Symbols()
        var reading = RecordImport(kind: kind, shownPath: path(of: kind), known: { _ in nil })
        if let problem { diagnostics.report(.noRecords(name, problem)) }
        guard rows[kind.file] != nil else {
            let villages = RecordKind(Villages.self)
            if problem == nil { diagnostics.report(.missingFile(villages, folder: name)) }
            return []
        }
        reading.run(stream(kind.file), &fields, &symbols) { _, _ in }
        if let failure = reading.failure { diagnostics.report(.unreadable(reading.shownPath, failure)) }
        let column = VillageCodes.declared().village
        return (0..<reading.table.count).compactMap { reading.table[column, $0].map(symbols.text) }
    }
}
