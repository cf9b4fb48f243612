public import Messages

/// A way for a bulletin to leave. The same bulletin gives the same bytes.
public protocol BulletinWriter: Sendable {
    /// As `--format` names it.
    static var name: String { get }
    func write(_ bulletin: Bulletin) throws(BulletinFailure) -> [UInt8]
}

/// Why a bulletin was not written.
public struct BulletinFailure: Error, Hashable, Sendable {
    public var diagnostic: Diagnostic
}

/// The writers that this repository has.
public enum BulletinWriters {
    public static let all: [any BulletinWriter.Type] = [MarkdownWriter.self, HTMLBulletinWriter.self, XLSXWriter.self]

    public static func named(_ name: String) -> (any BulletinWriter)? {
        switch name {
        case MarkdownWriter.name: MarkdownWriter()
        case HTMLBulletinWriter.name: HTMLBulletinWriter()
        case XLSXWriter.name: XLSXWriter()
        default: nil
        }
    }
}
