internal import Messages

/// The text as paper may show it: what hides or turns the direction of writing becomes U+FFFD, a tab a blank.
func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0A where isAfterReturn: break
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: shown.append("\n")
        case 0x09: shown.append(" ")
        case 0xFFFE, 0xFFFF: shown.append("\u{FFFD}")
        case _ where scalar.isUnprintable: shown.append("\u{FFFD}")
        default: shown.append(scalar)
        }
        isAfterReturn = scalar.value == 0x0D
    }
    return String(shown)
}
