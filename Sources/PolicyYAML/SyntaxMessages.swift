/// What libyaml says, in the words of the platform.
struct SyntaxMessage {
    /// Which of libyaml's two places a person has to repair.
    enum Place { case problem, context }

    /// How far the mark goes from there: over one character, to the next blank, or to the end of the line.
    enum Extent { case character, word, line }

    var code: YAMLCode
    var place = Place.problem
    var extent = Extent.word
    var detail: Text?
    var help: Text?
    var label: Text?
    var contextLabel: Text?
}

enum SyntaxMessages {
    /// The message for a failure; `character` is the byte at which libyaml stopped.
    static func message(for failure: SyntaxFailure, character: UInt8?) -> SyntaxMessage {
        switch failure.context {
        case "while scanning an anchor": SyntaxMessage(code: .anchor, place: .context, help: startsWith("&"))
        case "while scanning an alias": SyntaxMessage(code: .alias, place: .context, help: startsWith("*"))
        case "while scanning a tag", "while parsing a tag":
            SyntaxMessage(code: .tag, place: .context, help: startsWith("!"))
        case "while scanning a block scalar": blockScalar(failure)
        case "while scanning a quoted scalar", "while parsing a quoted scalar": quoted(failure)
        case let context where context.contains("directive"): SyntaxMessage(code: .directive)
        default: other(failure, character)
        }
    }

    private static func startsWith(_ sign: String) -> Text {
        Text("如果文本本身以“\(sign)”开头，请加引号", "if the text itself starts with `\(sign)`, put it in quotes")
    }

    private static func blockScalar(_ failure: SyntaxFailure) -> SyntaxMessage {
        if failure.problem.contains("tab character") { return tab }
        return SyntaxMessage(
            code: .blockHeader,
            help: Text(
                "“|”或“>”之后只能换行，正文从下一行写起",
                "break the line after `|` or `>` and start the text on the next"))
    }

    private static func quoted(_ failure: SyntaxFailure) -> SyntaxMessage {
        switch failure.problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            SyntaxMessage(
                code: .openQuote, place: .context, extent: .line,
                help: Text("请在文本末尾补上同样的引号", "put the same quote at the end of the text"),
                label: Text("引号从这里开始", "the quote starts here"))
        case "found a tab character that violates indentation": tab
        default:
            SyntaxMessage(
                code: .escape,
                help: Text(
                    #"双引号里要写“\\”才是反斜杠；单引号里反斜杠就是它自己"#,
                    #"in double quotes a backslash is written `\\`; in single quotes it stands for itself"#))
        }
    }

    private static func other(_ failure: SyntaxFailure, _ character: UInt8?) -> SyntaxMessage {
        switch failure.problem {
        case "found character that cannot start any token":
            character == Byte.tab ? tab : unexpectedCharacter
        case "found a tab character that violates indentation": tab
        case "found unexpected ':'", "mapping values are not allowed in this context":
            SyntaxMessage(code: .unexpectedColon, help: colonInText)
        case "could not find expected ':'":
            SyntaxMessage(
                code: .missingColon, place: .context, extent: .line,
                help: Text(
                    "键和值之间要有英文冒号和一个空格，例如“days: 5”",
                    "a key and its value are written with a colon and a space, as in `days: 5`"))
        case "block sequence entries are not allowed in this context", "mapping keys are not allowed in this context":
            SyntaxMessage(
                code: .unexpectedEntry,
                help: Text("请把这一项写到新的一行", "write this entry on a line of its own"))
        case "did not find expected key", "did not find expected '-' indicator":
            SyntaxMessage(
                code: .structure,
                help: Text(
                    "同一层的各项要左对齐；引号里的文本结束后不能再接别的字",
                    "entries of one level start at the same column; nothing may follow a closing quote"),
                contextLabel: Text("这一层从这里开始", "this level starts here"))
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            SyntaxMessage(
                code: .flow,
                help: Text("各项之间用英文逗号，最后要有右括号", "separate the items with commas and close the bracket"),
                contextLabel: Text("括号从这里开始", "the bracket starts here"))
        case "did not find expected node content":
            SyntaxMessage(
                code: .missingValue,
                help: Text(
                    "请写上值；以“,”“]”“}”开头的文本要加引号",
                    "write a value; a text that starts with `,`, `]` or `}` has to be in quotes"))
        case "found undefined tag handle": SyntaxMessage(code: .tag, place: .context, help: startsWith("!"))
        case "did not find expected <document start>":
            SyntaxMessage(
                code: .contentAfterEnd,
                help: Text("请检查从这一行起的缩进", "check the indentation from this line on"))
        default: SyntaxMessage(code: .otherSyntax, detail: Text(same: failure.problem))
        }
    }

    private static let tab = SyntaxMessage(
        code: .tab, extent: .character, help: Text("请用空格缩进", "indent with spaces"))

    private static let unexpectedCharacter = SyntaxMessage(
        code: .unexpectedCharacter, help: Text("请给这段文本加引号", "put the text in quotes"))

    private static let colonInText = Text(
        "文本里有“: ”时要给整段文本加引号；键要左对齐",
        "a text with `: ` in it has to be in quotes; keys of one level start at the same column")
}

extension SyntaxFailure {
    /// libyaml misses a value where the file ends after `[` or a comma; what is wrong is the bracket left open.
    mutating func blame(_ bracket: Int?, in file: SourceFile) {
        guard let bracket, problem == "did not find expected node content", isAtEnd(of: file) else { return }
        problem = "did not find expected ',' or ']'"
        contextOffset = bracket
    }

