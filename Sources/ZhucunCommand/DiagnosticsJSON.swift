import PolicyYAML
import Rendering
import ZhucunReports

/// Diagnostics for programs: one object on one line.
enum DiagnosticsJSON {
    /// `more`: members of the object besides the diagnostics.
    static func render(_ diagnostics: Diagnostics, _ more: (inout JSONWriter) -> Void = { _ in }) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.number("errors", diagnostics.errorCount)
            json.number("warnings", diagnostics.warningCount)
            json.array("diagnostics") { json in
                for diagnostic in diagnostics.all { json.object { write(diagnostic, &$0) } }
            }
            more(&json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
        json.string("code", diagnostic.code)
        json.string("severity", diagnostic.severity.rawValue)
        write("message", diagnostic.message, &json)
        if let location = diagnostic.primary?.location { json.object("at") { write(location, &$0) } }
        if !diagnostic.secondary.isEmpty {
            json.array("also") { json in
                for label in diagnostic.secondary { json.object { write(label.location, &$0) } }
            }
        }
        if let record = diagnostic.record { json.string("record", record) }
        if let expected = diagnostic.expected { write("expected", expected, &json) }
        if let found = diagnostic.found { write("found", found, &json) }
        if !diagnostic.help.isEmpty {
            json.array("help") { json in
                for help in diagnostic.help {
                    json.object { json in
                        json.string("zh", help.zh)
                        json.string("en", help.en)
                    }
                }
            }
        }
    }

    private static func write(_ key: String, _ text: Text, _ json: inout JSONWriter) {
        json.object(key) { json in
            json.string("zh", text.zh)
            json.string("en", text.en)
        }
    }

    private static func write(_ location: Location, _ json: inout JSONWriter) {
        json.string("path", location.path)
        json.number("line", location.line)
        json.number("column", location.column)
        json.number("end_column", location.endColumn)
    }
}
