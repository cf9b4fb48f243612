public import ArgumentParser
import CivilTime
import Glibc
public import PolicyYAML
import ZhucunKernel

/// Where profiles are and in what language to speak: every command has these.
struct CommonOptions: ParsableArguments {
    @Option(
        help:
            "政策配置文件夹，或文件夹@版本（git） Folder of profiles (default: Profiles here or beside the program), or DIR@REV: as it was in a revision of git."
    )
    var profiles: String?

    @Option(help: "输出语言 Language of what is printed: zh or en.")
    var language: Language = .zh

    var store: ProfileStore {
        get throws { ProfileStore(try source) }
    }

    /// Of the register of what documents order, an assessment needs the names alone.
    var storeWithoutRegister: ProfileStore {
        get throws { ProfileStore(try source, register: .names) }
    }

    var assessor: Assessor {
        get throws { Assessor(store: try storeWithoutRegister, plugins: registry) }
    }

    /// A folder, or a folder as it was in a revision.
    private var source: any ProfileSource {
        get throws {
            guard let revision = GitRevision(folder) else { return FolderSource(folder) }
            do throws(GitProblem) {
                return try revision.source()
            } catch {
                try Speaker(language).stop(error.diagnostic)
            }
        }
    }

    var folder: String { profiles ?? CommonOptions.defaultFolder() }

    var registry: PluginRegistry { ZhucunCommand.registry }

    /// `Profiles` in this folder, or in one above the program.
    private static func defaultFolder() -> String {
        var folder = programPath()
        while let slash = folder.lastIndex(of: "/") {
            if access("Profiles", R_OK) == 0 { return "Profiles" }
            folder = String(folder[..<slash])
            if access(folder + "/Profiles", R_OK) == 0 { return folder + "/Profiles" }
        }
        return "Profiles"
    }

    private static func programPath() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { $0.baseAddress.map { readlink("/proc/self/exe", $0, 4096) } ?? 0 }
        return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    }
}

extension Language: ExpressibleByArgument {}

/// The formats of what is neither a report nor a document.
struct FormatOption: ParsableArguments {
    @Option(help: "输出格式 Format: text or json.")
    var format: String = "text"

    var isJSON: Bool { format == "json" }

    /// Refuses what is no format.
    func speaker(_ language: Language) throws -> Speaker {
        let speaker = Speaker(language, asJSON: isJSON)
        guard ["text", "json"].contains(format) else {
            try speaker.stop(Diagnostic.unknownFormat(format, ["text", "json"]))
        }
        return speaker
    }
}

/// How many things are done at once.
struct JobCount: ExpressibleByArgument {
    static let most = 1024
    let number: Int
    var defaultValueDescription: String { "\(number)" }

    init(_ number: Int) { self.number = number }

    init?(argument: String) {
        guard let number = Int(argument), 1...JobCount.most ~= number else { return nil }
        self.number = number
    }
}

/// How a command ends, as documented.
enum Exit {
    static let profile = ExitCode(1)
    static let records = ExitCode(2)
    static let nothing = ExitCode(3)
    static let file = ExitCode(4)
    static let usage = ExitCode(64)
    /// As EX_SOFTWARE of sysexits.h.
    static let module = ExitCode(70)

    private static let fileCodes: Set = [
        "Y001", "R301", "R302", "S901", "S902", "S903", "J104", "W801", "W802", "W803", "W804", "W805", "W806",
    ]

    /// The code for what was found: what could not be read may be the cause of all else, then the letter of the first error tells.
    static func code(for diagnostics: Diagnostics) -> ExitCode {
        let errors = diagnostics.all.filter { $0.severity == .error }
        guard let error = errors.first else { return .success }
        if errors.contains(where: { fileCodes.contains($0.code) }) { return file }
        if ["P201", "P203", "A607", "A609", "A612", "A613", "A615"].contains(error.code) { return usage }
        return switch error.code.first {
        case "R", "J": records
        case "U": usage
        case "M": module
        case "A": nothing
        default: profile
        }
    }
}

/// What a person sees beside the results: diagnostics on the standard error.
struct Speaker {
    let language: Language
    let asJSON: Bool

    init(_ language: Language, asJSON: Bool = false) {
        self.language = language
        self.asJSON = asJSON
    }

    func say(_ diagnostics: Diagnostics) {
        guard !diagnostics.isEmpty else { return }
        if asJSON {
            writeError(DiagnosticsJSON.render(diagnostics))
        } else {
            let renderer = DiagnosticRenderer(language: language, color: isatty(2) == 1)
            writeError(Array((renderer.render(diagnostics) + "\n").utf8))
        }
    }

    /// Results, on the standard output.
    func print(_ bytes: [UInt8]) throws {
        do throws(Unwritable) {
            try Output.print(bytes)
        } catch {
            try stop(error.diagnostic)
        }
    }

    static var isOnTerminal: Bool { isatty(2) == 1 }

    /// Shown on a terminal only, and wiped by the next.
    func progress(_ text: Text) {
        guard Speaker.isOnTerminal else { return }
        writeError(Array("\r\u{1B}[2K\(text(language))".utf8))
    }

    func endProgress() { Speaker.wipeLine() }

    static func wipeLine() {
        if isOnTerminal { Output.write(Array("\r\u{1B}[2K".utf8), to: 2) }
    }

    private func writeError(_ bytes: [UInt8]) { Output.write(bytes, to: 2) }
}
