package import Exact
package import Messages

/// Writes HTML as bytes. Everything that is not a tag goes through `text`, which escapes it.
package struct HTMLWriter {
    package typealias Attributes = KeyValuePairs<String, String>

    package let language: Language
    package private(set) var bytes: [UInt8] = []
    /// Whether the next cell begins an entry beside another one: it has a line before it.
    package var beginsBeside = false

    package init(_ language: Language) { self.language = language }

    package mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void) {
        open(name, attributes)
        body(&self)
        close(name)
    }

    package mutating func element(_ name: String, _ attributes: Attributes, _ text: String) {
        element(name, attributes) { $0.text(text) }
    }
    package mutating func element(_ name: String, _ attributes: Attributes, _ text: Text) {
        element(name, attributes, text(language))
    }
    package mutating func element(_ name: String, _ text: String) { element(name, [:], text) }
    package mutating func element(_ name: String, _ text: Text) { element(name, [:], text(language)) }

    /// An element that has no end.
    package mutating func void(_ name: String, _ attributes: Attributes = [:]) { open(name, attributes) }

    /// A cell of a table. `hint` is shown when the pointer rests on it.
    package mutating func cell(style: String = "", hint: String = "", _ body: (inout HTMLWriter) -> Void) {
        let style = beginsBeside ? HTMLWriter.besideStyle(style) : style
        beginsBeside = false
        bytes.add("<td")
        attribute("class", style)
        attribute("title", hint)
        bytes.append(UInt8(ascii: ">"))
        body(&self)
        bytes.add("</td>")
    }

    package mutating func cell(_ text: String, style: String = "", hint: String = "") {
        cell(style: style, hint: hint) { $0.text(text) }
    }

    package mutating func text(_ text: Text) { self.text(text(language)) }

    package mutating func text(_ string: String) {
        let start = bytes.count
        bytes.add(string)
        guard HTMLWriter.needsEscapes(bytes[start...]) else { return }
        bytes.removeSubrange(start...)
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": bytes.add("&amp;")
            case "<": bytes.add("&lt;")
            case ">": bytes.add("&gt;")
            case "\"": bytes.add("&quot;")
            case "'": bytes.add("&#39;")
            default: bytes.append(contentsOf: (HTMLWriter.isHidden(scalar) ? "\u{FFFD}" : scalar).utf8)
            }
        }
    }

    /// What was escaped before.
    package mutating func text(_ text: HTMLText) { bytes.add(text.bytes) }

    /// Exact.
    package mutating func text(_ value: MeasureValue) {
        switch value {
        case .number(let number): bytes.add(number)
        case .range: text(value.text(\.exactText))
        case .text(let text): self.text(text)
        }
    }

    /// The start of a page up to its body, with this program's own style sheet, which must not be escaped. The page needs nothing
    /// beside itself and runs nothing.
    package mutating func begin(title: String, style sheet: StaticString) {
        bytes.add("<!DOCTYPE html>\n")
        open("html", ["lang": language == .zh ? "zh-CN" : "en"])
        element("head") { page in
            page.void("meta", ["charset": "utf-8"])
            page.void(
                "meta",
                ["http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"])
            page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            page.element("title", title)
            page.element("style") { page in sheet.withUTF8Buffer { page.bytes += Array($0) } }
        }
        open("body")
    }

    /// Its end.
    package mutating func end() {
        close("body")
        close("html")
    }

    /// The start of an element that another writer closes.
    package mutating func open(_ name: String, _ attributes: Attributes = [:]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.add(name)
        for (key, value) in attributes { attribute(key, value) }
        bytes.append(UInt8(ascii: ">"))
    }

    package mutating func close(_ name: String) {
        bytes.add("</")
        bytes.add(name)
        bytes.append(UInt8(ascii: ">"))
        if HTMLWriter.endsLine.contains(name) { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func attribute(_ key: String, _ value: String) {
        guard !value.isEmpty else { return }
        bytes.append(UInt8(ascii: " "))
        bytes.add(key)
        bytes.add("=\"")
        text(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The style of what begins an entry beside another.
    package static func besideStyle(_ style: String) -> String { style.isEmpty ? "f" : style + " f" }

    /// Whether a character of the text, in UTF-8, is not written as it is.
    private static func needsEscapes(_ text: ArraySlice<UInt8>) -> Bool {
        for index in text.indices {
            switch text[index] {
            case 0x0A: continue
            case 0..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "'"):
                return true
            // What `isHidden` lists begins with one of these.
            case 0xC2 where text[index + 1] < 0xA0: return true
            case 0xE2
            where text[index + 1] == 0x80 && (0x8E...0x8F ~= text[index + 2] || 0xA8...0xAE ~= text[index + 2]):
                return true
            case 0xE2 where text[index + 1] == 0x81 && 0xA6...0xA9 ~= text[index + 2]: return true
            case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE: return true
            default: continue
            }
        }
        return false
    }

    /// Control characters and those that turn the direction of writing: a name must not rearrange the page.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static let endsLine: Set<String> = [
        "head", "title", "style", "header", "section", "footer", "h1", "h2", "h3", "h4", "p", "table", "thead", "tbody",
        "tr", "div", "ul", "body", "html",
    ]
}

/// A text that many places of a page have, escaped once.
package struct HTMLText {
    fileprivate let bytes: [UInt8]

    package init(_ string: String) {
        var page = HTMLWriter(.zh)
        page.text(string)
        bytes = page.bytes
    }
}
