/// The candidate that the writer of a word most likely meant, or nil when none is near.
///
/// Near means at most a third of the word's characters mistyped, and at least one allowed. Of candidates that are
/// equally near, the one nearest in length is taken, and of those the first by the alphabet, so that a set of
/// candidates gives the same answer each time.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word)
    guard letters.count <= longestWord else { return nil }
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, lengthDifference: Int, word: String)?
    for candidate in candidates {
        let others = Array(candidate)
        let lengthDifference = abs(others.count - letters.count)
        guard lengthDifference <= limit else { continue }
        let distance = editDistance(letters, others)
        // A word of one letter with that letter replaced has nothing in common with it.
        guard distance <= limit, distance < max(letters.count, others.count) || distance == 0 else { continue }
        let rank = (distance, lengthDifference, candidate)
        if let best, best <= rank { continue }
        best = rank
    }
    return best?.word
}

/// No key of a profile is longer; a hostile one must not cost quadratic time.
private let longestWord = 100

/// The Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of
/// neighbours, each counting one.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row] + [Int](repeating: 0, count: right.count)
        for column in 1...right.count {
            let isSame = left[row - 1] == right[column - 1]
            var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
            let isSwap =
                row > 1 && column > 1
                && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
            if isSwap { cost = min(cost, beforeLast[column - 2] + 1) }
            current[column] = cost
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
