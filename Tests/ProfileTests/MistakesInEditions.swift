extension Mistake {
    /// Mistakes in the heads of editions and of provisions, and in how editions are laid over one another.
    static let editions: [Mistake] = [
        Mistake(
            "an edition without a document", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "document:\n  number: 渝委农办〔2023〕23号\n  issuer: 中共重庆市委农村工作暨实施乡村振兴战略领导小组办公室\n  title: 关于进一步强化驻村帮扶工作的通知\n  date: 2023-08-28\n",
            to: "",
            zh: #"""
            错误[P214]：这个版本的条款没有出处：没有写明文件
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:1:10
              |
            1 | edition: 2023-08-28
              |          ^^^^^^^^^^
              |
              = 应为：版本开头的 document: {number: …, issuer: …}

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P214]: the provisions of this edition have no source: it declares no document
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:1:10
              |
            1 | edition: 2023-08-28
              |          ^^^^^^^^^^
              |
              = expected: document: {number: …, issuer: …} at the head of the edition

            1 error, 0 warnings.
            """#),
        Mistake(
            "document misspelt", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "document:\n",
            to: "documnet:\n",
            zh: #"""
            错误[P209]：没有名为“documnet”的评估模块
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:2:1
              |
            2 | documnet:
              | ^^^^^^^^
              |
              = 应为：document 等 21 个名称之一
              = 实为：documnet
              = 建议：是不是“document”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a document without its number", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "  number: 渝委农办〔2023〕23号\n",
            to: "",
            zh: #"""
            错误[S105]：Profiles/chongqing/2023-08-28-sida-xingdong.yaml 缺少设置“number”
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:3:3
              |
            3 |   issuer: 中共重庆市委农村工作暨实施乡村振兴战略领导小组办公室
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = 应为：一段文字
              = 建议：例如：number: 渝委农办〔2023〕23号

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a document that is a text", in: "xiangyuan/2023-07-20-zhuanfa.yaml",
            from: "document:\n  number: 襄乡振组办发〔2023〕17号\n  issuer: 襄垣县乡村振兴工作领导小组办公室\n  date: 2023-07-20",
            to: "document: 襄乡振组办发〔2023〕17号",
            zh: #"""
            错误[S101]：这里不能写文本
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:2:11
              |
            2 | document: 襄乡振组办发〔2023〕17号
              |           ^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = 应为：{number: 文号, issuer: 发文机关}
              = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt key of a document", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "  title: 关于",
            to: "  titel: 关于",
            zh: #"""
            错误[S106]：未知的设置“titel”
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:5:3
              |
            5 |   titel: 关于进一步强化驻村帮扶工作的通知
              |   ^^^^^
              |
              = 应为：number、issuer、title、date、forwarded_by、files
              = 实为：titel
              = 建议：是不是“title”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S106]: unknown setting 'titel'
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:5:3
              |
            5 |   titel: 关于进一步强化驻村帮扶工作的通知
              |   ^^^^^
              |
              = expected: number, issuer, title, date, forwarded_by, files
              = found: titel
              = help: did you mean 'title'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a document that is not declared", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    clause: 三（十一）\n    for: {cadre: all}\n    per: month",
            to: "    clause: 三（十一）\n    document: 渝委农办〔2023〕32号\n    for: {cadre: all}\n    per: month",
            zh: #"""
            错误[P215]：引用的文件“渝委农办〔2023〕32号”没有声明
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:15
               |
            12 |     document: 渝委农办〔2023〕32号
               |               ^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：渝委农办〔2023〕23号
               = 实为：渝委农办〔2023〕32号
               = 建议：是不是“渝委农办〔2023〕23号”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P215]: the cited document '渝委农办〔2023〕32号' is not declared
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:15
               |
            12 |     document: 渝委农办〔2023〕32号
               |               ^^^^^^^^^^^^^^^^^^^^
               |
               = expected: 渝委农办〔2023〕23号
               = found: 渝委农办〔2023〕32号
               = help: did you mean '渝委农办〔2023〕23号'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "no clause", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    clause: 三（十一）\n    for: {cadre: all}\n    per: month",
            to: "    for: {cadre: all}\n    per: month",
            zh: #"""
            错误[P216]：attendance/three-in-village 没有写明依据条款
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = 应为：clause: 三（十一）

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P216]: attendance/three-in-village does not cite a clause
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = expected: clause: 三（十一）

            1 error, 0 warnings.
            """#),
        Mistake(
            "an empty clause", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    clause: 三（十一）\n    for: {cadre: all}\n    per: month",
            to: "    clause: []\n    for: {cadre: all}\n    per: month",
            zh: #"""
            错误[S109]：列表是空的
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:11:13
               |
            11 |     clause: []
               |             ^^
               |
               = 应为：一段文字

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S109]: the list is empty
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:11:13
               |
            11 |     clause: []
               |             ^^
               |
               = expected: text

            1 error, 0 warnings.
            """#),
        Mistake(
            "no effective day", in: "xiangyuan/2023-07-20-zhuanfa.yaml",
            from: "edition: 2023-07-20\n",
            to: "",
            zh: #"""
            错误[S105]：Profiles/xiangyuan/2023-07-20-zhuanfa.yaml 缺少设置“edition”
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:1:1
              |
            1 | document:
              | ^^^^^^^^^
              |
              = 应为：日期，如 2023-07-01
              = 建议：例如：edition: 2023-07-11

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a day that does not exist", in: "xiangyuan/2023-07-20-zhuanfa.yaml",
            from: "edition: 2023-07-20",
            to: "edition: 2023-07-32",
            zh: #"""
            错误[S102]：读不懂“2023-07-32”
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:1:10
              |
            1 | edition: 2023-07-32
              |          ^^^^^^^^^^
              |
              = 应为：日期，如 2023-07-01
              = 实为：2023-07-32

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: cannot read '2023-07-32'
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:1:10
              |
            1 | edition: 2023-07-32
              |          ^^^^^^^^^^
              |
              = expected: a date such as 2023-07-01
              = found: 2023-07-32

            1 error, 0 warnings.
            """#),
        Mistake(
            "an effective day that is not the file's", in: "xiangyuan/2023-07-20-zhuanfa.yaml",
            from: "edition: 2023-07-20",
            to: "edition: 2023-07-21",
            zh: #"""
            错误[P207]：生效日期与文件名“2023-07-20-zhuanfa.yaml”不同
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:1:10
              |
            1 | edition: 2023-07-21
              |          ^^^^^^^^^^
              |
              = 应为：文件名以生效日期开头
              = 实为：2023-07-21

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P207]: the effective day is not the one in the file's name '2023-07-20-zhuanfa.yaml'
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:1:10
              |
            1 | edition: 2023-07-21
              |          ^^^^^^^^^^
              |
              = expected: a file name that begins with the effective day
              = found: 2023-07-21

            1 error, 0 warnings.
            """#),
        Mistake(
            "an edition that ends before it begins", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "edition: 2023-08-28\n",
            to: "edition: 2023-08-28\nends: 2023-08-27\n",
            zh: #"""
            错误[P244]：失效日期早于生效日期
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:2:7
              |
            2 | ends: 2023-08-27
              |       ^^^^^^^^^^
              |
             ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:1:10
              |
            1 | edition: 2023-08-28
              |          ---------- 从这一天起生效

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P244]: the edition ends before it takes effect
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:2:7
              |
            2 | ends: 2023-08-27
              |       ^^^^^^^^^^
              |
             ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:1:10
              |
            1 | edition: 2023-08-28
              |          ---------- it is in force from this day

            1 error, 0 warnings.
            """#),
        Mistake(
            "two editions on one day", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml", renamed: "shanxi/2023-07-11-liuhua-shidaowei.yaml",
            from: "edition: 2021-10-19",
            to: "edition: 2023-07-11",
            zh: #"""
            错误[P208]：两个版本同一天生效，先后不明
             --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:1:10
              |
            1 | edition: 2023-07-11
              |          ^^^^^^^^^^
              |
             ::: Profiles/shanxi/2023-07-11-liuhua-shidaowei.yaml:1:10
              |
            1 | edition: 2023-07-11
              |          ---------- 另一个版本

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P208]: two editions take effect on the same day, so their order is not defined
             --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:1:10
              |
            1 | edition: 2023-07-11
              |          ^^^^^^^^^^
              |
             ::: Profiles/shanxi/2023-07-11-liuhua-shidaowei.yaml:1:10
              |
            1 | edition: 2023-07-11
              |          ---------- the other edition

            1 error, 0 warnings.
            """#),
        Mistake(
            "an unknown module", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "scoring:",
            to: "scorings:",
            zh: #"""
            错误[P209]：没有名为“scorings”的评估模块
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:19:1
               |
            19 | scorings:
               | ^^^^^^^^
               |
               = 应为：scoring 等 21 个名称之一
               = 实为：scorings
               = 建议：是不是“scoring”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P209]: there is no module named 'scorings'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:19:1
               |
            19 | scorings:
               | ^^^^^^^^
               |
               = expected: scoring, or another of 21 names
               = found: scorings
               = help: did you mean 'scoring'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "defaults for an unknown module", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "  ranking:",
            to: "  rankings:",
            zh: #"""
            错误[P209]：没有名为“rankings”的评估模块
              --> Profiles/china/2000-01-01-defaults.yaml:31:3
               |
            31 |   rankings:
               |   ^^^^^^^^
               |
               = 应为：ranking 等 14 个名称之一
               = 实为：rankings
               = 建议：是不是“ranking”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a section that is not a list", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "grading:\n  - id: annual-grade\n",
            to: "grading:\n    id: annual-grade\n",
            zh: #"""
            错误[P210]：“grading”应是条款的列表
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:32:5
               |
            32 |     id: annual-grade
               |     ^^^^^^^^^^^^^^^^
               |
               = 应为：- id: …
               = 实为：映射

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P210]: 'grading' should be a list of provisions
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:32:5
               |
            32 |     id: annual-grade
               |     ^^^^^^^^^^^^^^^^
               |
               = expected: - id: …
               = found: map

            1 error, 0 warnings.
            """#),
        Mistake(
            "a provision without an id", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "  - id: annual-score\n    name: 年度量化考核",
            to: "  - name: 年度量化考核",
            zh: #"""
            错误[P211]：“scoring”中的条款没有 id
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:20:5
               |
            20 |   - name: 年度量化考核
               |     ^^^^^^^^^^^^^^^^^^
               |
               = 应为：id: 名称

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P211]: a provision of 'scoring' has no id
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:20:5
               |
            20 |   - name: 年度量化考核
               |     ^^^^^^^^^^^^^^^^^^
               |
               = expected: id: a-name

            1 error, 0 warnings.
            """#),
        Mistake(
            "a provision without an id in a later edition", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "  - id: month-township\n    name: 月考核乡镇排队",
            to: "  - name: 月考核乡镇排队",
            zh: #"""
            错误[P211]：“ranking”中的条款没有 id
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:26:5
               |
            26 |   - name: 月考核乡镇排队
               |     ^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：id: 名称

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "one id twice", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "  - id: recall-accountability",
            to: "  - id: recall-unfit",
            zh: #"""
            错误[P212]：同一文件中条款“recall-unfit”写了两次
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:65:9
               |
            65 |   - id: recall-unfit
               |         ^^^^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:46:9
               |
            46 |   - id: recall-unfit
               |         ------------ 第一次

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P212]: the provision 'recall-unfit' stands twice in one file
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:65:9
               |
            65 |   - id: recall-unfit
               |         ^^^^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:46:9
               |
            46 |   - id: recall-unfit
               |         ------------ the first

            1 error, 0 warnings.
            """#),
        Mistake(
            "removal of nothing", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "  # 重申五天四夜，数字不变\n  - id: five-days-four-nights\n    clause: [附件1 二（七）, 附件3 二（六）, 附件3 三（三）]",
            to: "  - id: five-day-four-nights\n    remove: true",
            zh: #"""
            错误[P213]：要删除的条款“five-day-four-nights”此前并不存在
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:10:9
               |
            10 |   - id: five-day-four-nights
               |         ^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：five-days-four-nights
               = 实为：five-day-four-nights
               = 建议：是不是“five-days-four-nights”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P213]: there is no provision 'five-day-four-nights' to remove
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:10:9
               |
            10 |   - id: five-day-four-nights
               |         ^^^^^^^^^^^^^^^^^^^^
               |
               = expected: five-days-four-nights
               = found: five-day-four-nights
               = help: did you mean 'five-days-four-nights'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "remove that is not true", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "    clause: [附件1 二（七）, 附件3 二（六）, 附件3 三（三）]",
            to: "    remove: yes",
            zh: #"""
            错误[S108]：这里不能是“yes”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:12:13
               |
            12 |     remove: yes
               |             ^^^
               |
               = 应为：true
               = 实为：yes

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "removal of what others read", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "scoring:\n  - id: month-score",
            to: "scoring:\n  - id: quarter-score\n    remove: true\n  - id: month-score",
            zh: #"""
            错误[C410]：没有名为“scoring.quarter-score”的指标
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:37:36
               |
            37 |       帮扶成效: {weight: 100, measure: scoring.quarter-score, full_at: 100}
               |                                        ^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：scoring.annual-basis、scoring.annual-basis.dimension.帮扶成效、scoring.annual-basis.total、scoring.dimension.在岗履职、scoring.dimension.帮扶成效、scoring.dimension.月任务、scoring.month-score、scoring.month-score.dimension.在岗履职、scoring.month-score.dimension.月任务、scoring.month-score.total、scoring.total
               = 实为：scoring.quarter-score
               = 建议：是不是“scoring.month-score”？

            错误[C410]：没有名为“scoring.quarter-score”的指标
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:46:9
               |
            46 |     by: scoring.quarter-score
               |         ^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：scoring.annual-basis、scoring.annual-basis.dimension.帮扶成效、scoring.annual-basis.total、scoring.dimension.在岗履职、scoring.dimension.帮扶成效、scoring.dimension.月任务、scoring.month-score、scoring.month-score.dimension.在岗履职、scoring.month-score.dimension.月任务、scoring.month-score.total、scoring.total
               = 实为：scoring.quarter-score
               = 建议：是不是“scoring.month-score”？

            共 2 处错误，0 处警告。
            """#),
        Mistake(
            "an end before the beginning", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    per: month\n    days",
            to: "    per: month\n    applies_from: 2023-09-01\n    until: 2023-08-31\n    days",
            zh: #"""
            错误[P218]：until 早于 applies_from
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:12
               |
            15 |     until: 2023-08-31
               |            ^^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:19
               |
            14 |     applies_from: 2023-09-01
               |                   ---------- 从这一天起适用

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P218]: until is before applies_from
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:12
               |
            15 |     until: 2023-08-31
               |            ^^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:19
               |
            14 |     applies_from: 2023-09-01
               |                   ---------- it applies from this day

            1 error, 0 warnings.
            """#),
        Mistake(
            "discretion over nothing", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "discretion: {dimensions: 文件要求",
            to: "discretion: {dimension: 文件要求",
            zh: #"""
            错误[P217]：自由裁量“dimension”不是本条款的设置
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:29:18
               |
            29 |     discretion: {dimension: 文件要求区县探索量化考核，未规定维度和权重}
               |                  ^^^^^^^^^
               |
               = 应为：full、dimensions、deduct、disagreeing、for、per、applies_from、until
               = 实为：dimension
               = 建议：是不是“dimensions”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P217]: the discretion 'dimension' is not a setting of this provision
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:29:18
               |
            29 |     discretion: {dimension: 文件要求区县探索量化考核，未规定维度和权重}
               |                  ^^^^^^^^^
               |
               = expected: full, dimensions, deduct, disagreeing, for, per, applies_from, until
               = found: dimension
               = help: did you mean 'dimensions'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "discretion without settings", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "discretion: {leave: 文件未规定请假如何折算}",
            to: "discretion: 文件未规定请假如何折算",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:17:17
               |
            17 |     discretion: 文件未规定请假如何折算
               |                 ^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：{设置: 理由}
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no unit of time", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    per: month\n",
            to: "",
            zh: #"""
            错误[S105]：attendance/three-in-village 缺少设置“per”
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = 应为：day、week、half-month、month、two-months、quarter、half-year、year
              = 建议：例如：per: month

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S105]: attendance/three-in-village lacks the setting 'per'
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = expected: one of day, week, half-month, month, two-months, quarter, half-year, year
              = help: for example: per: month

            1 error, 0 warnings.
            """#),
        Mistake(
            "a unit of time where it has no meaning", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "    table:\n",
            to: "    per: month\n    table:\n",
            zh: #"""
            错误[P220]：“leave”不按时间单位判断，不能写 per
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:10
               |
            24 |     per: month
               |          ^^^^^

            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:5
               |
            25 |     table:
               |     ^^^^^

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a section of words that is a text", in: "china/2000-01-02-words.yaml", of: "chongqing",
            from: "  poll:\n    villagers: {zh: 群众满意度测评, en: poll of villagers}\n    assessment: {zh: 年度考核测评, en: annual assessment poll}",
            to: "  poll: villagers",
            zh: #"""
            错误[S101]：这里不能写文本
               --> Profiles/china/2000-01-02-words.yaml:112:9
                |
            112 |   poll: villagers
                |         ^^^^^^^^^
                |
                = 应为：映射：词 → 名称
                = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a word without its English name", in: "china/2000-01-02-words.yaml", of: "chongqing",
            from: "    log: {zh: 工作日志, en: work log}",
            to: "    log: {zh: 工作日志}",
            zh: #"""
            错误[S101]：这里不能写映射
              --> Profiles/china/2000-01-02-words.yaml:52:10
               |
            52 |     log: {zh: 工作日志}
               |          ^^^^^^^^^^^^^^
               |
               = 应为：中文名称，或 {zh: …, en: …}
               = 实为：映射

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "defaults that are a text", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "  ranking:\n    within: county",
            to: "  ranking: county",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/china/2000-01-01-defaults.yaml:31:12
               |
            31 |   ranking: county
               |            ^^^^^^
               |
               = 应为：{设置: 值}
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
    ]
}
