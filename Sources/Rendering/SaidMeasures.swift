package import Exact
package import Messages
package import Results

/// The measures of one finding, as people say them.
package struct SaidMeasures {
    private let measures: [Measure]
    private let language: Language
    private let value: (Int) -> MeasureValue?

    /// `value`: of a measure, by its place.
    package init(_ measures: [Measure], _ language: Language, _ value: @escaping (Int) -> MeasureValue?) {
        self.measures = measures
        self.language = language
        self.value = value
    }

    /// `在岗 17 天`, `attendance rate 73.3% (22 of 30 days)`; a dash where the records do not give it.
    package func text(_ measure: Int) -> String {
        let title = measures[measure].shortTitle(language)
        guard let value = value(measure) else { return "\(title) –" }
        let detail = Detail(value, measures[measure].role, measures[measure].dimension) { name in
            measures.firstIndex { $0.name == name }.map { (self.value($0), measures[$0].dimension) }
        }
        return "\(title) \(detail.text(language))"
    }

    /// What was asked and what was done of it, what excuses the rest and what is lacking; without anything asked the first measure:
    /// `应在岗 20 天，在岗 17 天，有理由缺勤 2 天，还差 1 天`.
    package var progress: String {
        let bounds = bounds
        let told =
            bounds.isEmpty
            ? measures.indices.first { measures[$0].role != .outcome && value($0) != nil }.map { [$0] } ?? []
            : bounds.flatMap { [$0.bound, $0.measure] + lacking(measures[$0.measure].name) }
        return told.map(text).joined(separator: language == .zh ? "，" : ", ")
    }

    /// What is asked of which measures, where something is.
    package var bounds: [(measure: Int, bound: Int)] {
        measures.indices.compactMap { bound in
            guard case .bound(let name) = measures[bound].role, value(bound) != nil else { return nil }
            return measures.firstIndex { $0.name == name }.map { ($0, bound) }
        }
    }

    /// What is still to be done of a measure of which so much is asked; nil where that is not known, or nothing is.
    package func left(_ pair: (measure: Int, bound: Int)) -> Fraction? {
        guard let asked = value(pair.bound)?.number, let done = value(pair.measure)?.range?.low,
            let left = try? asked - done, left > .zero
        else { return nil }
        return left
    }

    private func lacking(_ name: String) -> [Int] {
        measures.indices.filter { index in
            guard let value = value(index), value.number != .zero else { return false }
            return measures[index].role == .excuse(of: name) || measures[index].role == .shortfall(of: name)
        }
    }
}

extension Measure {
    /// Before a number with its unit: 在岗天数 is 在岗 where 17 天 follows.
    fileprivate func shortTitle(_ language: Language) -> String {
        let counted = dimension.unit.zh + "数"
        guard language == .zh, dimension != .count, !dimension.unit.zh.isEmpty, title.zh.hasSuffix(counted),
            title.zh != counted
        else {
            return title(language)
        }
        return String(title.zh.dropLast(counted.count))
    }
}
