import CivilTime
import PolicyYAML

/// Reads the file of a streamed kind: in parts, several at a time, when it is large; as a whole otherwise.
struct StreamedImport {
    private let kind: RecordKind
    private let header: RecordImport
    private let fields: FieldReader
    private let options: ReadingOptions

    init(_ kind: RecordKind, shownPath: String, _ options: ReadingOptions, known: (ColumnType) -> [Bool]?) {
        self.kind = kind
        self.options = options
        header = RecordImport(kind: kind, shownPath: shownPath, known: known)
        fields = FieldReader(kind, words: options.words, zone: options.zone)
    }

    /// Every word that a good row can have, so that no reader of a part meets a new one.
    static func learnWords(of kind: RecordKind, _ words: Words, _ symbols: inout Symbols) {
        for group in kind.columns.compactMap(\.type.group) {
            for name in words.names(in: group) {
                _ = symbols.intern(name)
                _ = symbols.intern(words.title(name, in: group).zh)
            }
        }
    }

    /// Gives all rows to the sink.
    func whole<Sink: RecordSink>(_ stream: consuming ByteStream, _ symbols: inout Symbols, _ sink: inout Sink) -> RecordImport {
        var found = header
        var fields = fields
        found.run(stream, &fields, &symbols) { sink.take($0, $1) }
        return found
    }

    /// Gives all rows to the sinks, some to each, and joins them; one of those who read does something `beside`. Nil when the file
    /// has to be read as a whole.
    func split<Sink: RecordSink>(
        _ path: String, _ symbols: Symbols, _ sinks: consuming [Sink], beside: @Sendable () -> Void
    ) -> (found: RecordImport, sink: Sink)? {
        // A text that is met for the first time would get another number in each part.
        guard kind.columns.allSatisfy({ !$0.type.isNewText }), let file = SplitFile(path, jobs: sinks.count) else { return nil }
        var begun = header
        var reader = CSVReader(ByteStream(bytes: file.header))
        guard begun.readHeader(&reader), !begun.diagnostics.hasErrors else { return nil }
        let (name, progress) = (kind.file, options.progress)
        let reading = SplitImport<Sink>(header: begun, fields: fields, symbols: symbols) { progress(name, $0, $1) }
        guard var read = reading.run(file, sinks, beside: beside) else { return nil }
        read.found.finish(fields, symbols)
        return read
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
