/// Takes the rows of streamed kinds, which go by once and are not kept. Several may take parts of one file at the same time; what
/// they hold together does not depend on which took what.
public protocol RecordSink: Sendable {
    /// Takes rows of one kind; what it needs of them it copies.
    mutating func take(_ batch: borrowing RecordBatch, _ symbols: Symbols)
    /// Adds what another has taken.
    mutating func join(_ other: Self)
    /// In which zones of what was taken before rows are that have to be seen again; 0 for none.
    var zonesToSee: UInt64 { get }
}
