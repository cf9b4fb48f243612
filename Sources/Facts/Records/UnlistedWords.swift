import Messages

extension RecordTable {
    /// Reports words of open groups that the vocabulary does not have, each once.
    func reportUnlistedWords(_ symbols: Symbols, _ words: Words, shownPath: String, into diagnostics: inout Diagnostics)
    {
        var faults = Faults()
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
            for (value, found) in unlisted.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) }) {
                let cause = Faults.Cause(kind: .field, column: index)
                if faults.count(cause) {
                    let place = Location(path: shownPath, line: Int(found.line), column: 1, endColumn: 1, lineText: "")
                    faults.show(
                        cause, nil,
                        .unlistedWord(
                            symbols.text(Symbol(raw: value)), column, group: group, words, at: place, rows: found.rows))
                }
            }
        }
        faults.report(shownPath, kind.columns.map(\.name), into: &diagnostics)
    }

    /// Warns of names and texts that hold what does not show.
    func reportHiddenCharacters(_ symbols: Symbols, shownPath: String, into diagnostics: inout Diagnostics) {
        var faults = Faults()
        for (index, column) in kind.columns.enumerated() where column.type.isFreeText {
            var isSeen = [Bool](repeating: false, count: symbols.count)
            for (row, line) in lines.enumerated() {
                let value = columns[index][row]
                guard value != RecordTable.missing, !isSeen[Int(value)] else { continue }
                isSeen[Int(value)] = true
                let text = symbols.text(Symbol(raw: value))
                guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
                    text.unicodeScalars.contains(where: \.isUnprintable)
                else { continue }
                let cause = Faults.Cause(kind: .field, column: index, damage: .hidden)
                if faults.count(cause) {
                    let place = Location(path: shownPath, line: Int(line), column: 1, endColumn: 1, lineText: "")
                    faults.show(cause, nil, .hiddenCharacters(text, column, at: place))
                }
            }
        }
        faults.report(shownPath, kind.columns.map(\.name), into: &diagnostics)
    }
}

extension ColumnType {
    fileprivate var isFreeText: Bool {
        switch self {
        case .text, .openWord: true
        default: false
        }
    }
}
