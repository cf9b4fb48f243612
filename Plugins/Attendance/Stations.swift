internal import CivilTime
internal import ZhucunKernel

/// Where each cadre is stationed on which days, in few bytes: it is looked up for every check-in.
struct Stations: Sendable {
    /// One posting; days as numbers since 1970.
    struct Station: Sendable {
        let first: Int32
        let last: Int32
        let village: Int32

        func holds(_ day: Int) -> Bool { day >= Int(first) && day <= Int(last) }
    }

    /// By cadre, each one's by the first day.
    private let stations: [Station]
    private let ranges: [(start: Int32, end: Int32)]
    /// By the number of an identifier's symbol; -1 for those of no cadre.
    private let cadres: [Int32]

    init(_ world: World) {
        stations = world.postings.map { Station(first: $0.days.first.number, last: $0.days.last.number, village: Int32($0.village)) }
        ranges = world.cadres.map { (Int32($0.postings.lowerBound), Int32($0.postings.upperBound)) }
        let symbols = world.symbolOf[.cadre] ?? []
        var cadres = [Int32](repeating: -1, count: Int(symbols.map(\.number).max() ?? -1) + 1)
        for (index, symbol) in symbols.enumerated() where symbol.number >= 0 { cadres[Int(symbol.number)] = Int32(index) }
        self.cadres = cadres
    }

    func cadre(_ symbol: Symbol) -> Int? {
        let number = Int(symbol.number)
        guard number < cadres.count, cadres[number] >= 0 else { return nil }
        return Int(cadres[number])
    }

    /// Where the stations of a cadre stand.
    func range(of cadre: Int) -> Range<Int> { Int(ranges[cadre].start)..<Int(ranges[cadre].end) }

    subscript(_ index: Int) -> Station { stations[index] }
}
