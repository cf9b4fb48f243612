/// The files of a sample, all open at once.
struct SampleFiles {
    let units: SampleFile
    let villages: SampleFile
    let teams: SampleFile
    let cadres: SampleFile
    let postings: SampleFile
    let checkIns: SampleFile
    let leaves: SampleFile
    let scores: SampleFile
    let incidents: SampleFile
    let grades: SampleFile
    let polls: SampleFile

    init(_ folder: String) throws(SampleError) {
        units = try SampleFile("units.csv", in: folder, header: "unit,name,level,kind", lineEnd: "\r\n")
        villages = try SampleFile("villages.csv", in: folder, header: "village,name,kinds,lat,lng,radius_m", encoding: .gb18030)
        teams = try SampleFile("teams.csv", in: folder, header: "team,village,level,unit,batch")
        cadres = try SampleFile("cadres.csv", in: folder, header: "cadre,name,born,education,employment,party_member")
        postings = try SampleFile("postings.csv", in: folder, header: "cadre,team,village,role,unit,from,to,seconded")
        checkIns = try SampleFile("checkins.csv", in: folder, header: "cadre,time,lat,lng,accuracy_m,source")
        leaves = try SampleFile("leaves.csv", in: folder, header: "leave,cadre,type,from,to,status,approved_by,returned")
        scores = try SampleFile("scores.csv", in: folder, header: "subject,period,dimension,rater,score")
        incidents = try SampleFile("incidents.csv", in: folder, header: "incident,subject,date,kind,level,days")
        grades = try SampleFile("annual_grades.csv", in: folder, header: "cadre,year,grade")
        polls = try SampleFile("polls.csv", in: folder, header: "subject,date,kind,satisfied,asked")
    }

    /// Writes what is left of each; the files in order of their names.
    func finish() throws(SampleError) -> [(name: String, rows: Int)] {
        let files = try [
            units.finish(), villages.finish(), teams.finish(), cadres.finish(), postings.finish(), checkIns.finish(), leaves.finish(), scores.finish(),
            incidents.finish(), grades.finish(), polls.finish(),
        ]
        return files.sorted { $0.name < $1.name }
    }
}
