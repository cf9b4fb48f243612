import PolicyYAML

extension RecordTable {
    /// Reports words of open groups that the vocabulary does not have, each once.
    func reportUnlistedWords(_ symbols: Symbols, _ words: Words, shownPath: String, into diagnostics: inout Diagnostics) {
        for (index, column) in kind.columns.enumerated() {
            guard case .openWord(let group) = column.type, !words.names(in: group).isEmpty else { continue }
            var isListed = [Bool](repeating: false, count: symbols.count)
            var unlisted: [Int64: (line: Int32, rows: Int)] = [:]
            for (row, line) in lines.enumerated() {
                let value = columns[index][row]
                guard value != RecordTable.missing, !isListed[Int(value)] else { continue }
                if unlisted[value] == nil, words.key(of: symbols.text(Symbol(raw: value)), in: group) != nil {
                    isListed[Int(value)] = true
                } else {
                    unlisted[value] = (min(line, unlisted[value]?.line ?? line), (unlisted[value]?.rows ?? 0) + 1)
                }
            }
            for (value, found) in unlisted {
                let place = Location(path: shownPath, line: Int(found.line), column: 1, endColumn: 1, lineText: "")
                diagnostics.report(.unlistedWord(symbols.text(Symbol(raw: value)), column, group: group, words, at: place, rows: found.rows))
            }
        }
    }
}
