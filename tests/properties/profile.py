"""How many examples a property is tried on: a share of the profile's, because each is a whole run of the authority."""

from hypothesis import settings

SHARE = settings.default.max_examples if settings.default else 100
MANY = settings(max_examples=SHARE)
SOME = settings(max_examples=max(1, SHARE * 3 // 10))
FEW = settings(max_examples=max(1, SHARE // 7))
