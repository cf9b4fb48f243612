import CivilTime
internal import Files
import Glibc
public import PolicyYAML

/// What can be wrong with a profile as a whole. Codes P2xx.
extension Diagnostic {
    package static func unreadableFolder(_ path: String, errorNumber: Int32) -> Diagnostic {
        let reason = FileProblem.reason(errorNumber)
        return Diagnostic(
            .file("Y001"), Text("文件夹“\(path)”无法读取：\(reason.zh)", "the folder '\(path)' cannot be read: \(reason.en)"),
            at: nil)
    }

    static func noProfileFolder(_ path: String, errorNumber: Int32) -> Diagnostic {
        if errorNumber != ENOENT, errorNumber != ENOTDIR { return unreadableFolder(path, errorNumber: errorNumber) }
        return Diagnostic(
            .usage("P201"), Text("找不到政策配置文件夹“\(path)”", "no profile folder '\(path)'"), at: nil,
            help: [Text("用 --profiles 指明，或在含有 Profiles 的文件夹中运行", "name it with --profiles, or run where Profiles is")])
    }

    /// P230, a warning: the profile in `folder`, as it is called below the folder of profiles, is wrong, and the run
    /// goes on; `without` says without what. Nobody asked for that profile.
    public static func leftOut(_ folder: String, _ without: Text) -> Diagnostic {
        Diagnostic(
            "P230", .warning, Text("配置“\(folder)”有误，\(without.zh)", "the profile '\(folder)' is wrong: \(without.en)"),
            help: [Text("用 zhucun profile check \(folder) 查看", "zhucun profile check \(folder) tells")])
    }

    static func noProfiles(_ path: String) -> Diagnostic {
        Diagnostic(
            "P202", Text("“\(path)”中没有任何政策配置", "there is no profile in '\(path)'"), at: nil,
            expected: Text("<代号>/profile.yaml", "<code>/profile.yaml"))
    }

