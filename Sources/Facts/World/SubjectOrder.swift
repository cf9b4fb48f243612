/// The subjects that a table lists, in order of their identifiers.
struct SubjectOrder: Sendable {
    /// The row of each.
    let rows: [Int]
    let symbols: [Symbol]
    private let places: SymbolPlaces

    init(_ table: RecordTable, _ identifier: Column<Symbol>, _ symbols: Symbols) {
        let names = (0..<table.count).map { table[identifier, $0] ?? Symbol(-1) }
        let isInOrder = names.indices.dropFirst().allSatisfy { !symbols.isBefore(names[$0], names[$0 - 1]) }
        rows = isInOrder ? Array(names.indices) : names.indices.sorted { symbols.isBefore(names[$0], names[$1]) }
        self.symbols = isInOrder ? names : rows.map { names[$0] }
        var places = SymbolPlaces()
        for (place, name) in self.symbols.enumerated() { places.note(name, place) }
        self.places = places
    }

    /// Where the subject of an identifier stands.
    func place(of symbol: Symbol?) -> Int? { symbol.flatMap { places[$0] } }
}

/// A place for some symbols, by their numbers.
struct SymbolPlaces: Sendable {
    /// -1 where there is none.
    private var places: [Int32] = []

    subscript(symbol: Symbol) -> Int? {
        let number = Int(symbol.number)
        guard number >= 0, number < places.count, places[number] >= 0 else { return nil }
        return Int(places[number])
    }

    mutating func note(_ symbol: Symbol, _ place: Int) {
        let number = Int(symbol.number)
        guard number >= 0 else { return }
        if number >= places.count {
            places.append(contentsOf: repeatElement(-1, count: max(number + 1, places.count * 2) - places.count))
        }
        places[number] = Int32(place)
    }
}
