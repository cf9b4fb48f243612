/// Invented names: common surnames with given names, and place names put together from parts.
enum SampleNames {
    private static let surnames = parts(
        "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜"
    )
    private static let given = parts(
        "伟 芳 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 辉 玲 建 国 文 华 红 斌 波 宁 云 飞 鹏 海 龙 瑞 晓 志 永 新 春 秀 英 玉 慧 宇 晨 琳 佳 雪 浩")
    private static let townshipFirst = parts("清 石 云 柳 龙 青 金 白 双 长 平 永 安 太 东 西 南 北 高 大 新 古 玉 松")
    private static let townshipSecond = parts("河 泉 坪 桥 岭 湾 塘 沟 峰 溪 口 山 井 台 池 原 寨 坡 林 川 滩 庄 岩 坝")
    private static let villageFirst = parts(
        "张家 李家 王家 刘家 赵家 杨家 陈家 吴家 周家 郭家 马家 孙家 高家 梁家 上河 下河 东山 西山 南坪 北坪 大石 小石 柳树 杏花 桃花 枣林 核桃 槐树 龙王 白云 黑石 红土 青石 清水 双井 三岔 四沟 五里 七里 九曲"
    )
    private static let villageSecond = parts("沟 庄 坪 梁 湾 岭 峪 坡 塬 洼 滩 堡 寨 营 会 峁 垴 台 口 窑 河 泉 渠 桥 岩 坝 塘 冲 垭 村")

    private static func parts(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    static func person(_ random: inout RandomNumbers) -> String {
        // The first surnames are the commonest, so the smaller of two draws.
        let surname = min(random.number(0...(surnames.count - 1)), random.number(0...(surnames.count - 1)))
        let first = random.pick(given)
        return surnames[surname] + first + (random.chance(percent: 70) ? random.pick(given) : "")
    }

    /// Different for every index up to 576.
    static func township(_ index: Int, shift: Int) -> String {
        let number = (index + shift) % (townshipFirst.count * townshipSecond.count)
        let first = number % townshipFirst.count
        let second = (number / townshipFirst.count + first * 7) % townshipSecond.count
        return townshipFirst[first] + townshipSecond[second] + (index % 3 == 2 ? "乡" : "镇")
    }

    /// Different within a township for every index up to 1200.
    static func village(_ index: Int, shift: Int) -> String {
        let number = (index + shift) % (villageFirst.count * villageSecond.count)
        let first = number % villageFirst.count
        let second = (number / villageFirst.count + first * 7) % villageSecond.count
        let name = villageFirst[first] + villageSecond[second]
        return name.hasSuffix("村") ? name : name + "村"
    }

    /// Some hold commas and quotes, as registers do.
    static func unit(_ index: Int, level: String, kind: String) -> String {
        if index == 0 { return "省发展改革研究中心,乡村振兴处" }
        if index == 1 { return "省农业技术推广总站,\"三农\"服务部" }
        let names =
            switch kind {
            case SampleWords.UnitKind.government: parts("财政局 水利局 农业农村局 交通运输局 教育局 民政局 审计局 林业局 司法局 统计局")
            case SampleWords.UnitKind.publicInstitution: parts("人民医院 图书馆 农业技术推广中心 文化馆 疾病预防控制中心 融媒体中心")
            case SampleWords.UnitKind.enterprise: parts("供电公司 粮油购销公司 农村商业银行 自来水公司 公交公司")
            default: parts("职业技术学校 第一中学 实验小学 广播电视学校")
            }
        let name = names[(index + index / 10 * 3) % names.count]
        // The first twenty belong to the province, the city and the county; others to invented neighbours.
        let neighbour = index < 20 ? "" : String(township(index / 20, shift: 0).dropLast())
        switch level {
        case SampleWords.Level.province: return neighbour.isEmpty ? "省\(name)" : "省\(name)\(neighbour)分部"
        case SampleWords.Level.city: return "\(neighbour)市\(name)"
        default: return "\(neighbour)县\(name)"
        }
    }
}
