/// What has measures with roles.
package protocol HasMeasures {
    var roles: [(name: String, role: MeasureRole)] { get }
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
