internal import Messages
internal import Synchronization

/// Reads the files of the kinds that are needed: who is where first, then what goes by once, then everything else.
extension OpenRecords {
    /// Only looks whether the rows are right.
    public func load(_ kinds: [RecordKind], _ options: ReadingOptions) -> Records {
        var (records, places) = load(kinds, options) { world, _ in ShiftedPlaces(world, kinds) }
        places.report(name + "/villages.csv", into: &records.diagnostics)
        return records
    }

    /// Reads the files of the kinds that are needed; files of no kind, missing files and bad rows are reported.
    public func load<Sink: RecordSink>(
        _ kinds: [RecordKind], _ options: ReadingOptions, into makeSink: (World, Symbols) -> Sink
    ) -> (Records, Sink) {
        var diagnostics = Diagnostics()
        if let problem { diagnostics.report(.noRecords(name, problem)) }
        reportUnread(kinds, &diagnostics)
        let needed = kinds.filter { rows[$0.file].map { !$0.isNone } ?? false && options.needs($0) }
        let streamed = needed.filter(\.about.isStreamed)
        let first = kinds.withReferences((RecordKind.whoIsWhere + [.divisions] + streamed).map(\.name))
        var reading = RecordReading(
            self, needed.filter { !$0.about.isStreamed }, first: first, options,
            empty: kinds.filter { rows[$0.file]?.isNone ?? false })
        reading.checkBirths(&diagnostics)
        let people = PeopleReading(reading.tables, reading.symbols, divisions: reading.divisions)
        for kind in streamed { StreamedImport.learnWords(of: kind, options.words, &reading.symbols) }
        var sink = makeSink(World(people), reading.symbols)
        let taken = streamed.compactMap { stream($0, options, &reading, &sink) }
        reading.readOthers()
        let world = World(people, listing: ListedReading(kinds, reading.tables, reading.symbols, among: people))
        var checks = Diagnostics()
        for kind in RecordKind.world
        where problem == nil && ["village", "cadre", "posting"].contains(kind.name) && reading.tables[kind.name] == nil
        {
            checks.report(.missingFile(kind, folder: name))
        }
        checks.merge(
            RecordChecks.run(
                world, reading.tables, reading.symbols, folder: name, known: reading.known, kinds: kinds.map(\.name)))
        for kind in needed where !kind.about.isStreamed { diagnostics.merge(reading.found[kind.name] ?? Diagnostics()) }
        diagnostics.merge(checks)
        for kind in streamed { diagnostics.merge(reading.found[kind.name] ?? Diagnostics()) }
        reading.symbols.settle()
        let records = Records(
            source: name, symbols: reading.symbols, world: world,
            kinds: Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a }), tables: reading.tables,
            diagnostics: diagnostics,
            counts: reading.counts.sorted { $0.file < $1.file }, refused: reading.refused, taken: taken)
        return (records, sink)
    }

    /// Files that are of no kind, such as a misspelt one.
    private func reportUnread(_ kinds: [RecordKind], _ diagnostics: inout Diagnostics) {
        var unread = Faults()
        for file in rows.keys.sorted() where !kinds.contains(where: { $0.file == file }) {
            let cause = Faults.Cause(kind: .between(.file))
            if unread.count(cause) { unread.show(cause, nil, .unreadFile(file, known: kinds.map(\.file))) }
        }
        unread.report(name, into: &diagnostics)
    }

    /// Gives the rows of a streamed kind to the sink; whatever is still to be read is read beside them. What was taken of the file; nil
    /// when a run cannot go on from it.
    private func stream<Sink: RecordSink>(
        _ kind: RecordKind, _ options: ReadingOptions, _ reading: inout RecordReading, _ sink: inout Sink
    ) -> TakenFile? {
        let path = rows[kind.file]?.path
        let streamed = StreamedImport(
            kind, shownPath: self.path(of: kind), options, known: reading.known.marks, excerpt)
        let before = options.taken.first { $0.kind == kind.name }
        let file = path.flatMap { SplitFile($0, jobs: options.jobs, taken: before) }
        let begun = sink
        if let path, let before, sink.zonesToSee != 0,
            let again = SplitFile(path, jobs: options.jobs, taken: before, zones: sink.zonesToSee)
        {
            if let read = streamed.split(again, reading.symbols, begun, again: true) {
                sink.join(read.sink)
            } else {
                streamed.again(again, &reading.symbols, &sink, upTo: before)
            }
        }
        let others = Mutex(reading)
        let found: RecordImport
        if let file, before != nil || file.size >= SplitFile.smallest,
            let read = streamed.split(
                file, reading.symbols, begun, goingOnFrom: before, beside: { others.withLock { $0.readOthers() } })
        {
            sink.join(read.sink)
            reading = others.withLock(\.self)
            found = read.found
        } else if let file, let before {
            found = streamed.rest(of: file, &reading.symbols, &sink, goingOnFrom: before)
        } else {
            found = streamed.whole(stream(kind.file), &reading.symbols, &sink)
        }
        reading.note(found)
        guard let file, found.isWithoutFault else { return nil }
        return TakenFile(found, file, options.number(of: kind), goingOnFrom: before)
    }
}
