public import ZhucunKernel

/// What every `RecordSource` must hold; the built-in ones do, and a stranger's can be tried.
public enum RecordSourceConformance {
    /// What is wrong with a source, in words for its author; empty when nothing is.
    ///
    /// - Parameters:
    ///   - source: one that holds the records of a folder.
    ///   - folder: the same records as files.
    ///   - missing: a source of the same sort that is not there, if there can be one.
    ///   - kinds: the kinds of record to read.
    ///   - options: how they are read.
    public static func complaints(
        about source: some RecordSource, holding folder: RecordFolder, missing: (any RecordSource)? = nil,
        _ kinds: [RecordKind], _ options: ReadingOptions
    ) async -> [String] {
        var complaints: [String] = []
        let opened: OpenRecords
        do throws(RecordSourceProblem) {
            opened = try await source.open()
        } catch {
            return ["it cannot be opened: \(error.reason.en)"]
        }
        if opened.name != source.name { complaints.append("what it opens has another name: \(opened.name)") }
        let expected = Rows(folder.records, kinds, options)
        let first = Rows(opened, kinds, options)
        complaints += first.differences(from: expected, "says something else than the same rows in files")
        complaints += Rows(opened, kinds, options).differences(from: first, "has other rows when it is read again")
        async let one = Rows(opened, kinds, options)
        async let other = Rows(opened, kinds, options)
        for rows in await [one, other] {
            complaints += rows.differences(from: first, "has other rows when several read at once")
        }
        if let missing {
            let none = await OpenRecords(missing).load(kinds, options)
            if none.diagnostics.errorCount == 0 { complaints.append("a source that is not there is no error") }
        }
        return complaints
    }

    /// What was read of each kind, in the rows' own order.
    private struct Rows {
        private let texts: [String: [String]]
        private let counts: [String]
        private let errors: [String]

        init(_ opened: OpenRecords, _ kinds: [RecordKind], _ options: ReadingOptions) {
            let records = opened.load(kinds, options)
            texts = Dictionary(
                uniqueKeysWithValues: kinds.map { ($0.file, Rows.texts(of: records.table($0), records)) })
            counts = records.counts.map { "\($0.file): \($0.rows), \($0.bad) refused" }
            errors = records.diagnostics.all.filter { $0.severity == .error }.map(\.message.en)
        }

        private static func texts(of table: RecordTable, _ records: Records) -> [String] {
            (0..<table.count).map { row in
                table.kind.columns.indices.map { table.text($0, row, records.symbols) ?? "" }.joined(
                    separator: "\u{1F}")
            }
        }

        func differences(from other: Rows, _ what: String) -> [String] {
            texts.keys.sorted().filter { texts[$0] != other.texts[$0] }.map { "\($0) \(what)" }
                + (counts == other.counts ? [] : ["the number of its rows \(what)"])
                + (errors == other.errors ? [] : ["what is wrong in its rows \(what)"])
        }
    }
}
