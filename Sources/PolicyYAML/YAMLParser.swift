/// Reads the subset of YAML that policies are written in: one document of texts, lists and maps.
///
/// Tags, anchors, aliases, merge keys, directives and keys that are not text are refused; so is a key written twice.
/// Everything wrong up to the first error of syntax is reported. The result is nil if anything was.
public func parseYAML(
    _ file: SourceFile, limits: YAMLLimits = .profile, into diagnostics: inout Diagnostics
) -> Node? {
    if file.passed != limits, let problem = TextCheck(file: file, limits: limits).firstProblem() {
        diagnostics.report(problem)
        return nil
    }
    let base = file.textStart
    return file.bytes.withUnsafeBufferPointer { bytes in
        guard let stream = EventStream(bytes, from: base, scalarBytes: limits.scalarBytes) else {
            let failure = SyntaxFailure(problem: "out of memory", context: "", offset: 0, contextOffset: nil)
            diagnostics.report(failure.diagnostic(in: file))
            return nil
        }
        var builder = TreeBuilder(file: file, limits: limits, stream: stream)
        let node = builder.document(from: base)
        diagnostics.merge(builder.diagnostics)
        return builder.diagnostics.isEmpty ? node : nil
    }
}

/// Why the builder does not go on.
private enum Stop: Error {
    case syntax(SyntaxFailure)
    case reported
}

/// Makes nodes of events.
private struct TreeBuilder {
    let file: SourceFile
    let limits: YAMLLimits
    let stream: EventStream
    var diagnostics = Diagnostics()
    private var nodes = 0
    /// Where the brackets and braces start that are not closed yet.
    private var openBrackets: [Int] = []

    init(file: SourceFile, limits: YAMLLimits, stream: EventStream) {
        self.file = file
        self.limits = limits
        self.stream = stream
    }

    mutating func document(from base: Int) -> Node? {
        do throws(Stop) {
            return try onlyDocument(from: base)
        } catch {
            if case .syntax(var failure) = error {
                failure.blame(openBrackets.last, in: file)
                diagnostics.report(failure.diagnostic(in: file))
            }
            return nil
        }
    }

    private mutating func onlyDocument(from base: Int) throws(Stop) -> Node? {
        try refuseDirective(from: base)
        _ = try next()  // the start of the stream
        if case .streamEnd = try next().kind {
            try report(YAMLMessages.empty(file))
            return nil
        }
        let root = try node(try next(), depth: 1)
        if case .scalar = root.content, root.start == root.end {
            try report(YAMLMessages.empty(file))
            return nil
        }
        // libyaml compares each %TAG directive with all before it: with 60,000 of them it works for 12 s.
        try refuseDirective(from: try next().end)
        let last = try next()
        guard case .streamEnd = last.kind else {
            try report(YAMLMessages.severalDocuments(file.location(start: last.start, end: last.end)))
            return nil
        }
        return root
    }

    // MARK: Values

    private mutating func node(_ event: Event, depth: Int) throws(Stop) -> Node {
        nodes += 1
        if nodes > limits.nodes {
            try stop(YAMLMessages.tooManyNodes(place(event), limit: limits.nodes))
        }
        try refuseProperties(event)
        switch event.kind {
        case .scalar(let scalar):
            return try scalarNode(scalar, event)
        case .sequenceStart(let isFlow), .mappingStart(let isFlow):
            return try collection(event, isFlow, depth)
        case .longScalar:
            try report(YAMLMessages.longScalar(place(event), limit: limits.scalarBytes))
        case .alias:
            try report(YAMLMessages.alias(place(event)))
        default:
            break
        }
        return make(.scalar(.init(text: "", isQuoted: false)), event.start, event.end)
    }

    private mutating func collection(_ event: Event, _ isFlow: Bool, _ depth: Int) throws(Stop) -> Node {
        if depth > limits.depth { try stop(YAMLMessages.tooDeep(place(event), limit: limits.depth)) }
        if isFlow { openBrackets.append(event.start) }
        let isMapping = if case .mappingStart = event.kind { true } else { false }
        let node = isMapping ? try mapping(event, isFlow, depth) : try sequence(event, isFlow, depth)
        if isFlow { openBrackets.removeLast() }
        return node
    }

    private mutating func scalarNode(_ scalar: Node.Scalar, _ event: Event) throws(Stop) -> Node {
        var (start, end) = (event.start, event.end)
        if start == end {
            // A value that was left out is where the writer stopped, not where the next thing starts.
            start = trimmed(start, notBefore: 0)
            end = start
        } else if event.isBlockScalar {
            end = trimmed(end, notBefore: start + 1)
        }
        let node = make(.scalar(scalar), start, end)
        let bad = scalar.isQuoted ? scalar.text.unicodeScalars.first { $0 == "\r" || BadCharacter($0) != nil } : nil
        if let bad { try report(YAMLMessages.escapedControl(bad, node.location)) }
        return node
    }

