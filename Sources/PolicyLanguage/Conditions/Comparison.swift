public import PolicyYAML

/// One comparison: the same words everywhere. `at_least`, `at_most` and `equals` include the number; `above`, `below` do not.
public struct Comparison: Sendable {
    /// The words that a profile compares with.
    public typealias Word = ComparisonWord
    /// What is compared with, as written.
    package typealias Operand = Results.Operand

    /// One word with what it compares with: `at_most: 15 days`.
    public struct Part: Sendable {
        /// The relation that is asked for.
        public let word: Word
        /// What is compared with: one value, or for `in` all those of its list, any of which will do.
        package let operands: [Operand]
        /// The value behind the word, where it stands in the profile.
        public let node: Node
        private let numbers: [Fraction]
        private let texts: [String]

        init(word: Word, operands: [Operand], node: Node) {
            self.word = word
            self.operands = operands
            self.node = node
            numbers = operands.compactMap { if case .number(let quantity) = $0 { quantity.value } else { nil } }
            texts = operands.map(\.written)
        }

        fileprivate func holds(_ number: Fraction) -> Bool { numbers.contains { holds(number, $0) } }

        private func holds(_ number: Fraction, _ operand: Fraction) -> Bool {
            switch word {
            case .atLeast: number >= operand
            case .atMost: number <= operand
            case .above: number > operand
            case .below: number < operand
            case .equals, .among: number == operand
            }
        }

        /// Decided when it comes out the same on the whole range.
        fileprivate func truth(_ range: ValueRange) -> Truth {
            Truth.any(
                numbers.map { operand in
                    switch word {
                    case .atLeast, .above:
                        truth(
                            range.low.map { holds($0, operand) } ?? false, range.high.map { holds($0, operand) } ?? true
                        )
                    case .atMost, .below:
                        truth(
                            range.high.map { holds($0, operand) } ?? false, range.low.map { holds($0, operand) } ?? true
                        )
                    case .equals, .among: range.contains(operand) ? range.exact == nil ? .unknown : .yes : .no
                    }
                })
        }

        /// Of a comparison that is hardest to pass at one end of a range and easiest at the other.
        private func truth(_ hardest: Bool, _ easiest: Bool) -> Truth { hardest ? .yes : easiest ? .unknown : .no }

        fileprivate func holds(_ text: String) -> Bool { texts.contains(text) }

        /// The one number that is compared with; nil for names and for several.
        var number: Fraction? {
            guard operands.count == 1, case .number(let quantity)? = operands.first else { return nil }
            return quantity.value
        }
    }

    /// All of these must hold: `{above: 7 days, at_most: 15 days}`.
    public let parts: [Part]

    init(parts: [Part]) { self.parts = parts }

    static let keys = Set(Word.allCases.map(\.rawValue))

    /// Reads the comparison words of a map; nil when it has none or one is wrong. Other keys are the caller's.
    init?(_ node: Node, _ session: ReadingSession) {
        var parts: [Part] = []
        var isGood = true
        for entry in node.entries ?? [] {
            guard let key = entry.key.text, let word = Word(rawValue: key) else { continue }
            let nodes = word == .among ? entry.value.items ?? [] : [entry.value]
            let operands = nodes.compactMap {
                $0.text.map { text in Quantity(text).map(Operand.number) ?? .text(text) }
            }
            if operands.isEmpty || operands.count != nodes.count {
                let expected = word == .among ? Text("值的列表", "a list of values") : Text("一个值", "one value")
                session.report(
                    word == .among && entry.value.items?.isEmpty == true
                        ? .emptyList(entry.value, expected: expected) : .wrongShape(entry.value, expected: expected))
                isGood = false
            } else {
                parts.append(Part(word: word, operands: operands, node: entry.value))
            }
        }
        guard isGood, !parts.isEmpty else { return nil }
        self.parts = parts
        session.thresholds += parts.compactMap(Threshold.init)
    }

    /// Whether it holds for a value; of a range, whether it does on all of it.
    ///
    /// - Parameters:
    ///   - value: a number, a range or a name.
    ///   - recorder: notes on which side of each number the value lies.
    public func truth(of value: MeasureValue, _ recorder: BranchRecorder? = nil) -> Truth {
        if let recorder, let number = value.number { for part in parts { recorder.note(part, number) } }
        return switch value {
        case .number(let number): Truth(parts.allSatisfy { $0.holds(number) })
        case .range(let range): Truth.all(parts.map { $0.truth(range) })
        case .text(let text): Truth(parts.allSatisfy { $0.holds(text) })
        }
    }

