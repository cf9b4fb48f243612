internal import PolicyYAML

/// Writes HTML as bytes. Everything that is not a tag goes through `text`, which escapes it.
struct HTMLWriter {
    typealias Attributes = KeyValuePairs<String, String>

    let language: Language
    private(set) var bytes: [UInt8] = []

    init(_ language: Language) { self.language = language }

    mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void) {
        open(name, attributes)
        body(&self)
        close(name)
    }

    mutating func element(_ name: String, _ attributes: Attributes, _ text: String) { element(name, attributes) { $0.text(text) } }
    mutating func element(_ name: String, _ attributes: Attributes, _ text: Text) { element(name, attributes, text(language)) }
    mutating func element(_ name: String, _ text: String) { element(name, [:], text) }
    mutating func element(_ name: String, _ text: Text) { element(name, [:], text(language)) }

    /// An element that has no end.
    mutating func void(_ name: String, _ attributes: Attributes = [:]) { open(name, attributes) }

    mutating func text(_ text: Text) { self.text(text(language)) }

    mutating func text(_ string: String) {
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": bytes += Array("&amp;".utf8)
            case "<": bytes += Array("&lt;".utf8)
            case ">": bytes += Array("&gt;".utf8)
            case "\"": bytes += Array("&quot;".utf8)
            case "'": bytes += Array("&#39;".utf8)
            default: bytes += Array(String(HTMLWriter.isHidden(scalar) ? "\u{FFFD}" : scalar).utf8)
            }
        }
    }

    /// The style sheet: this program's own text, which must not be escaped.
    mutating func style(_ sheet: StaticString) {
        element("style") { page in sheet.withUTF8Buffer { page.bytes += Array($0) } }
    }

    /// What every page begins with.
    mutating func documentType() { bytes += Array("<!DOCTYPE html>\n".utf8) }

    /// The start of an element that another writer closes.
    mutating func open(_ name: String, _ attributes: Attributes = [:]) {
        bytes += Array("<\(name)".utf8)
        for (key, value) in attributes where !value.isEmpty {
            bytes += Array(" \(key)=\"".utf8)
            text(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func close(_ name: String) {
        bytes += Array("</\(name)>".utf8)
        if HTMLWriter.endsLine.contains(name) { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Control characters and those that turn the direction of writing: a name must not rearrange the page.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static let endsLine: Set<String> = [
        "head", "title", "style", "header", "section", "footer", "h1", "h2", "h3", "h4", "p", "table", "thead", "tbody", "tr", "div", "ul", "body", "html",
    ]
}
