public import CivilTime
public import PolicyYAML

/// A jurisdiction's identity: its `profile.yaml`.
public struct Profile: Sendable {
    public let code: String
    public let name: Text
    /// Two to twelve digits; six end in zeros above the county. Empty for a profile that belongs to no place.
    public let division: String
    public let parent: String?
    public let aliases: [String]
    /// Nil: the parent's.
    public let zone: CivilZone?
    /// From which day a deployer has kept records: days before are neither asked nor missing.
    public let recordsFrom: Day?
    /// The folder that holds its editions.
    package let folder: String
    let root: Node

    /// The digits that every division code inside begins with: 140000 → 14, 140622 → 140622.
    public var divisionPrefix: String {
        var digits = Substring(division)
        while digits.count > 2, digits.hasSuffix("00"), digits.count % 2 == 0, digits.count <= 6 { digits = digits.dropLast(2) }
        return String(digits)
    }

    init?(_ root: Node, folder: String, into diagnostics: inout Diagnostics) {
        guard root.entries != nil else {
            diagnostics.report(.wrongShape(root, expected: Text("映射（profile、name、division）", "a map (profile, name, division)")))
            return nil
        }
        let session = ReadingSession.describing()
        session.provision = root.file.path
        var reader = SettingsReader(root, session: session)
        code = reader.required("profile", .text, Text("配置代号", "the profile's code"), example: "my-county")
        name = Text(
            reader.required("name", .text, Text("名称", "its name"), example: "某县"),
            reader.optional("name_en", .text, Text("英文名称", "its English name"), example: "Shanxi") ?? root["profile"]?.text ?? "")
        division = reader.optional("division", .division, Text("行政区划代码", "the division code"), example: "\"140000\"") ?? ""
        parent = reader.optional("extends", .text, Text("上级配置", "the profile it stands on"), example: "my-province")
        aliases = reader.optional("aliases", ValueType<String>.text.listed(), Text("别名", "other names"), example: "[linfan]") ?? []
        zone = reader.optional("time_zone", .zone, Text("时区", "its time zone"), example: "Asia/Shanghai")
        recordsFrom = reader.optional(
            "records_from", .day, Text("从哪天起保存记录；此前的日子不作要求，也不算缺", "from which day records were kept: days before are neither asked nor missing"),
            example: "2023-07-01")
        reader.reportUnknownKeys()
        let folderName = folder.split(separator: "/").last.map(String.init) ?? folder
        if code != folderName, let node = root["profile"] {
            session.report(.codeIsNotFolder(node, code: code, folder: folderName))
        }
        diagnostics.merge(session.diagnostics)
        guard !session.diagnostics.hasErrors else { return nil }
        self.root = root
        self.folder = folder
    }
}

extension ValueType where Value == String {
    static let division = ValueType(name: Text("行政区划代码（6、9 或 12 位数字）", "a division code of 6, 9 or 12 digits")) { text in
        [6, 9, 12].contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber } ? text : nil
    }
}

extension ValueType where Value == CivilZone {
    static let zone = ValueType(name: Text("时区，如 Asia/Shanghai 或 +08:00", "a time zone such as Asia/Shanghai or +08:00")) { CivilZone($0) }
}
