"""The file of a plan with every key that there is, for tests that spoil files and that walk through keys."""

EVERY_KEY = """\
# Wat de directeuren vastlegden.
pins:
  access: {in: true, not_before: 2027-Q2, members: [amsterdam, utrecht], because: De wet.}
ceilings:
  2027: {utrecht: 900000}
hour: 80
result:
  fingerprint: abcdefghijklmnop
  status: proved
  value: 1200
  bound: 1200
  cost: 450000
  placed:
    - {id: access, start: 2027-Q2, members: [amsterdam, utrecht]}
  left_out:
    - id: letters
      start: 2027-Q1
      members: [amsterdam]
      lacks:
        - {what: hours, quarter: 2027-Q1, team: platform, amount: 120}
        - {what: share, year: 2027, member: utrecht, amount: 5000}
        - {what: waits-for, id: access}
      change:
        room: [{what: one-off, year: 2027, amount: 30000}]
        placed: [{id: letters, start: 2027-Q3, members: [amsterdam]}]
      instead:
        value: 1000
        cost: 300000
        out: [access]
        placed: [{id: letters, start: 2027-Q1, members: [amsterdam]}]
      never: no-plan
    - {id: forms, never: waits-for, because_of: identity}
  clash: [access, letters]
  coalitions:
    - members: [amsterdam, utrecht]
      better: {amsterdam: {plan: 0, together: 300}, utrecht: {plan: 100, together: 300}}
      placed: [{id: letters, start: 2027-Q1, members: [amsterdam, utrecht]}]
  read:
    initiatives: {access: abcdefgh, letters: hgfedcba}
    pins: {access: aabbccdd}
    room:
      - {what: hours, quarter: 2027-Q1, team: platform, amount: 2400}
      - {what: share, year: 2027, member: utrecht, amount: 900000}
      - {what: recurring, year: 2027, amount: 100}
    members: ddccbbaa
    hour: 80
"""
