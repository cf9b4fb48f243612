import CivilTime
import PolicyYAML
import Testing
import ZhucunKernel
import ZhucunTesting

@testable import PolicyLanguage

/// Profiles written with Chinese keys, words and numbers.
@Suite struct ChineseKeyTests {
    private static let english = """
        attendance:
          - id: five-days
            name: 五天四夜
            clause: 一（五）
            for: {cadre: {role: [first_secretary, member]}}
            per: week
            days: 5 of 7
            nights: 4 of 7
            holidays: excluded
        consequences:
          - id: talk
            name: 三分之二
            clause: 二
            for: {cadre: all}
            when: {all: [{count: {incident: {kind: off_post}}, within: year, at_least: 2 times}, {measure: attendance.rate, below: 60%}]}
            then: [{talk: township}]
        scoring:
          - id: month
            clause: 三
            for: {cadre: all}
            per: month
            full: 100
            dimensions: {考勤: {weight: 60%}, 条款: {weight: 40%}}
            raters: mean
        """
    private static let chinese = """
        考勤:
          - 编号: five-days
            名称: 五天四夜
            条款: 一（五）
            对象: {干部: {职务: [第一书记, 队员]}}
            每: 周
            在岗天数: 7天中5天
            驻村夜数: 七天中四天
            法定节假日: 不计
        结果运用:
          - 编号: talk
            名称: 三分之二
            条款: 二
            对象: {干部: 全部}
            条件: {全部: [{次数: {事件: {类别: 无故脱岗}}, 统计期间: 年, 不少于: 两次}, {指标: attendance.rate, 低于: 百分之六十}]}
            处理: [{谈话: 乡镇}]
        评分:
          - 编号: month
            条款: 三
            对象: {干部: 全部}
            每: 月
            满分: １００
            各维度: {考勤: {权重: 60%}, 条款: {权重: 40％}}
            各评分人: mean
        """

    /// What is wrong in a file that is written in Chinese is said in its own names; in another, in the language's.
    @Test func mistakesNameKeysAsTheFileDoes() throws {
        func told(_ sections: String) throws -> [String] {
            let county = try TestCounty(profile: sections, plugins: Shipped.registry)
            let store = county.assessor.store
            var diagnostics = Diagnostics()
            let profile = try #require(store.profile(named: "test"))
            _ = Policy.resolve(profile, in: store, plugins: Shipped.registry, into: &diagnostics)
            return diagnostics.all.filter { $0.severity == .error }.map { problem in
                "\(problem.code) \(problem.message.zh)" + problem.help.map(\.zh).joined()
            }
        }
        #expect(
            try told("考勤:\n  - {编号: a, 条款: 一, 对象: {干部: 全部}, 每: 周, 在岗天: 7天中5天, 驻村夜数: 七天中四天}") == [
                "T109 没有写明要求什么：缺少“天数”只计不判写 天数: none", "S106 未知的设置“在岗天”是不是“在岗天数”？",
            ])
        #expect(
            try told("attendance:\n  - {id: a, clause: 一, for: {cadre: all}, per: week, dayss: 5 of 7}") == [
                "T109 没有写明要求什么：缺少“days”只计不判写 days: none", "S106 未知的设置“dayss”是不是“days”？",
            ])
        #expect(
            try told("考勤:\n  - {编号: a, 条款: 一, 对象: {干部: 全部}, 每: 周, 在岗天数: 7天中5天, dayss: 1, 自定: {不存在的设置: 无}}") == [
                "S106 未知的设置“dayss”是不是“天数”？", "P217 自由裁量“不存在的设置”不是本条款的设置",
            ])
    }

    private func tree(_ sections: String) throws -> (text: String, problems: [String]) {
        let county = try TestCounty(profile: sections, plugins: Shipped.registry)
        var diagnostics = Diagnostics()
        let store = county.assessor.store
        let tree = store.tree(store.source.root + "/test/2018-01-01-rules.yaml", into: &diagnostics)
        return (Self.text(try #require(tree)), diagnostics.all.map { "\($0.code) \($0.message.zh)" })
    }

    private static func text(_ node: Node) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.text
        case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.text ?? ""): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// Names of the writer's own, free text and words of the vocabulary stay as they are.
    @Test func `The same rules in both languages`() throws {
        var found = try tree(Self.chinese).text
        for (zh, en) in [
            "第一书记": "first_secretary", "队员": "member", "无故脱岗": "off_post", "谈话": "talk", "乡镇": "township",
            "2 次": "2 times",
        ] {
            found = found.replacing(zh, with: en)
        }
        #expect(try found == tree(Self.english).text)
    }

    @Test func `A key by both its names`() throws {
        let twice = "attendance:\n  - {id: it, 编号: it, clause: 一, per: week, 每: 周, for: {cadre: all}, days: 5 of 7}"
        #expect(try tree(twice).problems == ["P261 同一个设置（id）写了两次", "P261 同一个设置（per）写了两次"])
    }

    @Test(arguments: [
        ("七分之五", "5/7"), ("3分之2", "2/3"), ("百分之六十", "60%"), ("百分之一百", "100%"), ("7天中5天", "5 of 7"),
        ("七天中五天", "5 of 7"), ("十五天", "15 天"), ("二十次", "20 次"), ("一百零五天", "105 天"), ("一百一十天", "110 天"),
        ("两个月", "2 个月"), ("６０％", "60%"), ("２０２３－０７－０１", "2023-07-01"), ("15天", nil), ("5/7", nil), ("一（五）", nil),
        ("三", nil),
        ("两不愁", nil), ("三会一课", nil), ("零分之五", nil), ("七分之", nil), ("十十天", nil), ("一一天", nil), ("千分之五", nil), ("", nil),
    ])
    func `Numbers as documents write them`(_ text: String, _ written: String?) {
        #expect(ChineseNumber.written(text) == written)
    }

    /// Every key that can stand in a profile has one Chinese name of its own, and what is named is a key.
    @Test func `Every key has a name`() throws {
        let names = ProfileStore(directory: Shipped.profiles.folder).keyNames
        var keys = Provision.headKeys.union(Edition.head).union(Edition.ownSections).union([EachRow.key, Filter.named])
        keys.formUnion(Comparison.keys)
        keys.formUnion(["all", "any", "not", "measure", "count", "sum", "field", "of", "over", "within", "consecutive"])
        keys.formUnion(["distinct", "present", "disagreeing"])
        for plugin in Shipped.registry.plugins {
            keys.insert(plugin.about.id)
            func add(_ settings: [SettingDeclaration]) {
                for setting in settings where setting.key != "…" {
                    keys.insert(setting.key)
                    add(setting.children)
                }
            }
            add(plugin.settings)
        }
        for kind in Shipped.registry.kinds {
            keys.insert(kind.name)
            keys.formUnion(kind.columns.map(\.name))
        }
        #expect(keys.subtracting(names.named).sorted() == [])
    }
}
