// Whoever makes reports writes them.
@_exported public import Writers
