/// The registers of the villages, all open at once.
struct RegisterFiles {
    let households: SampleFile
    let workers: SampleFile
    let cases: SampleFile
    let problems: SampleFile
    let projects: SampleFile
    let posts: SampleFile
    let assets: SampleFile
    let loans: SampleFile
    let vacancies: SampleFile
    let amounts: SampleFile
    let commitments: SampleFile
    let plantings: SampleFile
    let activities: SampleFile
    let attestations: SampleFile
    let houses: SampleFile
    let departments: SampleFile
    let enterprises: SampleFile
    let officers: SampleFile
    let ranks: SampleFile
    let insurances: SampleFile

    init(_ folder: SampleFolder) throws(SampleError) {
        households = try SampleFile(
            .households, in: folder,
            header:
                "household,village,classes,members,labour,wants_work,income_per_head,schooling,insured,safe_housing,safe_water,needs_care,cared_for"
        )
        workers = try SampleFile(.workers, in: folder, header: "worker,household,works,stable,entitled")
        cases = try SampleFile(
            .cases, in: folder,
            header: "case,household,detected,identified,planned,measured,removed,measures,marked,removable")
        problems = try SampleFile(
            .problems, in: folder,
            header: "problem,village,area,matter,mode,urgency,source,found,responsible,standard,due,closed,answered")
        projects = try SampleFile(
            .projects, in: folder,
            header:
                "project,village,kind,investment,leader,goal,responsible,standard,start,due,accepted,watched,risk,reported"
        )
        posts = try SampleFile(
            .posts, in: folder, header: "post,village,holder,selection,roster,contract,pay_sheet,published")
        assets = try SampleFile(.assets, in: folder, header: "asset,village,kind,keeper,titled,lost,run_by")
        loans = try SampleFile(
            .loans, in: folder, header: "loan,household,applied,eligible,granted,amount,used_by_household,due,repaid")
        vacancies = try SampleFile(.vacancies, in: folder, header: "vacancy,village,unit,reason,arose,filled")
        amounts = try SampleFile(.amounts, in: folder, header: "subject,kind,date,amount,base")
        commitments = try SampleFile(.commitments, in: folder, header: "subject,kind,item,drawn_up,published")
        plantings = try SampleFile(.plantings, in: folder, header: "subject,kind,date,mu")
        activities = try SampleFile(
            .activities, in: folder, header: "activity,kind,date,period,subject,topic,level,hours,days,actors")
        attestations = try SampleFile(.attestations, in: folder, header: "provision,subject,period,verdict,by,date")
        houses = try SampleFile(
            .houses, in: folder, header: "house,household,approved,finished,subsidy_paid,old_removed")
        departments = try SampleFile(.departments, in: folder, header: "department,name,place,level,roles")
        enterprises = try SampleFile(
            .enterprises, in: folder,
            header: "enterprise,place,kind,workers,lifted_workers,entitled,benefits,opened,updated")
        officers = try SampleFile(.officers, in: folder, header: "officer,name,place,posts")
        ranks = try SampleFile(.ranks, in: folder, header: "rank,cadre,due,promoted")
        insurances = try SampleFile(.insurances, in: folder, header: "cadre,kind,from,to")
    }

    func finish() throws(SampleError) -> [(name: String, rows: Int)?] {
        try [
            households.finish(), workers.finish(), cases.finish(), problems.finish(), projects.finish(), posts.finish(),
            assets.finish(), loans.finish(),
            vacancies.finish(), amounts.finish(), commitments.finish(), plantings.finish(), activities.finish(),
            attestations.finish(), houses.finish(), departments.finish(), enterprises.finish(), officers.finish(),
            ranks.finish(), insurances.finish(),
        ]
    }
}
