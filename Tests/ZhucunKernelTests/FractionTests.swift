import Testing
import ZhucunKernel

@Suite struct FractionTests {
    private func fraction(_ numerator: Int, _ denominator: Int = 1) -> Fraction {
        Fraction(numerator, over: denominator) ?? .zero
    }

    @Test(arguments: [
        (6, 8, "3/4"), (-6, 8, "-3/4"), (6, -8, "-3/4"), (-6, -8, "3/4"), (0, 5, "0"), (0, -5, "0"), (7, 1, "7"),
        (Int.max, 1, "9223372036854775807"),
        (Int.min, 2, "-4611686018427387904"), (Int.min, Int.min, "1"),
    ])
    func isKeptInLowestTerms(numerator: Int, denominator: Int, text: String) {
        #expect(Fraction(numerator, over: denominator)?.exactText == text)
    }

    @Test func cannotHaveNothingBelow() {
        #expect(Fraction(1, over: 0) == nil)
        #expect(Fraction(0, over: 0) == nil)
        #expect(Fraction(1, over: Int.min) == nil)
        #expect(throws: ArithmeticOverflow.self) { try Fraction(1) / Fraction(0) }
    }

    @Test func arithmeticIsExact() throws {
        let third = fraction(1, 3)
        #expect(try third + third + third == .one)
        #expect(try fraction(1, 2) - third == fraction(1, 6))
        #expect(try third - fraction(1, 2) == fraction(-1, 6))
        #expect(try fraction(2, 3) * fraction(-3, 4) == fraction(-1, 2))
        #expect(try fraction(19, 31) / .one * Fraction(100) == fraction(1900, 31))
        #expect(try fraction(2, 3) / fraction(-4, 9) == fraction(-3, 2))
    }

    @Test func whatIsNearlyTooLargeIsExactAndInOrder() throws {
        let (almost, beyond) = (fraction(Int.max, Int.max - 1), fraction(Int.max - 1, Int.max))
        #expect(beyond < .one && .one < almost && fraction(-Int.max, Int.max - 1) < fraction(1 - Int.max, Int.max))
        #expect(!(almost < almost) && fraction(Int.min) < fraction(Int.min + 1))
        #expect(try almost * beyond == .one)
        #expect(try fraction(Int.max, 3) + fraction(-Int.max, 3) == .zero)
        #expect(try fraction(Int.max, 4) + fraction(Int.max, 4) == fraction(Int.max, 2))
        #expect(try fraction(1, Int.max) + fraction(-1, Int.max) == .zero)
    }

    @Test func whatNoLongerFitsThrows() throws {
        let large = Fraction(Int.max)
        let small = fraction(Int.min)
        let fine = fraction(1, Int.max)
        #expect(throws: ArithmeticOverflow.self) { try large + .one }
        #expect(throws: ArithmeticOverflow.self) { try small - .one }
        #expect(throws: ArithmeticOverflow.self) { try Fraction.zero - small }
        #expect(throws: ArithmeticOverflow.self) { try large * Fraction(2) }
        #expect(throws: ArithmeticOverflow.self) { try small * small }
        #expect(throws: ArithmeticOverflow.self) { try fine * fine }
        #expect(throws: ArithmeticOverflow.self) { try fine / large }
        #expect(throws: ArithmeticOverflow.self) { try small + small }
        #expect(throws: ArithmeticOverflow.self) { try fine + fraction(1, Int.max - 1) }
        // What fits again once it is reduced does not throw.
        #expect(try large * fine == .one)
        #expect(try large / large == .one)
        #expect(try large - large == .zero)
        #expect(try large + small == Fraction(-1))
    }

    @Test(arguments: [
        (7, 2, 4, 3), (-7, 2, -3, -4), (6, 2, 3, 3), (-6, 2, -3, -3), (0, 1, 0, 0), (1, 1000, 1, 0), (-1, 1000, 0, -1),
    ])
    func roundsUpAndDown(numerator: Int, denominator: Int, up: Int, down: Int) {
        #expect(fraction(numerator, denominator).roundedUp == up)
        #expect(fraction(numerator, denominator).roundedDown == down)
    }

    @Test(arguments: [
        (2, 3, 2, "0.67"), (1, 8, 2, "0.13"), (1, 200, 2, "0.01"), (-1, 8, 2, "-0.12"), (-2, 3, 2, "-0.67"),
        (5, 2, 0, "3"), (-5, 2, 0, "-2"), (7, 1, 2, "7.00"),
        (1900, 31, 2, "61.29"), (-1, 1000, 2, "0.00"), (999, 1000, 2, "1.00"), (1, 20, 1, "0.1"), (100, 1, 0, "100"),
    ])
    func isRoundedHalfUpForPeople(numerator: Int, denominator: Int, places: Int, text: String) {
        #expect(fraction(numerator, denominator).rounded(places) == text)
    }

    @Test func isOrderedExactly() {
        #expect(fraction(2, 3) > fraction(6666, 10_000))
        #expect(fraction(20, 30) >= fraction(2, 3))
        #expect(!(fraction(20, 30) > fraction(2, 3)))
        #expect(fraction(-1, 2) < fraction(-1, 3))
        #expect(fraction(Int.max - 1, Int.max) < .one)
        #expect(fraction(Int.max - 2, Int.max - 1) < fraction(Int.max - 1, Int.max))
        #expect(
            [fraction(1, 2), fraction(1, 3), fraction(-5), fraction(2, 3)].sorted().map(\.exactText) == [
                "-5", "1/3", "1/2", "2/3",
            ])
    }

    @Test(arguments: [
        ("87.5", "175/2"), ("0", "0"), ("007", "7"), ("0.000001", "1/1000000"), ("1.500000", "3/2"),
        ("999999999999999", "999999999999999"), ("1.0", "1"),
    ])
    func readsDecimals(text: String, exact: String) {
        #expect(Fraction(decimal: text)?.exactText == exact)
    }

    @Test(arguments: [
        "", ".", "1.", ".5", "1.2.3", "-1", "+1", " 1", "1 ", "1e3", "0.0000001", "1234567890123456", "１", "1,5", "½",
    ])
    func refusesOtherNumbers(text: String) {
        #expect(Fraction(decimal: text) == nil)
    }

    /// 120 raters with what is honest to give: the sum on the way is larger than what comes out.
    @Test func meansOfManyRaters() throws {
        let scores = (1...120).map { Fraction($0 * 833_333 % 100_000_000, over: 1_000_000) }.compactMap(\.self)
        let mean = try #require(try Fraction.mean(of: scores))
        #expect(try mean * Fraction(120) == scores.reduce(.zero) { try $0 + $1 })
        #expect(try Fraction.mean(of: [Fraction]()) == nil)
        // Large numbers of both signs: in 64 bits the first two alone are too many.
        let large = Fraction(Int.max)
        #expect(try Fraction.sum(of: [large, large, Fraction(-Int.max)]) == large)
        #expect(try Fraction.mean(of: [large, large]) == large)
        #expect(throws: ArithmeticOverflow.self) { try Fraction.sum(of: [large, large]) }
        let rates = (1...40).compactMap { Fraction(1, over: $0) }
        #expect(try Fraction.sum(of: rates) == rates.reduce(.zero) { try $0 + $1 })
    }
}
