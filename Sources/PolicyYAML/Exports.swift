// A tree is read together with what is wrong in it.
@_exported public import Messages
