import PolicyYAML

/// libFuzzer calls this with one input after another. A crash, a hang or a broken promise ends the run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let file = SourceFile(path: "fuzz.yaml", bytes: bytes)
    var diagnostics = Diagnostics()
    let node = parseYAML(file, limits: YAMLLimits(depth: 12, nodes: 200, scalarBytes: 200, errors: 10), into: &diagnostics)

    precondition((node == nil) == diagnostics.hasErrors, "a tree without errors, or errors without a tree")
    if let node { check(node, within: 0..<count) }
    // One language for each input: rendering is most of the work.
    let language: Language = count.isMultiple(of: 2) ? .zh : .en
    checkShown(DiagnosticRenderer(language: language).render(diagnostics))
    return 0
}

/// Every value lies within the value that holds it, and keys are texts that differ.
private func check(_ node: Node, within range: Range<Int>) {
    precondition(node.start <= node.end, "a value that ends before it starts")
    precondition(range.lowerBound <= node.start && node.end <= range.upperBound, "a value outside of the one that holds it")
    if case .scalar(let scalar) = node.content { check(scalar, node) }
    let location = node.location
    precondition(location.line >= 1 && location.column >= 1 && location.endColumn >= location.column)
    for item in node.items ?? [] {
        check(item, within: node.start..<node.end)
    }
    var keys: Set<String> = []
    for entry in node.entries ?? [] {
        check(entry.key, within: node.start..<node.end)
        check(entry.value, within: node.start..<node.end)
        precondition(entry.key.text.map { keys.insert($0).inserted } ?? false, "a key that is no text, or twice")
        precondition(entry.key.start <= entry.value.start, "a value before its key")
    }
}

/// A text covers its very characters: a plain one reads as the file does, a quoted one has its quotes at both ends.
private func check(_ scalar: Node.Scalar, _ node: Node) {
    let source = node.file.bytes[node.start..<node.end]
    guard scalar.isQuoted else {
        if !source.contains(0x0A) {
            precondition(scalar.text.utf8.elementsEqual(source), "a plain text other than its characters")
        }
        precondition(source.first != 0x20 && source.last != 0x20, "a plain text with blanks around it")
        return
    }
    switch source.first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
        precondition(source.count >= 2 && source.last == source.first, "a quoted text without its quotes")
    default:
        precondition(source.first == UInt8(ascii: "|") || source.first == UInt8(ascii: ">"), "a block without its sign")
    }
}

/// What is shown cannot drive a terminal.
private func checkShown(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" {
        precondition(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "a control character is shown")
    }
}
