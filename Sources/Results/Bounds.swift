package import Messages

/// What has measures with roles.
package protocol HasMeasures {
    var roles: [(name: String, role: MeasureRole)] { get }
    var strength: Strength { get }
}

extension HasMeasures {
    /// What a verdict is called: nobody keeps or breaks what only proposes.
    package func title(of verdict: Verdict) -> Text {
        guard roles.contains(where: { $0.role == .proposals }) else { return strength.title(of: verdict) }
        return switch verdict {
        case .met: Text("建议", "proposed")
        case .breached, .notApplicable: Text("不建议", "not proposed")
        case .undetermined: verdict.title
        }
    }
}

extension HasMeasures {
    /// Measures with what is asked of them.
    package var bounds: [(measure: Int, bound: Int)] {
        let roles = roles
        return roles.indices.compactMap { bound in
            guard case .bound(let name) = roles[bound].role else { return nil }
            return roles.firstIndex { $0.name == name }.map { ($0, bound) }
        }
    }
}

extension JudgedProvision: HasMeasures {
    package var roles: [(name: String, role: MeasureRole)] { measures.map { ($0.name, $0.role) } }
}
