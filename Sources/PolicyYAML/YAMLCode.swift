/// The codes of everything that this module reports, in one list. `Y001`-`Y009` are about the file as a text,
/// `Y010`-`Y013` about limits, `Y020`-`Y030` about YAML outside the subset, and `Y040`-`Y099` about what is not YAML.
public enum YAMLCode: String, Sendable, CaseIterable {
    // The file.
    case unreadable = "Y001"
    case tooLarge = "Y002"
    case notUTF8 = "Y003"
    case otherEncoding = "Y004"
    case controlCharacter = "Y005"
    case invisibleCharacter = "Y006"
    case oddLineBreak = "Y007"
    case longLine = "Y008"
    case manyBlanks = "Y009"
    // The limits.
    case tooDeep = "Y010"
    case tooManyNodes = "Y011"
    case longScalar = "Y012"
    case tooManyErrors = "Y013"
    // What the subset leaves out.
    case empty = "Y020"
    case severalDocuments = "Y021"
    case directive = "Y022"
    case tag = "Y023"
    case anchor = "Y024"
    case alias = "Y025"
    case mergeKey = "Y026"
    case keyNotText = "Y027"
    case emptyKey = "Y028"
    case duplicateKey = "Y029"
    case escapedControl = "Y030"
    // What is not YAML.
    case tab = "Y040"
    case structure = "Y041"
    case openQuote = "Y042"
    case flow = "Y043"
    case missingColon = "Y044"
    case unexpectedColon = "Y045"
    case unexpectedEntry = "Y046"
    case escape = "Y047"
    case blockHeader = "Y048"
    case unexpectedCharacter = "Y049"
    case missingValue = "Y050"
    case contentAfterEnd = "Y051"
    case otherSyntax = "Y099"

    /// The number with the kind of failure.
    var code: Diagnostic.Code { Diagnostic.Code(rawValue, self == .unreadable ? .file : .profile) }

    /// What the code stands for, whatever the file.
    public var title: Text {
        switch self {
        case .unreadable: Text("文件无法读取", "the file cannot be read")
        case .tooLarge: Text("文件太大", "the file is too large")
        case .notUTF8: Text("文件不是 UTF-8 编码", "the file is not UTF-8")
        case .otherEncoding: Text("文件是 UTF-16 编码", "the file is UTF-16")
        case .controlCharacter: Text("文件里有控制字符", "the file holds a control character")
        case .invisibleCharacter: Text("文件里有看不见的字符", "the file holds an invisible character")
        case .oddLineBreak: Text("文件里有不寻常的换行符", "the file holds an unusual line break")
        case .longLine: Text("这一行太长", "the line is too long")
        case .manyBlanks: Text("连续的空白太多", "too many blanks in a row")
        case .tooDeep: Text("嵌套太深", "nested too deeply")
        case .tooManyNodes: Text("文件里的值太多", "too many values in the file")
        case .longScalar: Text("这段文本太长", "the text is too long")
        case .tooManyErrors: Text("错误太多，不再往下读", "too many errors, reading stops here")
        case .empty: Text("文件是空的", "the file is empty")
        case .severalDocuments: Text("一个文件只能有一份文档", "a file holds one document only")
        case .directive: Text("不能使用 YAML 指令", "YAML directives are not allowed")
        case .tag: Text("不能使用 YAML 标签", "YAML tags are not allowed")
        case .anchor: Text("不能使用 YAML 锚点", "YAML anchors are not allowed")
        case .alias: Text("不能使用 YAML 别名", "YAML aliases are not allowed")
        case .mergeKey: Text("不能使用合并键“<<”", "the merge key `<<` is not allowed")
        case .keyNotText: Text("键必须是文本", "a key must be text")
        case .emptyKey: Text("键是空的", "the key is empty")
        case .duplicateKey: Text("键重复", "duplicate key")
        case .escapedControl: Text("这段文本含有不能使用的字符", "the text holds a character that is not allowed")
        case .tab: Text("缩进不能用制表符", "a tab cannot be used for indentation")
        case .structure: Text("缩进或结构不对", "wrong indentation or structure")
        case .openQuote: Text("引号没有闭合", "the quote is not closed")
        case .flow: Text("方括号或花括号内的写法不对", "wrong syntax between brackets or braces")
        case .missingColon: Text("这个键后面缺少“: ”", "the key has no `: ` after it")
        case .unexpectedColon: Text("这里不能出现“: ”", "`: ` is not allowed here")
        case .unexpectedEntry: Text("这里不能开始新的一项", "a new entry is not allowed here")
        case .escape: Text("转义写法不对", "wrong escape sequence")
        case .blockHeader: Text("“|”或“>”这一行的写法不对", "wrong syntax on the line of `|` or `>`")
        case .unexpectedCharacter: Text("值不能以这个字符开头", "a value cannot start with this character")
        case .missingValue: Text("这里缺少一个值", "a value is missing here")
        case .contentAfterEnd: Text("文档结束之后还有内容", "there is content after the end of the document")
        case .otherSyntax: Text("不是正确的 YAML", "not correct YAML")
        }
    }
}
