extension Mistake {
    /// What each module checks of its own settings.
    static let modules: [Mistake] = [
        Mistake(
            "an unknown aspect", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "[eat, stay, work]",
            to: "[eats, stay, work]",
            zh: #"""
            错误[T101]：没有名为“eats”的时段
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:17
               |
            15 |     day: {all: [eats, stay, work]}
               |                 ^^^^
               |
               = 应为：work、stay、eat
               = 实为：eats
               = 建议：是不是“eat”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T101]: there is no aspect named 'eats'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:17
               |
            15 |     day: {all: [eats, stay, work]}
               |                 ^^^^
               |
               = expected: work, stay, eat
               = found: eats
               = help: did you mean 'eat'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a night of an unknown aspect", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "night: stay",
            to: "night: sleep",
            zh: #"""
            错误[T101]：没有名为“sleep”的时段
             --> Profiles/china/2000-01-01-defaults.yaml:8:12
              |
            8 |     night: sleep
              |            ^^^^^
              |
              = 应为：work、stay、eat
              = 实为：sleep

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no effect for the other kinds of leave", in: "china/2000-01-01-defaults.yaml", of: "shanxi",
            from: ", other: excluded}",
            to: "}",
            zh: #"""
            错误[T102]：没有写明其余类型的请假怎样计算
              --> Profiles/china/2000-01-01-defaults.yaml:17:12
               |
            17 |     leave: {公出: present, 培训: present}
               |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：other: excluded

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T102]: it does not say what other kinds of leave do
              --> Profiles/china/2000-01-01-defaults.yaml:17:12
               |
            17 |     leave: {公出: present, 培训: present}
               |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = expected: other: excluded

