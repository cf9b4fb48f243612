/// How much a file may ask of the reader before it is refused.
public struct YAMLLimits: Hashable, Sendable {
    /// The bytes of a file.
    public var bytes: Int
    /// Lists and maps within one another; never more than 512, for values are visited by recursion.
    public var depth: Int
    /// Texts, lists and maps together, keys counted.
    public var nodes: Int
    /// Aliases are not part of the subset, so that no file can be larger than it looks.
    public var aliases: Int { 0 }
    /// The bytes of one text.
    public var scalarBytes: Int
    /// The bytes of one line: every message quotes its line.
    public var lineBytes: Int
    /// Errors reported of one file before reading stops.
    public var errors: Int

    /// Limits for one file; what is left out is as for a profile. A `depth` of more than 512 counts as 512.
    public init(
        bytes: Int = 1 << 20,
        depth: Int = 64,
        nodes: Int = 100_000,
        scalarBytes: Int = 1 << 16,
        lineBytes: Int = 8192,
        errors: Int = 100
    ) {
        self.bytes = bytes
        self.depth = min(depth, 512)
        self.nodes = nodes
        self.scalarBytes = scalarBytes
        self.lineBytes = lineBytes
        self.errors = errors
    }

    /// The limits for the files of a profile.
    public static let profile = YAMLLimits()

    /// Spaces and line breaks in a row. libyaml clears its buffer of blanks at each word of a text,
    /// so that 300 kB of blanks before 200 kB of words cost it seconds.
    static let blanksInARow = 4096
}