    private mutating func sequence(_ first: Event, _ isFlow: Bool, _ depth: Int) throws(Stop) -> Node {
        var items: [Node] = []
        while true {
            let event = try next()
            if case .collectionEnd = event.kind {
                return make(.sequence(items), first.start, end(of: first, isFlow, event, items.last))
            }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func mapping(_ first: Event, _ isFlow: Bool, _ depth: Int) throws(Stop) -> Node {
        var entries: [Node.Entry] = []
        var keys = KeyTable()
        var last: Node?
        while true {
            let event = try next()
            if case .collectionEnd = event.kind {
                return make(.mapping(entries), first.start, end(of: first, isFlow, event, last))
            }
            let key = try node(event, depth: depth + 1)
            let isUsable = try checkKey(key, event)
            let value = try node(try next(), depth: depth + 1)
            last = value
            guard isUsable, let text = key.text else { continue }
            if let index = keys.index(of: text, in: entries) {
                try report(YAMLMessages.duplicateKey(key, first: entries[index].key))
            } else {
                entries.append(Node.Entry(key: key, value: value))
            }
        }
    }

    /// Whether a key is a text under which a value can be found.
    private mutating func checkKey(_ key: Node, _ event: Event) throws(Stop) -> Bool {
        guard case .scalar(let scalar) = event.kind else {
            switch event.kind {
            case .sequenceStart, .mappingStart: try report(YAMLMessages.keyNotText(key))
            default: break  // an alias or a text too long: reported as such
            }
            return false
        }
        if scalar.isQuoted { return true }
        if scalar.text.isEmpty { try report(YAMLMessages.emptyKey(key.location)) }
        if scalar.text == "<<" { try report(YAMLMessages.mergeKey(key.location)) }
        return true
    }

    // MARK: Places

    private func make(_ content: Node.Content, _ start: Int, _ end: Int) -> Node {
        Node(content: content, file: file, start: start, end: max(start, end))
    }

    private func place(_ event: Event) -> Location {
        file.location(start: event.start, end: event.end)
    }

    /// The end of a collection is its closing bracket or the end of its last value: libyaml ends a block
    /// where the next thing starts, with the comments and empty lines in between.
    private func end(of first: Event, _ isFlow: Bool, _ last: Event, _ child: Node?) -> Int {
        let opener = first.start < file.bytes.count ? file.bytes[first.start] : 0
        // The pair in `[a: b]` is a flow map without braces.
        let isClosed = isFlow && (opener == Byte.leftBracket || opener == Byte.leftBrace)
        return isClosed ? last.end : max(child?.end ?? first.start, first.start)
    }

    /// The offset without the blanks before it.
    private func trimmed(_ offset: Int, notBefore limit: Int) -> Int {
        var offset = offset
        while offset > limit, Byte.isBlank(file.bytes[offset - 1]) { offset -= 1 }
        return offset
    }

    // MARK: Refusals

    /// libyaml counts the tag and the anchor to the value they stand before.
    private mutating func refuseProperties(_ event: Event) throws(Stop) {
        if case .alias = event.kind { return }
        guard event.start < event.end || event.hasTag || event.hasAnchor else { return }
        let first = event.start < file.bytes.count ? file.bytes[event.start] : 0
        if event.hasTag || first == Byte.exclamationMark { try report(YAMLMessages.tag(firstWord(of: event))) }
        if event.hasAnchor { try report(YAMLMessages.anchor(firstWord(of: event))) }
    }

    private func firstWord(of event: Event) -> Location {
        let rest = file.bytes[event.start..<file.endOfLine(holding: event.start)]
        return file.location(start: event.start, end: rest.firstIndex(where: Byte.isBlank) ?? rest.endIndex)
    }

    /// Directives stand before a document: at the first line that is not blank, a comment or the end of another.
    private mutating func refuseDirective(from offset: Int) throws(Stop) {
        var start = offset
        while start < file.bytes.count {
            let end = file.endOfLine(holding: start)
            let line = file.bytes[start..<end]
            let content = line.first { !Byte.isBlank($0) }
            if line.first == Byte.percent { try stop(YAMLMessages.directive(file.location(start: start, end: end))) }
            guard content == nil || content == Byte.hash || line.starts(with: "...".utf8) else { return }
            start = (file.bytes[end...].firstIndex(of: Byte.lineFeed) ?? file.bytes.count) + 1
        }
    }

    // MARK: Steps

    private func next() throws(Stop) -> Event {
        do throws(SyntaxFailure) {
            return try stream.next()
        } catch {
            throw .syntax(error)
        }
    }

    private mutating func report(_ diagnostic: Diagnostic) throws(Stop) {
        diagnostics.report(diagnostic)
        guard diagnostics.errorCount >= limits.errors, let place = diagnostic.primary?.location else { return }
        try stop(YAMLMessages.tooManyErrors(place))
    }

    private mutating func stop(_ diagnostic: Diagnostic) throws(Stop) {
        diagnostics.report(diagnostic)
        throw .reported
    }
}

/// Finds the keys of a map while it grows: a few are looked through sooner than put into a table.
private struct KeyTable {
    private var places: [String: Int] = [:]

    mutating func index(of key: String, in entries: [Node.Entry]) -> Int? {
        guard entries.count > 16 else { return entries.firstIndex { $0.key.text == key } }
        while places.count < entries.count { places[entries[places.count].key.text ?? ""] = places.count }
        return places[key]
    }
}
