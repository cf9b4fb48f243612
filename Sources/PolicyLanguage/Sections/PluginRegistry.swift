internal import PolicyYAML

/// The modules of an executable, checked against each other.
public struct PluginRegistry: Sendable {
    /// In order of their names.
    public let plugins: [PluginEntry]
    /// What is wrong with the modules: two of one id, a reserved id, another kernel version (these are left out, but
    /// for the first of one id), or a kind of record or a file that two of them declare differently.
    public let diagnostics: Diagnostics

    /// Puts modules together, in any order, and checks them against each other.
    public init(_ entries: [PluginEntry]) {
        var diagnostics = Diagnostics()
        var kept: [PluginEntry] = []
        for entry in entries {
            if let other = kept.first(where: { $0.about.id == entry.about.id }) {
                diagnostics.report(.sameModule(entry.about.id, other.typeName, entry.typeName))
            } else if Edition.ownSections.contains(entry.about.id) || Edition.head.contains(entry.about.id) {
                diagnostics.report(.reservedModule(entry.about.id, entry.typeName))
            } else if entry.about.kernelVersion != kernelVersion {
                diagnostics.report(.otherKernel(entry.about.id, entry.about.kernelVersion))
            } else {
                kept.append(entry)
            }
        }
        PluginRegistry.compareKinds(kept, into: &diagnostics)
        plugins = kept.sorted { $0.about.id < $1.about.id }
        kinds = PluginRegistry.ordered(plugins)
        self.diagnostics = diagnostics
    }

    private init(_ other: PluginRegistry, kinds: [RecordKind]) {
        plugins = other.plugins
        diagnostics = other.diagnostics
        self.kinds = kinds
    }

    /// The same modules, with the columns that profiles add to kinds of record; of one name the first profile's stands.
    public func adding(_ columns: [AddedColumn]) -> PluginRegistry {
        guard !columns.isEmpty else { return self }
        return PluginRegistry(
            self,
            kinds: kinds.map { kind in
                columns.reduce(kind) { kind, column in
                    column.kind == kind.name && column.canStand(in: kind) && kind.index(of: column.name) == nil
                        ? kind.adding([column.declaration]) : kind
                }
            })
    }

    /// The kinds that provisions can be about: the world's, then those that records list, by name.
    package var subjectKinds: [SubjectKind] { SubjectKind.all(of: kinds) }

    /// The module that reads a section; nil when none does.
    public func plugin(_ id: String) -> PluginEntry? { plugins.first { $0.about.id == id } }

    /// The kernel's kinds and the modules', each once, in the order in which they refer to each other: what lists subjects
    /// before what may name any of them.
    public let kinds: [RecordKind]

    /// Modules may share a kind of record that they declare alike; of two that differ one would read the other's columns.
    private static func compareKinds(_ plugins: [PluginEntry], into diagnostics: inout Diagnostics) {
        var owners = Dictionary(
            RecordKind.world.map { ($0.name, (kind: $0, owner: "ZhucunKernel")) }, uniquingKeysWith: { a, _ in a })
        var files = Dictionary(RecordKind.world.map { ($0.file, $0.name) }, uniquingKeysWith: { a, _ in a })
        for plugin in plugins {
            for kind in plugin.records {
                if let other = owners[kind.name], !other.kind.isSame(as: kind) {
                    diagnostics.report(.otherColumns(kind, other.kind, plugin.about.id, other.owner))
                } else if let name = files[kind.file], name != kind.name {
                    diagnostics.report(.sameFile(kind, owners[name]?.owner ?? "", name, plugin.about.id))
                } else if owners[kind.name] == nil {
                    owners[kind.name] = (kind, plugin.about.id)
                    files[kind.file] = kind.name
                }
            }
        }
    }

    private static func ordered(_ plugins: [PluginEntry]) -> [RecordKind] {
        var left = plugins.flatMap(\.records)
        var kinds = RecordKind.world
        func isReady(_ kind: RecordKind, _ left: [RecordKind]) -> Bool {
            kind.columns.allSatisfy { column in
                switch column.type {
                case .reference(let name): name == kind.name || !left.contains { $0.name == name }
                case .subject: !left.contains { $0.about.isSubject && $0.name != kind.name }
                default: true
                }
            }
        }
        while let next = left.firstIndex(where: { isReady($0, left) }) ?? left.indices.first {
            let kind = left.remove(at: next)
            if !kinds.contains(where: { $0.name == kind.name }) { kinds.append(kind) }
        }
        return kinds
    }
}

extension RecordKind {
    /// Whether another declares the same file with the same columns.
    fileprivate func isSame(as other: RecordKind) -> Bool {
        file == other.file
            && columns.elementsEqual(other.columns) {
                $0.name == $1.name && $0.type == $1.type && $0.isRequired == $1.isRequired
            }
    }
}

/// What is wrong with the modules of an executable, for whoever puts it together.
extension Diagnostic {
    fileprivate static func sameModule(_ id: String, _ first: String, _ second: String) -> Diagnostic {
        Diagnostic(
            .module("M501"),
            Text("有两个名为“\(id)”的模块：\(first)、\(second)", "two modules are named '\(id)': \(first) and \(second)"),
            at: nil,
            help: [Text("去掉一个，或给另一个起别的名字", "leave one out, or give one of them another id")])
    }

    fileprivate static func otherKernel(_ id: String, _ version: Int) -> Diagnostic {
        Diagnostic(
            .module("M502"),
            Text("模块“\(id)”为内核版本 \(version) 编写", "the module '\(id)' is for kernel version \(version)"),
            at: nil,
            expected: Text(same: String(kernelVersion)), found: Text(same: String(version)))
    }

    fileprivate static func reservedModule(_ id: String, _ type: String) -> Diagnostic {
        Diagnostic(
            .module("M503"), Text("模块 \(type) 用了保留的名称“\(id)”", "the module \(type) has the reserved id '\(id)'"),
            at: nil,
            expected: Text(
                "\((Edition.ownSections + Edition.head.sorted()).joined(separator: "、")) 以外的名称",
                "none of " + (Edition.ownSections + Edition.head.sorted()).joined(separator: ", ")),
            found: Text(same: id))
    }

    fileprivate static func otherColumns(_ kind: RecordKind, _ other: RecordKind, _ owner: String, _ otherOwner: String)
        -> Diagnostic
    {
        let list = { (kind: RecordKind) in "\(kind.file)：" + kind.columns.map(\.name).joined(separator: ",") }
        return Diagnostic(
            .module("M504"),
            Text(
                "模块“\(otherOwner)”和“\(owner)”对记录种类“\(kind.name)”的声明不同",
                "'\(otherOwner)' and '\(owner)' declare the record kind '\(kind.name)' differently"),
            at: nil, expected: Text(same: list(other)), found: Text(same: list(kind)),
            help: [
                Text("共用同一个声明，或给一个种类起别的名字和文件名", "share one declaration, or give one of the kinds another name and file")
            ])
    }

    fileprivate static func sameFile(_ kind: RecordKind, _ otherOwner: String, _ otherKind: String, _ owner: String)
        -> Diagnostic
    {
        Diagnostic(
            .module("M505"),
            Text(
                "记录种类“\(otherKind)”（\(otherOwner)）和“\(kind.name)”（\(owner)）用同一个文件 \(kind.file)",
                "the record kinds '\(otherKind)' (\(otherOwner)) and '\(kind.name)' (\(owner)) have one file, \(kind.file)"
            ),
            at: nil, help: [Text("给一个种类起别的文件名", "give one of them another file")])
    }
}
