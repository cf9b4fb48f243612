package import PolicyYAML

/// Where a test stands in the profile.
package struct NodePlace: Hashable, Sendable {
    private let file: ObjectIdentifier
    private let start: Int

    package init(_ node: Node) {
        file = ObjectIdentifier(node.file)
        start = node.start
    }
}
