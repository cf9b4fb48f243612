package import Exact

/// Writes JSON as bytes, in the order in which it is told: the same facts give the same bytes.
package struct JSONWriter {
    package private(set) var bytes: [UInt8]
    /// The last byte of what was handed on.
    private var last: UInt8?

    /// Not the first when what was written elsewhere comes before it in the same object or array.
    package init(isFirst: Bool = true) { bytes = isFirst ? [] : [UInt8(ascii: ",")] }

    /// The start of an object, or of an array of a key, whose end is written with ``close(_:)``: what is between them is too much
    /// to be held at once.
    package mutating func open() {
        separate()
        bytes.append(UInt8(ascii: "{"))
    }

    package mutating func open(_ key: String) {
        self.key(key)
        bytes.append(UInt8(ascii: "["))
    }

    package mutating func close(_ ends: String) { bytes.add(ends) }

    /// What was written so far, to be handed on; what comes next stands behind it.
    package mutating func take() -> [UInt8] {
        last = bytes.last ?? last
        defer { bytes = [] }
        return bytes
    }

    package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }
    package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    package mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    package mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        array(body)
    }

    package mutating func string(_ key: String, _ value: String?) {
        self.key(key)
        string(value)
    }

    package mutating func number(_ key: String, _ value: Int?) {
        self.key(key)
        if let value { bytes.add(Int64(value)) } else { bytes.add("null") }
    }

    package mutating func flag(_ key: String, _ value: Bool) {
        self.key(key)
        bytes.add(value ? "true" : "false")
    }

    /// One item of an array; null when nil.
    package mutating func string(_ value: String?) {
        separate()
        if let value { quote(value) } else { bytes.add("null") }
    }

    /// Numbers are exact: whole ones as they are, others as `19/31`; a number that is not known exactly by its bounds.
    package mutating func value(_ key: JSONKey, _ value: MeasureValue) {
        separate()
        bytes.add(key.bytes)
        self.value(value)
    }

    /// The same as an item of an array.
    package mutating func value(_ value: MeasureValue) {
        separate()
        switch value {
        case .text(let text): quote(text)
        case .range(let range):
            bytes.append(UInt8(ascii: "{"))
            if let low = range.low { self.value(JSONKey("at_least"), .number(low)) }
            if let high = range.high { self.value(JSONKey("at_most"), .number(high)) }
            bytes.append(UInt8(ascii: "}"))
        case .number(let number) where number.denominator == 1: bytes.add(number.numerator)
        case .number(let number):
            bytes.append(UInt8(ascii: "\""))
            bytes.add(number)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    package mutating func members(_ members: JSONMembers) {
        guard !members.bytes.isEmpty else { return }
        separate()
        bytes.add(members.bytes)
    }

    fileprivate mutating func key(_ key: String) {
        separate()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        body(&self)
        bytes.append(UInt8(ascii: close))
    }

    /// A comma behind a whole member or item.
    private mutating func separate() {
        switch bytes.last ?? last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: ","): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.add(text)
        if bytes[start...].contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            escape(from: start)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(from start: Int) {
        let text = Array(bytes[start...])
        bytes.removeSubrange(start...)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes.add("\\n")
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                bytes.add("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
            default: bytes.append(byte)
            }
        }
    }
}

/// Members that many objects have, written once.
package struct JSONMembers {
    fileprivate let bytes: [UInt8]

    package init(_ body: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        body(&json)
        bytes = json.bytes
    }
}

/// The key of a member that many objects have.
package struct JSONKey {
    fileprivate let bytes: [UInt8]

    package init(_ name: String) {
        var json = JSONWriter()
        json.key(name)
        bytes = json.bytes
    }
}
