/// The files of a sample but for check-ins and registers, all open at once.
struct SampleFiles {
    let divisions: SampleFile
    let units: SampleFile
    let villages: SampleFile
    let teams: SampleFile
    let cadres: SampleFile
    let postings: SampleFile
    let leaves: SampleFile
    let scores: SampleFile
    let incidents: SampleFile
    let grades: SampleFile
    let polls: SampleFile

    init(_ folder: SampleFolder) throws(SampleError) {
        divisions = try SampleFile(.divisions, in: folder, header: "division,name")
        units = try SampleFile(.units, in: folder, header: "unit,name,level,kind", lineEnd: "\r\n")
        villages = try SampleFile(
            .villages, in: folder, header: "village,name,kinds,lat,lng,radius_m", encoding: .gb18030)
        teams = try SampleFile(.teams, in: folder, header: "team,village,level,unit,batch")
        cadres = try SampleFile(.cadres, in: folder, header: "cadre,name,born,education,employment,party_member")
        postings = try SampleFile(.postings, in: folder, header: "cadre,team,village,role,unit,from,to,seconded")
        leaves = try SampleFile(
            .leaves, in: folder, header: "leave,cadre,type,from,to,status,approved_by,requested_on,approved_on,returned"
        )
        scores = try SampleFile(.scores, in: folder, header: "subject,period,dimension,rater,score")
        incidents = try SampleFile(.incidents, in: folder, header: "incident,subject,date,kind,level,days")
        grades = try SampleFile(.grades, in: folder, header: "cadre,year,grade")
        polls = try SampleFile(.polls, in: folder, header: "subject,date,kind,satisfied,asked")
    }

    /// Writes what is left of each.
    func finish() throws(SampleError) -> [(name: String, rows: Int)?] {
        try [
            divisions.finish(), units.finish(), villages.finish(), teams.finish(), cadres.finish(), postings.finish(),
            leaves.finish(),
            scores.finish(), incidents.finish(),
            grades.finish(), polls.finish(),
        ]
    }
}