    /// Whether it holds for an exact number.
    public func holds(_ number: Fraction, _ recorder: BranchRecorder? = nil) -> Bool {
        truth(of: .number(number), recorder) == .yes
    }

    /// As a person reads it: `≥ 15 days`.
    public var text: Text { bounds.title }

    private var bounds: [AskedComparison] { parts.map { AskedComparison(word: $0.word, operands: $0.operands) } }

    /// What is asked, numbers in the unit of what is compared: an age in years of age.
    package func asked(of dimension: Dimension?) -> Detail {
        guard let dimension else { return .compared(bounds) }
        return .compared(
            bounds.map { part in
                AskedComparison(
                    word: part.word,
                    operands: part.operands.map { operand in
                        guard case .number(let quantity) = operand,
                            quantity.dimension == nil || quantity.dimension == dimension
                        else { return operand }
                        return .number(Quantity(quantity.value, dimension))
                    })
            })
    }

    /// Reports operands that this dimension cannot be compared with: wrong units, comparisons that hold always or never.
    func check(against dimension: Dimension, values: [String]?, unitsOnly: Bool = false, _ session: ReadingSession) {
        for part in parts {
            for operand in part.operands where checkUnit(operand, part, dimension, values, session) && !unitsOnly {
                checkSense(operand, part, dimension, session)
            }
        }
        if !unitsOnly { checkOrder(session) }
    }

    /// Whether the operand is a number of the dimension; for a name it is only checked whether it exists.
    private func checkUnit(
        _ operand: Operand, _ part: Part, _ dimension: Dimension, _ values: [String]?, _ session: ReadingSession
    ) -> Bool {
        if dimension == .text {
            guard part.word == .equals || part.word == .among else {
                session.report(
                    .notComparable(part.node, part.word.rawValue, expected: Text("equals 或 in", "equals or in")))
                return false
            }
            if let values, !values.contains(operand.written) {
                session.report(.notOneOf(part.node, operand.written, words: values))
            }
            return false
        }
        guard case .number(let quantity) = operand, quantity.fits(dimension) else {
            let found: Dimension? = if case .number(let quantity) = operand { quantity.dimension } else { .text }
            session.report(
                .wrongUnit(part.node, part.node.text ?? operand.written, expected: dimension.title, found: found))
            return false
        }
        return true
    }

    private func checkSense(_ operand: Operand, _ part: Part, _ dimension: Dimension, _ session: ReadingSession) {
        guard case .number(let quantity) = operand else { return }
        let isNever: Bool
        if dimension == .share {
            isNever =
                switch part.word {
                case .above: quantity.value >= .one
                case .atLeast, .equals, .among: quantity.value > .one
                default: false
                }
        } else {
            // What is counted comes in whole numbers.
            isNever =
                dimension == .count && (part.word == .equals || part.word == .among) && quantity.value.denominator != 1
        }
        let isNegative = part.word == .below && quantity.value <= .zero
        if isNever || isNegative {
            session.report(.neverHolds(part.node, part.word.rawValue + ": " + (part.node.text ?? operand.written)))
        }
        if part.word == .atLeast, quantity.value <= .zero {
            session.report(.alwaysHolds(part.node, part.word.rawValue + ": " + (part.node.text ?? operand.written)))
        }
        if dimension == .share, part.word == .atMost, quantity.value >= .one {
            session.report(.alwaysHolds(part.node, part.word.rawValue + ": " + (part.node.text ?? operand.written)))
        }
    }

    /// `{above: 15, at_most: 7}` can never hold, nor can `{equals: 5, below: 3}`.
    private func checkOrder(_ session: ReadingSession) {
        func bound(_ words: [Word]) -> (Fraction, Part)? {
            for part in parts where words.contains(part.word) {
                if case .number(let quantity)? = part.operands.first { return (quantity.value, part) }
            }
            return nil
        }
        guard let lower = bound([.atLeast, .above]) ?? bound([.equals]),
            let upper = bound([.atMost, .below]) ?? bound([.equals])
        else { return }
        let isStrict = lower.1.word == .above || upper.1.word == .below
        if lower.0 > upper.0 || (lower.0 == upper.0 && isStrict) {
            session.report(.boundsCross(lower.1.node, upper.1.node))
        }
    }
}
