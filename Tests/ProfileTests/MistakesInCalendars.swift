extension Mistake {
    /// The holiday calendars beside the profiles.
    static let calendars: [Mistake] = [
        Mistake(
            "a day off that does not exist", in: "calendars/2023.yaml", of: "china",
            from: "off: [2023-04-05]",
            to: "off: [2023-04-31]",
            zh: #"""
            错误[S102]：读不懂“2023-04-31”
              --> Profiles/calendars/2023.yaml:15:11
               |
            15 |     off: [2023-04-31]
               |           ^^^^^^^^^^
               |
               = 应为：日期或日期范围，如 2023-10-01..2023-10-06
               = 实为：2023-04-31

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S102]: cannot read '2023-04-31'
              --> Profiles/calendars/2023.yaml:15:11
               |
            15 |     off: [2023-04-31]
               |           ^^^^^^^^^^
               |
               = expected: a date or a range such as 2023-10-01..2023-10-06
               = found: 2023-04-31

            1 error, 0 warnings.
            """#),
        Mistake(
            "a range backwards", in: "calendars/2023.yaml", of: "china",
            from: "2023-09-29..2023-10-06",
            to: "2023-10-06..2023-09-29",
            zh: #"""
            错误[S102]：读不懂“2023-10-06..2023-09-29”
              --> Profiles/calendars/2023.yaml:23:11
               |
            23 |     off: [2023-10-06..2023-09-29]
               |           ^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：日期或日期范围，如 2023-10-01..2023-10-06
               = 实为：2023-10-06..2023-09-29

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a misspelt key of a holiday", in: "calendars/2023.yaml", of: "china",
            from: "    work: [2023-10-07, 2023-10-08]",
            to: "    works: [2023-10-07, 2023-10-08]",
            zh: #"""
            错误[S106]：未知的设置“works”
              --> Profiles/calendars/2023.yaml:24:5
               |
            24 |     works: [2023-10-07, 2023-10-08]
               |     ^^^^^
               |
               = 应为：name、off、work
               = 实为：works
               = 建议：是不是“work”？

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S106]: unknown setting 'works'
              --> Profiles/calendars/2023.yaml:24:5
               |
            24 |     works: [2023-10-07, 2023-10-08]
               |     ^^^^^
               |
               = expected: name, off, work
               = found: works
               = help: did you mean 'work'?

            1 error, 0 warnings.
            """#),
        Mistake(
            "no year", in: "calendars/2023.yaml", of: "china",
            from: "year: 2023\n",
            to: "",
            zh: #"""
            错误[S105]：Profiles/calendars/2023.yaml 缺少设置“year”
             --> Profiles/calendars/2023.yaml:3:1
              |
            3 | notices:
              | ^^^^^^^^
              |
              = 应为：年份（1990–2200）
              = 建议：例如：year: 2023

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "the year of another file", in: "calendars/2023.yaml", of: "china",
            from: "year: 2023",
            to: "year: 2032",
            zh: #"""
            错误[P225]：年份与文件名“2023.yaml”不同
             --> Profiles/calendars/2023.yaml:3:7
              |
            3 | year: 2032
              |       ^^^^
              |
              = 应为：文件名以年份开头
              = 实为：2032

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P225]: the year is not the one in the file's name '2023.yaml'
             --> Profiles/calendars/2023.yaml:3:7
              |
            3 | year: 2032
              |       ^^^^
              |
              = expected: a file name that begins with the year
              = found: 2032

            1 error, 0 warnings.
            """#),
        Mistake(
            "a year in days", in: "calendars/2023.yaml", of: "china",
            from: "year: 2023",
            to: "year: 2023年",
            zh: #"""
            错误[S102]：读不懂“2023年”
             --> Profiles/calendars/2023.yaml:3:7
              |
            3 | year: 2023年
              |       ^^^^^^
              |
              = 应为：年份（1990–2200）
              = 实为：2023年

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "a day of another year", in: "calendars/2023.yaml", of: "china",
            from: "off: [2023-04-05]",
            to: "off: [2032-04-05]",
            zh: #"""
            错误[P226]：这一天不属于 2023 年的放假安排
              --> Profiles/calendars/2023.yaml:15:11
               |
            15 |     off: [2032-04-05]
               |           ^^^^^^^^^^
               |
               = 应为：2023 年的日期（可早至上年 12 月）
               = 实为：2032-04-05

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P226]: this day does not belong to the holidays of 2023
              --> Profiles/calendars/2023.yaml:15:11
               |
            15 |     off: [2032-04-05]
               |           ^^^^^^^^^^
               |
               = expected: a day of 2023, or of the December before
               = found: 2032-04-05

            1 error, 0 warnings.
            """#),
        Mistake(
            "a day off that is worked", in: "calendars/2023.yaml", of: "china",
            from: "work: [2023-10-07, 2023-10-08]",
            to: "work: [2023-10-06, 2023-10-08]",
            zh: #"""
            错误[P227]：2023-10-06 在日历中出现了两次
              --> Profiles/calendars/2023.yaml:24:12
               |
            24 |     work: [2023-10-06, 2023-10-08]
               |            ^^^^^^^^^^
               |
              ::: Profiles/calendars/2023.yaml:23:11
               |
            23 |     off: [2023-09-29..2023-10-06]
               |           ---------------------- 另一处

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[P227]: 2023-10-06 stands twice in the calendar
              --> Profiles/calendars/2023.yaml:24:12
               |
            24 |     work: [2023-10-06, 2023-10-08]
               |            ^^^^^^^^^^
               |
              ::: Profiles/calendars/2023.yaml:23:11
               |
            23 |     off: [2023-09-29..2023-10-06]
               |           ---------------------- the other place

            1 error, 0 warnings.
            """#),
        Mistake(
            "a worked range", in: "calendars/2023.yaml", of: "china",
            from: "work: [2023-10-07, 2023-10-08]",
            to: "work: [2023-10-07..2023-10-08]",
            zh: #"""
            错误[S102]：读不懂“2023-10-07..2023-10-08”
              --> Profiles/calendars/2023.yaml:24:12
               |
            24 |     work: [2023-10-07..2023-10-08]
               |            ^^^^^^^^^^^^^^^^^^^^^^
               |
               = 应为：日期，如 2023-07-01
               = 实为：2023-10-07..2023-10-08

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "no notice", in: "calendars/2023.yaml", of: "china",
            from: "notices:\n  - 国办发明电〔2022〕16号\n",
            to: "",
            zh: #"""
            错误[S105]：Profiles/calendars/2023.yaml 缺少设置“notices”
             --> Profiles/calendars/2023.yaml:3:1
              |
            3 | year: 2023
              | ^^^^^^^^^^
              |
              = 应为：一段文字（一个或列表）
              = 建议：例如：notices: 国办发明电〔2022〕16号

            共 1 处错误，0 处警告。
            """#,
            en: #"""
            error[S105]: Profiles/calendars/2023.yaml lacks the setting 'notices'
             --> Profiles/calendars/2023.yaml:3:1
              |
            3 | year: 2023
              | ^^^^^^^^^^
              |
              = expected: text, one or a list
              = help: for example: notices: 国办发明电〔2022〕16号

            1 error, 0 warnings.
            """#),
        Mistake(
            "a holiday without days", in: "calendars/2023.yaml", of: "china",
            from: "  - name: 清明节\n    off: [2023-04-05]\n",
            to: "  - name: 清明节\n",
            zh: #"""
            错误[S105]：Profiles/calendars/2023.yaml 缺少设置“off”
              --> Profiles/calendars/2023.yaml:14:5
               |
            14 |   - name: 清明节
               |     ^^^^^^^^^^^^
               |
               = 应为：日期或日期范围，如 2023-10-01..2023-10-06（一个或列表）
               = 建议：例如：off: 2023-10-01..2023-10-06

            共 1 处错误，0 处警告。
            """#),
        Mistake(
            "holidays that are a map", in: "calendars/2023.yaml", of: "china",
            from: "holidays:\n  - name: 元旦\n    off: [2022-12-31..2023-01-02]\n",
            to: "holidays:\n  name: 元旦\n  off: [2022-12-31..2023-01-02]\nfoo:\n",
            zh: #"""
            错误[S101]：这里不能写映射
             --> Profiles/calendars/2023.yaml:9:3
              |
            9 |   name: 元旦
              |   ^^^^^^^^^^
              |
              = 应为：非空列表
              = 实为：映射

            错误[S106]：未知的设置“foo”
              --> Profiles/calendars/2023.yaml:11:1
               |
            11 | foo:
               | ^^^
               |
               = 应为：year、notices、sources、holidays
               = 实为：foo

            共 2 处错误，0 处警告。
            """#),
    ]
}
