public import CivilTime
public import Messages

/// A bulletin (通报) or another paper of an office, before it is written as Markdown, a page or a workbook.
public struct Bulletin: Hashable, Sendable {
    /// 标题.
    public var title: Text
    /// 文号, or the place where it will stand: 县驻村办〔2023〕　号.
    public var number: String?
    /// 主送: whom it is for.
    public var addressees: [Text]
    /// What it says, in order. Forms at the end follow the signature, as annexes do.
    public var body: [Block]
    /// 落款单位: the office that signs.
    public var issuer: String?
    /// 落款日期.
    public var date: Day?
    /// 抄送: who else receives it.
    public var copies: [Text]
    /// The language in which it is written.
    public var language: Language

    public init(
        title: Text,
        number: String? = nil,
        addressees: [Text] = [],
        body: [Block] = [],
        issuer: String? = nil,
        date: Day? = nil,
        copies: [Text] = [],
        language: Language = .zh
    ) {
        self.title = title
        self.number = number
        self.addressees = addressees
        self.body = body
        self.issuer = issuer
        self.date = date
        self.copies = copies
        self.language = language
    }

    /// One piece of the body.
    public enum Block: Hashable, Sendable {
        case paragraph(Text)
        /// A heading with its own numbering: 一、考勤情况.
        case heading(Text)
        /// A remark in smaller type.
        case note(Text)
        case table(Table)
        /// A form to fill in, on a page of its own.
        case form(Form)
    }
}

extension Bulletin {
    /// The body before the signature.
    var main: ArraySlice<Block> { body[..<annexStart] }

    /// The forms after the signature.
    var annexes: ArraySlice<Block> { body[annexStart...] }

    private var annexStart: Int { (body.lastIndex { !$0.isForm }).map { $0 + 1 } ?? 0 }

    /// 2023年10月5日, 5 October 2023.
    var dateText: String? {
        guard let (year, month, day) = date?.civil else { return nil }
        return switch language {
        case .zh: "\(year)年\(month)月\(day)日"
        case .en: "\(day) \(Bulletin.months[month - 1]) \(year)"
        }
    }

    /// The line above the body: 各乡镇党委，各派出单位：
    var addressLine: String? {
        guard !addressees.isEmpty else { return nil }
        return Text(
            addressees.map(\.zh).joined(separator: "，") + "：", "To: " + addressees.map(\.en).joined(separator: ", "))(
                language)
    }

    /// The line below the signature: 抄送：县纪委监委，县委组织部。
    var copyLine: String? {
        guard !copies.isEmpty else { return nil }
        return Text(
            "抄送：" + copies.map(\.zh).joined(separator: "，") + "。", "Copies: " + copies.map(\.en).joined(separator: ", ")
        )(language)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Bulletin.Block {
    var isForm: Bool {
        if case .form = self { true } else { false }
    }
}
