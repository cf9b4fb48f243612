internal import CivilTime
internal import PolicyYAML
public import ZhucunKernel

/// Check-ins, from an app, a device, the register or the work log.
public struct CheckIns: RecordColumns {
    public static let about = RecordAbout(
        name: "checkin", file: "checkins.csv", title: Text("打卡", "check-ins"), date: "time",
        identity: ["cadre", "time", "source"], isStreamed: true)
    let cadre: Column<Symbol>, time: Column<LocalMoment>, lat: Column<Int>, lng: Column<Int>,
        accuracy: Column<Decimal6>, source: Column<Symbol>

    public init(_ c: inout ColumnDeclarations) {
        cadre = c.required("cadre", "干部编号", .reference("cadre"), Text("谁", "who"), also: ["工号", "账号", "人员编号"])
        time = c.required("time", "时间", .moment, Text("什么时间", "when"), also: ["打卡时间", "签到时间", "考勤时间"])
        lat = c.optional("lat", "纬度", .coordinate, Text("纬度", "latitude"), also: ["打卡纬度"], empty: .none, in: 3...54)
        lng = c.optional("lng", "经度", .coordinate, Text("经度", "longitude"), also: ["打卡经度"], empty: .none, in: 73...136)
        accuracy = c.optional(
            "accuracy_m", "误差米", .decimal(.metres),
            Text("定位误差，米；空为未知，不因此作废", "accuracy in metres; empty: unknown, and accepted"),
            also: ["定位误差", "定位精度", "误差"], empty: .none)
        source = c.required(
            "source", "来源", .word(group: "source", many: false), Text("来源", "app, device, register, log"),
            also: ["打卡方式", "打卡来源"])
    }
}

extension CheckIns {
    @inline(__always)
    func place(_ batch: borrowing RecordBatch, _ row: Int) -> Place? {
        guard let lat = batch[lat, row], let lng = batch[lng, row] else { return nil }
        return Place(lat: Int64(lat), lng: Int64(lng))
    }

    /// In millimetres, rounded up: what is any worse than the limit stays worse.
    @inline(__always)
    func accuracy(_ batch: borrowing RecordBatch, _ row: Int) -> Int64? {
        batch[accuracy, row].map { ($0.millionths + 999) / 1000 }
    }
}

/// One check-in, as the ledger judges it.
struct CheckIn: Sendable, Hashable, Comparable {
    let moment: LocalMoment
    let place: Place?
    /// Millimetres; nil when unknown.
    let accuracy: Int64?
    let source: String

    static func < (a: CheckIn, b: CheckIn) -> Bool {
        (a.moment, a.source, a.place?.lat ?? .min, a.place?.lng ?? .min) < (
            b.moment, b.source, b.place?.lat ?? .min, b.place?.lng ?? .min
        )
    }
}
