internal import PolicyYAML

/// Lines of iCalendar (RFC 5545): CRLF, folded at 75 octets between characters.
struct CalendarWriter {
    /// Octets of a line without its end.
    private static let width = 75
    private(set) var bytes: [UInt8] = []

    /// A line whose value is written as it is.
    mutating func line(_ name: String, _ value: String) { fold("\(name):\(value)") }

    /// A line whose value is text.
    mutating func text(_ name: String, _ value: String) { line(name, CalendarWriter.escaped(value)) }

    mutating func component(_ name: String, _ body: (inout CalendarWriter) -> Void) {
        line("BEGIN", name)
        body(&self)
        line("END", name)
    }

    /// Backslash, semicolon, comma and line ends are escaped; what hides or turns the direction of writing is spelled out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(contentsOf: ["\\", "n"])
            case "\t": result.append(scalar)
            // The backslash of what is spelled out is text too.
            case _ where scalar.isUnprintable: result.append(contentsOf: ("\\" + scalar.escaped).unicodeScalars)
            default: result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    private mutating func fold(_ line: String) {
        var used = 0
        for scalar in line.unicodeScalars {
            let octets = UTF8.width(scalar)
            if used + octets > CalendarWriter.width {
                // The space that begins the next line is one of its octets.
                bytes += [13, 10, 32]
                used = 1
            }
            bytes += Array(String(scalar).utf8)
            used += octets
        }
        bytes += [13, 10]
    }
}
