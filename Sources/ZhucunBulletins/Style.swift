internal import CLibXLSXWriter
internal import Messages

/// How a cell of a sheet looks.
struct Style: Hashable {
    var size = 11
    var isBold = false
    var isFilled = false
    var horizontal = Bulletin.Alignment.start
    var vertical = Vertical.center
    /// The sides that have a line; all four unless a box consists of several cells.
    var lines = Lines.all
    /// Excel's number format.
    var numbers = ""

    enum Vertical: Hashable { case top, center }

    struct Lines: OptionSet, Hashable {
        let rawValue: UInt8
        static let top = Lines(rawValue: 1)
        static let bottom = Lines(rawValue: 2)
        static let sides = Lines(rawValue: 4)
        static let all: Lines = [.top, .bottom, .sides]
    }

    func apply(to format: UnsafeMutablePointer<lxw_format>, _ language: Language) {
        format_set_font_name(format, language == .zh ? "宋体" : "Calibri")
        format_set_font_size(format, Double(size))
        if isBold { format_set_bold(format) }
        if isFilled {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, 0xEDEDED)
        }
        format_set_align(format, UInt8(alignment.rawValue))
        format_set_align(format, UInt8(verticalAlignment.rawValue))
        format_set_text_wrap(format)
        let thin = UInt8(LXW_BORDER_THIN.rawValue)
        if lines.contains(.top) { format_set_top(format, thin) }
        if lines.contains(.bottom) { format_set_bottom(format, thin) }
        if lines.contains(.sides) {
            format_set_left(format, thin)
            format_set_right(format, thin)
        }
        if !numbers.isEmpty { format_set_num_format(format, numbers) }
    }

    private var alignment: lxw_format_alignments {
        switch horizontal {
        case .start: LXW_ALIGN_LEFT
        case .center: LXW_ALIGN_CENTER
        case .end: LXW_ALIGN_RIGHT
        }
    }

    private var verticalAlignment: lxw_format_alignments {
        switch vertical {
        case .top: LXW_ALIGN_VERTICAL_TOP
        case .center: LXW_ALIGN_VERTICAL_CENTER
        }
    }
}
