internal import CLibXLSXWriter
internal import Messages

/// An Excel workbook: one sheet for each table and form. Running text stays out of it, but where there is nothing else.
public struct XLSXWriter: BulletinWriter {
    public static let name = "xlsx"

    public init() {}

    public func write(_ bulletin: Bulletin) throws(BulletinFailure) -> [UInt8] {
        try bulletin.check()
        let language = bulletin.language
        let workbook = try Workbook(bulletin)
        var isEmpty = true
        for block in bulletin.body {
            switch block {
            case .table(let table):
                let sheet = try workbook.addSheet(table.sheet ?? table.title?(language) ?? "")
                try TableSheet(table, title: table.title ?? bulletin.title, language).fill(sheet)
            case .form(let form):
                let sheet = try workbook.addSheet(form.sheet ?? form.title(language))
                try FormSheet(form, language).fill(sheet)
            case .paragraph, .heading, .note: continue
            }
            isEmpty = false
        }
        if isEmpty { try TextSheet(bulletin: bulletin).fill(try workbook.addSheet(bulletin.title(language))) }
        return try workbook.finish()
    }
}
