/// A value of a file, with the place at which it stands. Nothing is guessed about types: `5`, `yes` and `null` are text.
public struct Node: Sendable {
    /// What a value holds: a text, a list of values, or a map in the order of writing.
    public enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    /// A text.
    public struct Scalar: Hashable, Sendable {
        /// The text after quotes, escapes and folded lines are resolved; empty where a value was left out.
        public var text: String
        /// Whether the writer said that it is text: with quotes, or as a block after `|` or `>`.
        public var isQuoted: Bool

        /// A text, and whether it was written as one.
        public init(text: String, isQuoted: Bool) {
            self.text = text
            self.isQuoted = isQuoted
        }
    }

    /// A key of a map with its value. The key is always a scalar.
    public struct Entry: Sendable {
        /// The key, a scalar.
        public var key: Node
        /// The value under the key; an empty text where it was left out.
        public var value: Node

        /// A key with its value.
        public init(key: Node, value: Node) {
            self.key = key
            self.value = value
        }
    }

    /// What the value holds.
    public var content: Content
    /// The file in which the value is written.
    public package(set) var file: SourceFile
    /// The byte at which the value's very characters start.
    public let start: Int
    /// The byte after the value's last character.
    public let end: Int
    /// Values this one took the place of when editions were laid over one another, newest first.
    public var replaced: [Node]

    /// A value at a place of a file.
    ///
    /// - Parameters:
    ///   - content: a text, a list or a map.
    ///   - file: the file that it stands in.
    ///   - start: the byte at which its first character starts.
    ///   - end: the byte after its last character; not before `start`.
    ///   - replaced: the values that it takes the place of, newest first.
    public init(content: Content, file: SourceFile, start: Int, end: Int, replaced: [Node] = []) {
        self.content = content
        self.file = file
        self.start = start
        self.end = end
        self.replaced = replaced
    }

    /// The place of the value; of a value over several lines, its first line.
    public var location: Location {
        file.location(start: start, end: end)
    }

    /// The text, if this is a scalar.
    public var text: String? {
        if case .scalar(let scalar) = content { scalar.text } else { nil }
    }

    /// The items, if this is a list.
    public var items: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries in the order of writing, if this is a map.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value under a key, if this is a map that has the key.
    public subscript(key: String) -> Node? {
        guard case .mapping(let entries) = content, let index = entries.firstIndex(where: { $0.key.text == key }) else {
            return nil
        }
        return entries[index].value
    }

    /// The kind of value in words, for messages that say what was found.
    public var shape: Text {
        switch content {
        case .scalar: Text("文本", "text")
        case .sequence: Text("列表", "list")
        case .mapping: Text("映射", "map")
        }
    }
}
