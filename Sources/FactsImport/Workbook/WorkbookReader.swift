internal import Messages

/// The sheets of an .xlsx workbook that show, as tables.
enum WorkbookReader {
    /// Nil when the archive holds no workbook.
    static func tables(_ archive: ZipArchive) throws(ImportProblem) -> [SheetTable]? {
        guard archive.has("xl/workbook.xml") else { return nil }
        let book = WorkbookParts()
        try read("xl/workbook.xml", of: archive, book)
        let targets = WorkbookTargets()
        try read("xl/_rels/workbook.xml.rels", of: archive, targets)
        let styles = CellStyles()
        try read("xl/styles.xml", of: archive, styles)
        let shared = SharedStrings()
        try read("xl/sharedStrings.xml", of: archive, shared)
        var tables: [SheetTable] = []
        var counted = SheetReader.Counted()
        for sheet in book.sheets where !sheet.isHidden {
            guard let target = targets.byIdentifier[sheet.identifier] else { continue }
            let reader = SheetReader(shared: shared.texts, styles: styles, isFrom1904: book.isFrom1904, counted)
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            guard try read(path, of: archive, reader) else { continue }
            counted = reader.counted
            tables.append(SheetTable(name: sheet.name, rows: reader.table, isFrom1904: book.isFrom1904))
        }
        return tables
    }

    @discardableResult
    private static func read(_ name: String, of archive: ZipArchive, _ handler: any XMLHandler) throws(ImportProblem)
        -> Bool
    {
        guard let reader = XMLReader(name, handler) else { throw ZipArchive.damaged(name) }
        return try archive.read(name) { (bytes, isLast) throws(ImportProblem) in try reader.take(bytes, isLast: isLast)
        }
    }
}

/// Which sheets a workbook has, in their order.
private final class WorkbookParts: XMLHandler {
    private(set) var sheets: [(name: String, identifier: String, isHidden: Bool)] = []
    private(set) var isFrom1904 = false
    private(set) var problem: ImportProblem?

    func start(_ element: XMLElement) {
        switch element.name {
        case "sheet":
            sheets.append((element["name"] ?? "", element["id"] ?? "", (element["state"] ?? "visible") != "visible"))
            if sheets.count > FileLimits.sheets { problem = FileLimits.tooLarge("工作表太多", "too many sheets") }
        case "workbookPr": isFrom1904 = ["1", "true"].contains(element["date1904"] ?? "")
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// In which files the sheets are.
private final class WorkbookTargets: XMLHandler {
    private(set) var byIdentifier: [String: String] = [:]
    let problem: ImportProblem? = nil

    func start(_ element: XMLElement) {
        if "Relationship" ~= element.name, let identifier = element["Id"] {
            byIdentifier[identifier] = element["Target"]
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The texts that cells share.
private final class SharedStrings: XMLHandler {
    private(set) var texts: [String] = []
    private(set) var problem: ImportProblem?
    private var collected: [UInt8] = []
    private var isText = false
    private var isPhonetic = false
    private var bytes = 0

    func start(_ element: XMLElement) {
        switch element.name {
        case "si": collected = []
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "t": isText = false
        case "rPh": isPhonetic = false
        case "si":
            bytes += collected.count + 16
            if bytes > FileLimits.textBytes { problem = FileLimits.tooLarge("文字太多", "too much text") }
            texts.append(SheetReader.unescaped(String(decoding: collected, as: UTF8.self)))
        default: break
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        if isText { collected.append(contentsOf: text) }
    }
}
