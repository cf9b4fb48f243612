// What a module needs besides: it imports ZhucunKernel alone.
@_exported public import CivilTime
@_exported public import Exact
@_exported public import Messages
@_exported public import PolicyYAML
@_exported public import Results
