internal import Dispatch
internal import Synchronization

/// Reads the parts of a streamed kind's file, as many at a time as there are sinks.
struct SplitImport<Sink: RecordSink> {
    /// The header, read.
    let header: RecordImport
    let fields: FieldReader
    let symbols: Symbols
    /// The rows of a part; nil when it does not stand by itself.
    let rows: @Sendable (SplitFile.Part) -> ByteStream?
    let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    private struct Progress {
        var parts: [Int: RecordImport] = [:]
        var sinks: [Sink] = []
        var done: Int
        var isAbandoned = false
    }

    /// What was found, and one sink with all rows; the first who reads does something `beside`. Nil when a part does not stand by itself:
    /// then the file has to be read as a whole.
    func run(_ file: SplitFile, _ sinks: consuming [Sink], beside: @Sendable () -> Void) -> (
        found: RecordImport, sink: Sink
    )? {
        let jobs = sinks.count
        let begun = header.withoutFindings
        let waiting = Mutex(sinks)
        let state = Mutex(Progress(done: file.start))
        DispatchQueue.concurrentPerform(iterations: jobs) { worker in
            if worker == 0 { beside() }
            guard var sink = waiting.withLock({ $0.popLast() }) else { return }
            var fields = fields
            var symbols = symbols
            while !state.withLock({ $0.isAbandoned }), let part = file.takePart() {
                guard let stream = rows(part) else {
                    state.withLock { $0.isAbandoned = true }
                    break
                }
                var found = begun
                found.zones = 1 << UInt64(part.zone)
                var reader = CSVReader(stream)
                found.readRows(&reader, &fields, &symbols) { sink.take($0, $1) }
                let done = state.withLock { state in
                    if found.endsInQuote || found.encoding != file.encoding { state.isAbandoned = true }
                    state.parts[part.index] = found
                    state.done += part.bytes.count
                    return state.done
                }
                progress(done, file.size)
            }
            state.withLock { $0.sinks.append(sink) }
        }
        return state.withLock { state in
            guard !state.isAbandoned, var sink = state.sinks.popLast() else { return nil }
            for other in state.sinks { sink.join(other) }
            var found = header
            for index in 0..<state.parts.count {
                if let part = state.parts[index] { found.append(part) }
            }
            return (found, sink)
        }
    }
}
