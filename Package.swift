// swift-tools-version: 6.2
import PackageDescription

// One folder in Plugins/ is one assessment module; `make plugins` writes this list from the folders.
// plugins:begin
let plugins = [
    "Attendance",
    "Checklist",
    "Composition",
    "Consequences",
    "Deadlines",
    "Duties",
    "Entitlements",
    "Grading",
    "Leave",
    "Ranking",
    "Reports",
    "Requirements",
    "Rights",
    "Scoring",
    "Stars",
]
// plugins:end

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target with a README that says what lives in its folder.
func library(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
    .target(name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: ["README.md"], swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: strict)
}

let pluginTargets: [Target.Dependency] = plugins.map { .target(name: $0 + "Plugin") }
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "zhucun",
    products: [
        .executable(name: "zhucun", targets: ["zhucun"]),
        .library(name: "ZhucunKernel", targets: ["ZhucunKernel", "PolicyYAML", "CivilTime"]),
        .library(name: "BuiltInPlugins", targets: ["BuiltInPlugins"]),
        .library(name: "ZhucunCommand", targets: ["ZhucunCommand"]),
        .library(name: "ZhucunTesting", targets: ["ZhucunTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        library("CivilTime", []),
        library("Messages", []),
        library("Divisions", []),
        library("Exact", ["Messages"]),
        library("PolicyYAML", ["CLibYAML", "Messages"]),
        library("Results", ["CivilTime", "Exact", "Messages"]),
        library("ZhucunKernel", ["CivilTime", "Divisions", "Exact", "Messages", "PolicyYAML", "Results"]),
        library("BuiltInPlugins", ["ZhucunKernel"] + pluginTargets),
        library("Writers", ["Exact", "Messages"]),
        library("Rendering", ["CivilTime", "Exact", "Messages", "Results", "Writers", "ZhucunBulletins"]),
        library("ZhucunReports", ["CivilTime", "PolicyYAML", "Rendering", "Results", "ZhucunKernel"]),
        library("ZhucunBulletins", ["CLibXLSXWriter", "CivilTime", "Messages", "Writers"]),
        library("ZhucunSamples", ["CivilTime", "PolicyYAML", "ZhucunKernel"]),
        library("ZhucunPolicyTests", ["CivilTime", "PolicyYAML", "Rendering", "ZhucunKernel", "ZhucunReports"]),
        library("ZhucunTesting", ["CivilTime", "PolicyYAML", "ZhucunKernel"]),
        library(
            "ZhucunCommand",
            [
                "CMalloc", "CivilTime", "PolicyYAML", "Rendering", "Results", "ZhucunBulletins", "ZhucunKernel", "ZhucunPolicyTests", "ZhucunReports",
                "ZhucunSamples",
                argumentParser,
            ]),
        .executableTarget(name: "zhucun", dependencies: ["ZhucunCommand", "BuiltInPlugins"], exclude: ["README.md"], swiftSettings: strict),
        tests("CivilTimeTests", ["CivilTime"]),
        tests("PolicyYAMLTests", ["PolicyYAML"]),
        tests("ZhucunKernelTests", ["CivilTime", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins"]),
        tests("PluginTests", ["CivilTime", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins"] + pluginTargets, exclude: ["Fixture"]),
        tests("ProfileTests", ["CivilTime", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins"], exclude: ["Fixture", "Mistakes"]),
        tests("PolicyTestTests", ["CivilTime", "PolicyYAML", "ZhucunKernel", "ZhucunPolicyTests", "ZhucunTesting", "BuiltInPlugins"]),
        tests("BulletinTests", ["CivilTime", "PolicyYAML", "ZhucunBulletins"]),
        tests("CommandTests", ["CivilTime", "PolicyYAML", "Rendering", "Results", "ZhucunBulletins", "ZhucunKernel", "ZhucunReports", "ZhucunSamples", "ZhucunTesting", "BuiltInPlugins", "ZhucunCommand", "zhucun"]),
    ] + plugins.map { library($0 + "Plugin", ["CivilTime", "PolicyYAML", "ZhucunKernel"], path: "Plugins/\($0)") },
    swiftLanguageModes: [.v6]
)
