/// A paragraph so that Markdown shows it as it stands.
func markdown(_ text: String) -> String {
    lines(text).map { escapedStart($0) }.joined(separator: "\\\n")
}

/// The same within a line, a heading or a cell, where nothing else can begin; `lineBreak` stands for the end of a line.
func markdown(_ text: String, break lineBreak: String) -> String {
    lines(text).map { escaped($0) }.joined(separator: lineBreak)
}

private func lines(_ text: String) -> [Substring] {
    visible(text).split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }
}

/// Without blanks at the ends; ideographic spaces stay, they indent and mark places to fill in.
private func trimmed(_ line: Substring) -> Substring {
    let start = line.drop { $0 == " " }
    return start.prefix(upTo: start.lastIndex { $0 != " " }.map { start.index(after: $0) } ?? start.startIndex)
}

private func escaped(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
        if special.contains(scalar) { result.append("\\") }
        result.append(scalar)
    }
    return String(result)
}

/// Also escapes what would begin a quotation, a rule or a list.
private func escapedStart(_ line: Substring) -> String {
    var result = escaped(line)
    let digits = line.utf8.prefix { 0x30...0x39 ~= $0 }.count
    let mark = line.utf8.dropFirst(digits).first
    let next = line.utf8.dropFirst(digits + 1).first
    let isOpener =
        switch mark {
        case UInt8(ascii: ">"), UInt8(ascii: "="): digits == 0
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            digits == 0 && (next == nil || next == UInt8(ascii: " ") || next == mark)
        case UInt8(ascii: "."), UInt8(ascii: ")"): digits > 0 && (next == nil || next == UInt8(ascii: " "))
        default: false
        }
    if isOpener {
        result.unicodeScalars.insert("\\", at: result.unicodeScalars.index(result.startIndex, offsetBy: digits))
    }
    return result
}

private let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", "|", "~", "&", "#"]
