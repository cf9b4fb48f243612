extension Day: CustomStringConvertible {
    /// 2023-07-01, 2023/7/1 or 2023年7月1日; nil when malformed, when there is no such date, or outside 1900...2999.
    public init?(_ text: some StringProtocol) {
        let utf8 = String(text).utf8
        self.init(bytes: utf8.span)
    }

    /// The same three forms from UTF-8. Nothing may stand before or after; nothing is allocated.
    @inlinable
    public init?(bytes: Span<UInt8>) {
        var position = 0
        guard let day = Scan.day(bytes, &position), position == bytes.count else { return nil }
        self = day
    }

    /// 2023-07-01.
    public var description: String {
        let (year, month, day) = civil
        if 0...9999 ~= year {
            // The common case, written at once: ten bytes fit into a string without allocating.
            return String(unsafeUninitializedCapacity: 10) { bytes in
                func put(_ value: Int, at index: Int) {
                    bytes[index] = 0x30 + UInt8(truncatingIfNeeded: value / 10 % 10)
                    bytes[index + 1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
                }
                put(year / 100, at: 0)
                put(year, at: 2)
                bytes[4] = 0x2D
                put(month, at: 5)
                bytes[7] = 0x2D
                put(day, at: 8)
                return 10
            }
        }
        return "\(Scan.padded(year, 4))-\(Scan.padded(month, 2))-\(Scan.padded(day, 2))"
    }
}
