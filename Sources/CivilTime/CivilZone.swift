/// A zone with one offset all year; China's have been so since 1992. (Before that, in 1986-1991, its summers were an
/// hour ahead, which this type knows nothing of.)
public struct CivilZone: Hashable, Sendable {
    /// The name as given.
    public let name: String
    /// Seconds east of Greenwich.
    public let offset: Int32

    /// Asia/Shanghai (+8), Asia/Urumqi (+6), or an offset: +08:00.
    public init?(_ name: String) {
        switch name {
        case "Asia/Shanghai": offset = 8 * 3600
        case "Asia/Urumqi": offset = 6 * 3600
        default:
            let utf8 = name.utf8
            let bytes = utf8.span
            var position = 0
            guard bytes.count == 6, let seconds = Scan.offset(bytes, &position), position == bytes.count else {
                return nil
            }
            offset = seconds
        }
        self.name = name
    }
}
