/// For every job, how many items may be under way or wait for those before them.
let itemsAheadOfEachJob = 4

/// Makes something of each item, `jobs` at a time, and takes what was made in the order of the items. No item is begun while
/// the oldest that was not taken lies too far behind.
func inOrder<Item: Sendable, Made: Sendable>(
    _ items: [Item], jobs: Int, make: @escaping @Sendable (Item) throws -> Made, take: (Made) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Made).self) { group in
        var begun = 0
        var running = 0
        var taken = 0
        var waiting: [Int: Made] = [:]
        func begin() {
            while running < max(1, jobs), begun < min(items.count, taken + max(1, jobs) * itemsAheadOfEachJob) {
                let (place, item) = (begun, items[begun])
                group.addTask { (place, try make(item)) }
                begun += 1
                running += 1
            }
        }
        begin()
        while let (place, made) = try await group.next() {
            running -= 1
            waiting[place] = made
            begin()
            while let next = waiting.removeValue(forKey: taken) {
                taken += 1
                try take(next)
            }
            begin()
        }
    }
}