    /// P203: no profile has this code or alias; `known` are all that there are, the nearest is suggested.
    package static func unknownProfile(_ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            .usage("P203"), Text("没有名为“\(name)”的政策配置", "there is no profile named '\(name)'"), at: nil,
            expected: oneOf(known, near: name), found: Text(same: name), help: didYouMean(name, known))
    }

    static func unknownParent(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P204", Text("上级配置“\(name)”不存在", "the parent profile '\(name)' does not exist"), at: node.location,
            expected: oneOf(known, near: name), found: Text(same: name), help: didYouMean(name, known))
    }

    static func circularParents(_ node: Node, _ chain: [String]) -> Diagnostic {
        let circle = (chain + [chain[0]]).reversed().joined(separator: " → ")
        return Diagnostic(
            "P205", Text("上级配置成环：\(circle)", "profiles extend each other in a circle: \(circle)"), at: node.location)
    }

    static func codeIsNotFolder(_ node: Node, code: String, folder: String) -> Diagnostic {
        Diagnostic(
            "P206", Text("配置代号与文件夹名不同", "the profile's code is not its folder's name"), at: node.location,
            expected: Text(same: folder), found: Text(same: code))
    }

    static func dateIsNotFileName(_ node: Node, file: String) -> Diagnostic {
        Diagnostic(
            "P207", Text("生效日期与文件名“\(file)”不同", "the effective day is not the one in the file's name '\(file)'"),
            at: node.location,
            expected: Text("文件名以生效日期开头", "a file name that begins with the effective day"),
            found: Text(same: node.text ?? ""))
    }

    static func sameDay(_ node: Node, _ other: Node) -> Diagnostic {
        disagreement(
            "P208", Text("两个版本同一天生效，先后不明", "two editions take effect on the same day, so their order is not defined"),
            at: node.location,
            with: other.location, because: Text("另一个版本", "the other edition"))
    }

    static func unknownSection(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P209", Text("没有名为“\(name)”的评估模块", "there is no module named '\(name)'"), at: node.location,
            expected: keys(known, near: node), found: Text(same: name),
            help: didYouMean(name, ofKeys: known, in: node.file))
    }

    static func sectionIsNotList(_ node: Node, _ name: String) -> Diagnostic {
        Diagnostic(
            "P210", Text("“\(name)”应是条款的列表", "'\(name)' should be a list of provisions"), at: node.location,
            expected: Text("- id: …", "- id: …"), found: node.shape)
    }

    static func noIdentifier(_ node: Node, section: String) -> Diagnostic {
        let (section, id) = (node.file.written(section), node.file.written("id"))
        return Diagnostic(
            "P211", Text("“\(section)”中的条款没有 \(id)", "a provision of '\(section)' has no \(id)"), at: node.location,
            expected: Text("\(id): 名称", "\(id): a-name"))
    }

    static func repeatedIdentifier(_ node: Node, _ other: Node, id: String) -> Diagnostic {
        disagreement(
            "P212", Text("同一文件中条款“\(id)”写了两次", "the provision '\(id)' stands twice in one file"), at: node.location,
            with: other.location,
            because: Text("第一次", "the first"))
    }

    static func removesNothing(_ node: Node, id: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P213", Text("要删除的条款“\(id)”此前并不存在", "there is no provision '\(id)' to remove"), at: node.location,
            expected: oneOf(known, near: id), found: Text(same: id), help: didYouMean(id, known))
    }

    static func noDocument(_ node: Node) -> Diagnostic {
        let document = node.file.written("document")
        let parts = ["number", "issuer"].map { node.file.written($0) + ": …" }.joined(separator: ", ")
        return Diagnostic(
            "P214",
            Text("这个版本的条款没有出处：没有写明文件", "the provisions of this edition have no source: it declares no document"),
            at: node.location,
            expected: Text(
                "版本开头的 \(document): {\(parts)}", "\(document): {\(parts)} at the head of the edition")
        )
    }

    static func undeclaredDocument(_ node: Node, _ number: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P215", Text("引用的文件“\(number)”没有声明", "the cited document '\(number)' is not declared"), at: node.location,
            expected: oneOf(known, near: number), found: Text(same: number), help: didYouMean(number, known))
    }

    static func emptyClause(_ node: Node, provision: String) -> Diagnostic {
        Diagnostic(
            "P216", Text("\(provision) 没有写明依据条款", "\(provision) does not cite a clause"), at: node.location,
            expected: Text(same: "\(node.file.written("clause")): 三（十一）"))
    }

    static func discretionOverNothing(_ node: Node, _ key: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P217", Text("自由裁量“\(key)”不是本条款的设置", "the discretion '\(key)' is not a setting of this provision"),
            at: node.location,
            expected: keys(known, near: node), found: Text(same: key),
            help: didYouMean(key, ofKeys: known, in: node.file))
    }

    static func endsBeforeItBegins(_ node: Node, _ other: Node) -> Diagnostic {
        let (end, start) = (node.file.written("until"), node.file.written("applies_from"))
        return disagreement(
            "P218", Text("\(end) 早于 \(start)", "\(end) is before \(start)"), at: node.location,
            with: other.location,
            because: Text("从这一天起适用", "it applies from this day"))
    }

    static func endsBeforeItTakesEffect(_ node: Node, _ other: Node) -> Diagnostic {
        disagreement(
            "P244", Text("失效日期早于生效日期", "the edition ends before it takes effect"), at: node.location,
            with: other.location,
            because: Text("从这一天起生效", "it is in force from this day"))
    }

    static func noZone(_ profile: String) -> Diagnostic {
        Diagnostic(
            "P219",
            Text(
                "配置“\(profile)”及其上级都没有写明时区", "neither the profile '\(profile)' nor those it stands on name a time zone"),
            at: nil,
            expected: Text("time_zone: Asia/Shanghai", "time_zone: Asia/Shanghai"))
    }

    static func unitsDisagree(_ node: Node, _ message: Text) -> Diagnostic {
        Diagnostic("P220", message, at: node.location)
    }

    static func sameDivision(_ node: Node, _ other: Node, other code: String) -> Diagnostic {
        disagreement(
            "P222", Text("配置“\(code)”已经是这个行政区划的配置", "the profile '\(code)' is already that of this division"),
            at: node.location, with: other.location,
            because: Text("另一个配置", "the other profile"))
    }

    static func takenAlias(_ node: Node, _ alias: String, by code: String) -> Diagnostic {
        Diagnostic(
            "P223",
            Text("别名“\(alias)”已经是配置“\(code)”的名字", "the alias '\(alias)' is already a name of the profile '\(code)'"),
            at: node.location)
    }

    static func outsideParent(_ node: Node, _ other: Node, parent: String) -> Diagnostic {
        disagreement(
            "P224",
            Text("行政区划不在上级配置“\(parent)”的区划之内", "the division is not inside that of the parent profile '\(parent)'"),
            at: node.location,
            with: other.location, because: Text("上级的区划", "the parent's division"))
    }

    static func calendarOfOtherYear(_ node: Node, file: String) -> Diagnostic {
        Diagnostic(
            "P225", Text("年份与文件名“\(file)”不同", "the year is not the one in the file's name '\(file)'"),
            at: node.location,
            expected: Text("文件名以年份开头", "a file name that begins with the year"), found: Text(same: node.text ?? ""))
    }

    static func dayOfOtherYear(_ node: Node, year: Int) -> Diagnostic {
        Diagnostic(
            "P226", Text("这一天不属于 \(year) 年的放假安排", "this day does not belong to the holidays of \(year)"),
            at: node.location,
            expected: Text("\(year) 年的日期（可早至上年 12 月）", "a day of \(year), or of the December before"),
            found: Text(same: node.text ?? ""))
    }

    static func dayTwice(_ node: Node, _ other: Node, _ day: Day) -> Diagnostic {
        disagreement(
            "P227", Text("\(day) 在日历中出现了两次", "\(day) stands twice in the calendar"), at: node.location,
            with: other.location,
            because: Text("另一处", "the other place"))
    }

    static func noIdentity(_ folder: String, file: String) -> Diagnostic {
        Diagnostic(
            "P228",
            Text(
                "文件夹“\(folder)”里有“\(file)”，但没有 profile.yaml",
                "the folder '\(folder)' holds '\(file)' but no profile.yaml"), at: nil,
            expected: Text("<代号>/profile.yaml", "<code>/profile.yaml"))
    }

    static func otherSuffix(_ path: String) -> Diagnostic {
        Diagnostic(
            "P229", Text("“\(path)”不会被读取：文件名应以 .yaml 结尾", "'\(path)' would not be read: the name has to end in .yaml"),
            at: nil)
    }

    static func orderOfOtherDocument(_ node: Node, _ id: String, code: String) -> Diagnostic {
        Diagnostic(
            "P240", Text("编号“\(id)”不是 \(code) 的", "the id '\(id)' is not one of \(code)'s"), at: node.location,
            expected: Text("以 \(code)- 开头", "one that begins with \(code)-"))
    }

    static func clauseNotInOutline(_ node: Node, _ clause: String, _ outline: [String]) -> Diagnostic {
        Diagnostic(
            "P262", Text("文件的条款（outline）中没有“\(clause)”", "the document's outline has no clause '\(clause)'"),
            at: node.location, expected: oneOf(outline, near: clause), help: didYouMean(clause, outline))
    }

    static func clauseUnaccounted(_ node: Node, _ clause: String) -> Diagnostic {
        Diagnostic(
            "P263", .warning,
            Text(
                "条款“\(clause)”没有交代：既没有要求，也没有写明不是要求",
                "nothing accounts for the clause '\(clause)': no order, and no reason why it orders nothing"),
            at: node.location,
            help: [
                Text("写成 provisions 中的一项，或写进 no_order 并说明理由", "add an order, or an entry of no_order with its reason")
            ])
    }

    static func clauseWithoutOrder(_ node: Node, _ clause: String, _ document: String) -> Diagnostic {
        Diagnostic(
            "P264", .warning,
            Text(
                "登记册中 \(document) 的“\(clause)”没有任何要求",
                "the register has no order of the clause '\(clause)' of \(document)"),
            at: node.location,
            help: [
                Text("核对条款，或在登记册中补上这项要求", "check the clause, or add what it orders to the register")
            ])
    }

    static func unknownOrder(_ node: Node, _ id: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P241", Text("登记册（documents/）中没有“\(id)”", "the register (documents/) has no '\(id)'"), at: node.location,
            found: Text(same: id),
            help: didYouMean(id, known))
    }

    /// A note: the office has to settle it, not to repair the profile.
    static func conflictOfDocuments(_ node: Node, _ id: String, _ conflict: Text) -> Diagnostic {
        Diagnostic(
            "P242", .note, Text("文件本身：\(conflict.zh)（\(id)）", "in the documents themselves: \(conflict.en) (\(id))"),
            at: node.location)
    }

    static func cannotShow(_ form: Node, _ kind: ReportLayout.Form, _ name: String, at item: Node) -> Diagnostic {
        let asked =
            switch kind {
            case .attendance: Text("给出天数比率的条款", "a provision that gives a rate of days")
            case .ranking, .list: Text("给出名次的条款", "a provision that gives a rank")
            case .proposals: Text("给出处理建议的条款", "a provision that proposes actions")
            case .table: Text("给出指标的条款", "a provision that gives a measure")
            }
        return Diagnostic(
            "P245", Text("文书“\(kind.rawValue)”列不出“\(name)”", "the form '\(kind.rawValue)' cannot show '\(name)'"),
            at: form.location, expected: asked,
            help: [Text("改用 form: table，任何条款都能列出", "use form: table, which shows any provision")])
    }

    static func showsNothing(_ node: Node, _ name: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "P243", Text("没有条款“\(name)”可供列出", "there is no provision '\(name)' to show"), at: node.location,
            expected: Text("section/id", "section/id"), found: Text(same: name), help: didYouMean(name, known))
    }
}
