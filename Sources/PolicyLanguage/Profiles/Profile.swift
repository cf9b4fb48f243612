package import CivilTime
internal import PolicyYAML

/// A jurisdiction's identity: its `profile.yaml`.
public struct Profile: Sendable {
    /// The name of its folder, such as `shanxi`, by which commands call it.
    package let code: String
    /// The jurisdiction's name; in English the code where the profile gives none.
    package let name: Text
    /// Two to twelve digits; six end in zeros above the county. Empty for a profile that belongs to no place.
    package let division: String
    /// The code of the profile that it stands on (`extends:`); nil for an outermost one.
    package let parent: String?
    /// Other names by which commands may call it, such as `linfan`.
    package let aliases: [String]
    /// Nil: the parent's.
    package let zone: CivilZone?
    /// On which day months begin; nil: as the parent's.
    package let months: MonthRule?
    /// From which day a deployer has kept records: days before are neither asked nor missing; nil: as the parent's.
    package let recordsFrom: Day?
    /// Columns that it adds to kinds of record.
    package let columns: [AddedColumn]
    /// What its provisions were called before.
    package let renamed: [FormerProvision]
    /// The folder that holds its editions.
    package let folder: String
    let root: Node

    /// The digits that every division code inside begins with: 140000 → 14, 140622 → 140622.
    package var divisionPrefix: String { Profile.prefix(of: division) }

    static func prefix(of division: String) -> String {
        var digits = Substring(division)
        while digits.count > 2, digits.hasSuffix("00"), digits.count % 2 == 0, digits.count <= 6 {
            digits = digits.dropLast(2)
        }
        return String(digits)
    }

    init?(_ root: Node, folder: String, into diagnostics: inout Diagnostics) {
        guard root.entries != nil else {
            diagnostics.report(
                .wrongShape(root, expected: Text("映射（profile、name、division）", "a map (profile, name, division)")))
            return nil
        }
        let session = ReadingSession.describing()
        session.provision = root.file.path
        var reader = SettingsReader(root, session: session)
        code = reader.required("profile", .text, Text("配置代号", "the profile's code"), example: "my-county")
        name = Text(
            reader.required("name", .text, Text("名称", "its name"), example: "某县"),
            reader.optional("name_en", .text, Text("英文名称", "its English name"), example: "Shanxi") ?? root["profile"]?
                .text ?? "")
        division =
            reader.optional("division", .division, Text("行政区划代码", "the division code"), example: "\"140000\"") ?? ""
        parent = reader.optional("extends", .text, Text("上级配置", "the profile it stands on"), example: "my-province")
        aliases =
            reader.optional("aliases", ValueType<String>.text.listed(), Text("别名", "other names"), example: "[linfan]")
            ?? []
        zone = reader.optional("time_zone", .zone, Text("时区", "its time zone"), example: "Asia/Shanghai")
        months = reader.optional(
            "month", .months, Text("每月从哪一天起算", "the day from which months run"), example: "from 26")
        recordsFrom = reader.optional(
            "records_from", .day,
            Text(
                "从哪天起保存记录；此前的日子不作要求，也不算缺", "from which day records were kept: days before are neither asked nor missing"
            ),
            example: "2023-07-01")
        columns = AddedColumnReader.read(root["columns"], session)
        renamed = FormerProvision.read(root["renamed"], session)
        reader.reportUnknownKeys(besides: ["columns", "renamed"])
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
    static let division = ValueType(name: Text("行政区划代码（6、9 或 12 位数字）", "a division code of 6, 9 or 12 digits")) {
        text in
        [6, 9, 12].contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber } ? text : nil
    }
}

extension ValueType where Value == MonthRule {
    /// `from 26`: a day that every month has.
    static let months = ValueType(
        name: Text("from 和 1–28 的整数，如 from 26", "from and a whole number of 1–28, such as from 26")
    ) { text in
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[0] == "from", parts[1].allSatisfy(\.isASCII), let day = Int(parts[1]) else {
            return nil
        }
        return MonthRule(firstDay: day)
    }
}

extension ValueType where Value == CivilZone {
    static let zone = ValueType(
        name: Text("时区，如 Asia/Shanghai 或 +08:00", "a time zone such as Asia/Shanghai or +08:00")
    ) { CivilZone($0) }
}
