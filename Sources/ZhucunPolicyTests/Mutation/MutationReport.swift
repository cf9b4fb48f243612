public import PolicyYAML
internal import Rendering
internal import ZhucunKernel
internal import ZhucunReports

/// What the tests noticed of small changes: counts by kind, and every change that they did not notice.
public enum MutationReport {
    public static func text(_ results: [MutationResult], _ language: Language) -> [UInt8] {
        Array(
            results.map { lines($0).map { $0(language) }.joined(separator: "\n") + "\n" }.joined(separator: "\n").utf8)
    }

    private static func lines(_ result: MutationResult) -> [Text] {
        let open = result.survivors.filter { $0.reason == nil }
        let accepted = result.survivors.filter { $0.reason != nil }
        var lines = [
            Text(
                "\(result.profile.name.zh)（\(result.profile.code)）",
                "\(result.profile.name.en) (\(result.profile.code))")
        ]
        for kind in Mutant.Kind.allCases {
            guard let tally = result.tallies[kind] else { continue }
            let more =
                tally.accepted == 0 ? Text("", "") : Text("，另有 \(tally.accepted) 处已接受", ", \(tally.accepted) accepted")
            lines.append(
                Text(
                    "  \(kind.title.zh)：改 \(tally.total) 处，测试发现 \(tally.killed) 处\(more.zh)",
                    "  \(kind.title.en): \(tally.killed) of \(tally.total) noticed\(more.en)"))
        }
        let rate = result.rate.map { MeasureValue.number($0).readable(as: .share).en } ?? "-"
        lines.append(
            Text(
                "  发现率 \(rate)（数字、比例、时间单位、比较；已接受的不计）；不能读入的改动 \(result.refused) 处",
                "  noticed: \(rate) (numeric, ratio, unit, comparison; without the accepted); \(result.refused) changes could not be read"
            ))
        if !open.isEmpty { lines.append(Text("没有被测试发现的改动：", "changes that no test noticed:")) }
        lines += open.map { line($0) }
        if !accepted.isEmpty { lines.append(Text("已接受的：", "accepted:")) }
        lines += accepted.map { line($0) }
        return lines
    }

    private static func line(_ survivor: MutationResult.Survivor) -> Text {
        let mutant = survivor.mutant
        let place = mutant.location
        let reason = survivor.reason.map { "　# \($0)" } ?? ""
        let what =
            "  \(place.path):\(place.line):\(place.column)　{item: \(mutant.item), setting: \(mutant.setting), change: \(mutant.change)}\(reason)"
        return Text(same: what)
    }

    public static func json(_ results: [MutationResult]) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for result in results { json.object { write(result, &$0) } }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ result: MutationResult, _ json: inout JSONWriter) {
        json.string("profile", result.profile.code)
        json.string("rate", result.rate?.exactText)
        json.number("refused", result.refused)
        json.object("kinds") { json in
            for kind in Mutant.Kind.allCases {
                let tally = result.tallies[kind] ?? MutationResult.Tally()
                json.object(kind.rawValue) { json in
                    json.number("total", tally.total)
                    json.number("killed", tally.killed)
                    json.number("survived", tally.survived)
                    json.number("accepted", tally.accepted)
                }
            }
        }
        json.array("survivors") { json in
            for survivor in result.survivors {
                json.object { json in
                    let mutant = survivor.mutant
                    json.string("kind", mutant.kind.rawValue)
                    json.string("path", mutant.location.path)
                    json.number("line", mutant.location.line)
                    json.number("column", mutant.location.column)
                    json.string("item", mutant.item)
                    json.string("setting", mutant.setting)
                    json.string("change", mutant.change)
                    json.string("reason", survivor.reason)
                }
            }
        }
    }
}
