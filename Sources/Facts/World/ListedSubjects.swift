import Messages

/// Subjects that a record file lists (households, cases, departments …), in order of their identifiers, each in the village, or
/// else the division, that its row names, itself or through what it refers to.
package struct ListedSubjects: Sendable {
    package let title: Text
    package let identifiers: [String]
    package let places: [ListedPlace?]
    private let names: [String]?

    /// `placeOf`: where those are whom a row may name.
    init(_ kind: RecordKind, _ table: RecordTable, _ rows: [Int], _ placeOf: ListedPlaces, _ symbols: Symbols) {
        title = kind.about.title
        let identifier = kind.identifier ?? 0
        identifiers = rows.map { table.text(identifier, $0, symbols) ?? "" }
        let columns = kind.naming
        places = rows.map { row in
            var division: ListedPlace?
            for column in columns where table.columns[column][row] != RecordTable.missing {
                switch placeOf[Symbol(raw: table.columns[column][row])] {
                case .village(let village): return .village(village)
                case let found?: division = division ?? found
                case nil: break
                }
            }
            return division
        }
        names = kind.index(of: "name").map { name in rows.map { table.text(name, $0, symbols) ?? "" } }
    }

    func name(_ index: Int) -> String { names?[index] ?? "" }

    /// Nil where it is in none.
    package func village(_ index: Int) -> Int? {
        guard case .village(let village)? = places[index] else { return nil }
        return Int(village)
    }

    /// The place in the world's divisions of the one that it is in, where it is in no village.
    package func division(_ index: Int) -> Int? {
        guard case .division(let division)? = places[index] else { return nil }
        return Int(division)
    }
}

/// Where a subject is that a record lists: a place in the world's villages or divisions.
package enum ListedPlace: Sendable {
    case village(Int32)
    case division(Int32)
}

/// Where whoever has an identifier is.
struct ListedPlaces: Sendable {
    private var villages = SymbolPlaces()
    private var divisions = SymbolPlaces()

    subscript(symbol: Symbol) -> ListedPlace? {
        if let village = villages[symbol] { return .village(Int32(village)) }
        return divisions[symbol].map { .division(Int32($0)) }
    }

    mutating func note(_ symbol: Symbol, _ place: ListedPlace) {
        switch place {
        case .village(let village): villages.note(symbol, Int(village))
        case .division(let division): divisions.note(symbol, Int(division))
        }
    }
}
