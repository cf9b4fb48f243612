// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "flood-patrol",
    dependencies: [.package(name: "zhucun", path: "../..")],
    targets: [
        .target(name: "FloodPatrol", dependencies: [.product(name: "ZhucunKernel", package: "zhucun")]),
        .executableTarget(
            name: "zhucun-flood",
            dependencies: [
                "FloodPatrol", .product(name: "BuiltInPlugins", package: "zhucun"),
                .product(name: "ZhucunCommand", package: "zhucun"),
            ]),
        .testTarget(
            name: "FloodPatrolTests",
            dependencies: [
                "FloodPatrol", .product(name: "BuiltInPlugins", package: "zhucun"),
                .product(name: "ZhucunTesting", package: "zhucun"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
