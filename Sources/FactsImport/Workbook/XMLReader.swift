internal import CExpat
internal import Messages

/// What is told of an XML file while it is read.
protocol XMLHandler: AnyObject {
    func start(_ element: XMLElement)
    /// `name`: without a prefix.
    func end(_ name: XMLName)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    /// Why reading ends before the file does; nil while it goes on.
    var problem: ImportProblem? { get }
}

/// The name of an element, compared without making a text of it.
struct XMLName {
    fileprivate let pointer: UnsafePointer<CChar>

    /// Whether the local part is this.
    static func ~= (name: StaticString, element: XMLName) -> Bool {
        var start = element.pointer
        var end = start
        while end.pointee != 0 {
            if end.pointee == 0x3A { start = end + 1 }
            end += 1
        }
        guard end - start == name.utf8CodeUnitCount else { return false }
        for index in 0..<name.utf8CodeUnitCount where UInt8(bitPattern: start[index]) != name.utf8Start[index] {
            return false
        }
        return true
    }
}

/// The beginning of an element.
struct XMLElement {
    let name: XMLName
    fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute, whatever its prefix.
    subscript(attribute: StaticString) -> String? {
        var index = 0
        while let key = attributes?[index], let value = attributes?[index + 1] {
            if attribute ~= XMLName(pointer: key) { return String(cString: value) }
            index += 2
        }
        return nil
    }
}

/// Reads XML as it comes. A file with a document type is refused: workbooks have none, and entities could be nested without end.
final class XMLReader {
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private let file: String
    private var depth = 0
    private var isRefused = false

    init?(_ file: String, _ handler: any XMLHandler) {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        self.parser = parser
        self.handler = handler
        self.file = file
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let reader = XMLReader.of(data), let name else { return }
                reader.depth += 1
                if reader.depth > FileLimits.depth { reader.refuse() }
                reader.handler.start(XMLElement(name: XMLName(pointer: name), attributes: attributes))
                reader.stopIfTold()
            },
            { data, name in
                guard let reader = XMLReader.of(data), let name else { return }
                reader.depth -= 1
                reader.handler.end(XMLName(pointer: name))
                reader.stopIfTold()
            })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let reader = XMLReader.of(data), let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                reader.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLReader.of(data)?.refuse() }
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
        data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func refuse() {
        isRefused = true
        XML_StopParser(parser, 0)
    }

    private func stopIfTold() {
        if handler.problem != nil { XML_StopParser(parser, 0) }
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ImportProblem) {
        let status = bytes.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
        }
        if let problem = handler.problem { throw problem }
        guard !isRefused else {
            throw ImportProblem(
                Text(
                    "“\(file)”不是工作簿的内容：有文件类型声明或嵌套过深",
                    "'\(file)' is not of a workbook: it declares a document type or is nested too deeply"))
        }
        guard status == XML_STATUS_OK else {
            throw ImportProblem(
                Text("工作簿已损坏：“\(file)”不是完整的 XML", "the workbook is damaged: '\(file)' is no whole XML"),
                help: Text("用表格软件打开，另存为新的 .xlsx", "open it in a spreadsheet and save it as a new .xlsx"))
        }
    }
}
