internal import CivilTime
internal import PolicyYAML
internal import ZhucunKernel

/// Something that provisions are about, with what a sample knows of it.
struct SampleSubject {
    /// As it stands under `for:`.
    let kind: String
    let id: String
    /// Its own among its kind: its random numbers hang on it.
    let index: Int
    /// Whose policy is asked, among the counties of the sample.
    let county: Int
    /// What filters look at, a kind of register that the subject has rows in among it. A field that is not here accepts everybody.
    var fields: [String: [String]] = [:]
    /// Columns of its own record that are days.
    var days: [String: Day] = [:]
    /// Who comes from the team, for what a cadre is to do there.
    var visitor = ""
    /// From the first to the last day at a village, of cadres.
    var posted: DayRange?
    /// What raters give, about; nil: anything usual.
    var points: Int?

    /// Its own among all: for numbers that subjects of other kinds draw too.
    var stream: Int { kind.utf8.reduce(index) { $0 &* 31 &+ Int($1) } }
}

/// Whom a provision is about, as far as a sample can tell.
struct SampleFilter {
    let kind: String
    var fields: [(name: String, values: [String])]

    init(_ kind: String, _ node: Node?) {
        self.kind = kind
        fields = (node?.entries ?? []).compactMap { entry in
            guard let name = entry.key.text, !entry.value.texts.isEmpty else { return nil }
            return (name, entry.value.texts)
        }
    }

    init(_ provision: Provision) { self.init(provision.subject.rawValue, provision.node["for"]?.entries?.first?.value) }

    func accepts(_ subject: SampleSubject) -> Bool {
        fields.allSatisfy { field in
            subject.fields[field.name].map { $0.contains(where: field.values.contains) } ?? true
        }
    }
}

extension Node {
    /// One text or those of a list; empty for a map.
    var texts: [String] { text.map { [$0] } ?? items?.compactMap(\.text) ?? [] }
}
