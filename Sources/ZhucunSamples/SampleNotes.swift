internal import CivilTime
internal import PolicyYAML

/// Says where the awkward cases of a sample are.
enum SampleNotes {
    static func note(
        _ unusual: AwkwardCase, _ plan: CadrePlan, leaves: [String], incidents: [String], _ world: SampleWorld
    ) -> Text {
        let cadre = plan.id
        let day = plan.unusualDay.description
        let leave = leaves.first ?? ""
        let span = plan.leaves.first?.days.description ?? day
        let happened = incidents.joined(separator: ", ")
        switch unusual {
        case .startsOnWednesday:
            return Text("\(cadre)：\(day)（星期三）到岗", "\(cadre): the posting starts on Wednesday \(day)")
        case .oneDayPosting: return Text("\(cadre)：只派驻 \(day) 一天", "\(cadre): a posting of one day, \(day)")
        case .movedBetweenVillages:
            let villages = plan.postings.map { world.village($0.village).code }.joined(separator: " → ")
            return Text(
                "\(cadre)：\(day) 后调村，\(villages)", "\(cadre): moves to another village after \(day), \(villages)")
        case .leaveAcrossMonths:
            return Text("\(leave)（\(cadre)）：跨月请假 \(span)", "\(leave) (\(cadre)): leave across two months, \(span)")
        case .leaveReturnedEarly:
            let returned = plan.leaves.first?.returned?.description ?? ""
            return Text("\(leave)（\(cadre)）：提前销假，\(returned) 返岗", "\(leave) (\(cadre)): returned early, on \(returned)")
        case .rejectedLeave:
            return Text("\(leave)（\(cadre)）：请假未批准，人在岗", "\(leave) (\(cadre)): leave rejected, the cadre was there")
        case .cancelledLeave:
            return Text("\(leave)（\(cadre)）：请假已撤销，人在岗", "\(leave) (\(cadre)): leave cancelled, the cadre was there")
        case .mediumLeaveRightApprover:
            return Text(
                "\(leave)（\(cadre)）：8–15 天，审批人正确", "\(leave) (\(cadre)): 8-15 days, approved by the right office")
        case .mediumLeaveWrongApprover:
            return Text(
                "\(leave)（\(cadre)）：8–15 天，审批人不对", "\(leave) (\(cadre)): 8-15 days, approved by the wrong office")
        case .longLeaveRightApprovers:
            return Text(
                "\(leave)（\(cadre)）：超过 15 天，市直单位，审批人正确",
                "\(leave) (\(cadre)): above 15 days, city unit, right approvers")
        case .longLeaveWrongApprover:
            return Text(
                "\(leave)（\(cadre)）：超过 15 天，市直单位，审批人不对", "\(leave) (\(cadre)): above 15 days, city unit, wrong approver"
            )
        case .officialTrip: return Text("\(leave)（\(cadre)）：公出 \(span)", "\(leave) (\(cadre)): official trip, \(span)")
        case .training: return Text("\(leave)（\(cadre)）：培训 \(span)", "\(leave) (\(cadre)): training, \(span)")
        case .nightsAfterMidnight:
            return Text("\(cadre)：夜间打卡都在零点之后", "\(cadre): all check-ins of the night are after midnight")
        case .justInsideFence: return Text("\(cadre)：\(day) 在围栏内 2 米", "\(cadre): 2 m inside the fence on \(day)")
        case .justOutsideFence: return Text("\(cadre)：\(day) 在围栏外 4 米", "\(cadre): 4 m outside the fence on \(day)")
        case .badAccuracy: return Text("\(cadre)：\(day) 定位误差 1500 米", "\(cadre): an accuracy of 1500 m on \(day)")
        case .checkInWithoutPlace:
            return Text("\(cadre)：\(day) 手机打卡没有位置", "\(cadre): check-ins from the app without a place on \(day)")
        case .offPostOnce: return Text("\(happened)（\(cadre)）：无故脱岗一次", "\(happened) (\(cadre)): off post once")
        case .offPostTwice: return Text("\(happened)（\(cadre)）：无故脱岗两次", "\(happened) (\(cadre)): off post twice")
        case .namedTwice: return Text("\(happened)（\(cadre)）：被通报两次", "\(happened) (\(cadre)): named in bulletins twice")
        case .interviewedTwice: return Text("\(happened)（\(cadre)）：被约谈两次", "\(happened) (\(cadre)): interviewed twice")
        case .selfCriticismAndAdmonition:
            return Text(
                "\(happened)（\(cadre)）：书面检查和诫勉谈话各一次", "\(happened) (\(cadre)): a self-criticism and an admonition")
        case .incompetentGrade: return Text("\(cadre)：年度考核不称职", "\(cadre): not competent in the annual assessment")
        case .lowPoll: return Text("\(cadre)：测评满意率低于 60%", "\(cadre): a poll below 60%")
        case .longAbsence:
            let days = plan.absence?.description ?? ""
            return Text("\(cadre)：无假离岗 \(days)", "\(cadre): away without leave \(days)")
        }
    }

    /// What is unusual of teams, townships, days and files.
    static func general(
        _ world: SampleWorld, _ span: SampleSpan, _ folder: SampleFolder, _ calendar: [String], incomplete: Period?
    ) -> [Text] {
        var notes: [Text] = []
        if world.cadreCount >= AwkwardCase.smallestCadres {
            let tied = AwkwardTeam.tied.map(world.teamID)
            if folder.asks(for: .scores) {
                notes.append(
                    Text(
                        "\(tied.joined(separator: "、"))：各项评分相同，全勤",
                        "\(tied.joined(separator: ", ")): all scores alike, always at their posts"))
            }
            if let incomplete, folder.asks(for: .scores) {
                let team = world.teamID(AwkwardTeam.withoutScore)
                notes.append(Text("\(team)：\(incomplete) 没有群众满意评分", "\(team): no villagers' score for \(incomplete)"))
            }
            let last = world.lastCounty.townships.upperBound - 1
            if world.lastCounty.hasVillages(last), folder.asks(for: .checkIns) {
                let township = "\(world.lastCounty.townshipCode(last)) \(world.townshipName(last))"
                let month = Period(containing: span.quietMonth.first, unit: .month).description
                notes.append(Text("\(township)：\(month) 没有打卡记录", "\(township): no check-ins kept in \(month)"))
            }
        }
        if !calendar.isEmpty {
            let days = calendar.joined(separator: ", ")
            notes.append(Text("法定节假日：\(days)", "public holidays: \(days)"))
        }
        if span.days != span.asked, folder.asks(for: .checkIns) {
            notes.append(Text("打卡记录补足首尾两周：\(span.days)", "check-ins go on to the ends of the weeks: \(span.days)"))
        }
        if folder.isAwkward, folder.asks(for: .checkIns) {
            notes.append(
                Text(
                    "checkins.csv 各人的行混在一起，CRLF 换行，每个字段加引号，时间为 UTC",
                    "checkins.csv has everybody's rows mixed, CRLF, every field quoted and times in UTC"))
        }
        notes.append(
            Text(
                "villages.csv 为 GB18030 编码；units.csv 为 CRLF 换行，单位名称含逗号和引号",
                "villages.csv is in GB18030; units.csv has CRLF and names with commas and quotes"))
        return notes
    }
}
