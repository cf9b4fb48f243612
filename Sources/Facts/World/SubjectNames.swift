public import Messages

extension World {
    /// Those who have a name, of whatever kind: cadres first, then teams (by their villages), villages, units, divisions.
    public func subjects(called name: String) -> [Subject] {
        guard !name.isEmpty else { return [] }
        let kinds: [(SubjectKind, Int)] = [
            (.cadre, cadres.count), (.team, teams.count), (.village, villages.count), (.unit, units.count),
            (.division, divisions.count),
        ]
        return kinds.flatMap { kind, count in
            (0..<count).lazy.map { Subject(kind, $0) }.filter { self.name(of: $0) == name }
        }
    }

    /// The identifier of the one that a person means by an identifier or by a name; nil, and reported, where there is none or several
    /// have the name.
    public func identifier(meantBy text: String, into diagnostics: inout Diagnostics) -> String? {
        if subject(named: text) != nil { return text }
        let found = subjects(called: text)
        if let first = found.first, found.count == 1 { return identifier(of: first) }
        diagnostics.report(
            found.isEmpty
                ? .unknownSubject(text, known: cadres.flatMap { [$0.id, $0.name] } + teams.map(\.id))
                : .severalSubjects(text, found.map { ("\(title(of: $0.kind).zh) \(label(of: $0))", label(of: $0)) }))
        return nil
    }

    /// The code of the division or village that a person means by its code or its name; the text itself where nothing has the name.
    public func divisionCode(meantBy text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return divisions.first { name(ofDivision: $0.code) == text }?.code
            ?? villages.first { $0.name == text }?.code ?? text
    }
}

extension Diagnostic {
    /// A607: the records know no subject by the identifier.
    ///
    /// - Parameters:
    ///   - identifier: what was written for one.
    ///   - known: identifiers that there are, of which one that is near is suggested.
    package static func unknownSubject(_ identifier: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .usage("A607"), Text("记录中没有“\(identifier)”", "the records have no '\(identifier)'"), at: nil,
            help: didYouMean(identifier, known))
    }

    /// A615: several have the name.
    static func severalSubjects(_ name: String, _ found: [(zh: String, en: String)]) -> Diagnostic {
        let shown = found.prefix(20)
        let more = found.count > shown.count ? " …" : ""
        return Diagnostic(
            .usage("A615"), Text("有 \(found.count) 个“\(name)”", "\(found.count) are called '\(name)'"), at: nil,
            found: Text(shown.map(\.zh).joined(separator: "、") + more, shown.map(\.en).joined(separator: ", ") + more),
            help: [Text("改写其中一个的编号", "give the identifier of the one that is meant")])
    }
}