    /// The failure as a diagnostic: the place to repair first, and the place where the thing started second.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        let character = offset < file.bytes.count ? file.bytes[offset] : nil
        let message = SyntaxMessages.message(for: self, character: character)
        // At the end of the file there is nothing to show; what was left open is the place to repair.
        let usesContext = contextOffset != nil && (message.place == .context || isAtEnd(of: file))
        let start = usesContext ? contextOffset ?? offset : offset
        let end = endOfMark(in: file, from: start, message.extent)
        var secondary: [Diagnostic.Label] = []
        if !usesContext, let contextOffset, contextOffset < offset, let label = message.contextLabel {
            secondary.append(.init(file.location(start: contextOffset, end: contextOffset + 1), label))
        }
        var help = message.help.map { [$0] } ?? []
        let mayMissColon: Set<YAMLCode> = [.missingColon, .unexpectedColon, .structure, .contentAfterEnd]
        if mayMissColon.contains(message.code), let colon = fullWidthColon(in: file, near: start) {
            secondary.append(.init(colon, Text("全角冒号", "full-width colon")))
            help.append(
                Text("键后面的冒号要用英文的“: ”，不能用全角的“：”", "after a key write `: `, not the full-width `：`"))
        }
        return Diagnostic(
            message.code.code, .error, message.code.title, at: file.location(start: start, end: end),
            label: usesContext && message.label == nil ? message.contextLabel : message.label,
            secondary: secondary, found: message.detail, help: help)
    }

    private func isAtEnd(of file: SourceFile) -> Bool {
        file.bytes[min(offset, file.bytes.count)...].allSatisfy(Byte.isBlank)
    }

    private func endOfMark(in file: SourceFile, from start: Int, _ extent: SyntaxMessage.Extent) -> Int {
        let lineEnd = file.endOfLine(holding: start)
        switch extent {
        case .character: return min(start + 1, lineEnd)
        case .line: return lineEnd
        case .word: return file.bytes[start..<lineEnd].dropFirst().firstIndex(where: Byte.isBlank) ?? lineEnd
        }
    }

    /// A full-width colon, often typed for `:` in Chinese text, on the line of the failure or the line before it.
    private func fullWidthColon(in file: SourceFile, near start: Int) -> Location? {
        let colon: [UInt8] = [0xEF, 0xBC, 0x9A]
        let lineEnd = file.endOfLine(holding: start)
        var index = min(start, lineEnd)
        var breaks = 0
        while index > 0 {
            if file.bytes[index - 1] == Byte.lineFeed { breaks += 1 }
            if breaks == 2 { break }
            index -= 1
        }
        while index < lineEnd {
            if file.bytes[index...].starts(with: colon) {
                return file.location(start: index, end: index + colon.count)
            }
            index += 1
        }
        return nil
    }
}
