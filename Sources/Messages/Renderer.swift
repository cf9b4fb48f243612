/// Writes diagnostics for people, in the form that compilers have made known: the message, the line with marks under
/// the very characters, what was expected and found, and what to do.
public struct DiagnosticRenderer: Sendable {
    /// The language in which messages are written.
    public var language: Language
    /// Whether to colour the parts for a terminal.
    public var color: Bool

    /// A renderer for one language; `color` adds ANSI escape sequences.
    public init(language: Language, color: Bool = false) {
        self.language = language
        self.color = color
    }

    /// All of them in the order of reading, and a line that counts them. No line break at the end.
    public func render(_ diagnostics: Diagnostics) -> String {
        (diagnostics.all.map(render) + [summary(diagnostics)]).joined(separator: "\n\n")
    }

    /// One of them. No line break at the end.
    public func render(_ diagnostic: Diagnostic) -> String {
        let tint = tint(of: diagnostic.severity)
        let labels = (diagnostic.primary.map { [$0] } ?? []) + diagnostic.secondary
        let widest = labels.filter { !$0.location.lineText.isEmpty }.map { String($0.location.line).count }.max() ?? 1
        let page = Page(gutter: widest)
        var lines = [header(diagnostic, tint)]
        if let primary = diagnostic.primary {
            lines += snippet(primary, arrow: "-->", mark: "^", tint: tint, page)
        }
        for label in diagnostic.secondary {
            if lines.count > 1 { lines.append(paint(page.bar, .blue)) }
            lines += snippet(label, arrow: ":::", mark: "-", tint: .blue, page)
        }
        let notes = notes(diagnostic, page)
        let endsInSnippet = labels.last.map { !$0.location.lineText.isEmpty } ?? false
        if endsInSnippet, !notes.isEmpty { lines.append(paint(page.bar, .blue)) }
        return (lines + notes).joined(separator: "\n")
    }

    // MARK: Parts

    private func header(_ diagnostic: Diagnostic, _ tint: Tint) -> String {
        let kind = paint("\(severityName(diagnostic.severity))[\(printable(diagnostic.code))]", tint)
        let message = printable(diagnostic.message(language))
        return kind + choose("：", ": ") + paint(message, .bold)
    }

    private func snippet(
        _ label: Diagnostic.Label, arrow: String, mark: Character, tint: Tint, _ page: Page
    ) -> [String] {
        let location = label.location
        let head = page.blank + paint(arrow, .blue) + " " + printable(location.description)
        if location.lineText.isEmpty { return [head + (labelText(label).map { " " + paint($0, tint) } ?? "")] }
        let snippet = Snippet(location)
        var marks = String(repeating: mark, count: snippet.width)
        if let text = labelText(label) { marks += " " + text }
        return [
            head,
            paint(page.bar, .blue),
            paint(page.numbered(location.line), .blue) + (snippet.line.isEmpty ? "" : " " + snippet.line),
            paint(page.bar, .blue) + " " + String(repeating: " ", count: snippet.indent) + paint(marks, tint),
        ]
    }

    private func notes(_ diagnostic: Diagnostic, _ page: Page) -> [String] {
        var notes: [(String, Text)] = []
        if let expected = diagnostic.expected { notes.append((choose("应为", "expected"), expected)) }
        if let found = diagnostic.found { notes.append((choose("实为", "found"), found)) }
        notes += diagnostic.help.map { (choose("建议", "help"), $0) }
        return notes.map { name, text in
            page.blank + " " + paint("=", .blue) + " " + paint(name, .bold) + choose("：", ": ")
                + printable(text(language))
        }
    }

    private func summary(_ diagnostics: Diagnostics) -> String {
        let (errors, warnings) = (diagnostics.errorCount, diagnostics.warningCount)
        return choose(
            "共 \(errors) 处错误，\(warnings) 处警告。",
            "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s").")
    }

    // MARK: Words and colours

    private func choose(_ zh: String, _ en: String) -> String {
        Text(zh, en)(language)
    }

    private func labelText(_ label: Diagnostic.Label) -> String? {
        label.text.map { printable($0(language)) }
    }

    private func severityName(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: choose("错误", "error")
        case .warning: choose("警告", "warning")
        case .note: choose("说明", "note")
        }
    }

    private func tint(of severity: Diagnostic.Severity) -> Tint {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .green
        }
    }

    private func paint(_ text: String, _ tint: Tint) -> String {
        color ? "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The ANSI codes in use.
private enum Tint: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"
}

/// The left margin, wide enough for the largest line number.
private struct Page {
    let gutter: Int

    var blank: String { String(repeating: " ", count: gutter) }
    var bar: String { blank + " |" }

    func numbered(_ line: Int) -> String {
        let number = String(line)
        return String(repeating: " ", count: max(0, gutter - number.count)) + number + " |"
    }
}
