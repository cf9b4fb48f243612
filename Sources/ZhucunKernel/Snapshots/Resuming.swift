internal import CivilTime
public import PolicyYAML

extension Assessor.Request {
    /// The snapshot to go on from; nil when there is none, or when it does not fit, which is reported.
    func snapshot(_ plugins: PluginRegistry, into diagnostics: inout Diagnostics) -> Snapshot? {
        guard let resume else { return nil }
        do throws(SnapshotProblem) {
            let snapshot = try Snapshot(resume)
            for file in snapshot.files {
                guard let kind = plugins.kinds.first(where: { $0.name == file.kind }) else { throw .foreign }
                if let problem = file.problem(with: folder.path + "/" + kind.file) { throw problem }
            }
            return snapshot
        } catch {
            diagnostics.report(.unusableSnapshot(resume, error))
            return nil
        }
    }
}

extension Snapshot {
    /// What keeps the ledgers from going on; nil when they have what they had.
    func restored(into keepers: inout LedgerKeepers, _ policies: [Policy], isExcerpt: Bool) -> SnapshotProblem? {
        do throws(SnapshotProblem) {
            try restore(&keepers, policies, isExcerpt: isExcerpt)
            return nil
        } catch {
            return error
        }
    }
}

extension Assessor.Prepared {
    /// A file of what the ledgers have taken, for a later run to go on from. Nil, with a warning, when there is nothing to go on from
    /// or a row was refused.
    public func snapshot(into diagnostics: inout Diagnostics) -> [UInt8]? {
        guard !records.taken.isEmpty else {
            diagnostics.report(.noSnapshot())
            return nil
        }
        return Snapshot.bytes(ledgers, streamedDays, records.taken, policies)
    }
}
