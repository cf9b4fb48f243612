/// The coordinate system of a map: WGS-84 of satellites, GCJ-02 of Chinese maps, or BD-09 of Baidu's.
package enum Datum: Int64, Sendable, ColumnValue, CaseIterable {
    case wgs84, gcj02, bd09

    /// The system that a table keeps; WGS-84 for any other number.
    package init(raw: Int64) { self = Datum(rawValue: raw) ?? .wgs84 }

    static let names = ["WGS-84", "GCJ-02", "BD-09"]

    /// By its name in capital or small letters, with or without the hyphen; nil for anything else.
    init?(_ text: String) {
        func plain(_ name: String) -> String { name.uppercased().filter { $0 != "-" } }
        guard let place = Datum.names.firstIndex(where: { plain($0) == plain(text) }) else { return nil }
        self = Datum.allCases[place]
    }
}
