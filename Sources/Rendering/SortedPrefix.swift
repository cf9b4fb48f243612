extension Sequence {
    /// The first `count` of what a stable sort gives: a list shows few of many.
    package func sortedPrefix(_ count: Int, by isBefore: (Element, Element) -> Bool) -> [Element] {
        var first: [Element] = []
        for element in self {
            if first.count == count {
                guard let last = first.last, isBefore(element, last) else { continue }
                first.removeLast()
            }
            // Behind those that equal it, which came before it.
            var place = first.count
            while place > 0, isBefore(element, first[place - 1]) { place -= 1 }
            first.insert(element, at: place)
        }
        return first
    }
}
