// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// With CALQUE_STATIC=1 the C libraries are linked into the binary (`make install`).
let isStatic = ProcessInfo.processInfo.environment["CALQUE_STATIC"] == "1"

func library(_ name: String) -> LinkerSetting {
    .linkedLibrary(isStatic ? ":lib\(name).a" : name)
}

let icu = [library("icui18n"), library("icuuc"), library("icudata")] + (isStatic ? [.linkedLibrary("stdc++")] : [])

/// With CALQUE_FUZZ=1 there is one more product, which libFuzzer drives (`make fuzz`).
let fuzzing: [Target] =
    ProcessInfo.processInfo.environment["CALQUE_FUZZ"] != "1"
    ? []
    : [
        .executableTarget(
            name: "calque-fuzz", dependencies: ["Calque"],
            swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-Xlinker", "--allow-multiple-definition"])])
    ]

let package = Package(
    name: "Calque",
    products: [
        .library(name: "Calque", targets: ["Calque"]),
        .executable(name: "calque", targets: ["calque-command"]),
        .executable(name: "calque-dev", targets: ["calque-dev"]),
    ],
    targets: [
        // C: shims, system libraries, embedded tables.
        .target(name: "CICU", linkerSettings: icu),
        .target(name: "CSystem"),
        .target(
            name: "CHTTP", cSettings: isStatic ? [.define("CALQUE_STATIC")] : [],
            linkerSettings: [library("microhttpd")]),
        .systemLibrary(name: "CYAML"),
        .systemLibrary(name: "CJansson"),
        .systemLibrary(name: "CMD4C"),
        .target(name: "CLexicon"),
        .target(name: "CModel"),
        .target(name: "CRules"),
        .target(name: "CReports"),
        // The way of the data, a module each.
        // Debian has no archive of md4c: it is linked as a shared library in any case.
        .target(name: "CalqueText", dependencies: ["CICU", "CMD4C"], linkerSettings: [.linkedLibrary("md4c")]),
        .target(name: "CalqueSyntax", dependencies: ["CalqueText", "CLexicon", "CModel"]),
        .target(
            name: "CalqueLint", dependencies: ["CalqueText", "CalqueSyntax", "CRules", "CYAML", "CICU"],
            linkerSettings: [library("yaml")]),
        .target(name: "CalqueRules", dependencies: ["CalqueLint"]),
        .target(name: "CalqueReports", dependencies: ["CalqueLint", "CICU", "CReports"]),
        .target(
            name: "Calque", dependencies: ["CalqueText", "CalqueSyntax", "CalqueLint", "CalqueRules", "CalqueReports"]),
        // The commands.
        .executableTarget(
            name: "calque-command", dependencies: ["Calque", "CSystem", "CJansson", "CHTTP"],
            linkerSettings: [library("jansson")]),
        .executableTarget(
            name: "calque-dev", dependencies: ["Calque", "CSystem", "CICU"],
            exclude: ["Lexicon/lists", "Lexicon/fetch-sources.sh"]),
        // Tests.
        .testTarget(name: "CalqueTextTests", dependencies: ["CalqueText", "CICU"]),
        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .testTarget(name: "CalqueSyntaxTests", dependencies: ["CalqueSyntax", "CAllocations", "CModel"]),
        .testTarget(name: "CalqueLintTests", dependencies: ["CalqueLint"]),
        .testTarget(name: "CalqueRulesTests", dependencies: ["Calque"]),
        .testTarget(name: "CalqueReportsTests", dependencies: ["Calque"]),
        .testTarget(name: "CalqueCommandTests", dependencies: ["calque-command"]),
    ] + fuzzing,
    cLanguageStandard: .c2x
)
