public import ZhucunKernel

// What tests ask of an assessment.
extension Assessment {
    /// Of a subject by its identifier, in a unit such as `2023-W27`; nil where the provision says nothing of it.
    public func verdict(_ provision: String, _ subject: String, _ unit: String) -> Verdict? {
        finding(provision, subject, unit)?.verdict
    }

    /// A measure over the whole period.
    public func total(_ provision: String, _ subject: String, _ measure: String) -> String? {
        for totals in counties.flatMap(\.totals) where totals.provision.key.description == provision {
            guard let column = totals.provision.measures.firstIndex(where: { $0.name == measure }),
                let row = totals.subjects.firstIndex(where: { records.world.identifier(of: $0) == subject })
            else { continue }
            return totals.values[row, column]?.exactText
        }
        return nil
    }

    /// The units that a provision was judged in.
    public func units(_ provision: String) -> [String] {
        counties.flatMap(\.blocks).filter { $0.provision.key.description == provision }.map(\.unit.description)
    }

    /// Everything that was found, in words: equal when two assessments found the same.
    public var signature: [String] {
        counties.flatMap { county in
            county.blocks.flatMap { block in
                block.findings.map { finding in
                    let values = finding.values.map { $0?.exactText ?? "-" }.joined(separator: " ")
                    let name = records.world.identifier(of: finding.subject)
                    let actions = finding.actions.map { "\($0.kind) \($0.details)" }.joined(separator: ";")
                    return
                        "\(county.county) \(block.provision.key) \(block.unit) \(name) \(finding.verdict) \(values) \(finding.record ?? "") \(actions) "
                        + finding.reasons.map(\.zh).joined(separator: ";")
                }
            }
        }
    }

    /// The reasons of a finding in Chinese.
    public func reasons(_ provision: String, _ subject: String, _ unit: String) -> [String] {
        finding(provision, subject, unit)?.reasons.map(\.zh) ?? []
    }
}
