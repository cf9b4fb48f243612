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
        .library(name: "FactsImport", targets: ["FactsImport"]),
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
        .systemLibrary(name: "CMiniZip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        library("CivilTime", []),
        library("Messages", []),
        library("Divisions", []),
        library("Exact", ["Messages"]),
        library("Files", ["Messages"]),
        library("PolicyYAML", ["CLibYAML", "Files", "Messages"]),
        library("Identity", ["Messages"]),
        library("Results", ["CivilTime", "Exact", "Identity", "Messages"]),
        library("Facts", ["CivilTime", "Divisions", "Exact", "Files", "Identity", "Messages"]),
        library("PolicyLanguage", ["CivilTime", "Exact", "Facts", "Files", "Identity", "Messages", "PolicyYAML", "Results"]),
        library("Assessment", ["CivilTime", "Exact", "Facts", "Files", "Identity", "Messages", "PolicyLanguage", "PolicyYAML", "Results"]),
        library("ZhucunKernel", ["Assessment", "CivilTime", "Exact", "Facts", "Identity", "Messages", "PolicyLanguage", "PolicyYAML", "Results"]),
        library("FactsImport", ["CExpat", "CLibXLSXWriter", "CMiniZip", "CivilTime", "Files", "Messages", "PolicyYAML", "ZhucunKernel"]),
        library("BuiltInPlugins", ["ZhucunKernel"] + pluginTargets),
        library("Writers", ["Exact", "Messages"]),
        library("Rendering", ["CivilTime", "Exact", "Messages", "Results", "Writers", "ZhucunBulletins"]),
        library("ZhucunReports", ["CivilTime", "PolicyYAML", "Rendering", "Results", "ZhucunKernel"]),
        library("ZhucunBulletins", ["CLibXLSXWriter", "CivilTime", "Messages", "Writers"]),
        library("ZhucunSamples", ["CivilTime", "Files", "PolicyYAML", "ZhucunKernel"]),
        library("ZhucunPolicyTests", ["CivilTime", "PolicyYAML", "Rendering", "ZhucunKernel", "ZhucunReports"]),
        library("ZhucunTesting", ["CivilTime", "FactsImport", "PolicyYAML", "ZhucunKernel"]),
        library(
            "ZhucunCommand",
            [
                "CMalloc", "CivilTime", "FactsImport", "Files", "PolicyYAML", "Rendering", "Results", "ZhucunBulletins", "ZhucunKernel", "ZhucunPolicyTests", "ZhucunReports",
                "ZhucunSamples",
                argumentParser,
            ]),
        .executableTarget(name: "zhucun", dependencies: ["ZhucunCommand", "BuiltInPlugins"], exclude: ["README.md"], swiftSettings: strict),
        tests("CivilTimeTests", ["CivilTime"]),
        tests("PolicyYAMLTests", ["PolicyYAML"]),
        tests("ZhucunKernelTests", ["Assessment", "CivilTime", "Facts", "PolicyLanguage", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins"]),
        tests("PluginTests", ["CivilTime", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins"] + pluginTargets, exclude: ["Fixture"]),
        tests("ProfileTests", ["CivilTime", "PolicyLanguage", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins"], exclude: ["Fixture", "Mistakes"]),
        tests("PolicyTestTests", ["CivilTime", "PolicyYAML", "ZhucunKernel", "ZhucunPolicyTests", "ZhucunTesting", "BuiltInPlugins"], exclude: ["Upgrade"]),
        tests("BulletinTests", ["CivilTime", "PolicyYAML", "ZhucunBulletins"]),
        tests("ImportTests", ["CivilTime", "FactsImport", "Messages", "PolicyYAML", "ZhucunKernel", "ZhucunTesting", "BuiltInPlugins", "ZhucunCommand", "zhucun"]),
        tests("CommandTests", ["CivilTime", "Files", "PolicyYAML", "Rendering", "Results", "ZhucunBulletins", "ZhucunKernel", "ZhucunReports", "ZhucunSamples", "ZhucunTesting", "BuiltInPlugins", "ZhucunCommand", "zhucun"]),
    ] + plugins.map { library($0 + "Plugin", ["CivilTime", "PolicyYAML", "ZhucunKernel"], path: "Plugins/\($0)") },
    swiftLanguageModes: [.v6]
)
