// What a policy speaks of, the tree that it is read from, and the data in which results say what it asks.
@_exported public import Facts
@_exported public import PolicyYAML
@_exported public import Results
