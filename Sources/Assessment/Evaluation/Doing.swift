internal import CivilTime
internal import Glibc

/// What each thread is doing, where a crash handler finds it: such a handler may neither allocate nor lock.
package enum Doing {
    private struct Note {
        let label: UnsafeBufferPointer<UInt8>
        let days: DayRange
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// To be called before a crash handler may look.
    package static func prepare() { _ = key }

    /// Runs a module's code for a provision in some days.
    static func now<Value>(_ provision: Provision, _ days: DayRange, _ run: () throws -> Value) rethrows -> Value {
        let before = pthread_getspecific(key)
        defer { pthread_setspecific(key, before) }
        return try provision.label.withUnsafeBufferPointer { label in
            var note = Note(label: label, days: days)
            return try withUnsafeMutablePointer(to: &note) { note in
                pthread_setspecific(key, note)
                return try run()
            }
        }
    }

    /// Writes what this thread is doing, module, provision, place and days, to a file descriptor; false for nothing of a module.
    /// Safe in a signal handler.
    package static func write(to descriptor: Int32) -> Bool {
        guard let note = pthread_getspecific(key)?.assumingMemoryBound(to: Note.self).pointee else { return false }
        Glibc.write(descriptor, note.label.baseAddress, note.label.count)
        write(" ", to: descriptor)
        write(note.days.first, to: descriptor)
        write("..", to: descriptor)
        write(note.days.last, to: descriptor)
        return true
    }

    /// A text that stands in the program.
    package static func write(_ text: StaticString, to descriptor: Int32) {
        Glibc.write(descriptor, text.utf8Start, text.utf8CodeUnitCount)
    }

    private static func write(_ day: Day, to descriptor: Int32) {
        let (year, month, ofMonth) = day.civil
        for (index, (number, width)) in [(year, 4), (month, 2), (ofMonth, 2)].enumerated() {
            if index > 0 { write("-", to: descriptor) }
            var scale = width == 4 ? 1000 : 10
            while scale > 0 {
                var digit = UInt8(truncatingIfNeeded: 0x30 + number / scale % 10)
                Glibc.write(descriptor, &digit, 1)
                scale /= 10
            }
        }
    }
}
