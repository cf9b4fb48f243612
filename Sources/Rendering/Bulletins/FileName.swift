/// A text as a part of a file's name: letters and digits of any script, `-` and `_` stay, every other byte becomes `%` and its number, so
/// that no text leads out of a folder and no two texts become one name.
package func fileName(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
        let stays =
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal || scalar == "-"
            || scalar == "_"
        return stays ? String(scalar) : UTF8.encode(scalar).map { $0.map(hexadecimal).joined() } ?? ""
    }.joined()
}

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
}
