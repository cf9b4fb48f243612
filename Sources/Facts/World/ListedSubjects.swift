import Messages

/// Subjects that a record file lists (households, cases, projects …), in order of their identifiers, each in the village that
/// its row names, itself or through what it refers to.
package struct ListedSubjects: Sendable {
    package let title: Text
    package let identifiers: [String]
    /// -1 where the row leads to no village.
    let villages: [Int32]
    private let names: [String]?

    /// `villageOf`: where those are whom a row may name.
    init(_ kind: RecordKind, _ table: RecordTable, _ rows: [Int], _ villageOf: SymbolPlaces, _ symbols: Symbols) {
        title = kind.about.title
        let identifier = kind.identifier ?? 0
        identifiers = rows.map { table.text(identifier, $0, symbols) ?? "" }
        let columns = kind.naming
        villages = rows.map { row in
            for column in columns where table.columns[column][row] != RecordTable.missing {
                if let village = villageOf[Symbol(raw: table.columns[column][row])] { return Int32(village) }
            }
            return -1
        }
        names = kind.index(of: "name").map { name in rows.map { table.text(name, $0, symbols) ?? "" } }
    }

    func name(_ index: Int) -> String { names?[index] ?? "" }

    package func village(_ index: Int) -> Int? { villages[index] < 0 ? nil : Int(villages[index]) }
}
