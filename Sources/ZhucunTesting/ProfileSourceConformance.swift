public import ZhucunKernel

/// What every `ProfileSource` must hold; the built-in ones do, and a stranger's can be tried.
public enum ProfileSourceConformance {
    /// What is wrong with a source, in words for its author; empty when nothing is.
    ///
    /// - Parameter source: one that has at least one profile.
    public static func complaints(about source: some ProfileSource) -> [String] {
        var complaints: [String] = []
        func check(_ holds: Bool, _ complaint: String) { if !holds { complaints.append(complaint) } }
        guard case .names(let folders) = source.names(in: source.root) else {
            return ["it lists nothing at its root \(source.root)"]
        }
        check(folders == folders.sorted(), "the names at the root are not in order")
        check(!folders.contains { $0.hasPrefix(".") }, "it lists hidden files")
        check(source.names(in: source.root) == .names(folders), "the same question has another answer")
        let nowhere = source.root + "/no such folder"
        check(source.names(in: nowhere) == .missing, "a folder that is not there is not missing")
        check(
            source.content(of: nowhere + "/x.yaml", atMost: 10) == .missing, "a file that is not there is not missing")
        for folder in folders.map({ source.root + "/" + $0 }) {
            guard case .names(let names) = source.names(in: folder) else { continue }
            for name in names where source.names(in: folder + "/" + name) == .file {
                let path = folder + "/" + name
                guard case .bytes(let bytes) = source.content(of: path, atMost: 1 << 20) else {
                    complaints.append("\(path) is listed and cannot be read")
                    continue
                }
                check(
                    source.content(of: path + "/x.yaml", atMost: 10) == .missing,
                    "there is something inside the file \(path)")
                check(
                    source.content(of: path, atMost: 3) == .bytes(Array(bytes.prefix(3))),
                    "of \(path) it gives more than was asked for")
            }
        }
        return complaints
    }
}
