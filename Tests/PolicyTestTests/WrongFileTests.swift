internal import PolicyYAML
internal import Testing

/// What an office that writes a test gets wrong, told at its place.
struct WrongFileTests {
    @Test func anUnknownKey() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: 2023-07, expct: {verdict: met}, expect: {verdict: breached}}
            """)
        #expect(
            told == """
                error[V102]: a test has no 'expct' here
                 --> town/tests/cases.yaml:2:53
                  |
                2 | … {name: a, item: duties/training, unit: 2023-07, expct: {verdict: met}, expect: {verdict: breached}}
                  |                                                   ^^^^^
                  |
                  = expected: name, orders, item, unit, as_of, subject, given, expect
                  = found: expct
                  = help: did you mean 'expect'?

                1 error, 0 warnings.
                """)
    }

    @Test func anUnknownItem() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/trainings, unit: 2023-07, expect: {verdict: met}}
            """, .zh)
        #expect(
            told == """
                错误[V105]：配置“town”没有条款“duties/trainings”
                 --> town/tests/cases.yaml:2:21
                  |
                2 |   - {name: a, item: duties/trainings, unit: 2023-07, expect: {verdict: met}}
                  |                     ^^^^^^^^^^^^^^^^
                  |
                  = 应为：模块/条款，如 consequences/off-post
                  = 实为：duties/trainings
                  = 建议：是不是“duties/training”？

                共 1 处错误，0 处警告。
                """)
    }

    @Test func anotherUnit() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: 2023-W28, expect: {verdict: met}}
            """)
        #expect(
            told == """
                error[V106]: 'duties/training' is judged by the month, not in 2023-W28
                 --> town/tests/cases.yaml:2:44
                  |
                2 |   - {name: a, item: duties/training, unit: 2023-W28, expect: {verdict: met}}
                  |                                            ^^^^^^^^
                  |
                  = expected: a month, such as 2023-07
                  = found: 2023-W28

                1 error, 0 warnings.
                """)
    }

    @Test func anUnknownMeasure() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: 2023-07, expect: {don: 1}}
            """)
        #expect(
            told == """
                error[V107]: 'duties/training' has no measure 'don'
                 --> town/tests/cases.yaml:2:62
                  |
                2 |   - {name: a, item: duties/training, unit: 2023-07, expect: {don: 1}}
                  |                                                              ^^^
                  |
                  = expected: verdict, actions, done, asked, outcome
                  = found: don
                  = help: did you mean 'done'?

                1 error, 0 warnings.
                """)
    }

    @Test func anUnknownKind() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: 2023-07, given: {records: {activites: []}}, expect: {verdict: met}}
            """)
        #expect(
            told.hasPrefix(
                """
                error[V110]: there is no kind of record named 'activites'
                 --> town/tests/cases.yaml:2:71
                  |
                2 | … a, item: duties/training, unit: 2023-07, given: {records: {activites: []}}, expect: {verdict: met}}
                  |                                                              ^^^^^^^^^
                  |
                  = expected: unit, village, team, cadre,
                """))
    }

    @Test func anUnknownColumn() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: 2023-07, given: {records: {activity: [{king: training}]}}, expect: {verdict: met}}
            """)
        #expect(
            told == """
                error[V111]: activity has no column 'king'
                 --> town/tests/cases.yaml:2:83
                  |
                2 | …s/training, unit: 2023-07, given: {records: {activity: [{king: training}]}}, expect: {verdict: met}}
                  |                                                           ^^^^
                  |
                  = expected: activity, kind, date, period, subject, actors, level, topic, hours, days, to, of, count
                  = found: king
                  = help: did you mean 'kind'?

                1 error, 0 warnings.
                """)
    }

    @Test func aBadRowAtTheTestsOwnPlace() throws {
        let told = try Bench.wrong(
            """
            tests:
              - name: a
                item: duties/training
                unit: 2023-07
                given:
                  cadre: {role: membr}
                  records:
                    activity:
                      - {kind: training, date: 2023-02-30}
                      - {kind: training, hours: 很多}
                      - {kind: training, subject: T7}
                expect: {verdict: met}
            """)
        #expect(
            told == """
                error[V112]: 'role' cannot be 'membr'
                 --> town/tests/cases.yaml:6:21
                  |
                6 |       cadre: {role: membr}
                  |                     ^^^^^
                  |
                  = expected: member, leader
                  = found: membr
                  = help: did you mean 'member'?

                error[V112]: 'date' cannot be '2023-02-30'
                 --> town/tests/cases.yaml:9:36
                  |
                9 |           - {kind: training, date: 2023-02-30}
                  |                                    ^^^^^^^^^^
                  |
                  = expected: a date such as 2023-07-01, 2023/7/1 or 2023年7月1日
                  = found: 2023-02-30

                error[V112]: 'hours' cannot be '很多'
                  --> town/tests/cases.yaml:10:37
                   |
                10 |           - {kind: training, hours: 很多}
                   |                                     ^^^^
                   |
                   = expected: a number (hours)
                   = found: 很多

                error[V112]: 'T7' in 'subject' does not exist
                  --> town/tests/cases.yaml:11:39
                   |
                11 |           - {kind: training, subject: T7}
                   |                                       ^^
                   |
                   = expected: the identifier of a cadre, team, village, unit or other subject
                   = found: T7

                4 errors, 0 warnings.
                """)
    }

    @Test func aMarkThatIsNone() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: 2023-07, given: {cadre: {days: {2023-07-03: PPQ}}}, expect: {verdict: met}}
            """)
        #expect(
            told == """
                error[V113]: there is no mark 'Q'
                 --> town/tests/cases.yaml:2:88
                  |
                2 | …: duties/training, unit: 2023-07, given: {cadre: {days: {2023-07-03: PPQ}}}, expect: {verdict: met}}
                  |                                                                       ^^^
                  |
                  = expected: P there day and night, D by day, N by night, E there day and night, . absent, L personal leave, O official errand, T training, S sick leave
                  = found: Q

                1 error, 0 warnings.
                """)
    }

    @Test func severalInOneRun() throws {
        let told = try Bench.wrong(
            """
            tests:
              - {name: a, item: duties/training, unit: July, expect: {verdict: good}}
              - {name: a, item: duties/training, unit: 2023-07}
            """)
        #expect(
            told == """
                error[V104]: cannot read 'July'
                 --> town/tests/cases.yaml:2:44
                  |
                2 |   - {name: a, item: duties/training, unit: July, expect: {verdict: good}}
                  |                                            ^^^^
                  |
                  = expected: a unit such as 2023-W28, 2023-07, 2023-Q3
                  = found: July

                error[V103]: the test lacks 'expect'
                 --> town/tests/cases.yaml:3:5
                  |
                3 |   - {name: a, item: duties/training, unit: 2023-07}
                  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  |
                  = expected: what must come out, such as {verdict: met}

                error[V117]: two tests have the same name
                 --> town/tests/cases.yaml:3:12
                  |
                3 |   - {name: a, item: duties/training, unit: 2023-07}
                  |            ^
                  |
                 ::: town/tests/cases.yaml:2:12
                  |
                2 |   - {name: a, item: duties/training, unit: July, expect: {verdict: good}}
                  |            - the other

                3 errors, 0 warnings.
                """)
    }
}
