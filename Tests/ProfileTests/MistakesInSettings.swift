extension Mistake {
    /// Settings that are missing, misspelt, or of another type or unit.
    static let settings: [Mistake] = [
        Mistake(
            "a misspelt setting", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "discretion: {leave: 文件未规定请假如何折算}\n",
            to: "discretion: {leave: 文件未规定请假如何折算}\n    evidense: [app]\n",
            zh: #"""
            错误[S106]：未知的设置“evidense”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:18:5
               |
            18 |     evidense: [app]
               |     ^^^^^^^^
               |
               = 应为：evidence 等 30 个名称之一
               = 实为：evidense
               = 建议：是不是“evidence”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S106]: unknown setting 'evidense'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:18:5
               |
            18 |     evidense: [app]
               |     ^^^^^^^^
               |
               = expected: evidence, or another of 30 names
               = found: evidense
               = help: did you mean 'evidence'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a required setting left out", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    days: 2/3\n",
            to: "",
            zh: #"""
            错误[S105]：attendance/three-in-village 缺少设置“days”
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = 应为：比例（5 of 7、2/3、60%）或天数（20 days）
              = 建议：例如：days: 5 of 7

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S105]: attendance/three-in-village lacks the setting 'days'
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = expected: a share (5 of 7, 2/3, 60%) or a number of days (20 days)
              = help: for example: days: 5 of 7

            1 error, 0 warnings.
            """#),
        Mistake(
            "points for days", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: 15 points",
            zh: #"""
            错误[S103]：“15 points”的单位不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 15 points
               |           ^^^^^^^^^
               |
               = 应为：比例（5 of 7、2/3、60%）或天数（20 days）
               = 实为：分数

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S103]: '15 points' has the wrong unit
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 15 points
               |           ^^^^^^^^^
               |
               = expected: a share (5 of 7, 2/3, 60%) or a number of days (20 days)
               = found: points

            1 error, 0 warnings.
            """#),
        Mistake(
            "a number without a unit for days", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: 20",
            zh: #"""
            错误[S103]：“20”的单位不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 20
               |           ^^
               |
               = 应为：比例（5 of 7、2/3、60%）或天数（20 days）
               = 实为：没有单位的数

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S103]: '20' has the wrong unit
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 20
               |           ^^
               |
               = expected: a share (5 of 7, 2/3, 60%) or a number of days (20 days)
               = found: a number without a unit

            1 error, 0 warnings.
            """#),
        Mistake(
            "nights for days", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: 20 nights",
            zh: #"""
            错误[S103]：“20 nights”的单位不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 20 nights
               |           ^^^^^^^^^
               |
               = 应为：比例（5 of 7、2/3、60%）或天数（20 days）
               = 实为：夜数

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no day at all", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: 0 days",
            zh: #"""
            错误[S102]：读不懂“0 days”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 0 days
               |           ^^^^^^
               |
               = 应为：天数（1–366 的整数）
               = 实为：0 days

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a share above one", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: 8 of 7",
            zh: #"""
            错误[S104]：比例“8 of 7”不在 0 到 100% 之间
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 8 of 7
               |           ^^^^^^
               |
               = 应为：大于 0、不超过 100%
               = 实为：8 of 7

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S104]: the share '8 of 7' is not above 0 and at most 100%
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: 8 of 7
               |           ^^^^^^
               |
               = expected: above 0, at most 100%
               = found: 8 of 7

            1 error, 0 warnings.
            """#),
        Mistake(
            "a percentage above one", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "quota: 20%",
            to: "quota: 120%",
            zh: #"""
            错误[S104]：比例“120%”不在 0 到 100% 之间
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:39:33
               |
            39 |       优秀: {at_least: 90, quota: 120%}
               |                                   ^^^^
               |
               = 应为：大于 0、不超过 100%
               = 实为：120%

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a share of zero", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "nights: 4 of 7",
            to: "nights: 0 of 7",
            zh: #"""
            错误[S104]：比例“0 of 7”不在 0 到 100% 之间
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:15:13
               |
            15 |     nights: 0 of 7
               |             ^^^^^^
               |
               = 应为：大于 0、不超过 100%
               = 实为：0 of 7

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a list for a share", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "days: 2/3",
            to: "days: [2/3]",
            zh: #"""
            错误[S101]：这里不能写列表
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:11
               |
            14 |     days: [2/3]
               |           ^^^^^
               |
               = 应为：比例（5 of 7、2/3、60%）或天数（20 days）
               = 实为：列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a distance without a unit", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "radius: 1000 m",
            to: "radius: 1000",
            zh: #"""
            错误[S103]：“1000”的单位不对
              --> Profiles/china/2000-01-01-defaults.yaml:15:13
               |
            15 |     radius: 1000
               |             ^^^^
               |
               = 应为：距离
               = 实为：没有单位的数

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a distance of zero", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "accuracy: 100 m",
            to: "accuracy: 0 m",
            zh: #"""
            错误[S102]：读不懂“0 m”
              --> Profiles/china/2000-01-01-defaults.yaml:16:15
               |
            16 |     accuracy: 0 m
               |               ^^^
               |
               = 应为：距离（1–100000 的整数）
               = 实为：0 m

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: cannot read '0 m'
              --> Profiles/china/2000-01-01-defaults.yaml:16:15
               |
            16 |     accuracy: 0 m
               |               ^^^
               |
               = expected: metres, a whole number of 1–100000
               = found: 0 m

            1 error, 0 warnings.
            """#),
        Mistake(
            "no such time of day", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "work: 06:00-20:00",
            to: "work: 06:00-25:00",
            zh: #"""
            错误[S102]：读不懂“06:00-25:00”
              --> Profiles/china/2000-01-01-defaults.yaml:10:13
               |
            10 |       work: 06:00-25:00
               |             ^^^^^^^^^^^
               |
               = 应为：时段，如 20:00-06:00
               = 实为：06:00-25:00

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: cannot read '06:00-25:00'
              --> Profiles/china/2000-01-01-defaults.yaml:10:13
               |
            10 |       work: 06:00-25:00
               |             ^^^^^^^^^^^
               |
               = expected: a time window such as 20:00-06:00
               = found: 06:00-25:00

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt unit of time", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "    per: month\n    by: scoring.month-score\n    within: township",
            to: "    per: mouth\n    by: scoring.month-score\n    within: township",
            zh: #"""
            错误[S108]：这里不能是“mouth”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:30:10
               |
            30 |     per: mouth
               |          ^^^^^
               |
               = 应为：day、week、half-month、month、two-months、quarter、half-year、year
               = 实为：mouth
               = 建议：是不是“month”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: 'mouth' cannot stand here
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:30:10
               |
            30 |     per: mouth
               |          ^^^^^
               |
               = expected: day, week, half-month, month, two-months, quarter, half-year, year
               = found: mouth
               = help: did you mean 'month'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt role", in: "yingxian/2022-08-25-sihua.yaml",
            from: "    clause: 二（一）\n    for: {cadre: {role: [first_secretary,",
            to: "    clause: 二（一）\n    for: {cadre: {role: [first_secretry,",
            zh: #"""
            错误[S107]：词表“role”中没有“first_secretry”
              --> Profiles/yingxian/2022-08-25-sihua.yaml:12:26
               |
            12 |     for: {cadre: {role: [first_secretry, team_leader, member, graduate, selected_graduate]}}
               |                          ^^^^^^^^^^^^^^
               |
               = 应为：first_secretary、team_leader、member、county_captain、township_captain、graduate、selected_graduate
               = 实为：first_secretry
               = 建议：是不是“first_secretary”？
               = 建议：新词写进本级配置的 words.role

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S107]: the vocabulary's group 'role' has no 'first_secretry'
              --> Profiles/yingxian/2022-08-25-sihua.yaml:12:26
               |
            12 |     for: {cadre: {role: [first_secretry, team_leader, member, graduate, selected_graduate]}}
               |                          ^^^^^^^^^^^^^^
               |
               = expected: first_secretary, team_leader, member, county_captain, township_captain, graduate, selected_graduate
               = found: first_secretry
               = help: did you mean 'first_secretary'?
               = help: a new word goes into the profile's own words.role

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt office", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{remind: township_committee}",
            to: "{remind: township_commitee}",
            zh: #"""
            错误[S107]：词表“office”中没有“township_commitee”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:47:21
               |
            47 |     then: [{remind: township_commitee}]
               |                     ^^^^^^^^^^^^^^^^^
               |
               = 应为：village_committee、township、township_committee、county_office、county_organisation_department、city_office、provincial_office、office_of_level、sending_unit、self
               = 实为：township_commitee
               = 建议：是不是“township_committee”？
               = 建议：新词写进本级配置的 words.office

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S107]: the vocabulary's group 'office' has no 'township_commitee'
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:47:21
               |
            47 |     then: [{remind: township_commitee}]
               |                     ^^^^^^^^^^^^^^^^^
               |
               = expected: village_committee, township, township_committee, county_office, county_organisation_department, city_office, provincial_office, office_of_level, sending_unit, self
               = found: township_commitee
               = help: did you mean 'township_committee'?
               = help: a new word goes into the profile's own words.office

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt action", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    when: {count: {incident: {kind: resigned}}, within: term, at_least: 1}\n    then:\n      - {recall:",
            to: "    when: {count: {incident: {kind: resigned}}, within: term, at_least: 1}\n    then:\n      - {recal:",
            zh: #"""
            错误[S107]：词表“action”中没有“recal”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:79:10
               |
            79 |       - {recal: sending_unit}
               |          ^^^^^
               |
               = 应为：recall 等 13 个名称之一
               = 实为：recal
               = 建议：是不是“recall”？
               = 建议：新词写进本级配置的 words.action

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S107]: the vocabulary's group 'action' has no 'recal'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:79:10
               |
            79 |       - {recal: sending_unit}
               |          ^^^^^
               |
               = expected: recall, or another of 13 names
               = found: recal
               = help: did you mean 'recall'?
               = help: a new word goes into the profile's own words.action

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt part of an action", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "feedback: sending_unit",
            to: "feedbak: sending_unit",
            zh: #"""
            错误[S107]：词表“action_part”中没有“feedbak”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:68:56
               |
            68 |     then: [{interview: county_organisation_department, feedbak: sending_unit}]
               |                                                        ^^^^^^^
               |
               = 应为：for、feedback、opinion、notice、to、by、application、approval、consent
               = 实为：feedbak
               = 建议：是不是“feedback”？
               = 建议：新词写进本级配置的 words.action_part

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an action that is a text", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "then: [{remind: township_committee}]",
            to: "then: remind",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:47:11
               |
            47 |     then: remind
               |           ^^^^^^
               |
               = 应为：{处理: 谁}
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt source of evidence", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "placeless: [register, log]",
            to: "placeless: [regster, log]",
            zh: #"""
            错误[S107]：词表“source”中没有“regster”
              --> Profiles/china/2000-01-01-defaults.yaml:14:17
               |
            14 |     placeless: [regster, log]
               |                 ^^^^^^^
               |
               = 应为：app、device、register、log
               = 实为：regster
               = 建议：是不是“register”？
               = 建议：新词写进本级配置的 words.source

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt kind of leave", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{公出: present,",
            to: "{共出: present,",
            zh: #"""
            错误[S107]：词表“leave_type”中没有“共出”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:16:13
               |
            16 |     leave: {共出: present, 培训: present, other: excused}
               |             ^^^^
               |
               = 应为：公出、培训、事假、病假、年休假、探亲假、婚假、产假、丧假
               = 实为：共出
               = 建议：是不是“公出”？
               = 建议：新词写进本级配置的 words.leave_type

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S107]: the vocabulary's group 'leave_type' has no '共出'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:16:13
               |
            16 |     leave: {共出: present, 培训: present, other: excused}
               |             ^^^^
               |
               = expected: 公出, 培训, 事假, 病假, 年休假, 探亲假, 婚假, 产假, 丧假
               = found: 共出
               = help: did you mean '公出'?
               = help: a new word goes into the profile's own words.leave_type

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt effect of leave", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "other: excused}",
            to: "other: excuse}",
            zh: #"""
            错误[S108]：这里不能是“excuse”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:16:46
               |
            16 |     leave: {公出: present, 培训: present, other: excuse}
               |                                                  ^^^^^^
               |
               = 应为：present、excluded、excused
               = 实为：excuse
               = 建议：是不是“excused”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: 'excuse' cannot stand here
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:16:46
               |
            16 |     leave: {公出: present, 培训: present, other: excuse}
               |                                                  ^^^^^^
               |
               = expected: present, excluded, excused
               = found: excuse
               = help: did you mean 'excused'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt state of leave", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "leave_counts: [approved, closed]",
            to: "leave_counts: [aproved, closed]",
            zh: #"""
            错误[S107]：词表“leave_status”中没有“aproved”
              --> Profiles/china/2000-01-01-defaults.yaml:18:20
               |
            18 |     leave_counts: [aproved, closed]
               |                    ^^^^^^^
               |
               = 应为：requested、approved、rejected、cancelled、closed
               = 实为：aproved
               = 建议：是不是“approved”？
               = 建议：新词写进本级配置的 words.leave_status

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt level", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "unit_level: city",
            to: "unit_level: ctiy",
            zh: #"""
            错误[S107]：词表“level”中没有“ctiy”
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:27:48
               |
            27 |       - {length: {above: 15 days}, unit_level: ctiy, approve: [city_office, sending_unit]}
               |                                                ^^^^
               |
               = 应为：central、province、city、county、township
               = 实为：ctiy
               = 建议：是不是“city”？
               = 建议：新词写进本级配置的 words.level

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a word of another vocabulary", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{kind: unfit}",
            to: "{kind: first_secretary}",
            zh: #"""
            错误[S107]：词表“incident”中没有“first_secretary”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:37
               |
            50 |     when: {count: {incident: {kind: first_secretary}}, within: term, at_least: 1}
               |                                     ^^^^^^^^^^^^^^^
               |
               = 应为：off_post、named_in_bulletin、interview、self_criticism、admonition、discipline、accountability、transferred、resigned、dismissed、health、unfit、no_effort、complaints、unit_unmoved、unit_failed、unit_fraud、praise、award
               = 实为：first_secretary
               = 建议：新词写进本级配置的 words.incident

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt treatment of holidays", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "holidays: excluded\n",
            to: "holidays: exclude\n",
            zh: #"""
            错误[S108]：这里不能是“exclude”
              --> Profiles/china/2000-01-01-defaults.yaml:19:15
               |
            19 |     holidays: exclude
               |               ^^^^^^^
               |
               = 应为：excluded、counted
               = 实为：exclude
               = 建议：是不是“excluded”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt subject", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    for: {cadre: all}\n    per: month",
            to: "    for: {cader: all}\n    per: month",
            zh: #"""
            错误[S108]：这里不能是“cader”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:11
               |
            12 |     for: {cader: all}
               |           ^^^^^
               |
               = 应为：cadre
               = 实为：cader
               = 建议：是不是“cadre”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: 'cader' cannot stand here
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:11
               |
            12 |     for: {cader: all}
               |           ^^^^^
               |
               = expected: cadre
               = found: cader
               = help: did you mean 'cadre'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a subject that is a text", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    for: {cadre: all}\n    per: month",
            to: "    for: cadre\n    per: month",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:10
               |
            12 |     for: cadre
               |          ^^^^^
               |
               = 应为：{cadre: all}，或 {cadre: {role: first_secretary}}
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a subject of a kind the module does not judge", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    for: {cadre: all}\n    per: month",
            to: "    for: {village: all}\n    per: month",
            zh: #"""
            错误[S108]：这里不能是“village”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:11
               |
            12 |     for: {village: all}
               |           ^^^^^^^
               |
               = 应为：cadre
               = 实为：village

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no subject", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    for: {cadre: all}\n    per: month",
            to: "    per: month",
            zh: #"""
            错误[S105]：attendance/three-in-village 缺少设置“for”
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = 应为：{cadre: all}，或 {cadre: {role: first_secretary}}
              = 建议：例如：for: {cadre: all}

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S105]: attendance/three-in-village lacks the setting 'for'
             --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:9:5
              |
            9 |   - id: three-in-village
              |     ^^^^^^^^^^^^^^^^^^^^
              |
              = expected: {cadre: all}, or {cadre: {role: first_secretary}}
              = help: for example: for: {cadre: all}

            1 error, 0 warnings.
            """#),
        Mistake(
            "all misspelt", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    for: {cadre: all}\n    per: month",
            to: "    for: {cadre: al}\n    per: month",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:12:18
               |
            12 |     for: {cadre: al}
               |                  ^^
               |
               = 应为：all，或 {字段: 值}
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an unknown field of a subject", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "    for: {cadre: {role: [first_secretary, team_leader, member]}}\n    per: week",
            to: "    for: {cadre: {rol: [first_secretary, team_leader, member]}}\n    per: week",
            zh: #"""
            错误[C401]：cadre 没有字段“rol”
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:12:19
               |
            12 |     for: {cadre: {rol: [first_secretary, team_leader, member]}}
               |                   ^^^
               |
               = 应为：role 等 13 个名称之一
               = 实为：rol
               = 建议：是不是“role”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C401]: cadre has no field 'rol'
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:12:19
               |
            12 |     for: {cadre: {rol: [first_secretary, team_leader, member]}}
               |                   ^^^
               |
               = expected: role, or another of 13 names
               = found: rol
               = help: did you mean 'role'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "no evidence", in: "china/2000-01-01-defaults.yaml", of: "chongqing",
            from: "evidence: [app, device, register, log]",
            to: "evidence: []",
            zh: #"""
            错误[S109]：列表是空的
              --> Profiles/china/2000-01-01-defaults.yaml:13:15
               |
            13 |     evidence: []
               |               ^^
               |
               = 应为：词表“source”中的词

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S109]: the list is empty
              --> Profiles/china/2000-01-01-defaults.yaml:13:15
               |
            13 |     evidence: []
               |               ^^
               |
               = expected: a word of the vocabulary's group 'source'

            1 error, 0 warnings.
            """#),
        Mistake(
            "no action", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "then: [{remind: township_committee}]",
            to: "then: []",
            zh: #"""
            错误[S109]：列表是空的
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:47:11
               |
            47 |     then: []
               |           ^^
               |
               = 应为：处理：{处理: 谁}，可附加期限等

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no dimension", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    dimensions:\n      在岗: {weight: 40, measure: attendance.rate, full_at: 100%}\n      实绩: {weight: 40, scores: 实绩}\n      群众评价: {weight: 20, scores: 群众评价}\n",
            to: "    dimensions: {}\n",
            zh: #"""
            错误[S109]：映射是空的
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:25:17
               |
            25 |     dimensions: {}
               |                 ^^
               |
               = 应为：非空映射

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no row in the table", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "    table:\n      - {length: {at_most: 7 days}, approve: [township]}\n      - {length: {above: 7 days, at_most: 15 days}, approve: [county_office]}\n      - {length: {above: 15 days}, unit_level: city, approve: [city_office, sending_unit]}\n",
            to: "    table: []\n",
            zh: #"""
            错误[S109]：列表是空的
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:12
               |
            24 |     table: []
               |            ^^
               |
               = 应为：非空列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a day that does not exist in a head", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "    per: month\n    days",
            to: "    per: month\n    until: 2023-02-30\n    days",
            zh: #"""
            错误[S102]：读不懂“2023-02-30”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:14:12
               |
            14 |     until: 2023-02-30
               |            ^^^^^^^^^^
               |
               = 应为：日期，如 2023-07-01
               = 实为：2023-02-30

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a list for a note", in: "xiangyuan/2023-07-20-zhuanfa.yaml",
            from: "note: 转发晋巩固衔接组〔2023〕6号，没有另加规定",
            to: "note: [转发]",
            zh: #"""
            错误[S101]：这里不能写列表
             --> Profiles/xiangyuan/2023-07-20-zhuanfa.yaml:6:7
              |
            6 | note: [转发]
              |       ^^^^^^
              |
              = 应为：一段文字
              = 实为：列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an empty name", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "name: 年度量化考核",
            to: "name: \"\"",
            zh: #"""
            错误[S102]：这里没有写值
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:21:11
               |
            21 |     name: ""
               |           ^^
               |
               = 应为：一段文字

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: a value is missing here
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:21:11
               |
            21 |     name: ""
               |           ^^
               |
               = expected: text

            1 error, 0 warnings.
            """#),
    ]
}
