/// The diagnostics of this module, except those for what is not YAML at all; see `SyntaxMessages`.
enum YAMLMessages {
    // MARK: The file

    static func unreadable(_ path: String, _ reason: Text) -> Diagnostic {
        let place = Location(path: path, line: 1, column: 1, endColumn: 1, lineText: "")
        return Diagnostic(
            YAMLCode.unreadable.code, .error,
            Text("文件无法读取：\(reason.zh)", "the file cannot be read: \(reason.en)"), at: place)
    }

    static func tooLarge(_ file: SourceFile, limit: Int) -> Diagnostic {
        let place = Location(path: file.path, line: 1, column: 1, endColumn: 1, lineText: "")
        return .yaml(.tooLarge, at: place, expected: Text("最多 \(limit) 字节", "at most \(limit) bytes"))
    }

    static func otherEncoding(_ file: SourceFile) -> Diagnostic {
        let place = Location(path: file.path, line: 1, column: 1, endColumn: 1, lineText: "")
        return .yaml(.otherEncoding, at: place, help: Text("请把文件另存为 UTF-8 编码", "save the file as UTF-8"))
    }

    static func notUTF8(_ file: SourceFile, at index: Int) -> Diagnostic {
        let byte = hex(UInt32(file.bytes[index]), digits: 2)
        return .yaml(
            .notUTF8, at: file.location(start: index, end: index + 1),
            found: Text("字节 0x\(byte)", "byte 0x\(byte)"),
            help: Text(
                "请把文件另存为 UTF-8 编码；中文 Windows 上它多半是 GBK 编码",
                "save the file as UTF-8; on a Chinese Windows it most likely is GBK"))
    }

    static func badCharacter(_ scalar: Unicode.Scalar, _ bad: BadCharacter, _ place: Location) -> Diagnostic {
        let code: YAMLCode =
            switch bad {
            case .control: .controlCharacter
            case .invisible: .invisibleCharacter
            case .lineBreak: .oddLineBreak
            }
        let help =
            bad == .lineBreak
            ? Text("请用普通的换行（LF 或 CRLF）", "use plain line breaks (LF or CRLF)")
            : Text("请删除这个字符", "delete this character")
        return .yaml(code, at: place, found: name(of: scalar), help: help)
    }

    static func longLine(_ file: SourceFile, at index: Int, limit: Int) -> Diagnostic {
        .yaml(
            .longLine, at: file.location(start: index, end: index + 1),
            expected: Text("每行最多 \(limit) 字节", "at most \(limit) bytes in a line"),
            help: Text("请分成几行来写，例如用“>”", "write it over several lines, for example after `>`"))
    }

    static func manyBlanks(_ file: SourceFile, at index: Int, limit: Int) -> Diagnostic {
        .yaml(
            .manyBlanks, at: file.location(start: index, end: index + 1),
            expected: Text("最多连续 \(limit) 个空白", "at most \(limit) blanks in a row"))
    }

    // MARK: The limits

    static func tooDeep(_ place: Location, limit: Int) -> Diagnostic {
        .yaml(.tooDeep, at: place, expected: Text("最多 \(limit) 层", "at most \(limit) levels"))
    }

    static func tooManyNodes(_ place: Location, limit: Int) -> Diagnostic {
        .yaml(.tooManyNodes, at: place, expected: Text("最多 \(limit) 个", "at most \(limit)"))
    }

    static func longScalar(_ place: Location, limit: Int) -> Diagnostic {
        .yaml(.longScalar, at: place, expected: Text("最多 \(limit) 字节", "at most \(limit) bytes"))
    }

    static func tooManyErrors(_ place: Location) -> Diagnostic {
        .yaml(.tooManyErrors, at: place)
    }

    // MARK: What the subset leaves out

    static func empty(_ file: SourceFile) -> Diagnostic {
        .yaml(.empty, at: file.location(start: 0, end: 0))
    }

    static func severalDocuments(_ place: Location) -> Diagnostic {
        .yaml(
            .severalDocuments, at: place, label: Text("这里开始第二份文档", "a second document starts here"),
            help: Text("请放到另一个文件里", "put it into a file of its own"))
    }

    static func directive(_ place: Location) -> Diagnostic {
        .yaml(.directive, at: place, help: Text("请删除这一行", "delete this line"))
    }

    static func tag(_ place: Location) -> Diagnostic {
        .yaml(
            .tag, at: place,
            help: Text(
                "请删除标签；如果文本本身以“!”开头，请加引号",
                "delete the tag; if the text itself starts with `!`, put it in quotes"))
    }

    static func anchor(_ place: Location) -> Diagnostic {
        .yaml(
            .anchor, at: place,
            help: Text(
                "请删除锚点；如果文本本身以“&”开头，请加引号",
                "delete the anchor; if the text itself starts with `&`, put it in quotes"))
    }

    static func alias(_ place: Location) -> Diagnostic {
        .yaml(
            .alias, at: place,
            help: Text(
                "请把值写全；如果文本本身以“*”开头，请加引号",
                "write the value out; if the text itself starts with `*`, put it in quotes"))
    }

    static func mergeKey(_ place: Location) -> Diagnostic {
        .yaml(.mergeKey, at: place, help: Text("请把各项写全", "write the entries out"))
    }

    static func keyNotText(_ key: Node) -> Diagnostic {
        .yaml(.keyNotText, at: key.location, expected: Text("文本", "text"), found: key.shape)
    }

    static func emptyKey(_ place: Location) -> Diagnostic {
        .yaml(.emptyKey, at: place, help: Text("请在冒号前面写上键", "write a key before the colon"))
    }

    static func duplicateKey(_ key: Node, first: Node) -> Diagnostic {
        let name = clipped(key.text ?? "", to: 60)
        return Diagnostic(
            YAMLCode.duplicateKey.code, .error, Text("键“\(name)”重复", "duplicate key `\(name)`"),
            at: key.location, label: Text("这里又写了一次", "written again here"),
            secondary: [.init(first.location, Text("第一次写在这里", "first written here"))],
            help: [Text("请只留一个", "keep only one of them")])
    }

    static func escapedControl(_ scalar: Unicode.Scalar, _ place: Location) -> Diagnostic {
        .yaml(.escapedControl, at: place, found: name(of: scalar), help: Text("请删除这个转义", "delete this escape"))
    }

    // MARK: Words

    /// `U+200B`.
    private static func name(of scalar: Unicode.Scalar) -> Text {
        Text(same: "U+" + hex(scalar.value, digits: 4))
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension Diagnostic {
    /// An error whose message is the title of its code.
    static func yaml(
        _ code: YAMLCode, at place: Location, label: Text? = nil, secondary: [Label] = [], expected: Text? = nil,
        found: Text? = nil, help: Text? = nil
    ) -> Diagnostic {
        Diagnostic(
            code.code, .error, code.title, at: place, label: label, secondary: secondary, expected: expected,
            found: found, help: help.map { [$0] } ?? [])
    }
}
