internal import CivilTime

/// A check-in: when on which day of the span, and where, as far as its source knows.
struct CheckIn {
    enum Source { case app, device, register, log }

    let source: Source
    let day: Int
    let second: Int
    var place: (lat: Int, lng: Int)?
    var accuracy: Int?
}

/// Writes check-ins as their sources do, or as bad exports do: rows mixed, every field quoted, times in UTC.
struct CheckInRows {
    private let span: SampleSpan
    private let file: SampleFile
    private let mixer: RowMixer?

    /// More than anybody's in a day, on the average.
    private static let rowsOfDay = 3
    /// Of China Standard Time.
    private static let offset = 8 * 3600
    private static let header = ["cadre", "time", "lat", "lng", "accuracy_m", "source"]

    init(_ world: SampleWorld, _ span: SampleSpan, in folder: SampleFolder) throws(SampleError) {
        self.span = span
        let isMixed = folder.isAwkward && folder.asks(for: .checkIns)
        let header = isMixed ? CheckInRows.header.map { "\"\($0)\"" } : CheckInRows.header
        file = try SampleFile(
            .checkIns, in: folder, header: header.joined(separator: ","), lineEnd: isMixed ? "\r\n" : "\n")
        let rows = world.cadreCount * span.days.count * CheckInRows.rowsOfDay
        mixer = isMixed ? try RowMixer(rows: rows, seed: world.seed, in: folder) : nil
    }

    func write(_ checkIn: CheckIn, of cadre: [UInt8]) throws(SampleError) {
        if let mixer {
            try mixer.write { append(checkIn, cadre, quote: "\"", separator: "\",\"", to: &$0) }
        } else {
            try file.write { append(checkIn, cadre, quote: "", separator: ",", to: &$0) }
        }
    }

    func finish() throws(SampleError) -> (name: String, rows: Int)? {
        try mixer?.pour(into: file)
        return try file.finish()
    }

    private func append(
        _ checkIn: CheckIn, _ cadre: [UInt8], quote: StaticString, separator: StaticString, to bytes: inout [UInt8]
    ) {
        bytes.appendText(quote)
        bytes.append(contentsOf: cadre)
        bytes.appendText(separator)
        if mixer == nil { appendTime(checkIn, to: &bytes) } else { appendUTC(checkIn, to: &bytes) }
        bytes.appendText(separator)
        if let place = checkIn.place { bytes.appendDegrees(place.lat) }
        bytes.appendText(separator)
        if let place = checkIn.place { bytes.appendDegrees(place.lng) }
        bytes.appendText(separator)
        if let accuracy = checkIn.accuracy { bytes.appendNumber(accuracy) }
        bytes.appendText(separator)
        switch checkIn.source {
        case .app: bytes.appendText("app")
        case .device: bytes.appendText("device")
        case .register: bytes.appendText("register")
        case .log: bytes.appendText("log")
        }
        bytes.appendText(quote)
    }

    /// The app's with an offset, a terminal's without, on paper to the minute.
    private func appendTime(_ checkIn: CheckIn, to bytes: inout [UInt8]) {
        span.append(date: checkIn.day, to: &bytes)
        bytes.append(checkIn.source == .app ? UInt8(ascii: "T") : UInt8(ascii: " "))
        switch checkIn.source {
        case .app:
            bytes.appendSecond(checkIn.second)
            bytes.appendText("+08:00")
        case .device: bytes.appendSecond(checkIn.second)
        case .register, .log: bytes.appendMinute(checkIn.second)
        }
    }

    private func appendUTC(_ checkIn: CheckIn, to bytes: inout [UInt8]) {
        let isOnPaper = checkIn.source == .register || checkIn.source == .log
        let second = checkIn.second - (isOnPaper ? checkIn.second % 60 : 0) - CheckInRows.offset
        span.append(date: second < 0 ? checkIn.day - 1 : checkIn.day, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.appendSecond(second < 0 ? second + 86_400 : second)
        bytes.append(UInt8(ascii: "Z"))
    }
}
