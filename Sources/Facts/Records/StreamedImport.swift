import CivilTime
import Messages

/// Reads the file of a streamed kind: in parts, several at a time, when it is large; as a whole otherwise.
struct StreamedImport {
    private let kind: RecordKind
    private let header: RecordImport
    private let fields: FieldReader
    private let options: ReadingOptions
    private let excerpt: Excerpt?

    init(
        _ kind: RecordKind, shownPath: String, _ options: ReadingOptions, known: (ColumnType) -> [Bool]?,
        _ excerpt: Excerpt?
    ) {
        self.kind = kind
        self.options = options
        self.excerpt = excerpt
        // Rows of those who are not in an excerpt may still tell of their day.
        header = RecordImport(kind: kind, shownPath: shownPath, known: { excerpt == nil ? known($0) : nil })
        fields = FieldReader(kind, words: options.words, zone: options.zone)
    }

    /// Every word that a good row can have, so that no reader of a part meets a new one.
    static func learnWords(of kind: RecordKind, _ words: Words, _ symbols: inout Symbols) {
        for group in kind.columns.compactMap(\.type.group) {
            for name in words.written(in: group) { _ = symbols.intern(name) }
        }
    }

    /// Gives all rows to the sink.
    func whole<Sink: RecordSink>(_ stream: consuming ByteStream, _ symbols: inout Symbols, _ sink: inout Sink)
        -> RecordImport
    {
        var found = header
        var fields = fields
        found.run(stream, &fields, &symbols) { sink.take($0, $1) }
        return found
    }

    /// Gives the rows of a file to as many copies of the sink as there are jobs, some to each, and joins them; one of those who read
    /// does something `beside`. `again`: for the rows of the one who is to be explained. Nil when the file has to be read as a whole.
    func split<Sink: RecordSink>(
        _ file: SplitFile, _ symbols: Symbols, _ sink: Sink, goingOnFrom taken: TakenFile? = nil, again: Bool = false,
        beside: @Sendable () -> Void = {}
    ) -> (found: RecordImport, sink: Sink)? {
        // A text that is met for the first time would get another number in each part.
        guard kind.columns.allSatisfy({ !$0.type.isNewText }) else { return nil }
        var begun = header
        guard begun.readHeader(of: file), !begun.diagnostics.hasErrors else { return nil }
        if let taken { begun.goOn(from: taken) }
        begun.lookUpLater(symbols)
        let (name, progress) = (kind.file, options.progress)
        let (excerpt, kind, positions, zone) = (excerpt, kind, begun.header.positions, options.zone)
        let reading = SplitImport<Sink>(
            header: begun, fields: fields, symbols: symbols,
            rows: { part in
                guard let excerpt else { return ByteStream(path: file.path, part: part.bytes, encoding: file.encoding) }
                return excerpt.stream(part, of: file, kind, positions, again: again, zone)
            }, progress: { progress(name, $0, $1) })
        guard var read = reading.run(file, Array(repeating: sink, count: options.jobs), beside: beside) else {
            return nil
        }
        read.found.finish(fields, symbols)
        return read
    }

    /// The rows behind those that were taken before, one after the other.
    func rest<Sink: RecordSink>(
        of file: SplitFile, _ symbols: inout Symbols, _ sink: inout Sink, goingOnFrom taken: TakenFile
    ) -> RecordImport {
        var found = header
        var fields = fields
        guard found.readHeader(of: file) else { return found }
        found.goOn(from: taken)
        var rest = found.withoutFindings
        var reader = CSVReader(ByteStream(path: file.path, part: taken.size..<file.size, encoding: file.encoding))
        rest.readRows(&reader, &fields, &symbols) { sink.take($0, $1) }
        found.append(rest)
        found.finish(fields, symbols)
        return found
    }

    /// The rows that were taken before, one after the other: where parts of the file do not stand by themselves.
    func again<Sink: RecordSink>(_ file: SplitFile, _ symbols: inout Symbols, _ sink: inout Sink, upTo taken: TakenFile)
    {
        var found = header
        var fields = fields
        found.run(ByteStream(path: file.path, part: 0..<taken.size), &fields, &symbols) { sink.take($0, $1) }
    }
}

extension ColumnType {
    /// Whether a good row can have a text of it that nothing said before.
    fileprivate var isNewText: Bool {
        switch self {
        case .identifier, .text, .openWord, .period, .division, .word(_, many: true): true
        default: false
        }
    }
}
