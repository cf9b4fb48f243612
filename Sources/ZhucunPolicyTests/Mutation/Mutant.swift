internal import PolicyYAML
internal import ZhucunKernel

/// One small change to an edition file.
struct Mutant: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case numeric, ratio, unit, comparison, other

        var title: Text {
            switch self {
            case .numeric: Text("数字", "numeric")
            case .ratio: Text("比例", "ratio")
            case .unit: Text("时间单位", "unit")
            case .comparison: Text("比较", "comparison")
            case .other: Text("其他", "other")
            }
        }

        /// Whether the office is held to it.
        var isCounted: Bool { self != .other }
    }

    let kind: Kind
    /// The section, and the item in it; nil for the section's defaults.
    let section: String
    let id: String?
    /// The settings that lead there, joined by dots.
    let setting: String
    let from: String
    let to: String
    let location: Location
    /// The whole file with the change.
    let root: Node

    /// `attendance/five-days`, or `defaults/attendance`.
    var item: String { id.map { "\(section)/\($0)" } ?? "defaults/\(section)" }

    var change: String { "\(from) → \(to)" }
}

/// Where a text of a tree is: items by their index, entries by theirs, at the end a key or a value.
struct NodePath: Sendable {
    enum Step: Sendable { case item(Int), value(Int), key(Int) }
    var steps: [Step] = []

    func then(_ step: Step) -> NodePath { NodePath(steps: steps + [step]) }
}

extension Node {
    /// The tree with another text at one place.
    func replacing(_ path: ArraySlice<NodePath.Step>, with text: String) -> Node {
        var node = self
        guard let step = path.first else {
            node.content = .scalar(Scalar(text: text, isQuoted: false))
            return node
        }
        let rest = path.dropFirst()
        switch (step, content) {
        case (.item(let index), .sequence(var items)):
            items[index] = items[index].replacing(rest, with: text)
            node.content = .sequence(items)
        case (.value(let index), .mapping(var entries)):
            entries[index].value = entries[index].value.replacing(rest, with: text)
            node.content = .mapping(entries)
        case (.key(let index), .mapping(var entries)):
            entries[index].key = entries[index].key.replacing(rest, with: text)
            node.content = .mapping(entries)
        default: break
        }
        return node
    }
}
