/// The languages that the platform speaks, by their ISO 639-1 codes: Chinese and English.
public enum Language: String, Sendable, CaseIterable {
    case zh, en
}

/// A sentence in the two languages of the platform.
public struct Text: Hashable, Sendable {
    /// The sentence in Chinese.
    public var zh: String
    /// The sentence in English.
    public var en: String

    /// A sentence in Chinese and the same in English.
    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// A text that reads the same in both languages, such as a name or a number.
    public init(same: String) {
        self.init(same, same)
    }

    /// The sentence in the given language.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
