internal import CLibYAML

/// One step of libyaml, with byte offsets into the file.
struct Event {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd, alias, collectionEnd
        case scalar(Node.Scalar)
        /// A scalar longer than the limit; its text is not kept.
        case longScalar
        case sequenceStart(isFlow: Bool)
        case mappingStart(isFlow: Bool)
    }

    var kind: Kind
    var start: Int
    var end: Int
    var hasTag = false
    var hasAnchor = false
    var isBlockScalar = false
}

/// What libyaml says when it cannot go on, with byte offsets into the file.
struct SyntaxFailure: Error {
    var problem: String
    var context: String
    var offset: Int
    /// Where the thing started in which the problem was found.
    var contextOffset: Int?
}

/// libyaml's event parser over bytes that are known to be UTF-8.
final class EventStream {
    /// libyaml keeps a pointer to the parser in the parser itself, so it has to stay at one place in memory.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var offsets: OffsetCursor
    private let scalarBytes: Int

    /// The bytes must outlive the stream. Nil when no memory is left.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, from base: Int, scalarBytes: Int) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        offsets = OffsetCursor(bytes, from: base)
        self.scalarBytes = scalarBytes
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress?.advanced(by: base), bytes.count - base)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    func next() throws(SyntaxFailure) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        var result = Event(
            kind: .streamEnd,
            start: offsets.offset(event.start_mark.index),
            end: offsets.offset(event.end_mark.index))
        switch event.type {
        case YAML_STREAM_START_EVENT: result.kind = .streamStart
        case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
        case YAML_ALIAS_EVENT: result.kind = .alias
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: result.kind = .collectionEnd
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            result.kind = kind(of: scalar.value, length: scalar.length, style: scalar.style)
            result.hasTag = scalar.tag != nil
            result.hasAnchor = scalar.anchor != nil
            result.isBlockScalar =
                scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            result.kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
            result.hasTag = sequence.tag != nil
            result.hasAnchor = sequence.anchor != nil
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            result.kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
            result.hasTag = mapping.tag != nil
            result.hasAnchor = mapping.anchor != nil
        default: break
        }
        return result
    }

    private func kind(of value: UnsafePointer<UInt8>?, length: Int, style: yaml_scalar_style_t) -> Event.Kind {
        guard length <= scalarBytes else { return .longScalar }
        let text = String(decoding: UnsafeBufferPointer(start: value, count: length), as: UTF8.self)
        return .scalar(Node.Scalar(text: text, isQuoted: style != YAML_PLAIN_SCALAR_STYLE))
    }

    private func failure() -> SyntaxFailure {
        let state = parser.pointee
        let hasContext = state.context != nil
        return SyntaxFailure(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            context: state.context.map { String(cString: $0) } ?? "",
            offset: offsets.offset(state.problem_mark.index),
            contextOffset: hasContext ? offsets.offset(state.context_mark.index) : nil)
    }
}

/// libyaml's marks count code points from the first one it was given; people and this module need bytes.
///
/// Marks come nearly in the order of the file: the next is found from the last, one code point after another.
private struct OffsetCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// The byte at which the code point starts.
    private var place: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from base: Int) {
        self.bytes = bytes
        place = base
    }

    mutating func offset(_ wanted: Int) -> Int {
        while index < wanted, place < bytes.count {
            index += 1
            place += 1
            while place < bytes.count, isInside(place) { place += 1 }
        }
        while index > wanted {
            index -= 1
            place -= 1
            while isInside(place) { place -= 1 }
        }
        return place
    }

    /// Whether the byte is not the first of its code point.
    private func isInside(_ place: Int) -> Bool { bytes[place] & 0xC0 == 0x80 }
}
