package import CivilTime
package import PolicyYAML

/// The document behind an edition.
public struct Document: Hashable, Sendable {
    /// 文号, such as 渝委农办〔2023〕23号.
    public let number: String
    /// Who issued it, as the edition writes it.
    public let issuer: String
}

/// One edition file: what one document adds or changes, from its effective day.
public struct Edition: Sendable {
    /// The first day on which it is in force, which its file's name begins with.
    package let effective: Day
    /// The last day on which it is in force; nil while it goes on.
    package let ends: Day?
    /// Nil for an edition that holds only defaults and words.
    package let document: Document?
    /// The file that holds it.
    package let file: SourceFile
    /// The whole file, head included.
    package let root: Node
    /// Module sections, `defaults`, `general` and `words`, without the edition's own head.
    let sections: Node
    /// Modules whose provisions here cannot all be read: the section is not a list, misspelt, or has an item without an id.
    var sectionsNotRead: [String] {
        (sections.entries ?? []).compactMap { entry in
            guard let name = entry.key.text, !Edition.ownSections.contains(name) else { return nil }
            return entry.value.items?.allSatisfy(Edition.hasIdentifier) == true ? nil : name
        }
    }

    /// The sections without what is reported as unreadable, so that one bad item does not take the place of all before it.
    var readableSections: Node {
        let entries = (sections.entries ?? []).compactMap { entry -> Node.Entry? in
            if Edition.ownSections.contains(entry.key.text ?? "") { return entry }
            guard let items = entry.value.items else { return nil }
            let readable = Node(
                content: .sequence(items.filter(Edition.hasIdentifier)), file: file, start: entry.value.start,
                end: entry.value.end)
            return Node.Entry(key: entry.key, value: readable)
        }
        return Node(content: .mapping(entries), file: file, start: sections.start, end: sections.end)
    }

    /// Whether one of its sections has an item of a name.
    func declares(_ id: String, in section: String?) -> Bool {
        sections[section ?? ""]?.items?.contains { $0["id"]?.text == id } ?? false
    }

    private static func hasIdentifier(_ item: Node) -> Bool { item["id"]?.text?.isEmpty == false }

    /// Sections that no module reads.
    static let ownSections = ["defaults", ownDefaults, "general", "groups", "words"]

    /// Keys of an edition's head; everything else is a section.
    static let head: Set<String> = ["edition", "ends", "document", "note"]

    /// Whether it is in force on any of some days.
    package func isInForce(in days: DayRange) -> Bool { effective <= days.last && days.first <= ends ?? .distantFuture }

    /// Nil when the head cannot be read; reported then.
    init?(_ root: Node, into diagnostics: inout Diagnostics) {
        guard let entries = root.entries else {
            diagnostics.report(
                .wrongShape(root, expected: Text("映射（edition、document、各模块）", "a map (edition, document, sections)")))
            return nil
        }
        let session = ReadingSession.describing()
        session.provision = root.file.path
        var reader = SettingsReader(root, session: session)
        effective = reader.required(
            "edition", .day, Text("生效日期", "the day from which it is in force"), example: "2023-07-11")
        ends = reader.optional(
            "ends", .day, Text("最后有效的一天；此后它规定的和改动的都不再有效", "the last day on which what it says and changes is in force"),
            example: "2023-12-31")
        if let ends, ends < effective, let node = root["ends"], let start = root["edition"] {
            session.report(.endsBeforeItTakesEffect(node, start))
        }
        _ = reader.optional("note", .text, Text("说明", "a note for the reader"), example: "说明")
        document = root["document"].flatMap { Edition.document($0, session) }
        diagnostics.merge(session.diagnostics)
        guard !session.diagnostics.hasErrors else { return nil }
        file = root.file
        self.root = root
        let sections = entries.filter { !Edition.head.contains($0.key.text ?? "") }.map { entry in
            guard !Edition.ownSections.contains(entry.key.text ?? ""), let items = entry.value.items else {
                return entry
            }
            var section = entry
            section.value.content = .sequence(items.flatMap { EachRow.expanded($0, into: &diagnostics) })
            return section
        }
        self.sections = Node(content: .mapping(sections), file: root.file, start: root.start, end: root.end)
    }

    private static func document(_ node: Node, _ session: ReadingSession) -> Document? {
        guard node.entries != nil else {
            session.report(.wrongShape(node, expected: Text("{number: 文号, issuer: 发文机关}", "{number: …, issuer: …}")))
            return nil
        }
        var reader = SettingsReader(node, session: session)
        let number = reader.required("number", .text, Text("文号", "the document's number"), example: "渝委农办〔2023〕23号")
        let issuer = reader.required("issuer", .text, Text("发文机关", "who issued it"), example: "某某领导小组办公室")
        _ = reader.optional("title", .text, Text("标题", "its title"), example: "通知")
        _ = reader.optional("date", .day, Text("成文日期", "its date"), example: "2023-07-11")
        _ = reader.optional(
            "forwarded_by", .text, Text("转发文号", "the document that forwarded it"), example: "襄乡振组办发〔2023〕17号")
        _ = reader.optional("files", ValueType<String>.text.listed(), Text("附件", "its parts"), example: "附件1")
        reader.reportUnknownKeys()
        return Document(number: number, issuer: issuer)
    }
}
