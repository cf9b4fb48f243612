// What a module needs of the targets below, so that an author imports ZhucunKernel alone: Day, Period, DayRange, Text, Diagnostic.
@_exported public import CivilTime
@_exported public import PolicyYAML
