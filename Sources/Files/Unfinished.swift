import Glibc
import Synchronization

/// Files and folders under temporary names, which have no meaning before they are whole: whoever stops the program removes them.
public enum Unfinished {
    private static let paths = Mutex<Set<String>>([])

    /// Makes what will be written at a path; folders may hold files only. Nil when it is made, else the error's number, as `make`
    /// gives them.
    public static func begin(_ path: String, make: () -> Int32?) -> Int32? {
        paths.withLock { paths in
            if let number = make() { return number }
            paths.insert(path)
            return nil
        }
    }

    /// Gives what is whole its name; nil when it has it, else the error's number.
    public static func finish(_ path: String, as target: String) -> Int32? {
        paths.withLock { paths in
            guard rename(path, target) == 0 else { return errno }
            paths.remove(path)
            return nil
        }
    }

    /// Removes what was begun.
    public static func discard(_ path: String) {
        paths.withLock { paths in
            remove(path)
            paths.remove(path)
        }
    }

    /// Removes all that was begun, and ends the program before anybody begins or finishes anything more.
    public static func discardAll(andThen end: () -> Never) -> Never {
        paths.withLock { paths in
            paths.forEach(remove)
            end()
        }
    }

    /// The same for a crash handler: where another thread is at it, the files stay.
    public static func discardForCrash() {
        _ = paths.withLockIfAvailable { $0.forEach(remove) }
    }

    /// Others may still be making files in a folder while it is emptied.
    private static func remove(_ path: String) {
        guard unlink(path) != 0, errno == EISDIR else { return }
        repeat {
            for name in listDirectory(path, withHidden: true) ?? [] { unlink(path + "/" + name) }
        } while rmdir(path) != 0 && (errno == ENOTEMPTY || errno == EEXIST)
    }
}
