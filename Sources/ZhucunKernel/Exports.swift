// What a module needs, so that its author imports ZhucunKernel alone.
@_exported public import Assessment
@_exported public import CivilTime
@_exported public import Exact
@_exported public import Facts
@_exported public import Identity
@_exported public import Messages
@_exported public import PolicyLanguage
@_exported public import PolicyYAML
@_exported public import Results