            1 error, 0 warnings.
            """#),
        Mistake(
            "a day that is both all and any", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "day: {all: [eat, stay, work]}",
            to: "day: {all: [eat, stay], any: [work]}",
            zh: #"""
            错误[T103]：读不懂怎样算一天在岗
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:10
               |
            15 |     day: {all: [eat, stay], any: [work]}
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：{any: [时段]} 或 {all: [时段]}

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T103]: cannot read what makes a day on post
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:10
               |
            15 |     day: {all: [eat, stay], any: [work]}
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = expected: {any: [aspects]} or {all: [aspects]}

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt form of a day", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "day: {all: [eat, stay, work]}",
            to: "day: {al: [eat, stay, work]}",
            zh: #"""
            错误[T103]：读不懂怎样算一天在岗
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:15:10
               |
            15 |     day: {al: [eat, stay, work]}
               |          ^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：{any: [时段]} 或 {all: [时段]}
               = 建议：是不是“all”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "weights that do not add up", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "群众评价: {weight: 20, scores",
            to: "群众评价: {weight: 30, scores",
            zh: #"""
            错误[T202]：各维度的权重加起来不是 100
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:25:5
               |
            25 |     dimensions:
               |     ^^^^^^^^^^
               |
               = 应为：100
               = 实为：110

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T202]: the weights do not add up to 100
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:25:5
               |
            25 |     dimensions:
               |     ^^^^^^^^^^
               |
               = expected: 100
               = found: 110

            1 error, 0 warnings.
            """#),
        Mistake(
            "weights in percent that do not add up", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      在岗: {weight: 40, measure: attendance.rate, full_at: 100%}\n      实绩: {weight: 40, scores: 实绩}\n      群众评价: {weight: 20, scores: 群众评价}\n",
            to: "      在岗: {weight: 40%, measure: attendance.rate, full_at: 100%}\n      实绩: {weight: 50%, scores: 实绩}\n      群众评价: {weight: 20%, scores: 群众评价}\n",
            zh: #"""
            错误[T202]：各维度的权重加起来不是 100%
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:25:5
               |
            25 |     dimensions:
               |     ^^^^^^^^^^
               |
               = 应为：100%
               = 实为：110%

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "points and percentages mixed", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "实绩: {weight: 40, scores",
            to: "实绩: {weight: 40%, scores",
            zh: #"""
            错误[T204]：权重有的是分值，有的是百分比
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:25:5
               |
            25 |     dimensions:
               |     ^^^^^^^^^^
               |
               = 应为：都写分值，或都写百分比

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T204]: some weights are points and some are percentages
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:25:5
               |
            25 |     dimensions:
               |     ^^^^^^^^^^
               |
               = expected: all points, or all percentages

            1 error, 0 warnings.
            """#),
        Mistake(
            "a weight of nothing", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "实绩: {weight: 40, scores",
            to: "实绩: {weight: 0, scores",
            zh: #"""
            错误[S102]：读不懂“0”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:20
               |
            27 |       实绩: {weight: 0, scores: 实绩}
               |                      ^
               |
               = 应为：大于零的权重，如 20 或 20%
               = 实为：0

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "freed in a month that does not exist", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    nights: 4 of 7\n",
            to: "    nights: 4 of 7\n    exempt: [{role: member, months: [13]}]\n",
            zh: #"""
            错误[T104]：没有写明免除什么
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:15
               |
            16 |     exempt: [{role: member, months: [13]}]
               |               ^^^^
               |
               = 应为：nights: true，或 months: [2]

            错误[S102]：读不懂“13”
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:38
               |
            16 |     exempt: [{role: member, months: [13]}]
               |                                      ^^
               |
               = 应为：次数（1–12 的整数）
               = 实为：13

            共 2 处错误，0 处警告。
            """#),
        Mistake(
            "freed under a misspelt role", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    nights: 4 of 7\n",
            to: "    nights: 4 of 7\n    exempt: [{role: menber, nights: true}]\n",
            zh: #"""
            错误[S107]：词表“role”中没有“menber”
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:21
               |
            16 |     exempt: [{role: menber, nights: true}]
               |                     ^^^^^^
               |
               = 应为：first_secretary、team_leader、member、county_captain、township_captain、graduate、selected_graduate
               = 实为：menber
               = 建议：是不是“member”？
               = 建议：新词写进本级配置的 words.role

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S107]: the vocabulary's group 'role' has no 'menber'
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:21
               |
            16 |     exempt: [{role: menber, nights: true}]
               |                     ^^^^^^
               |
               = expected: first_secretary, team_leader, member, county_captain, township_captain, graduate, selected_graduate
               = found: menber
               = help: did you mean 'member'?
               = help: a new word goes into the profile's own words.role

            1 error, 0 warnings.
            """#),
        Mistake(
            "freed by a word that is not true or false", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    nights: 4 of 7\n",
            to: "    nights: 4 of 7\n    exempt: [{role: member, nights: yes}]\n",
            zh: #"""
            错误[T104]：没有写明免除什么
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:15
               |
            16 |     exempt: [{role: member, nights: yes}]
               |               ^^^^
               |
               = 应为：nights: true，或 months: [2]

            错误[S102]：读不懂“yes”
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:37
               |
            16 |     exempt: [{role: member, nights: yes}]
               |                                     ^^^
               |
               = 应为：true 或 false
               = 实为：yes

            共 2 处错误，0 处警告。
            """#),
        Mistake(
            "a dimension with two sources", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "实绩: {weight: 40, scores: 实绩}",
            to: "实绩: {weight: 40, scores: 实绩, measure: attendance.rate, full_at: 100%}",
            zh: #"""
            错误[T201]：维度“实绩”要么写 scores，要么写 measure 和 full_at
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:36
               |
            27 |       实绩: {weight: 40, scores: 实绩, measure: attendance.rate, full_at: 100%}
               |                                        ^^^^^^^
               |
               = 应为：scores: 名称，或 measure: 指标 与 full_at: 100%

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T201]: the dimension '实绩' needs either scores, or measure and full_at
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:36
               |
            27 |       实绩: {weight: 40, scores: 实绩, measure: attendance.rate, full_at: 100%}
               |                                        ^^^^^^^
               |
               = expected: scores: a name, or measure: a measure with full_at: 100%

            1 error, 0 warnings.
            """#),
        Mistake(
            "a dimension without a source", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "实绩: {weight: 40, scores: 实绩}",
            to: "实绩: {weight: 40}",
            zh: #"""
            错误[T201]：维度“实绩”要么写 scores，要么写 measure 和 full_at
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:12
               |
            27 |       实绩: {weight: 40}
               |              ^^^^^^
               |
               = 应为：scores: 名称，或 measure: 指标 与 full_at: 100%

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a dimension that is a number", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "实绩: {weight: 40, scores: 实绩}",
            to: "实绩: 40",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:11
               |
            27 |       实绩: 40
               |             ^^
               |
               = 应为：一组设置（映射）
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a measure without its full mark", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "attendance.rate, full_at: 100%}",
            to: "attendance.rate}",
            zh: #"""
            错误[T201]：维度“在岗”要么写 scores，要么写 measure 和 full_at
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:24
               |
            26 |       在岗: {weight: 40, measure: attendance.rate}
               |                          ^^^^^^^
               |
               = 应为：scores: 名称，或 measure: 指标 与 full_at: 100%

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a full mark of another unit", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "measure: scoring.quarter-score, full_at: 100}",
            to: "measure: scoring.quarter-score, full_at: 100%}",
            zh: #"""
            错误[S103]：“100%”的单位不对
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:37:68
               |
            37 |       帮扶成效: {weight: 100, measure: scoring.quarter-score, full_at: 100%}
               |                                                                        ^^^^
               |
               = 应为：分数
               = 实为：比例

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S103]: '100%' has the wrong unit
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:37:68
               |
            37 |       帮扶成效: {weight: 100, measure: scoring.quarter-score, full_at: 100%}
               |                                                                        ^^^^
               |
               = expected: points
               = found: a share

            1 error, 0 warnings.
            """#),
        Mistake(
            "a name for a dimension", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "measure: scoring.quarter-score, full_at: 100}",
            to: "measure: ranking.quarter-bands.band, full_at: 100}",
            zh: #"""
            错误[C415]：“ranking.quarter-bands.band”是名称，这里要用数
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:37:36
               |
            37 |       帮扶成效: {weight: 100, measure: ranking.quarter-bands.band, full_at: 100}
               |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 实为：档次

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "raters for a measure", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "attendance.rate, full_at: 100%}",
            to: "attendance.rate, full_at: 100%, raters: {村委会: 1}}",
            zh: #"""
            错误[T203]：维度“在岗”来自指标，不能有评分人
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:65
               |
            26 |       在岗: {weight: 40, measure: attendance.rate, full_at: 100%, raters: {村委会: 1}}
               |                                                                   ^^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T203]: the dimension '在岗' comes from a measure and has no raters
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:65
               |
            26 |       在岗: {weight: 40, measure: attendance.rate, full_at: 100%, raters: {村委会: 1}}
               |                                                                   ^^^^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "a full number that is a share", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "full: 100 points",
            to: "full: 100%",
            zh: #"""
            错误[S103]：“100%”的单位不对
              --> Profiles/china/2000-01-01-defaults.yaml:30:11
               |
            30 |     full: 100%
               |           ^^^^
               |
               = 应为：分数
               = 实为：比例

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a deduction of days", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    discretion: {dimensions: 文件要求",
            to: "    deduct: [{count: {incident: {kind: off_post}}, points: 5 days}]\n    discretion: {dimensions: 文件要求",
            zh: #"""
            错误[S103]：“5 days”的单位不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:29:60
               |
            29 |     deduct: [{count: {incident: {kind: off_post}}, points: 5 days}]
               |                                                            ^^^^^^
               |
               = 应为：分数
               = 实为：天数

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a deduction for an unknown kind", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    discretion: {dimensions: 文件要求",
            to: "    deduct: [{count: {incidents: all}, points: 5}]\n    discretion: {dimensions: 文件要求",
            zh: #"""
            错误[C407]：没有名为“incidents”的记录种类
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:29:23
               |
            29 |     deduct: [{count: {incidents: all}, points: 5}]
               |                       ^^^^^^^^^
               |
               = 应为：incident 等 21 个名称之一
               = 实为：incidents
               = 建议：是不是“incident”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "bands that do not add up", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "较好: 60%",
            to: "较好: 50%",
            zh: #"""
            错误[T301]：各档次的比例加起来不是 100%
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:48:12
               |
            48 |     bands: {好: 30%, 较好: 50%, 一般: 10%}
               |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：100%
               = 实为：90%

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T301]: the bands' shares do not add up to 100%
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:48:12
               |
            48 |     bands: {好: 30%, 较好: 50%, 一般: 10%}
               |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = expected: 100%
               = found: 90%

            1 error, 0 warnings.
            """#),
        Mistake(
            "a band above one", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "较好: 60%",
            to: "较好: 160%",
            zh: #"""
            错误[S104]：比例“160%”不在 0 到 100% 之间
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:48:25
               |
            48 |     bands: {好: 30%, 较好: 160%, 一般: 10%}
               |                            ^^^^
               |
               = 应为：大于 0、不超过 100%
               = 实为：160%

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt scope", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "by: scoring.month-score\n    within: township",
            to: "by: scoring.month-score\n    within: townships",
            zh: #"""
            错误[S108]：这里不能是“townships”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:32:13
               |
            32 |     within: townships
               |             ^^^^^^^^^
               |
               = 应为：county、township、village
               = 实为：townships
               = 建议：是不是“township”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: 'townships' cannot stand here
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:32:13
               |
            32 |     within: townships
               |             ^^^^^^^^^
               |
               = expected: county, township, village
               = found: townships
               = help: did you mean 'township'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a ranking by names", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "by: scoring.month-score\n    within: township",
            to: "by: ranking.quarter-bands.band\n    within: township",
            zh: #"""
            错误[C415]：“ranking.quarter-bands.band”是名称，这里要用数
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:31:9
               |
            31 |     by: ranking.quarter-bands.band
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 实为：档次

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C415]: 'ranking.quarter-bands.band' is a name, and a number is asked here
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:31:9
               |
            31 |     by: ranking.quarter-bands.band
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = found: band

            1 error, 0 warnings.
            """#),
        Mistake(
            "thresholds that rise", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      称职: {at_least: 70}",
            to: "      称职: {at_least: 95}",
            zh: #"""
            错误[T403]：分数线应当由高到低
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:11
               |
            40 |       称职: {at_least: 95}
               |             ^^^^^^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:39:11
               |
            39 |       优秀: {at_least: 90, quota: 20%}
               |             -------------------------- 较高的等次

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T403]: thresholds must fall
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:11
               |
            40 |       称职: {at_least: 95}
               |             ^^^^^^^^^^^^^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:39:11
               |
            39 |       优秀: {at_least: 90, quota: 20%}
               |             -------------------------- the better grade

            1 error, 0 warnings.
            """#),
        Mistake(
            "a grade that asks for nothing above others", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      称职: {at_least: 70}",
            to: "      称职: {}",
            zh: #"""
            错误[T402]：等次“称职”没有条件，它后面的等次谁也评不上
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:7
               |
            40 |       称职: {}
               |       ^^^^
               |
               = 应为：at_least 或 of；只有最低等次可以没有

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T402]: the grade '称职' asks for nothing, so nobody reaches those behind it
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:7
               |
            40 |       称职: {}
               |       ^^^^
               |
               = expected: at_least or of; only the lowest may have neither

            1 error, 0 warnings.
            """#),
        Mistake(
            "a threshold and bands", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      称职: {at_least: 70}",
            to: "      称职: {at_least: 70, of: [好]}",
            zh: #"""
            错误[T401]：等次“称职”不能既有分数线又有档次
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:22
               |
            40 |       称职: {at_least: 70, of: [好]}
               |                        ^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:30
               |
            40 |       称职: {at_least: 70, of: [好]}
               |                                ----

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T401]: the grade '称职' cannot have both a threshold and bands
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:22
               |
            40 |       称职: {at_least: 70, of: [好]}
               |                        ^^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:30
               |
            40 |       称职: {at_least: 70, of: [好]}
               |                                ----

            1 error, 0 warnings.
            """#),
        Mistake(
            "a threshold of another unit", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      称职: {at_least: 70}",
            to: "      称职: {at_least: 70%}",
            zh: #"""
            错误[S103]：“70%”的单位不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:40:22
               |
            40 |       称职: {at_least: 70%}
               |                        ^^^
               |
               = 应为：分数
               = 实为：比例

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a threshold for a name", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    by: scoring.annual-basis\n    grades:\n      优秀: {at_least: 90, quota: 20%}\n      称职",
            to: "    by: ranking.quarter-bands.band\n    grades:\n      优秀: {at_least: 90, quota: 20%}\n      称职",
            zh: #"""
            错误[C415]：“ranking.quarter-bands.band”是名称，这里要用数
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:58:9
               |
            58 |     by: ranking.quarter-bands.band
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 实为：档次

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a grade of a band that does not exist", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    by: scoring.annual-basis\n    grades:\n      优秀: {at_least: 90, quota: 20%}\n      称职: {at_least: 70}\n      基本称职: {at_least: 60}\n      不称职: {}",
            to: "    by: ranking.quarter-bands.band\n    grades:\n      优秀: {of: [好, 很好]}\n      称职: {}",
            zh: #"""
            错误[S108]：这里不能是“很好”
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:60:20
               |
            60 |       优秀: {of: [好, 很好]}
               |                       ^^^^
               |
               = 应为：好、较好、一般
               = 实为：很好
               = 建议：是不是“较好”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: '很好' cannot stand here
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:60:20
               |
            60 |       优秀: {of: [好, 很好]}
               |                       ^^^^
               |
               = expected: 好, 较好, 一般
               = found: 很好
               = help: did you mean '较好'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a cap at a grade that does not exist", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    discretion: {grades:",
            to: "    caps: [{when: {count: {leave: {type: 事假}}, at_least: 9}, at_most: 称值}]\n    discretion: {grades:",
            zh: #"""
            错误[S108]：这里不能是“称值”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:43:71
               |
            43 |     caps: [{when: {count: {leave: {type: 事假}}, at_least: 9}, at_most: 称值}]
               |                                                                         ^^^^
               |
               = 应为：优秀、称职、基本称职、不称职
               = 实为：称值
               = 建议：是不是“称职”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: '称值' cannot stand here
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:43:71
               |
            43 |     caps: [{when: {count: {leave: {type: 事假}}, at_least: 9}, at_most: 称值}]
               |                                                                         ^^^^
               |
               = expected: 优秀, 称职, 基本称职, 不称职
               = found: 称值
               = help: did you mean '称职'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a cap without a condition", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    discretion: {grades:",
            to: "    caps: [{at_most: 称职}]\n    discretion: {grades:",
            zh: #"""
            错误[S105]：grading/annual-grade 缺少设置“when”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:43:12
               |
            43 |     caps: [{at_most: 称职}]
               |            ^^^^^^^^^^^^^^^
               |
               = 应为：条件：all、any、not、measure、count、sum 或 field
               = 建议：例如：when: {count: {leave: all}, at_least: 1}

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "two rows for one leave", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{above: 7 days, at_most: 15 days}",
            to: "{at_least: 7 days, at_most: 15 days}",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[L102]：中央、省、市、县、乡镇派出的干部请假 7 天，有两行都适用
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:26:9
               |
            26 |       - {length: {at_least: 7 days, at_most: 15 days}, approve: [county_office]}
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
              ::: Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:9
               |
            25 |       - {length: {at_most: 7 days}, approve: [township]}
               |         ------------------------------------------------ 另一行

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            note[L101]: the table names no approver for 16 days or more of cadres sent by units of these levels: central, province, county, township
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            error[L102]: two rows decide 7 days of cadres sent by units of these levels: central, province, city, county, township
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:26:9
               |
            26 |       - {length: {at_least: 7 days, at_most: 15 days}, approve: [county_office]}
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
              ::: Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:9
               |
            25 |       - {length: {at_most: 7 days}, approve: [township]}
               |         ------------------------------------------------ the other row

            1 error, 0 warnings.
            """#),
        Mistake(
            "rows that cross", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{above: 7 days, at_most: 15 days}",
            to: "{above: 15 days, at_most: 7 days}",
            zh: #"""
            错误[C405]：下限高于上限，永远不会成立
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:26:26
               |
            26 |       - {length: {above: 15 days, at_most: 7 days}, approve: [county_office]}
               |                          ^^^^^^^
               |
              ::: Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:26:44
               |
            26 |       - {length: {above: 15 days, at_most: 7 days}, approve: [county_office]}
               |                                            ------ 上限

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a length in hours", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{length: {at_most: 7 days}",
            to: "{length: {at_most: 7 hours}",
            zh: #"""
            错误[S103]：“7 hours”的单位不对
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:28
               |
            25 |       - {length: {at_most: 7 hours}, approve: [township]}
               |                            ^^^^^^^
               |
               = 应为：天数
               = 实为：学时

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a length that is a number", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{length: {at_most: 7 days}",
            to: "{length: 7 days",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:18
               |
            25 |       - {length: 7 days, approve: [township]}
               |                  ^^^^^^
               |
               = 应为：比较：at_least、at_most、above、below、equals、in（天数）
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt bound", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{length: {at_most: 7 days}",
            to: "{length: {at_mots: 7 days}",
            zh: #"""
            错误[S108]：这里不能是“at_mots”
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:19
               |
            25 |       - {length: {at_mots: 7 days}, approve: [township]}
               |                   ^^^^^^^
               |
               = 应为：at_least、at_most、above、below、equals、in
               = 实为：at_mots
               = 建议：是不是“at_most”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt column", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{length: {at_most: 7 days}, approve",
            to: "{length: {at_most: 7 days}, aprove",
            zh: #"""
            错误[S105]：leave/routes 缺少设置“approve”
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:9
               |
            25 |       - {length: {at_most: 7 days}, aprove: [township]}
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：词表“office”中的词（一个或列表）
               = 建议：例如：approve: [county_office]

            错误[S106]：未知的设置“aprove”
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:25:37
               |
            25 |       - {length: {at_most: 7 days}, aprove: [township]}
               |                                     ^^^^^^
               |
               = 应为：length、unit_level、approve
               = 实为：aprove
               = 建议：是不是“approve”？

            共 2 处错误，0 处警告。
            """#),
        Mistake(
            "a quota of the lowest grade", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "不称职: {}",
            to: "不称职: {quota: 10%}",
            zh: #"""
            错误[T404]：最低等次“不称职”不能限定比例
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:42:20
               |
            42 |       不称职: {quota: 10%}
               |                       ^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T404]: the lowest grade '不称职' cannot have a quota: nobody can fall further
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:42:20
               |
            42 |       不称职: {quota: 10%}
               |                       ^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "freed from nothing", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    nights: 4 of 7\n",
            to: "    nights: 4 of 7\n    exempt: [{role: member}]\n",
            zh: #"""
            错误[T104]：没有写明免除什么
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:15
               |
            16 |     exempt: [{role: member}]
               |               ^^^^
               |
               = 应为：nights: true，或 months: [2]

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[T104]: it does not say what they are freed from
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:16:15
               |
            16 |     exempt: [{role: member}]
               |               ^^^^
               |
               = expected: nights: true, or months: [2]

            1 error, 0 warnings.
            """#),
    ]
}
