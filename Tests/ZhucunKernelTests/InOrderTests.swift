internal import Glibc
internal import Synchronization
internal import Testing
import ZhucunKernel

@testable internal import Assessment

/// Work that is done several items at a time and taken in order.
@Suite struct InOrderTests {
    /// What is begun and not taken, and the most that it ever was.
    private final class Gauge: Sendable {
        private let counts = Mutex((running: 0, underWay: 0, mostRunning: 0, mostUnderWay: 0))

        func begin() {
            counts.withLock {
                $0.running += 1
                $0.underWay += 1
                $0.mostRunning = max($0.mostRunning, $0.running)
                $0.mostUnderWay = max($0.mostUnderWay, $0.underWay)
            }
        }

        func made() { counts.withLock { $0.running -= 1 } }
        func taken() { counts.withLock { $0.underWay -= 1 } }
        var most: (running: Int, underWay: Int) { counts.withLock { ($0.mostRunning, $0.mostUnderWay) } }
    }

    /// The first takes longest, so that the others would run far ahead of it.
    @Test(arguments: [0, 1, 2, 5])
    func takenInOrderAndNeverFarAhead(jobs: Int) async throws {
        let gauge = Gauge()
        var taken: [Int] = []
        try await inOrder(Array(0..<200), jobs: jobs) { item in
            gauge.begin()
            if item % 50 == 0 { usleep(20_000) }
            gauge.made()
            return item * 2
        } take: { item in
            gauge.taken()
            taken.append(item)
        }
        #expect(taken == (0..<200).map { $0 * 2 })
        #expect(gauge.most.running <= max(1, jobs))
        #expect(gauge.most.underWay <= max(1, jobs) * itemsAheadOfEachJob)
    }

    @Test func nothing() async throws {
        try await inOrder([Int](), jobs: 2) {
            $0
        } take: { _ in
            Issue.record("nothing to take")
        }
    }

    /// What cannot be written ends it: no item is begun any more.
    @Test func whatFailsEndsIt() async throws {
        struct Full: Error {}
        let gauge = Gauge()
        await #expect(throws: Full.self) {
            try await inOrder(Array(0..<200), jobs: 2) { _ in
                gauge.begin()
            } take: { _ in
                throw Full()
            }
        }
        #expect(gauge.most.underWay <= 2 * itemsAheadOfEachJob + 2)
    }
}
