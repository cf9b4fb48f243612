internal import ZhucunKernel

extension Provision {
    /// The measure that is a rank.
    var rank: Int? {
        measures.firstIndex { if case .rank = $0.role { true } else { false } }
    }

    /// The points that a rank goes by: those that it names, else the first.
    var points: Int? {
        if let rank, case .rank(_, let points?) = measures[rank].role { return index(of: points) }
        return measures.firstIndex { $0.role == .points }
    }

    /// Measures with what is asked of them.
    var bounds: [(measure: Int, bound: Int)] {
        measures.indices.compactMap { bound in
            guard case .bound(let name) = measures[bound].role else { return nil }
            return index(of: name).map { ($0, bound) }
        }
    }

    private func index(of measure: String) -> Int? { measures.firstIndex { $0.name == measure } }
}
