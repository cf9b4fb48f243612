// What judging needs: a policy, the facts that it speaks of, and the data that findings become.
@_exported public import PolicyLanguage
