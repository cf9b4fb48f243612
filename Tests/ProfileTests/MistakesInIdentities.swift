extension Mistake {
    /// Mistakes in `profile.yaml` and among the folders.
    static let identities: [Mistake] = [
        Mistake(
            "a parent that does not exist", in: "chongqing/profile.yaml",
            from: "extends: china",
            to: "extends: chnia",
            zh: #"""
            错误[P204]：上级配置“chnia”不存在
             --> Profiles/chongqing/profile.yaml:5:10
              |
            5 | extends: chnia
              |          ^^^^^
              |
              = 应为：china、chongqing、jixian、linfen、shanxi、xiangyuan、yingxian
              = 实为：chnia
              = 建议：是不是“china”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P204]: the parent profile 'chnia' does not exist
             --> Profiles/chongqing/profile.yaml:5:10
              |
            5 | extends: chnia
              |          ^^^^^
              |
              = expected: china, chongqing, jixian, linfen, shanxi, xiangyuan, yingxian
              = found: chnia
              = help: did you mean 'china'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "profiles in a circle", in: "china/profile.yaml", of: "shanxi",
            from: "time_zone: Asia/Shanghai",
            to: "time_zone: Asia/Shanghai\nextends: shanxi",
            zh: #"""
            错误[P205]：上级配置成环：china → shanxi → china
             --> Profiles/china/profile.yaml:6:10
              |
            6 | extends: shanxi
              |          ^^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P205]: profiles extend each other in a circle: china → shanxi → china
             --> Profiles/china/profile.yaml:6:10
              |
            6 | extends: shanxi
              |          ^^^^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "a profile that stands on itself", in: "shanxi/profile.yaml",
            from: "extends: china",
            to: "extends: shanxi",
            zh: #"""
            错误[P205]：上级配置成环：shanxi → shanxi
             --> Profiles/shanxi/profile.yaml:5:10
              |
            5 | extends: shanxi
              |          ^^^^^^

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a division code of five digits", in: "chongqing/profile.yaml",
            from: "\"500000\"",
            to: "\"50000\"",
            zh: #"""
            错误[S102]：读不懂“50000”
             --> Profiles/chongqing/profile.yaml:4:11
              |
            4 | division: "50000"
              |           ^^^^^^^
              |
              = 应为：行政区划代码（6、9 或 12 位数字）
              = 实为：50000

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: cannot read '50000'
             --> Profiles/chongqing/profile.yaml:4:11
              |
            4 | division: "50000"
              |           ^^^^^^^
              |
              = expected: a division code of 6, 9 or 12 digits
              = found: 50000

            1 error, 0 warnings.
            """#),
        Mistake(
            "an unknown time zone", in: "china/profile.yaml", of: "chongqing",
            from: "Asia/Shanghai",
            to: "Asia/Chongqing",
            zh: #"""
            错误[S102]：读不懂“Asia/Chongqing”
             --> Profiles/china/profile.yaml:5:12
              |
            5 | time_zone: Asia/Chongqing
              |            ^^^^^^^^^^^^^^
              |
              = 应为：时区，如 Asia/Shanghai 或 +08:00
              = 实为：Asia/Chongqing

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a month from a day that not every month has", in: "china/profile.yaml",
            from: "time_zone: Asia/Shanghai",
            to: "time_zone: Asia/Shanghai\nmonth: from 29",
            zh: #"""
            错误[S102]：读不懂“from 29”
             --> Profiles/china/profile.yaml:6:8
              |
            6 | month: from 29
              |        ^^^^^^^
              |
              = 应为：from 和 1–28 的整数，如 from 26
              = 实为：from 29

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no time zone", in: "china/profile.yaml", of: "chongqing",
            from: "time_zone: Asia/Shanghai\n",
            to: "",
            zh: #"""
            错误[P219]：配置“chongqing”及其上级都没有写明时区
              = 应为：time_zone: Asia/Shanghai

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P219]: neither the profile 'chongqing' nor those it stands on name a time zone
              = expected: time_zone: Asia/Shanghai

            1 error, 0 warnings.
            """#),
        Mistake(
            "a code that is not the folder", in: "shanxi/profile.yaml", of: "linfen",
            from: "profile: shanxi",
            to: "profile: shaanxi",
            zh: #"""
            错误[P206]：配置代号与文件夹名不同
             --> Profiles/shanxi/profile.yaml:1:10
              |
            1 | profile: shaanxi
              |          ^^^^^^^
              |
              = 应为：shanxi
              = 实为：shaanxi

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P206]: the profile's code is not its folder's name
             --> Profiles/shanxi/profile.yaml:1:10
              |
            1 | profile: shaanxi
              |          ^^^^^^^
              |
              = expected: shanxi
              = found: shaanxi

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt key of an identity", in: "chongqing/profile.yaml",
            from: "division:",
            to: "divison:",
            zh: #"""
            错误[S106]：未知的设置“divison”
             --> Profiles/chongqing/profile.yaml:4:1
              |
            4 | divison: "500000"
              | ^^^^^^^
              |
              = 应为：profile、name、name_en、division、extends、aliases、time_zone、month
              = 实为：divison
              = 建议：是不是“division”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S106]: unknown setting 'divison'
             --> Profiles/chongqing/profile.yaml:4:1
              |
            4 | divison: "500000"
              | ^^^^^^^
              |
              = expected: profile, name, name_en, division, extends, aliases, time_zone, month
              = found: divison
              = help: did you mean 'division'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "no name", in: "chongqing/profile.yaml",
            from: "name: 重庆市\n",
            to: "",
            zh: #"""
            错误[S105]：Profiles/chongqing/profile.yaml 缺少设置“name”
             --> Profiles/chongqing/profile.yaml:1:1
              |
            1 | profile: chongqing
              | ^^^^^^^^^^^^^^^^^^
              |
              = 应为：一段文字
              = 建议：例如：name: 某县

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a list for a parent", in: "chongqing/profile.yaml",
            from: "extends: china",
            to: "extends: [china]",
            zh: #"""
            错误[S101]：这里不能写列表
             --> Profiles/chongqing/profile.yaml:5:10
              |
            5 | extends: [china]
              |          ^^^^^^^
              |
              = 应为：一段文字
              = 实为：列表

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S101]: a list cannot stand here
             --> Profiles/chongqing/profile.yaml:5:10
              |
            5 | extends: [china]
              |          ^^^^^^^
              |
              = expected: text
              = found: list

            1 error, 0 warnings.
            """#),
        Mistake(
            "an identity that is a list", in: "chongqing/profile.yaml",
            from: "profile: chongqing\nname: 重庆市\nname_en: Chongqing\ndivision: \"500000\"\nextends: china",
            to: "- chongqing",
            zh: #"""
            错误[S101]：这里不能写列表
             --> Profiles/chongqing/profile.yaml:1:1
              |
            1 | - chongqing
              | ^^^^^^^^^^^
              |
              = 应为：映射（profile、name、division）
              = 实为：列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a division outside the parent's", in: "jixian/profile.yaml",
            from: "\"141028\"",
            to: "\"142028\"",
            zh: #"""
            错误[P224]：行政区划不在上级配置“linfen”的区划之内
             --> Profiles/jixian/profile.yaml:4:11
              |
            4 | division: "142028"
              |           ^^^^^^^^
              |
             ::: Profiles/linfen/profile.yaml:4:11
              |
            4 | division: "141000"
              |           -------- 上级的区划

            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P224]: the division is not inside that of the parent profile 'linfen'
             --> Profiles/jixian/profile.yaml:4:11
              |
            4 | division: "142028"
              |           ^^^^^^^^
              |
             ::: Profiles/linfen/profile.yaml:4:11
              |
            4 | division: "141000"
              |           -------- the parent's division

            note[L101]: the table names no approver for 16 days or more of cadres sent by units of these levels: central, province, county, township
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "a folder without an identity", in: "chongqing/profile.yaml", of: "china", renamed: "chongqing/profil.yaml",
            from: "extends: china",
            to: "extends: china",
            zh: #"""
            错误[P228]：文件夹“Profiles/chongqing”里有“2023-08-28-sida-xingdong.yaml”，但没有 profile.yaml
              = 应为：<代号>/profile.yaml

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an edition with another ending", in: "chongqing/2023-08-28-sida-xingdong.yaml", renamed: "chongqing/2023-08-28-sida-xingdong.yml",
            from: "edition: 2023-08-28",
            to: "edition: 2023-08-28",
            zh: #"""
            错误[P229]：“Profiles/chongqing/2023-08-28-sida-xingdong.yml”不会被读取：文件名应以 .yaml 结尾

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P229]: 'Profiles/chongqing/2023-08-28-sida-xingdong.yml' would not be read: the name has to end in .yaml

            1 error, 0 warnings.
            """#),
        Mistake(
            "two profiles for one division", in: "yingxian/profile.yaml",
            from: "\"140622\"",
            to: "\"140423\"",
            zh: #"""
            错误[P222]：配置“xiangyuan”已经是这个行政区划的配置
             --> Profiles/yingxian/profile.yaml:4:11
              |
            4 | division: "140423"
              |           ^^^^^^^^
              |
             ::: Profiles/xiangyuan/profile.yaml:4:11
              |
            4 | division: "140423"
              |           -------- 另一个配置

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P222]: the profile 'xiangyuan' is already that of this division
             --> Profiles/yingxian/profile.yaml:4:11
              |
            4 | division: "140423"
              |           ^^^^^^^^
              |
             ::: Profiles/xiangyuan/profile.yaml:4:11
              |
            4 | division: "140423"
              |           -------- the other profile

            1 error, 0 warnings.
            """#),
        Mistake(
            "an alias that is another profile", in: "linfen/profile.yaml",
            from: "[linfan]",
            to: "[shanxi]",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[P223]：别名“shanxi”已经是配置“shanxi”的名字
             --> Profiles/linfen/profile.yaml:5:11
              |
            5 | aliases: [shanxi]
              |           ^^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            note[L101]: the table names no approver for 16 days or more of cadres sent by units of these levels: central, province, county, township
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            error[P223]: the alias 'shanxi' is already a name of the profile 'shanxi'
             --> Profiles/linfen/profile.yaml:5:11
              |
            5 | aliases: [shanxi]
              |           ^^^^^^

            1 error, 0 warnings.
            """#),
    ]
}
