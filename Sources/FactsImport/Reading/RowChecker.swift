internal import CivilTime
internal import Messages
internal import ZhucunKernel

/// Says what each text of a record becomes, and what is wrong with it.
struct RowChecker {
    struct Fault {
        let code: String
        /// The place of the cell in its row.
        let column: Int?
        let value: String?
        let reason: Text
        let proposal: String?
    }

    private let kind: RecordKind
    private let words: Words
    private let mapping: ImportMapping
    private var probe: FieldProbe
    /// Texts that were read before, by column: files say the same again and again.
    private var met: [[String: WrittenField]]
    private let orders: [(Int, Int)]

    init(_ kind: RecordKind, words: Words, zone: CivilZone, mapping: ImportMapping) {
        self.kind = kind
        self.words = words
        self.mapping = mapping
        probe = FieldProbe(kind, words: words, zone: zone)
        met = Array(repeating: [:], count: kind.columns.count)
        orders = kind.about.orders.compactMap { order in
            guard let first = kind.columns.firstIndex(where: { $0.name == order.earlier }),
                let second = kind.columns.firstIndex(where: { $0.name == order.later })
            else { return nil }
            return (first, second)
        }
    }

    /// The values by column, as record files write them; nil where there is none.
    mutating func check(_ record: ImportedRecord, _ known: KnownRecords, isFrom1904: Bool) -> (
        values: [String?], faults: [Fault]
    ) {
        var values = [String?](repeating: nil, count: kind.columns.count)
        var faults: [Fault] = []
        for (index, column) in kind.columns.enumerated() where !column.type.isDerived {
            if column.name == "cadre", let person = record.person, record.fields["cadre"] == nil {
                switch who(person, known) {
                case .success(let cadre): values[index] = cadre
                case .failure(let failure): faults.append(failure.fault)
                }
                continue
            }
            let field = record.fields[column.name] ?? mapping.defaults[column.name].map { ImportedRecord.Field($0) }
            let text = field.map { meant($0.text, column.name) } ?? ""
            guard let field, !WrittenField.trimmed(text).isEmpty else {
                if column.isRequired, column.type != .identifier || kind.about.identity.contains(column.name) {
                    faults.append(missing(column, record))
                }
                continue
            }
            switch read(text, index, isFrom1904) {
            case .value(let value):
                values[index] = value
                if let fault = fault(in: value, column, field, known) { faults.append(fault) }
            case .meanings(let meanings):
                faults.append(
                    Fault(
                        code: "R346", column: field.column, value: text,
                        reason: Text("“\(column.chineseName)”有几种读法", "'\(column.name)' can be read in several ways"),
                        proposal: meanings.joined(separator: " / ")))
            case .unreadable: faults.append(unreadable(text, column, field, known))
            }
        }
        splitHalves(&values, record, &faults)
        for (first, second) in orders {
            guard let a = values[first], let b = values[second], b < a else { continue }
            faults.append(
                Fault(
                    code: "R316", column: record.fields[kind.columns[second].name]?.column, value: b,
                    reason: Text(
                        "“\(kind.columns[second].chineseName)”早于“\(kind.columns[first].chineseName)”",
                        "'\(kind.columns[second].name)' is before '\(kind.columns[first].name)'"),
                    proposal: nil))
        }
        return (values, faults)
    }

    /// A text as the mapping has it.
    private func meant(_ text: String, _ column: String) -> String {
        guard let texts = mapping.values[column] else { return text }
        return texts[WrittenField.trimmed(text)] ?? text
    }

    private mutating func read(_ text: String, _ column: Int, _ isFrom1904: Bool) -> WrittenField {
        if let known = met[column][text] { return known }
        let found = probe.read(withoutHalf(text, column), column: column, isFrom1904: isFrom1904)
        if met[column].count < 100_000 { met[column][text] = found }
        return found
    }

    /// A day with its half behind it, as in `2023-08-21 上午`, where the kind has a column for the half.
    private func withoutHalf(_ text: String, _ column: Int) -> String {
        guard half(behind: text, column) != nil else { return text }
        return WrittenField.trimmed(String(WrittenField.folded(text).dropLast(2)))
    }

    private func half(behind text: String, _ column: Int) -> String? {
        guard kind.columns.contains(where: { $0.type == .half(of: kind.columns[column].name) }) else { return nil }
        let text = WrittenField.folded(text)
        return ["上午", "下午"].first { text.hasSuffix($0) && text.count > 4 }
    }

    private func splitHalves(_ values: inout [String?], _ record: ImportedRecord, _ faults: inout [Fault]) {
        for (index, column) in kind.columns.enumerated() {
            guard case .half(let day) = column.type, values[index] == nil,
                let place = kind.columns.firstIndex(where: { $0.name == day }),
                let text = record.fields[day]?.text
            else { continue }
            values[index] = half(behind: text, place)
        }
    }

