internal import Glibc
package import PolicyYAML
internal import ZhucunKernel

/// The mappings that were used for layouts before, in a hidden folder beside the records.
package struct KeptMappings {
    private let folder: String

    /// Those of a folder of records.
    package init(folder: String) { self.folder = folder + "/.mappings" }

    /// What was decided for the layouts of some files.
    package func mapping(for files: [String]) -> ImportMapping {
        var mapping = ImportMapping()
        for name in Set(files.flatMap(names)) {
            var diagnostics = Diagnostics()
            let path = folder + "/" + name
            guard access(path, R_OK) == 0 else { continue }
            mapping = mapping.merging(ImportMapping.read(path, into: &diagnostics))
        }
        return mapping
    }

    /// Keeps what was decided for them; a folder that cannot be written keeps nothing.
    package func keep(_ mapping: ImportMapping, for files: [String]) {
        mkdir(folder, 0o777)
        for name in Set(files.flatMap(names)) {
            var diagnostics = Diagnostics()
            let path = folder + "/" + name
            let before = access(path, R_OK) == 0 ? ImportMapping.read(path, into: &diagnostics) : ImportMapping()
            let bytes = Array(before.merging(mapping).yaml.utf8)
            guard let file = fopen(path + ".part", "w") else { continue }
            let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
            if fclose(file) == 0, isWritten { rename(path + ".part", path) } else { unlink(path + ".part") }
        }
    }

    /// A layout is known by its header: the row of most names among the first.
    private func names(_ path: String) -> [String] {
        guard let file = try? ForeignFile(path: path) else { return [] }
        return file.tables.compactMap { table in
            let header = table.rows.prefix(TableHeader.deepest).max { a, b in filled(a) < filled(b) }
            guard let header else { return nil }
            let text = header.cells.map(HeaderName.plain).filter { !$0.isEmpty && !$0.contains(where: \.isNumber) }
                .sorted().joined(separator: "\u{1F}")
            let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            return String(hash, radix: 36) + ".yaml"
        }
    }

    private func filled(_ row: SheetRow) -> Int { row.cells.count { !$0.isEmpty && !$0.contains(where: \.isNumber) } }
}

extension ImportMapping {
    /// The mapping in a file; what is wrong with it is reported.
    package static func read(_ path: String, into diagnostics: inout Diagnostics) -> ImportMapping {
        guard let file = SourceFile.read(path, shownAs: path, limits: .profile, into: &diagnostics),
            let node = parseYAML(file, into: &diagnostics)
        else { return ImportMapping() }
        return ImportMapping(node, into: &diagnostics)
    }
}
