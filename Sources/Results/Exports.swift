// Whom results are about.
@_exported public import Identity
