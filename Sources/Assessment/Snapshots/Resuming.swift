internal import CivilTime
public import PolicyYAML

extension Assessor.Request {
    /// The snapshot to go on from; nil when there is none, or when it does not fit, which is reported.
    func snapshot(_ plugins: PluginRegistry, _ reading: ReadingOptions, into diagnostics: inout Diagnostics)
        -> Snapshot?
    {
        guard let resume else { return nil }
        do throws(SnapshotProblem) {
            var snapshot = try Snapshot(resume)
            for index in snapshot.files.indices {
                guard let kind = plugins.kinds.first(where: { $0.name == snapshot.files[index].kind }) else {
                    throw .foreign
                }
                let path = records.rows[kind.file]?.path ?? records.path(of: kind)
                try snapshot.files[index].check(path, reading.number(of: kind), jobs: reading.jobs)
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
    /// A file of what the ledgers have taken, for a later run to go on from. Nil, with a warning, when there is nothing to go on from,
    /// a row was refused, or a file was changed while it was read.
    public func snapshot(into diagnostics: inout Diagnostics, jobs: Int = 1) -> [UInt8]? {
        let files = records.taken.compactMap { $0.numbered(jobs: jobs) }
        guard !files.isEmpty, files.count == records.taken.count else {
            diagnostics.report(.noSnapshot())
            return nil
        }
        return Snapshot.bytes(ledgers, streamedDays, files, policies)
    }
}
