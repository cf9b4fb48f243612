// What facts are made of: days, exact numbers, kinds of subject, and texts for people.
@_exported public import CivilTime
@_exported public import Exact
@_exported public import Identity
@_exported public import Messages
