public import Messages

extension Bulletin {
    /// An opinion form (意见表, 审批表): a grid of entries, then boxes in which offices write and sign.
    public struct Form: Hashable, Sendable {
        public var title: Text
        /// 编号.
        public var number: String?
        public var fields: [Field]
        public var boxes: [Box]
        /// Under the form: 本表一式三份.
        public var notes: [Text]
        /// The name of its sheet in a workbook; the title when nil.
        public var sheet: String?

        public init(
            title: Text, number: String? = nil, fields: [Field] = [], boxes: [Box] = [], notes: [Text] = [],
            sheet: String? = nil
        ) {
            self.title = title
            self.number = number
            self.fields = fields
            self.boxes = boxes
            self.notes = notes
            self.sheet = sheet
        }

        /// An entry with its label. Two stand in one row unless one is wide.
        public struct Field: Hashable, Sendable {
            public var label: Text
            public var value: Cell
            public var isWide: Bool

            public init(_ label: Text, _ value: Cell, isWide: Bool = false) {
                self.label = label
                self.value = value
                self.isWide = isWide
            }
        }

        /// A box for an opinion; what is known already is printed in it.
        public struct Box: Hashable, Sendable {
            public var label: Text
            public var content: [Text]
            public var signing: Signing

            public init(_ label: Text, content: [Text] = [], signing: Signing = .seal) {
                self.label = label
                self.content = content
                self.signing = signing
            }
        }

        /// What stands at the foot of a box.
        public enum Signing: String, Hashable, Sendable, CaseIterable {
            /// Nothing.
            case none
            /// 签字, and the date.
            case signature
            /// The seal of an office, and the date.
            case seal

            var line: Text? {
                switch self {
                case .none: nil
                case .signature: Text("签字：　　　　　　　　年　　月　　日", "Signature: ………………………    Date: ………………")
                case .seal: Text("（盖章）　　　　　　年　　月　　日", "(seal)    Date: ………………")
                }
            }
        }

        /// The entries row by row: a wide one, or two others, or one that found no partner.
        var grid: [[Field]] {
            var rows: [[Field]] = []
            var isOpen = false
            for field in fields {
                if isOpen, !field.isWide {
                    rows[rows.count - 1].append(field)
                    isOpen = false
                } else {
                    rows.append([field])
                    isOpen = !field.isWide
                }
            }
            return rows
        }
    }
}
