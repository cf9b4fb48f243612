import PolicyYAML

extension ExpressionCheck {
    /// Reports what cannot be computed or compared. `dimensionOf` gives what a measure is; nil where that is not known, which is
    /// reported already.
    func report(_ session: ReadingSession, _ dimensionOf: (MeasureReference) -> Dimension?) {
        guard let own = expression.dimension(session, dimensionOf) else { return }
        if let dimension, !own.fits(dimension) {
            session.report(
                .wrongUnit(expression.node, expression.written, expected: dimension.title, found: own.dimension))
        }
        guard let other, let found = other.dimension(session, dimensionOf) else { return }
        if !found.fits(own) {
            session.report(.wrongUnit(other.node, other.written, expected: own.title, found: found.dimension))
        }
    }
}

extension Expression {
    /// What a computed number counts: a dimension, or a bare number, which is of any that may be written without a unit.
    package enum Kind {
        case bare
        case of(Dimension)

        package var dimension: Dimension? { if case .of(let dimension) = self { dimension } else { nil } }
        var title: Text { dimension?.title ?? Dimension.count.title }

        func fits(_ other: Kind) -> Bool {
            guard case .of(let dimension) = other else { return fits(.count) }
            return fits(dimension)
        }

        /// How many people there are may be counted too.
        func fits(_ asked: Dimension) -> Bool {
            guard case .of(let dimension) = self else { return asked.allowsBareNumber }
            return dimension == asked || [dimension, asked].allSatisfy { [.count, .people].contains($0) }
        }

        /// Multiplied with something else, it counts the same.
        var isPure: Bool { dimension.map { [.share, .count, .people].contains($0) } ?? true }

        /// How much it says of what the product counts.
        private var weight: Int {
            switch self {
            case .bare: 0
            case .of(.share): 1
            case .of: isPure ? 2 : 3
            }
        }

        func times(_ other: Kind) -> Kind? {
            guard isPure || other.isPure else { return nil }
            return other.weight > weight ? other : self
        }
    }

    /// Nil where it cannot be told, which has been reported.
    package func dimension(_ session: ReadingSession, _ dimensionOf: (MeasureReference) -> Dimension?) -> Kind? {
        guard var kind = term.dimension(session, dimensionOf) else { return nil }
        for part in plus + less {
            guard let found = part.dimension(session, dimensionOf) else { return nil }
            guard found.fits(kind) else {
                session.report(.wrongUnit(part.node, part.written, expected: kind.title, found: found.dimension))
                return nil
            }
        }
        if capped != nil, let place = node["capped"], let limit = place.text.flatMap({ Quantity($0) }) {
            let found = limit.dimension.map { Kind.of($0) } ?? .bare
            if !found.fits(kind) {
                session.report(.wrongUnit(place, place.text ?? "", expected: kind.title, found: limit.dimension))
                return nil
            }
        }
        for factor in times {
            guard let found = factor.dimension(session, dimensionOf) else { return nil }
            guard let product = kind.times(found) else {
                session.report(.cannotMultiply(factor.node, kind.title, found.title))
                return nil
            }
            kind = product
        }
        return kind
    }

    /// As the profile writes it: the number, or the form.
    fileprivate var written: String {
        node.text
            ?? (node.entries ?? []).prefix(1).compactMap { entry in
                entry.key.text.map { $0 + (entry.value.text.map { ": \($0)" } ?? "") }
            }.joined()
    }
}

extension Expression.Term {
    fileprivate func dimension(_ session: ReadingSession, _ dimensionOf: (MeasureReference) -> Dimension?)
        -> Expression.Kind?
    {
        switch self {
        case .number(let quantity): quantity.dimension.map { .of($0) } ?? .bare
        case .measure(let reference, _): dimensionOf(reference).flatMap { $0 == .text ? nil : .of($0) }
        case .count: .of(.count)
        case .sum(let records, let of, let over, _, _):
            over == nil ? records.dimension(of: of).map { .of($0) } : .of(.share)
        case .field(let field): field.type.dimension.map { .of($0) }
        case .days(_, _, let over): .of(over == nil ? .days : .share)
        case .growth(let grown, _): grown.dimension(session, dimensionOf).map { _ in .of(.share) }
        case .earlier(let other, _): other.dimension(session, dimensionOf)
        }
    }
}
