extension Mistake {
    /// Conditions, filters and references to measures.
    static let conditions: [Mistake] = [
        Mistake(
            "an unknown kind of record", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{incident: {kind: unfit}}",
            to: "{incidnt: {kind: unfit}}",
            zh: #"""
            错误[C407]：没有名为“incidnt”的记录种类
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:20
               |
            50 |     when: {count: {incidnt: {kind: unfit}}, within: term, at_least: 1}
               |                    ^^^^^^^
               |
               = 应为：incident 等 21 个名称之一
               = 实为：incidnt
               = 建议：是不是“incident”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C407]: there is no kind of record named 'incidnt'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:20
               |
            50 |     when: {count: {incidnt: {kind: unfit}}, within: term, at_least: 1}
               |                    ^^^^^^^
               |
               = expected: incident, or another of 21 names
               = found: incidnt
               = help: did you mean 'incident'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "an unknown field of a record", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{incident: {kind: unfit}}",
            to: "{incident: {kinds: unfit}}",
            zh: #"""
            错误[C401]：incident 没有字段“kinds”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:31
               |
            50 |     when: {count: {incident: {kinds: unfit}}, within: term, at_least: 1}
               |                               ^^^^^
               |
               = 应为：incident、subject、date、kind、level、days
               = 实为：kinds
               = 建议：是不是“kind”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C401]: incident has no field 'kinds'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:31
               |
            50 |     when: {count: {incident: {kinds: unfit}}, within: term, at_least: 1}
               |                               ^^^^^
               |
               = expected: incident, subject, date, kind, level, days
               = found: kinds
               = help: did you mean 'kind'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a kind that cannot be counted", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{incident: {kind: unfit}}",
            to: "{checkin: all}",
            zh: #"""
            错误[C408]：“checkin”不能按对象计数
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:20
               |
            50 |     when: {count: {checkin: all}, within: term, at_least: 1}
               |                    ^^^^^^^
               |
               = 应为：activity、amount、annual_grade、asset、attestation、case、commitment、household、incident、leave、loan、planting、poll、post、posting、problem、project、score、team、vacancy、worker
               = 实为：checkin

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C408]: 'checkin' cannot be counted by subject
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:20
               |
            50 |     when: {count: {checkin: all}, within: term, at_least: 1}
               |                    ^^^^^^^
               |
               = expected: activity, amount, annual_grade, asset, attestation, case, commitment, household, incident, leave, loan, planting, poll, post, posting, problem, project, score, team, vacancy, worker
               = found: checkin

            1 error, 0 warnings.
            """#),
        Mistake(
            "no comparison", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term}",
            zh: #"""
            错误[C409]：没有写怎样比较
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:11
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term}
               |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：at_least、at_most、above、below、equals、in

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C409]: it does not say how to compare
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:11
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term}
               |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = expected: at_least, at_most, above, below, equals, in

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt comparison", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, at_last: 1}",
            zh: #"""
            错误[S106]：未知的设置“at_last”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:60
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_last: 1}
               |                                                            ^^^^^^^
               |
               = 应为：count、within、distinct、consecutive、disagreeing、at_least、at_most、above、below、equals、in
               = 实为：at_last
               = 建议：是不是“at_least”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S106]: unknown setting 'at_last'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:60
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_last: 1}
               |                                                            ^^^^^^^
               |
               = expected: count, within, distinct, consecutive, disagreeing, at_least, at_most, above, below, equals, in
               = found: at_last
               = help: did you mean 'at_least'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt window", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: trem, at_least: 1}",
            zh: #"""
            错误[S102]：读不懂“trem”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:54
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: trem, at_least: 1}
               |                                                      ^^^^
               |
               = 应为：时间范围：year、month、term、12 months、3 years before term 等
               = 实为：trem
               = 建议：是不是“term”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: cannot read 'trem'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:54
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: trem, at_least: 1}
               |                                                      ^^^^
               |
               = expected: a window: year, month, term, 12 months, 3 years before term and the like
               = found: trem
               = help: did you mean 'term'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a window without its unit", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: 12, at_least: 1}",
            zh: #"""
            错误[S102]：读不懂“12”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:54
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: 12, at_least: 1}
               |                                                      ^^
               |
               = 应为：时间范围：year、month、term、12 months、3 years before term 等
               = 实为：12

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "two forms in a condition", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, any: [{count: {incident: all}, at_least: 1}], at_least: 1}",
            zh: #"""
            错误[C406]：一个条件只能有一种写法，这里有 count、any
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:11
               |
            50 |     when: {count: {incident: {kind: unfit}}, any: [{count: {incident: all}, at_least: 1}], at_least:…
               |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 建议：用 all 或 any 把它们并起来

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C406]: a condition has one form, here are count, any
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:11
               |
            50 |     when: {count: {incident: {kind: unfit}}, any: [{count: {incident: all}, at_least: 1}], at_least:…
               |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: join them with all or any

            1 error, 0 warnings.
            """#),
        Mistake(
            "a misspelt form", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {cuont: {incident: {kind: unfit}}, within: term, at_least: 1}",
            zh: #"""
            错误[S106]：未知的设置“cuont”
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:12
               |
            50 |     when: {cuont: {incident: {kind: unfit}}, within: term, at_least: 1}
               |            ^^^^^
               |
               = 应为：all、any、not、measure、count、field、sum
               = 实为：cuont
               = 建议：是不是“count”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a condition that is a text", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: unfit",
            zh: #"""
            错误[S101]：这里不能写文本
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:11
               |
            50 |     when: unfit
               |           ^^^^^
               |
               = 应为：条件：all、any、not、measure、count、sum 或 field
               = 实为：文本

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no condition among any", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "      any:\n        - {count: {incident: {kind: discipline}}, within: term, at_least: 1}\n        - {count: {annual_grade: {grade: 不称职}}, within: term, at_least: 1}",
            to: "      any: []",
            zh: #"""
            错误[S109]：列表是空的
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:59:12
               |
            59 |       any: []
               |            ^^
               |
               = 应为：条件的列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "always true: at least nothing", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 0}",
            zh: #"""
            错误[C404]：“at_least: 0”总是成立
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:70
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 0}
               |                                                                      ^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C404]: 'at_least: 0' always holds
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:70
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 0}
               |                                                                      ^

            1 error, 0 warnings.
            """#),
        Mistake(
            "never true: below nothing", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, below: 0}",
            zh: #"""
            错误[C403]：“below: 0”永远不会成立
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:67
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, below: 0}
               |                                                                   ^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C403]: 'below: 0' can never hold
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:67
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, below: 0}
               |                                                                   ^

            1 error, 0 warnings.
            """#),
        Mistake(
            "always true: at most everything", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{satisfaction: {below: 60%}}",
            to: "{satisfaction: {at_most: 100%}}",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[C404]：“at_most: 100%”总是成立
               --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:139:51
                |
            139 |     when: {count: {poll: {satisfaction: {at_most: 100%}}}, within: year, at_least: 1}
                |                                                   ^^^^

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "never true: above everything", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{satisfaction: {below: 60%}}",
            to: "{satisfaction: {above: 100%}}",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[C403]：“above: 100%”永远不会成立
               --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:139:49
                |
            139 |     when: {count: {poll: {satisfaction: {above: 100%}}}, within: year, at_least: 1}
                |                                                 ^^^^

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "never true: half an incident", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, equals: 1.5}",
            zh: #"""
            错误[C403]：“equals: 1.5”永远不会成立
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:68
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, equals: 1.5}
               |                                                                    ^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C403]: 'equals: 1.5' can never hold
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:68
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, equals: 1.5}
               |                                                                    ^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "bounds that cross", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 3, at_most: 2}",
            zh: #"""
            错误[C405]：下限高于上限，永远不会成立
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:70
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 3, at_most: 2}
               |                                                                      ^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:82
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 3, at_most: 2}
               |                                                                                  - 上限

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C405]: the lower bound is above the upper one: it can never hold
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:70
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 3, at_most: 2}
               |                                                                      ^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:82
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 3, at_most: 2}
               |                                                                                  - the upper bound

            1 error, 0 warnings.
            """#),
        Mistake(
            "days for a count", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1 day}",
            zh: #"""
            错误[S103]：“1 day”的单位不对
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:70
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, at_least: 1 day}
               |                                                                      ^^^^^
               |
               = 应为：次数
               = 实为：天数

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a number for a share", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{satisfaction: {below: 60%}}",
            to: "{satisfaction: {below: 60}}",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[S103]：“60”的单位不对
               --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:139:49
                |
            139 |     when: {count: {poll: {satisfaction: {below: 60}}}, within: year, at_least: 1}
                |                                                 ^^
                |
                = 应为：比例
                = 实为：没有单位的数

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a comparison of a word", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "{incident: {kind: unfit}}",
            to: "{incident: {kind: {above: unfit}}}",
            zh: #"""
            错误[C402]：名称不能用“above”比较
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:38
               |
            50 |     when: {count: {incident: {kind: {above: unfit}}}, within: term, at_least: 1}
               |                                      ^^^^^
               |
               = 应为：一个值，或值的列表

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C402]: a name cannot be compared with 'above'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:38
               |
            50 |     when: {count: {incident: {kind: {above: unfit}}}, within: term, at_least: 1}
               |                                      ^^^^^
               |
               = expected: a value, or a list of values

            1 error, 0 warnings.
            """#),
        Mistake(
            "an unknown comparison in a filter", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "{satisfaction: {below: 60%}}",
            to: "{satisfaction: {under: 60%}}",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[S108]：这里不能是“under”
               --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:139:42
                |
            139 |     when: {count: {poll: {satisfaction: {under: 60%}}}, within: year, at_least: 1}
                |                                          ^^^^^
                |
                = 应为：at_least、at_most、above、below、equals、in
                = 实为：under

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an empty list of values", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, in: []}",
            zh: #"""
            错误[S109]：列表是空的
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:64
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, in: []}
               |                                                                ^^
               |
               = 应为：值的列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an unknown measure", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "measure: attendance.rate, full_at",
            to: "measure: attendance.rat, full_at",
            zh: #"""
            错误[C410]：没有名为“attendance.rat”的指标
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:33
               |
            26 |       在岗: {weight: 40, measure: attendance.rat, full_at: 100%}
               |                                   ^^^^^^^^^^^^^^
               |
               = 应为：attendance.absence.days、attendance.absence.longest_run、attendance.countable_days、attendance.days_on_post、attendance.excused_days、attendance.night_rate、attendance.nights、attendance.rate、attendance.required_days、attendance.required_nights、attendance.shortfall、attendance.three-in-village、attendance.three-in-village.absence.days、attendance.three-in-village.absence.longest_run、attendance.three-in-village.countable_days、attendance.three-in-village.days_on_post、attendance.three-in-village.excused_days、attendance.three-in-village.night_rate、attendance.three-in-village.nights、attendance.three-in-village.rate、attendance.three-in-village.required_days、attendance.three-in-village.required_nights、attendance.three-in-village.shortfall
               = 实为：attendance.rat
               = 建议：是不是“attendance.rate”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C410]: there is no measure named 'attendance.rat'
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:26:33
               |
            26 |       在岗: {weight: 40, measure: attendance.rat, full_at: 100%}
               |                                   ^^^^^^^^^^^^^^
               |
               = expected: attendance.absence.days, attendance.absence.longest_run, attendance.countable_days, attendance.days_on_post, attendance.excused_days, attendance.night_rate, attendance.nights, attendance.rate, attendance.required_days, attendance.required_nights, attendance.shortfall, attendance.three-in-village, attendance.three-in-village.absence.days, attendance.three-in-village.absence.longest_run, attendance.three-in-village.countable_days, attendance.three-in-village.days_on_post, attendance.three-in-village.excused_days, attendance.three-in-village.night_rate, attendance.three-in-village.nights, attendance.three-in-village.rate, attendance.three-in-village.required_days, attendance.three-in-village.required_nights, attendance.three-in-village.shortfall
               = found: attendance.rat
               = help: did you mean 'attendance.rate'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "an unknown measure in an older edition", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "tie_break: [attendance.rate]",
            to: "tie_break: [attendance.rates]",
            zh: #"""
            错误[C410]：没有名为“attendance.rates”的指标
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:49:17
               |
            49 |     tie_break: [attendance.rates]
               |                 ^^^^^^^^^^^^^^^^
               |
               = 应为：attendance.absence.days、attendance.absence.longest_run、attendance.countable_days、attendance.days_on_post、attendance.excused_days、attendance.five-days-four-nights、attendance.five-days-four-nights.absence.days、attendance.five-days-four-nights.absence.longest_run、attendance.five-days-four-nights.countable_days、attendance.five-days-four-nights.days_on_post、attendance.five-days-four-nights.excused_days、attendance.five-days-four-nights.night_rate、attendance.five-days-four-nights.nights、attendance.five-days-four-nights.rate、attendance.five-days-four-nights.required_days、attendance.five-days-four-nights.required_nights、attendance.five-days-four-nights.shortfall、attendance.night_rate、attendance.nights、attendance.rate、attendance.required_days、attendance.required_nights、attendance.shortfall
               = 实为：attendance.rates
               = 建议：是不是“attendance.rate”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "an ambiguous measure", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "by: scoring.month-score\n    within: township",
            to: "by: scoring.total\n    within: township",
            zh: #"""
            错误[C411]：“scoring.total”可以指多个条款的指标
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:31:9
               |
            31 |     by: scoring.total
               |         ^^^^^^^^^^^^^
               |
               = 应为：scoring.annual-basis.total、scoring.month-score.total、scoring.quarter-score.total
               = 建议：写全名

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C411]: 'scoring.total' may be a measure of several provisions
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:31:9
               |
            31 |     by: scoring.total
               |         ^^^^^^^^^^^^^
               |
               = expected: scoring.annual-basis.total, scoring.month-score.total, scoring.quarter-score.total
               = help: write the full name

            1 error, 0 warnings.
            """#),
        Mistake(
            "a measure of another subject", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "  - id: month-township\n    name: 月考核乡镇排队\n    clause: 附件3 三（五）\n    for: {cadre: {role: [first_secretary, team_leader, member]}}",
            to: "  - id: month-township\n    name: 月考核乡镇排队\n    clause: 附件3 三（五）\n    for: {team: all}",
            zh: #"""
            错误[C412]：“scoring.month-score”说的是驻村干部，而这一条说的是驻村工作队
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:31:9
               |
            31 |     by: scoring.month-score
               |         ^^^^^^^^^^^^^^^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C412]: 'scoring.month-score' is about a cadre, this provision about a team
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:31:9
               |
            31 |     by: scoring.month-score
               |         ^^^^^^^^^^^^^^^^^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "a measure of itself", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "实绩: {weight: 40, scores: 实绩}",
            to: "实绩: {weight: 40, measure: scoring.annual-score, full_at: 100}",
            zh: #"""
            错误[C414]：指标互相依赖成环：scoring/annual-score → scoring/annual-score
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:33
               |
            27 |       实绩: {weight: 40, measure: scoring.annual-score, full_at: 100}
               |                                   ^^^^^^^^^^^^^^^^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C414]: measures depend on each other in a circle: scoring/annual-score → scoring/annual-score
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:27:33
               |
            27 |       实绩: {weight: 40, measure: scoring.annual-score, full_at: 100}
               |                                   ^^^^^^^^^^^^^^^^^^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "measures in a circle", in: "shanxi/2021-10-19-liuhua-shidaowei.yaml",
            from: "学习: {weight: 20, scores: 学习}",
            to: "学习: {weight: 20, measure: scoring.annual-basis, full_at: 100}",
            zh: #"""
            错误[C414]：指标互相依赖成环：scoring/annual-basis → scoring/quarter-score → scoring/annual-basis
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:24:33
               |
            24 |       学习: {weight: 20, measure: scoring.annual-basis, full_at: 100}
               |                                   ^^^^^^^^^^^^^^^^^^^^

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C414]: measures depend on each other in a circle: scoring/annual-basis → scoring/quarter-score → scoring/annual-basis
              --> Profiles/shanxi/2021-10-19-liuhua-shidaowei.yaml:24:33
               |
            24 |       学习: {weight: 20, measure: scoring.annual-basis, full_at: 100}
               |                                   ^^^^^^^^^^^^^^^^^^^^

            1 error, 0 warnings.
            """#),
        Mistake(
            "a name compared with above", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 2}",
            to: "{measure: ranking.quarter-bands.band, above: 一般}",
            zh: #"""
            错误[C402]：名称不能用“above”比较
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:56
               |
            66 |         - {measure: ranking.quarter-bands.band, above: 一般}
               |                                                        ^^^^
               |
               = 应为：equals 或 in

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C402]: a name cannot be compared with 'above'
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:56
               |
            66 |         - {measure: ranking.quarter-bands.band, above: 一般}
               |                                                        ^^^^
               |
               = expected: equals or in

            1 error, 0 warnings.
            """#),
        Mistake(
            "a band that does not exist", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 2}",
            to: "{measure: ranking.quarter-bands.band, equals: 较差}",
            zh: #"""
            错误[S108]：这里不能是“较差”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:57
               |
            66 |         - {measure: ranking.quarter-bands.band, equals: 较差}
               |                                                         ^^^^
               |
               = 应为：好、较好、一般
               = 实为：较差
               = 建议：是不是“较好”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S108]: '较差' cannot stand here
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:57
               |
            66 |         - {measure: ranking.quarter-bands.band, equals: 较差}
               |                                                         ^^^^
               |
               = expected: 好, 较好, 一般
               = found: 较差
               = help: did you mean '较好'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "a measure compared in another unit", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 2}",
            to: "{measure: ranking.month-county.position_from_end, at_most: 10 places}",
            zh: #"""
            错误[S103]：“10 places”的单位不对
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:70
               |
            66 |         - {measure: ranking.month-county.position_from_end, at_most: 10 places}
               |                                                                      ^^^^^^^^^
               |
               = 应为：比例
               = 实为：名次

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "once running", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 2}",
            to: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 1}",
            zh: #"""
            错误[S102]：读不懂“1”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:88
               |
            66 |         - {measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 1}
               |                                                                                        ^
               |
               = 应为：次数（2–60 的整数）
               = 实为：1

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a measure that is a list", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 2}",
            to: "{measure: [ranking.month-county.position_from_end], at_most: 10%}",
            zh: #"""
            错误[S101]：这里不能写列表
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:21
               |
            66 |         - {measure: [ranking.month-county.position_from_end], at_most: 10%}
               |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：指标名称
               = 实为：列表

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt key of a test", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutive: 2}",
            to: "{measure: ranking.month-county.position_from_end, at_most: 10%, consecutve: 2}",
            zh: #"""
            错误[S106]：未知的设置“consecutve”
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:66:75
               |
            66 |         - {measure: ranking.month-county.position_from_end, at_most: 10%, consecutve: 2}
               |                                                                           ^^^^^^^^^^
               |
               = 应为：measure、within、consecutive、at_least、at_most、above、below、equals、in
               = 实为：consecutve
               = 建议：是不是“consecutive”？

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "days short of absence compared with points", in: "linfen/2018-07-05-xuanpai-guanli.yaml",
            from: "longest_run, within: year, above: 15 days}",
            to: "longest_run, within: year, above: 15 points}",
            zh: #"""
            说明[L101]：中央、省、县、乡镇派出的干部请假 16 天以上，表中没有批准人
              --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:24:5
               |
            24 |     table:
               |     ^^^^^

            错误[S103]：“15 points”的单位不对
               --> Profiles/linfen/2018-07-05-xuanpai-guanli.yaml:117:91
                |
            117 |         - {measure: attendance.log-and-register.absence.longest_run, within: year, above: 15 points}
                |                                                                                           ^^^^^^^^^
                |
                = 应为：天数
                = 实为：分数

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "equal to what is out of bounds", in: "chongqing/2023-08-28-sida-xingdong.yaml",
            from: "when: {count: {incident: {kind: unfit}}, within: term, at_least: 1}",
            to: "when: {count: {incident: {kind: unfit}}, within: term, equals: 5, below: 3}",
            zh: #"""
            错误[C405]：下限高于上限，永远不会成立
              --> Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:68
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, equals: 5, below: 3}
               |                                                                    ^
               |
              ::: Profiles/chongqing/2023-08-28-sida-xingdong.yaml:50:78
               |
            50 |     when: {count: {incident: {kind: unfit}}, within: term, equals: 5, below: 3}
               |                                                                              - 上限

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "running without a unit", in: "shanxi/2023-07-11-zhenbang-shifu.yaml",
            from: "{count: {incident: {kind: off_post}}, within: year, at_least: 2}",
            to: "{measure: consequences.off-post-first, at_least: 1, consecutive: 2}",
            zh: #"""
            错误[C416]：“consequences.off-post-first”不按时间单位判断，不能连续计次
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:53:21
               |
            53 |     when: {measure: consequences.off-post-first, at_least: 1, consecutive: 2}
               |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = 建议：在 consequences/off-post-first 写明 per，或去掉 consecutive

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[C416]: 'consequences.off-post-first' is not judged by units of time, so none run on
              --> Profiles/shanxi/2023-07-11-zhenbang-shifu.yaml:53:21
               |
            53 |     when: {measure: consequences.off-post-first, at_least: 1, consecutive: 2}
               |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
               |
               = help: give consequences/off-post-first a per, or leave consecutive out

            1 error, 0 warnings.
            """#),
    ]
}
