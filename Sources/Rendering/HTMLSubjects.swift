internal import Messages
internal import Results
internal import Writers

/// Names and places of the subjects of a county: table after table has the same.
final class HTMLNames {
    struct Entry {
        let label: HTMLText
        /// By its code where it has no name; empty without one.
        let village: HTMLText
        let villageCode: String
        /// Its name and code; empty where there is no village.
        let township: String
    }

    private let county: CountyFacts
    private var entries: [Entry?]

    init(_ county: CountyFacts) {
        self.county = county
        entries = [Entry?](repeating: nil, count: county.subjects.count)
    }

    subscript(subject: Int) -> Entry {
        if let entry = entries[subject] { return entry }
        let village = county.subjects.village(subject)
        let entry = Entry(
            label: HTMLText(county.label(subject)), village: HTMLText(village?.label ?? ""),
            villageCode: village?.code ?? "", township: village == nil ? "" : county.township(subject))
        entries[subject] = entry
        return entry
    }
}

/// The columns that say who a row is about, for every table of a provision.
protocol NamesSubjects {
    var about: ProvisionFacts { get }
    var names: HTMLNames { get }
}

extension HTMLSection: NamesSubjects {}
extension HTMLGrid: NamesSubjects {}

extension NamesSubjects {
    /// A team is named by its village already; units and divisions are in none.
    var hasVillage: Bool { ![.team, .village, .unit, .division].contains(about.provision.subject) }

    var whoColumns: [HTMLTable.Column] {
        let language = about.facts.language
        let who = HTMLTable.Column(
            title: about.facts.head.title(of: about.provision.subject)(language).capitalisedFirst, width: 28)
        return hasVillage ? [who, .init(title: Text("村", "Village")(language), width: 16)] : [who]
    }

    func who(_ subject: Int, _ page: inout HTMLWriter) {
        let entry = names[subject]
        page.cell(style: "k") { $0.text(entry.label) }
        if hasVillage { page.cell(style: "k") { $0.text(entry.village) } }
    }
}

extension ProvisionFacts {
    /// Reasons told one by one; the rest is counted.
    private static let listedReasons = 5

    func writeOpen(_ page: inout HTMLWriter) {
        let reasons = openReasons.filter { !$0.key.isEmpty }
        let listed = reasons.mostFrequent(ProvisionFacts.listedReasons)
        for (reason, count) in listed {
            page.element(
                "p", ["class": "note"], Text("? 无法判断 \(count) 次：\(reason)", "? undetermined \(count) times: \(reason)"))
        }
        let rest = reasons.values.reduce(0, +) - listed.reduce(0) { $0 + $1.value }
        if rest > 0 {
            page.element(
                "p", ["class": "note"], Text("? 因其他缘由无法判断 \(rest) 次", "? undetermined \(rest) times for other reasons"))
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Items by a key, in the order in which the keys first come.
func grouped<Item>(_ items: [Item], by key: (Item) -> String) -> [(key: String, items: [Item])] {
    var places: [String: Int] = [:]
    var result: [(key: String, items: [Item])] = []
    for item in items {
        let name = key(item)
        if let place = places[name] {
            result[place].items.append(item)
        } else {
            places[name] = result.count
            result.append((name, [item]))
        }
    }
    return result
}
