/// One field of a row: a range of the reader's bytes, or of its scratch where doubled quotes were undone.
struct CSVField {
    var start: Int
    var end: Int
    var isScratch = false
    /// Where the field begins in its row, quote included.
    var offset: Int
}

/// Splits a stream into rows and fields (RFC 4180; LF, CRLF). Holds one block and the row at its edge, never the file.
struct CSVReader: ~Copyable {
    enum Outcome { case row, end, unclosedQuote, textAfterQuote, rowTooLong }

    static let longestRow = 1 << 20

    private(set) var stream: ByteStream
    private(set) var bytes: [UInt8] = []
    private(set) var scratch: [UInt8] = []
    private(set) var fields: [CSVField] = []
    /// The line on which the current row begins, from 1.
    private(set) var line = 0
    private(set) var nextLine = 1
    private(set) var rowStart = 0
    /// Where the next row begins.
    private(set) var position = 0

    init(_ stream: consuming ByteStream) { self.stream = stream }

    /// Moves to the next row that is not blank.
    mutating func next() -> Outcome {
        while true {
            rowStart = position
            line = nextLine
            let outcome = scan()
            if outcome == .row, fields.count == 1, fields[0].start == fields[0].end, !fields[0].isScratch { continue }
            return outcome
        }
    }

    /// Goes past rows that were read from the bytes, one on each line.
    mutating func pass(rows: Int, endingAt end: Int) {
        position = end
        nextLine += rows
    }

    /// About how many rows the file has, judged by the first of them.
    func rowCount(like first: Int) -> Int {
        let passed = max(1, stream.offset - (bytes.count - position))
        return first * (stream.size / passed + 1)
    }

    private mutating func scan() -> Outcome {
        fields.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        var index = rowStart
        while true {
            guard let first = peek(&index) else {
                guard index > rowStart else {
                    // The block has moved: whoever asks again is at the end again.
                    position = index
                    return .end
                }
                fields.append(CSVField(start: index, end: index, offset: index - rowStart))
                position = index
                return .row
            }
            if index - rowStart > CSVReader.longestRow { return skipLine(from: index, .rowTooLong) }
            let isLast: Bool
            if first == UInt8(ascii: "\"") {
                switch quoted(&index) {
                case .row: isLast = false
                case .end: isLast = true
                case let problem: return problem == .unclosedQuote ? problem : skipLine(from: index, problem)
                }
            } else {
                guard let last = plain(&index) else { return skipLine(from: index, .rowTooLong) }
                isLast = last
            }
            if isLast {
                position = index
                return .row
            }
        }
    }

    /// A field without quotes; true when it ends its row, nil when it is longer than a row may be.
    private mutating func plain(_ index: inout Int) -> Bool? {
        let offset = index - rowStart
        while true {
            guard let byte = peek(&index) else {
                let start = rowStart + offset
                fields.append(CSVField(start: start, end: index, offset: offset))
                return true
            }
            if byte == UInt8(ascii: ",") {
                fields.append(CSVField(start: rowStart + offset, end: index, offset: offset))
                index += 1
                return false
            }
            if byte == UInt8(ascii: "\n") {
                let start = rowStart + offset
                let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
                fields.append(CSVField(start: start, end: end, offset: offset))
                index += 1
                nextLine += 1
                return true
            }
            index += 1
            if index - rowStart > CSVReader.longestRow { return nil }
        }
    }

    /// A field in quotes. `.row`: more fields follow, `.end`: it was the row's last.
    private mutating func quoted(_ index: inout Int) -> Outcome {
        let offset = index - rowStart
        let start = scratch.count
        index += 1
        while true {
            guard let byte = peek(&index) else {
                position = index
                return .unclosedQuote
            }
            index += 1
            if byte != UInt8(ascii: "\"") {
                if byte == UInt8(ascii: "\n") { nextLine += 1 }
                scratch.append(byte)
                if index - rowStart > CSVReader.longestRow { return .rowTooLong }
                continue
            }
            var next = peek(&index)
            if next == UInt8(ascii: "\"") {
                scratch.append(UInt8(ascii: "\""))
                index += 1
                continue
            }
            fields.append(CSVField(start: start, end: scratch.count, isScratch: true, offset: offset))
            if next == UInt8(ascii: "\r") {
                index += 1
                next = peek(&index)
                if next != UInt8(ascii: "\n") { return .textAfterQuote }
            }
            guard let next else { return .end }
            index += 1
            switch next {
            case UInt8(ascii: ","): return .row
            case UInt8(ascii: "\n"):
                nextLine += 1
                return .end
            default: return .textAfterQuote
            }
        }
    }

    /// The byte at the index, reading on when the block is used up; the row moves to the front then.
    private mutating func peek(_ index: inout Int) -> UInt8? {
        if index < bytes.count { return bytes[index] }
        if rowStart > 0 {
            bytes.removeSubrange(..<rowStart)
            for field in fields.indices where !fields[field].isScratch {
                fields[field].start -= rowStart
                fields[field].end -= rowStart
            }
            index -= rowStart
            rowStart = 0
        }
        while index >= bytes.count {
            guard stream.read(into: &bytes) else { return nil }
        }
        return bytes[index]
    }

    /// Goes on at the next line, so that one bad row does not hide the rows behind it.
    private mutating func skipLine(from index: Int, _ outcome: Outcome) -> Outcome {
        var index = index
        while let byte = peek(&index) {
            index += 1
            if byte == UInt8(ascii: "\n") {
                nextLine += 1
                break
            }
            // A line without an end is dropped as it is read, with its fields, so that it costs no memory.
            if index - rowStart > CSVReader.longestRow {
                rowStart = index
                fields.removeAll(keepingCapacity: true)
            }
        }
        position = index
        return outcome
    }

    func withField<Result>(_ field: CSVField, _ body: (Span<UInt8>) -> Result) -> Result {
        field.isScratch
            ? body(scratch.span.extracting(field.start..<field.end))
            : body(bytes.span.extracting(field.start..<field.end))
    }

    func text(_ field: CSVField) -> String {
        String(
            decoding: field.isScratch ? scratch[field.start..<field.end] : bytes[field.start..<field.end], as: UTF8.self
        )
    }

    /// The row's first line, for messages.
    var lineText: String {
        let end = bytes[rowStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return String(decoding: bytes[rowStart..<end].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }

    /// How many characters of the row stand before a field.
    func column(of field: CSVField) -> Int {
        String(decoding: bytes[rowStart..<min(rowStart + field.offset, bytes.count)], as: UTF8.self).unicodeScalars
            .count + 1
    }
}
