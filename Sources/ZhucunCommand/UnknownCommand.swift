import ArgumentParser
import PolicyYAML

/// A subcommand that there is not: said before the parser, in the language that was asked for, with the one that was meant.
enum UnknownCommand {
    /// Nil where every word in the place of a subcommand is one.
    static func problem(_ arguments: [String]) -> Diagnostic? {
        var command: any ParsableCommand.Type = Zhucun.self
        for word in arguments {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                let names = known.compactMap { $0.configuration.commandName }
                let outer = command.configuration.commandName ?? "zhucun"
                return .unknownWord(
                    word, outer == "zhucun" ? Text("命令", "command") : Text("“\(outer)”子命令", "subcommand of \(outer)"),
                    names)
            }
            command = next
        }
        return nil
    }
}