    private func who(_ person: ImportedRecord.Person, _ known: KnownRecords) -> Result<String, Fault.Failure> {
        let mapped = mapping.values["cadre"].flatMap { $0[person.number] ?? $0[person.name] }
        if let mapped, known.has(mapped, "cadre") { return .success(mapped) }
        let named = known.cadres(named: person.name)
        func fault(_ reason: Text, _ proposal: String? = nil) -> Result<String, Fault.Failure> {
            let shown = [person.number, person.name].filter { !$0.isEmpty }.joined(separator: " ")
            return .failure(
                Fault.Failure(
                    Fault(code: "R345", column: person.column, value: shown, reason: reason, proposal: proposal)))
        }
        if !person.number.isEmpty, known.has(person.number, "cadre") {
            guard let name = known.name(of: person.number), !person.name.isEmpty, name != person.name else {
                return .success(person.number)
            }
            return fault(
                Text("编号是 \(name) 的，姓名却是另一个人", "the number is that of \(name), the name is another's"),
                named.count == 1 ? named.first : nil)
        }
        if named.count == 1, let cadre = named.first {
            return .success(cadre)
        }
        if named.count > 1 {
            return fault(
                Text("花名册里有 \(named.count) 个同名的人", "\(named.count) cadres have this name"),
                named.sorted().joined(separator: " / "))
        }
        return fault(
            Text("cadres.csv 中没有这个人", "cadres.csv has nobody of this number or name"),
            known.meant(person.number, "cadre"))
    }

    private func missing(_ column: ColumnDeclaration, _ record: ImportedRecord) -> Fault {
        let isOfLayout = record.fields[column.name] == nil
        return Fault(
            code: "R313", column: record.fields[column.name]?.column, value: nil,
            reason: Text("“\(column.chineseName)”（\(column.name)）是空的", "'\(column.name)' is empty"),
            proposal: isOfLayout ? "--set \(column.name)=…" : nil)
    }

    private func unreadable(
        _ text: String, _ column: ColumnDeclaration, _ field: ImportedRecord.Field, _ known: KnownRecords
    ) -> Fault {
        var proposal: String?
        var expected = column.typeText
        if let group = column.wordGroup {
            let names = words.names(in: group)
            expected = Text(
                names.map { words.title($0, in: group).zh }.joined(separator: "、"), names.joined(separator: ", "))
        } else if case .reference(let kind) = column.type {
            proposal = known.meant(text, kind)
        }
        return Fault(
            code: "R312", column: field.column, value: text,
            reason: Text(
                "“\(column.chineseName)”不能是这个值，应为：\(expected.zh)",
                "'\(column.name)' cannot be this; expected: \(expected.en)"), proposal: proposal)
    }

    /// What is wrong with a value that is of its column's type.
    private func fault(
        in value: String, _ column: ColumnDeclaration, _ field: ImportedRecord.Field, _ known: KnownRecords
    ) -> Fault? {
        func fault(_ code: String, _ reason: Text, _ proposal: String? = nil) -> Fault {
            Fault(code: code, column: field.column, value: value, reason: reason, proposal: proposal)
        }
        switch column.type {
        case .reference(let kind) where !known.has(value, kind):
            return fault(
                "R315", Text("没有编号是“\(value)”的\(column.chineseName)", "there is no \(kind) '\(value)'"),
                known.meant(value, kind))
        case .subject(let isMany):
            let names = isMany ? value.split(separator: ";").map { WrittenField.trimmed(String($0)) } : [value]
            guard let name = names.first(where: { !known.hasAny($0) }) else { return nil }
            return fault("R315", Text("没有编号是“\(name)”的对象", "nothing has the identifier '\(name)'"))
        case .identifier where kind.name == "village" && value.hasSuffix("000"):
            return fault(
                "R332",
                Text("不是村代码：末三位为 000 的是乡镇或县", "it is no village: a code that ends in 000 is a township's or a county's")
            )
        case .openWord(let group) where !words.names(in: group).isEmpty && words.key(of: value, in: group) == nil:
            let list = words.names(in: group).map { words.title($0, in: group).zh }.joined(separator: "、")
            return fault(
                "R325",
                Text(
                    "词表里没有这个词；有：\(list)",
                    "the vocabulary has no such word; it has: \(words.names(in: group).joined(separator: ", "))"),
                "values: {\(column.name): {\(value): …}}")
        default: return nil
        }
    }
}

extension RowChecker.Fault {
    /// A fault as what a result fails with.
    struct Failure: Error {
        let fault: RowChecker.Fault
        init(_ fault: RowChecker.Fault) { self.fault = fault }
    }
}
