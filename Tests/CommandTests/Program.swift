internal import Foundation
internal import Glibc
internal import ZhucunTesting

/// The program itself, run by a shell as a user runs it.
enum Program {
    struct Result: Equatable {
        let code: Int32
        let output: String
        let error: String
    }

    static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "zhucun").path
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        .path

    /// `arguments`: as they stand on a command line, below the repository; `around`: a shell's command with `$zhucun` in it.
    static func run(_ arguments: String, around command: String = "$zhucun") throws -> Result {
        let folder = try ScratchFolder()
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.currentDirectoryURL = URL(filePath: repository)
        process.arguments = ["-c", "zhucun='\(path) \(arguments)'; \(command)"]
        let output = try FileHandle(forWritingTo: URL(filePath: try folder.write("", to: "out")))
        let error = try FileHandle(forWritingTo: URL(filePath: try folder.write("", to: "error")))
        process.standardOutput = output
        process.standardError = error
        try process.run()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: text(folder.path + "/out") ?? "",
            error: text(folder.path + "/error") ?? "")
    }

    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// One cadre, one week.
    static func county() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for (name, text) in [
            "units.csv": "unit,name,level,kind\nU1,单位,county,government\n",
            "villages.csv": "village,name,kinds,lat,lng,radius_m\n140622100201,村,,39.5,113.2,500\n",
            "teams.csv": "team,village,level,unit,batch\nT1,140622100201,county,U1,1\n",
            "cadres.csv":
                "cadre,name,born,education,employment,party_member\nC1,张三,1980-01-01,bachelor,civil_servant,true\n",
            "postings.csv":
                "cadre,team,village,role,unit,from,to,seconded\nC1,T1,140622100201,member,U1,2023-07-03,,false\n",
            "checkins.csv": "cadre,time,lat,lng,accuracy_m,source\nC1,2023-07-24T08:00:00+08:00,,,,register\n",
        ] {
            try folder.write(text, to: "records/" + name)
        }
        return folder
    }
}
