import PolicyYAML

/// What kind of party bears an office, as the vocabulary's group `bearer` says.
package enum Bearer: String, CaseIterable {
    case cadre, team, unit, village
    /// The division of these levels that the subject lies in.
    case province, city, county, township
    /// The division of the level that sent the subject.
    case level
}

extension Words {
    package func bearer(of office: String) -> Bearer? {
        groups["bearer"]?.first { $0.key == office }.flatMap { Bearer(rawValue: $0.title.zh) }
    }
}
