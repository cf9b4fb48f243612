import PolicyYAML

/// What a file's rows name and nothing has: each text of a column once, with the place of the first row.
struct UnknownReferences {
    private var places: [Key: (location: Location, rows: Int)] = [:]

    private struct Key: Hashable {
        let column: Int
        let text: String
    }

    mutating func note(_ text: String, column: Int, at location: Location) { add(Key(column: column, text: text), location, rows: 1) }

    /// Adds those of the part of the file that comes next, so many lines further down.
    mutating func append(_ part: UnknownReferences, movedBy lines: Int) {
        for (key, found) in part.places {
            var location = found.location
            location.line += lines
            add(key, location, rows: found.rows)
        }
    }

    private mutating func add(_ key: Key, _ location: Location, rows: Int) {
        places[key] = (places[key]?.location ?? location, (places[key]?.rows ?? 0) + rows)
    }

    func report(_ kind: RecordKind, into diagnostics: inout Diagnostics) {
        for (key, found) in places {
            diagnostics.report(.unknownReference(key.text, kind.columns[key.column], at: found.location, rows: found.rows))
        }
    }
}
