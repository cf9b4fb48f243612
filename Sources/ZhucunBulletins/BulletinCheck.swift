internal import Messages

extension Bulletin {
    /// Throws when a table or a form could not be read as it was meant; every writer asks this first.
    func check() throws(BulletinFailure) {
        for block in body {
            switch block {
            case .table(let table): try table.check(language)
            case .form(let form): for field in form.fields { try field.value.check(in: form.title) }
            case .paragraph, .heading, .note: break
            }
        }
    }
}

extension Bulletin.Table {
    fileprivate func check(_ language: Language) throws(BulletinFailure) {
        let name = title ?? Text(same: sheet ?? "")
        guard !columns.isEmpty else { throw BulletinFailure(diagnostic: BulletinMessages.noColumns(name)) }
        for (index, row) in allRows.enumerated() {
            guard row.count == columns.count else {
                throw BulletinFailure(
                    diagnostic: BulletinMessages.rowLength(
                        name, row: index + 1, cells: row.count, columns: columns.count))
            }
            for cell in row { try cell.check(in: name) }
        }
    }
}

extension Bulletin.Cell {
    fileprivate func check(in name: Text) throws(BulletinFailure) {
        if case .decimal(let digits) = self, Bulletin.Cell.decimals(of: digits) == nil {
            throw BulletinFailure(diagnostic: BulletinMessages.notDecimal(name, digits))
        }
    }
}
