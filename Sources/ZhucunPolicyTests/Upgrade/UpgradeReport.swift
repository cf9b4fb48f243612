public import PolicyYAML
internal import Rendering

/// What an upgrade of profiles changes.
public enum UpgradeReport {
    /// Each line before and after, and one line that counts. `isDry`: nothing was written.
    public static func text(_ files: [UpgradedFile], isDry: Bool, _ language: Language) -> [UInt8] {
        var page = TextPage(language: language)
        for file in files {
            for line in file.lines {
                page.line("\(file.path):\(line.number)")
                page.line("- " + line.before)
                page.line("+ " + line.after)
            }
        }
        let count = files.reduce(0) { $0 + $1.changes.count }
        if count == 0 {
            page.line(Text("没有旧的写法。", "Nothing stands under a former name."))
        } else if isDry {
            page.line(
                Text(
                    "将改写 \(files.count) 个文件中的 \(count) 处；没有写入。",
                    "Would be rewritten: \(count), in files: \(files.count). Nothing was written."))
        } else {
            page.line(
                Text("已改写 \(files.count) 个文件中的 \(count) 处。", "Rewritten: \(count), in files: \(files.count)."))
        }
        return page.bytes
    }

    /// The same for programs.
    public static func json(_ files: [UpgradedFile], isDry: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.flag("written", !isDry && !files.isEmpty)
            json.array("changes") { json in
                for change in files.flatMap(\.changes) {
                    json.object { json in
                        json.string("path", change.location.path)
                        json.number("line", change.location.line)
                        json.number("column", change.location.column)
                        json.string("former", change.former)
                        json.string("now", change.now)
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
