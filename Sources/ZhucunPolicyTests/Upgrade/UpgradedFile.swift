public import PolicyYAML
internal import ZhucunKernel

/// A name of before in a file, and what is written in its place.
public struct NameChange: Sendable {
    /// Where it stands.
    public let location: Location
    /// As it is written.
    public let former: String
    /// What is written instead.
    public let now: String
    /// The bytes of the name, without quotes around it.
    let bytes: Range<Int>

    /// A name that was written in Chinese is written in Chinese again.
    init(_ node: Node, _ former: String, _ now: String, _ names: KeyNames) {
        location = node.location
        let isQuoted = if case .scalar(let scalar) = node.content { scalar.isQuoted } else { false }
        bytes = isQuoted ? node.start + 1..<node.end - 1 : node.start..<node.end
        self.former = String(decoding: node.file.bytes[bytes], as: UTF8.self)
        self.now = self.former == former ? now : names.name(ofKey: now)
    }
}

/// A file with names of before, and what it says in those of today.
public struct UpgradedFile: Sendable {
    /// As people are shown it.
    public let path: String
    /// In the order of the text.
    public let changes: [NameChange]
    /// The whole file, rewritten.
    public let bytes: [UInt8]
    /// Each line that changes, with its number, before and after.
    let lines: [(number: Int, before: String, after: String)]

    init(_ file: SourceFile, _ changes: [NameChange]) {
        path = file.path
        let changes = changes.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
        self.changes = changes
        var rewritten = file.bytes
        for change in changes.reversed() { rewritten.replaceSubrange(change.bytes, with: change.now.utf8) }
        bytes = rewritten
        // No name holds a line break, so lines stay what they are.
        let split = { (bytes: [UInt8]) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
        let (before, after) = (split(file.bytes), split(rewritten))
        lines = Set(changes.map(\.location.line)).sorted().map { number in
            let text = { (lines: [ArraySlice<UInt8>]) in
                String(decoding: lines[number - 1].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            }
            return (number, text(before), text(after))
        }
    }
}
