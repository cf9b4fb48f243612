import Foundation
import Testing

/// What other packages can call says above it what it is.
@Suite struct DocumentedAPITests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// The libraries that a module's author, or a report's, reads.
    private static let libraries = [
        "Sources/Assessment", "Sources/CivilTime", "Sources/Exact", "Sources/Facts", "Sources/Identity",
        "Sources/Messages",
        "Sources/PolicyLanguage", "Sources/PolicyYAML", "Sources/Results", "Sources/ZhucunTesting",
    ]

    @Test(arguments: libraries) func everyPublicDeclarationIsDocumented(library: String) throws {
        let folder = Self.root.appending(path: library).path(percentEncoded: false)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(library)/\($0)" }
        let files = paths.filter { $0.hasSuffix(".swift") }
        #expect(!files.isEmpty, "\(library) holds no sources")
        let missing = try files.sorted().flatMap { path in
            let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
            return PublicDeclarations(text).undocumented.map { "\(path):\($0)" }
        }
        #expect(missing.isEmpty, "\(missing.count) without a doc comment:\n\(missing.joined(separator: "\n"))")
    }

    /// The scan finds what it should, and takes nothing else for a declaration.
    @Test func theScanTellsDeclarationsApart() {
        let text = #"""
            public import Foundation

            /// Documented.
            @frozen
            public struct Place: Hashable {
                public let name: String
                @inlinable public var count: Int { 1 }
                @available(*, deprecated) public private(set) var kept = 0
                /// Documented, with attributes between.
                @discardableResult @available(*, deprecated, message: "write (it) down")
                public mutating func keep() -> Int { 1 }

                @inlinable
                public init?(_ text: String) {
                    var open = 0
                    open += 1
                    let written = """
                        public func inText() {}
                        """
                }
                public static func + (a: Place, b: Place) -> Place { a }
                // A remark is no documentation.
                public static func make() -> Place { Place() }
                public func hash(into hasher: inout Hasher) {}
                public var description: String { name }
                func own() {}
                private let secret = 1
            }

            /// Documented.
            public protocol Judge {
                associatedtype Rule
                /// Documented.
                func judge(_ rule: Rule) -> Bool
                static var all: [Self] { get }
            }

            extension Judge {
                public func again() {}
                func inside() {}
            }

            open class Office {}

            public extension Place {
                func implied() {}
                private func hidden() {}
            }
            """#
        #expect(PublicDeclarations(text).undocumented == [6, 7, 8, 14, 23, 32, 35, 39, 43, 46])
    }
}
