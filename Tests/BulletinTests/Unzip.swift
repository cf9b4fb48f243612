/// Reads a ZIP archive as workbooks are packed: enough to look into one without other programs.
struct Archive {
    private(set) var files: [(name: String, text: String)] = []

    subscript(name: String) -> String? { files.first { $0.name == name }?.text }

    init?(_ bytes: [UInt8]) {
        func number(_ at: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        // The directory at the end knows the sizes, whatever the headers before the files say.
        guard
            let end = (0...max(0, bytes.count - 22)).last(where: { bytes.count >= 22 && number($0, 4) == 0x0605_4B50 })
        else { return nil }
        var entry = number(end + 16, 4)
        for _ in 0..<number(end + 10, 2) {
            guard number(entry, 4) == 0x0201_4B50 else { return nil }
            let (packed, nameLength) = (number(entry + 20, 4), number(entry + 28, 2))
            let header = number(entry + 42, 4)
            let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
            let content = Array(bytes[start..<start + packed])
            guard let plain = number(entry + 10, 2) == 0 ? content : Inflater(content).inflate() else { return nil }
            files.append(
                (
                    String(decoding: bytes[entry + 46..<entry + 46 + nameLength], as: UTF8.self),
                    String(decoding: plain, as: UTF8.self)
                ))
            entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
        }
    }
}

/// RFC 1951.
private struct Inflater {
    private let input: [UInt8]
    private var bit = 0
    private var output: [UInt8] = []

    init(_ input: [UInt8]) { self.input = input }

    func inflate() -> [UInt8]? {
        var copy = self
        return copy.run() ? copy.output : nil
    }

    private mutating func run() -> Bool {
        while true {
            let isLast = bits(1) == 1
            switch bits(2) {
            case 0: copyStored()
            case 1:
                let lengths =
                    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
                    + Array(repeating: 8, count: 8)
                guard copyCoded(Codes(lengths), Codes(Array(repeating: 5, count: 30))) else { return false }
            case 2: guard let (literals, distances) = readCodes(), copyCoded(literals, distances) else { return false }
            default: return false
            }
            if isLast { return true }
        }
    }

    private mutating func bits(_ count: Int) -> Int {
        var value = 0
        for index in 0..<count {
            if bit / 8 < input.count { value |= Int(input[bit / 8] >> (bit % 8) & 1) << index }
            bit += 1
        }
        return value
    }

    private mutating func copyStored() {
        bit = (bit + 7) / 8 * 8
        let length = bits(16)
        _ = bits(16)
        for _ in 0..<length { output.append(UInt8(bits(8))) }
    }

    private mutating func copyCoded(_ literals: Codes, _ distances: Codes) -> Bool {
        let lengthBase = [
            3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
            227, 258,
        ]
        let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
        while bit / 8 <= input.count {
            guard let symbol = next(literals) else { return false }
            if symbol == 256 { return true }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            let length = lengthBase[symbol - 257] + bits(lengthBits[symbol - 257])
            guard let code = next(distances) else { return false }
            let extra = max(0, code / 2 - 1)
            let distance = (code < 2 ? code : (2 + code % 2) << extra) + 1 + bits(extra)
            guard distance <= output.count else { return false }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
        return false
    }

    private mutating func readCodes() -> (Codes, Codes)? {
        let (literals, distances, count) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
        var lengths = Array(repeating: 0, count: 19)
        for index in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(count) {
            lengths[index] = bits(3)
        }
        let codes = Codes(lengths)
        var all: [Int] = []
        while all.count < literals + distances {
            guard let symbol = next(codes) else { return nil }
            switch symbol {
            case 16: all += Array(repeating: all.last ?? 0, count: bits(2) + 3)
            case 17: all += Array(repeating: 0, count: bits(3) + 3)
            case 18: all += Array(repeating: 0, count: bits(7) + 11)
            default: all.append(symbol)
            }
        }
        return (Codes(Array(all[..<literals])), Codes(Array(all[literals...])))
    }

    private mutating func next(_ codes: Codes) -> Int? {
        var code = 0
        for length in 1...15 {
            code = code << 1 | bits(1)
            if let symbol = codes.symbols[length << 16 | code] { return symbol }
        }
        return nil
    }

    /// Symbols by length and canonical Huffman code.
    private struct Codes {
        var symbols: [Int: Int] = [:]

        init(_ lengths: [Int]) {
            var code = 0
            for length in 1...15 {
                code <<= 1
                for (symbol, own) in lengths.enumerated() where own == length {
                    symbols[length << 16 | code] = symbol
                    code += 1
                }
            }
        }
    }
}
