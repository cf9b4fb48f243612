extension [RecordKind] {
    /// Kinds by their names, with those that their rows can name, at first or at second hand.
    package func withReferences(_ names: some Sequence<String>) -> Set<String> {
        let subjects = filter(\.about.isSubject).map(\.name)
        var found = Set(names)
        var open = [String](found)
        while let name = open.popLast() {
            for column in first(where: { $0.name == name })?.columns ?? [] {
                let named: [String] =
                    switch column.type {
                    case .reference(let kind): [kind]
                    case .subject: subjects
                    default: []
                    }
                open += named.filter { found.insert($0).inserted }
            }
        }
        return found
    }
}
