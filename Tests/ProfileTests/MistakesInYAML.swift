extension Mistake {
    /// What is not the YAML that profiles are written in.
    static let yaml: [Mistake] = [
        Mistake(
            "a key written twice", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    days: 2/3\n",
            to: "    days: 2/3\n    days: 5 of 7\n",
            zh: #"""
            错误[Y029]：键“days”重复
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:5
               |
            15 |     days: 5 of 7
               |     ^^^^ 这里又写了一次
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:5
               |
            14 |     days: 2/3
               |     ---- 第一次写在这里
               |
               = 建议：请只留一个

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y029]: duplicate key `days`
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:5
               |
            15 |     days: 5 of 7
               |     ^^^^ written again here
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:5
               |
            14 |     days: 2/3
               |     ---- first written here
               |
               = help: keep only one of them

            1 error, 0 warnings.
            """#),
        Mistake(
            "a tag", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: !ratio 2/3",
            zh: #"""
            错误[Y023]：不能使用 YAML 标签
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: !ratio 2/3
               |           ^^^^^^
               |
               = 建议：请删除标签；如果文本本身以“!”开头，请加引号

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an anchor", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    leave: {公出: present, 培训: present, other: excused}",
            to: "    leave: &leave {公出: present, 培训: present, other: excused}",
            zh: #"""
            错误[Y024]：不能使用 YAML 锚点
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:16:12
               |
            16 |     leave: &leave {公出: present, 培训: present, other: excused}
               |            ^^^^^^
               |
               = 建议：请删除锚点；如果文本本身以“&”开头，请加引号

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an alias", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      - {recall: sending_unit}\n      - {accountability: sending_unit}\n  - id: recall-discipline-or-grade",
            to: "      - *recall\n  - id: recall-discipline-or-grade",
            zh: #"""
            错误[Y025]：不能使用 YAML 别名
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:52:9
               |
            52 |       - *recall
               |         ^^^^^^^
               |
               = 建议：请把值写全；如果文本本身以“*”开头，请加引号

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y025]: YAML aliases are not allowed
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:52:9
               |
            52 |       - *recall
               |         ^^^^^^^
               |
               = help: write the value out; if the text itself starts with `*`, put it in quotes

            1 error, 0 warnings.
            """#),
        Mistake(
            "a merge key", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    per: month\n",
            to: "    <<: {per: month}\n",
            zh: #"""
            错误[Y026]：不能使用合并键“<<”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:13:5
               |
            13 |     <<: {per: month}
               |     ^^
               |
               = 建议：请把各项写全

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y026]: the merge key `<<` is not allowed
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:13:5
               |
            13 |     <<: {per: month}
               |     ^^
               |
               = help: write the entries out

            1 error, 0 warnings.
            """#),
        Mistake(
            "a quote left open", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "name: 年度量化考核",
            to: "name: \"年度量化考核",
            zh: #"""
            错误[Y042]：引号没有闭合
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:21:11
               |
            21 |     name: "年度量化考核
               |           ^^^^^^^^^^^^^ 引号从这里开始
               |
               = 建议：请在文本末尾补上同样的引号

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y042]: the quote is not closed
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:21:11
               |
            21 |     name: "年度量化考核
               |           ^^^^^^^^^^^^^ the quote starts here
               |
               = help: put the same quote at the end of the text

            1 error, 0 warnings.
            """#),
        Mistake(
            "a tab for indentation", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    days: 2/3",
            to: "\tdays: 2/3",
            zh: #"""
            错误[Y040]：缩进不能用制表符
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:1
               |
            14 |  days: 2/3
               | ^
               |
               = 建议：请用空格缩进

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y040]: a tab cannot be used for indentation
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:1
               |
            14 |  days: 2/3
               | ^
               |
               = help: indent with spaces

            1 error, 0 warnings.
            """#),
        Mistake(
            "two documents", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "\nscoring:",
            to: "---\nscoring:",
            zh: #"""
            错误[Y021]：一个文件只能有一份文档
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:18:1
               |
            18 | ---
               | ^^^ 这里开始第二份文档
               |
               = 建议：请放到另一个文件里

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y021]: a file holds one document only
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:18:1
               |
            18 | ---
               | ^^^ a second document starts here
               |
               = help: put it into a file of its own

            1 error, 0 warnings.
            """#),
        Mistake(
            "a directive", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "edition: 2023-08-28\n",
            to: "%YAML 1.2\n---\nedition: 2023-08-28\n",
            zh: #"""
            错误[Y022]：不能使用 YAML 指令
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:1:1
              |
            1 | %YAML 1.2
              | ^^^^^^^^^
              |
              = 建议：请删除这一行

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a bracket left open", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "[eat, stay, work]}",
            to: "[eat, stay, work}",
            zh: #"""
            错误[Y043]：方括号或花括号内的写法不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:32
               |
            15 |     day: {all: [eat, stay, work}
               |                                ^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:16
               |
            15 |     day: {all: [eat, stay, work}
               |                - 括号从这里开始
               |
               = 建议：各项之间用英文逗号，最后要有右括号

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a full-width colon", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    days: 2/3",
            to: "    days：2/3",
            zh: #"""
            错误[Y044]：这个键后面缺少“: ”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:5
               |
            14 |     days：2/3
               |     ^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:9
               |
            14 |     days：2/3
               |         -- 全角冒号
               |
               = 建议：键和值之间要有英文冒号和一个空格，例如“days: 5”
               = 建议：键后面的冒号要用英文的“: ”，不能用全角的“：”

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y044]: the key has no `: ` after it
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:5
               |
            14 |     days：2/3
               |     ^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:9
               |
            14 |     days：2/3
               |         -- full-width colon
               |
               = help: a key and its value are written with a colon and a space, as in `days: 5`
               = help: after a key write `: `, not the full-width `：`

            1 error, 0 warnings.
            """#),
        Mistake(
            "a key out of its column", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    days: 2/3",
            to: "     days: 2/3",
            zh: #"""
            错误[Y045]：这里不能出现“: ”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:10
               |
            14 |      days: 2/3
               |          ^
               |
               = 建议：文本里有“: ”时要给整段文本加引号；键要左对齐

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a colon in a text", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "title: 关于进一步强化驻村帮扶工作的通知",
            to: "title: 通知: 关于进一步强化驻村帮扶工作",
            zh: #"""
            错误[Y045]：这里不能出现“: ”
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:5:12
              |
            5 |   title: 通知: 关于进一步强化驻村帮扶工作
              |              ^
              |
              = 建议：文本里有“: ”时要给整段文本加引号；键要左对齐

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a value left out", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{weight: 40, measure: attendance.rate, full_at: 100%}",
            to: "{weight: , measure: attendance.rate, full_at: 100%}",
            zh: #"""
            错误[S102]：这里没有写值
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:19
               |
            26 |       在岗: {weight: , measure: attendance.rate, full_at: 100%}
               |                     ^
               |
               = 应为：大于零的权重，如 20 或 20%

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: a value is missing here
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:19
               |
            26 |       在岗: {weight: , measure: attendance.rate, full_at: 100%}
               |                     ^
               |
               = expected: a weight above zero such as 20 or 20%

            1 error, 0 warnings.
            """#),
        Mistake(
            "an invisible character", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "per: month",
            to: "per: \u{200B}month",
            zh: #"""
            错误[Y006]：文件里有看不见的字符
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:13:10
               |
            13 |     per: \u{200B}month
               |          ^^^^^^^^
               |
               = 实为：U+200B
               = 建议：请删除这个字符

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an empty file", in: "xiangyuan/profile.yaml",
            from: "profile: xiangyuan\nname: 襄垣县\nname_en: Xiangyuan County\ndivision: \"140423\"\nextends: shanxi\n",
            to: "",
            zh: #"""
            错误[Y020]：文件是空的
             --> Profiles/xiangyuan/profile.yaml:1:1

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a broken older edition", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "nights: 4 of 7",
            to: "nights: 4 of 7: 5",
            zh: #"""
            错误[Y045]：这里不能出现“: ”
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:15:19
               |
            15 |     nights: 4 of 7: 5
               |                   ^
               |
               = 建议：文本里有“: ”时要给整段文本加引号；键要左对齐

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[Y045]: `: ` is not allowed here
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:15:19
               |
            15 |     nights: 4 of 7: 5
               |                   ^
               |
               = help: a text with `: ` in it has to be in quotes; keys of one level start at the same column

            1 error, 0 warnings.
            """#),
        Mistake(
            "an escape that does not exist", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "name: 年度量化考核",
            to: "name: \"年度\\量化\"",
            zh: #"""
            错误[Y047]：转义写法不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:21:14
               |
            21 |     name: "年度\量化"
               |                ^^^^^^
               |
               = 建议：双引号里要写“\\”才是反斜杠；单引号里反斜杠就是它自己

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a value that starts with a sign", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: @2/3",
            zh: #"""
            错误[Y049]：值不能以这个字符开头
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: @2/3
               |           ^^^^
               |
               = 建议：请给这段文本加引号

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a list as a key", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    per: month\n    days",
            to: "    [per]: month\n    days",
            zh: #"""
            错误[Y027]：键必须是文本
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:13:5
               |
            13 |     [per]: month
               |     ^^^^^
               |
               = 应为：文本
               = 实为：列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a key of nothing", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "day: {all: [eat, stay, work]}",
            to: "day: {: [eat, stay, work]}",
            zh: #"""
            错误[Y050]：这里缺少一个值
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:11
               |
            15 |     day: {: [eat, stay, work]}
               |           ^
               |
               = 建议：请写上值；以“,”“]”“}”开头的文本要加引号

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a key without its name", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    per: month\n    days",
            to: "    : month\n    days",
            zh: #"""
            错误[Y041]：缩进或结构不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:13:5
               |
            13 |     : month
               |     ^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
               |
             9 |   - id: three-in-village
               |     - 这一层从这里开始
               |
               = 建议：同一层的各项要左对齐；引号里的文本结束后不能再接别的字

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "text after a block sign", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "title: 关于进一步强化驻村帮扶工作的通知",
            to: "title: | 关于进一步强化驻村帮扶工作的通知",
            zh: #"""
            错误[Y048]：“|”或“>”这一行的写法不对
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:5:12
              |
            5 |   title: | 关于进一步强化驻村帮扶工作的通知
              |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = 建议：“|”或“>”之后只能换行，正文从下一行写起

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "two list items on one line", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      - {recall: sending_unit}\n      - {accountability: sending_unit}\n  - id: recall-discipline-or-grade",
            to: "      then: - {recall: sending_unit}\n  - id: recall-discipline-or-grade",
            zh: #"""
            错误[Y046]：这里不能开始新的一项
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:52:13
               |
            52 |       then: - {recall: sending_unit}
               |             ^
               |
               = 建议：请把这一项写到新的一行

            共 1 处错误，0 处警告。
            """#),
    ]
}
