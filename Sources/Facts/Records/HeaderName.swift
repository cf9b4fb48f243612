internal import Messages

/// What a header cell calls its column, without what people put around the name.
package enum HeaderName {
    /// Without blanks and line breaks, marks (`*`, `★`), notes in brackets (`（必填）`) and a colon at the end; full-width letters as
    /// half-width ones, Latin letters small. Empty when nothing is left.
    package static func plain(_ text: String) -> String {
        let folded = Array(WrittenField.folded(text).unicodeScalars.filter { !isLeftOut($0) })
        let outside = withoutNotes(folded)
        let name = String(String.UnicodeScalarView(outside.isEmpty ? folded : outside)).lowercased()
        return name.hasSuffix(":") ? String(name.dropLast()) : name
    }

    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.isUnprintable || ["*", "★", "＊", "•"].contains(scalar)
    }

    /// Without what stands in brackets.
    private static func withoutNotes(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var depth = 0
        return scalars.filter { scalar in
            if "([【〔{".unicodeScalars.contains(scalar) { depth += 1 }
            defer { if ")]】〕}".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) } }
            return depth == 0
        }
    }
}

extension ColumnDeclaration {
    /// Every name that a header may call the column by, plain.
    package var plainNames: [String] { ([name, chineseName] + synonyms).map(HeaderName.plain) }
}

extension RecordKind {
    /// The columns by the plain names that headers may call them by; where two columns share one, its own name goes before a synonym.
    package var columnsByPlainName: [String: Int] {
        var found: [String: Int] = [:]
        let read = columns.enumerated().filter { !$0.element.type.isDerived }
        for (index, column) in read {
            for name in column.synonyms where found[HeaderName.plain(name)] == nil {
                found[HeaderName.plain(name)] = index
            }
        }
        for (index, column) in read { found[HeaderName.plain(column.chineseName)] = index }
        for (index, column) in read { found[HeaderName.plain(column.name)] = index }
        return found
    }
}
