/// What has an identifier: the subjects that were read so far, by the numbers of the symbols.
struct KnownIdentifiers: Sendable {
    private var ofKind: [String: [Bool]] = [:]
    private var ofAny: [Bool] = []
    /// Those that more than one kind has.
    private var shared: Set<Int32> = []

    mutating func add(_ symbols: [Symbol], to kind: String) {
        let count = Int(symbols.lazy.map(\.number).max() ?? -1) + 1
        var marks = [Bool](repeating: false, count: count)
        ofAny.append(contentsOf: repeatElement(false, count: max(0, count - ofAny.count)))
        for symbol in symbols where symbol.number >= 0 {
            let number = Int(symbol.number)
            marks[number] = true
            if ofAny[number] { shared.insert(symbol.number) } else { ofAny[number] = true }
        }
        ofKind[kind] = marks
    }

    /// For a column of references, by the number of a symbol: whether there is something of that name. Nil for other columns.
    func marks(for type: ColumnType) -> [Bool]? {
        switch type {
        case .reference(let kind): ofKind[kind] ?? []
        case .subject: ofAny
        default: nil
        }
    }

    /// Two kinds and an identifier that both have.
    var sharedIdentifiers: [(kinds: [String], symbol: Symbol)] {
        guard !shared.isEmpty else { return [] }
        let kinds = ofKind.keys.sorted()
        let shared = shared.sorted()
        return kinds.indices.flatMap { index in
            kinds[(index + 1)...].flatMap { other in
                shared.filter { has(kinds[index], $0) && has(other, $0) }.map { ([kinds[index], other], Symbol($0)) }
            }
        }
    }

    private func has(_ kind: String, _ number: Int32) -> Bool {
        guard let marks = ofKind[kind] else { return false }
        return number < marks.count && marks[Int(number)]
    }
}
