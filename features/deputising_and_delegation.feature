Feature: Deputising and the scheme of delegation
  A deputy stands in for the holder of an office between two days. It does not cascade, and nobody deputises on a
  case of the person they stand in for. The record says who signed, and for whom.
  A conferred power is another thing: a resolution gives it, a decision under it draws it down, and above it is refused.
  Source: SAF 2, deputising; SAF 2, scheme of delegation.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: The Chief Executive's deputy decides, and the record says for whom
    Given a business case of £400,000 by Ann
    And Ada lets Cass stand in for Cleo as Chief Executive from 28 October 2024 to 8 November 2024
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cass approves it on 31 October 2024 at 11:00
    Then it is in effect
    And it was approved by Cass for Cleo, as Chief Executive

  Scenario Outline: Only between the two days, both included
    Given a business case of £400,000 by Ann
    And Ada lets Cass stand in for Cleo as Chief Executive from 28 October 2024 to 8 November 2024
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cass approves it on <moment>
    Then <what>

    Examples:
      | moment                    | what                                               |
      | 27 October 2024 at 23:59:59 | Cass is told that it is for the Chief Executive |
      | 28 October 2024 at 00:00  | it is in effect                                    |
      | 8 November 2024 at 23:59:59 | it is in effect                                  |
      | 9 November 2024 at 00:00  | Cass is told that it is for the Chief Executive |

  Scenario: A deputising that is ended early ends
    Given a business case of £400,000 by Ann
    And Ada lets Cass stand in for Cleo as Chief Executive from 24 October 2024 to 8 November 2024
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Ada ends on 25 October 2024 at 09:00 the deputising of Cass for Cleo as Chief Executive with 27 October 2024
    And Cass approves it on 28 October 2024 at 11:00
    Then Cass is told that it is for the Chief Executive

  Scenario: It does not cascade
    Given Ada lets Cass stand in for Cleo as Chief Executive from 28 October 2024 to 8 November 2024
    When Ada lets Bea stand in for Cass as Chief Executive from 28 October 2024 to 8 November 2024
    Then the only refusal says "The person stood in for holds the office themselves: deputising does not cascade" with source "SAF 2, deputising"

  Scenario: A deputy for somebody who no longer holds the office has nothing to stand in for
    Given a business case of £400,000 by Ann
    And Ada lets Cass stand in for Pip as PMO from 1 October 2024 to 8 November 2024
    And Ann submits it on 14 October 2024 at 10:00
    When Ada ends on 14 October 2024 at 12:00 the appointment of Pip as PMO with 14 October 2024
    And Cass accepts it on 15 October 2024 at 10:00
    Then Cass is told that it is for the PMO

  Scenario: A member is stood in for by a named substitute, not by a deputy
    When Ada lets Cass stand in for Birch as member from 28 October 2024 to 8 November 2024
    Then the only refusal says "A member is stood in for by a named substitute, not by a deputy" with source "SAF 1, offices and bodies"

  Scenario: A deputy never acts on a case of the person they stand in for
    Given a business case of £400,000 by Pip
    And Ada lets Cass stand in for Pip as PMO from 1 October 2024 to 8 November 2024
    And Pip submits it on 14 October 2024 at 10:00
    When Cass accepts it on 15 October 2024 at 10:00
    Then the only refusal says "Nobody triages, recommends, clears, decides or records a case they wrote or sponsor, nor clears and decides the same report, nor acts for one who did" with source "SAF 2, separation of duties [A]"
    When Pat accepts it on 15 October 2024 at 11:00
    Then it stands before the panel

  Scenario: A decision under a conferred power draws it down
    Given a business case of £1,500,000 by Ann
    And Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, from 1 October 2024 to 31 March 2025
    And it has been recommended to the committee of 25 November 2024
    When Cleo approves it under "D1" on 12 November 2024
    Then it is approved
    And it was decided by the Chief Executive, an officer, under "D1"
    And £500,000 is left of "D1"

  Scenario: Above what is left of it, it is refused
    Given a business case "First" of £1,500,000 by Ann
    And a business case "Second" of £1,200,000 by Bea
    And Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, from 1 October 2024 to 31 March 2025
    And "First" and "Second" have been recommended to the committee of 25 November 2024
    And Cleo approves "First" under "D1" on 12 November 2024
    When Cleo approves "Second" under "D1" on 12 November 2024
    Then the only refusal says "A decision under the scheme of delegation cites a standing entry, by its holder, within what is left of its limit" with source "SAF 2, scheme of delegation"
    And £500,000 is left of "D1"
    And "Second" is listed to the committee of 25 November 2024

  Scenario Outline: Only by its holder, while it stands, and for what it covers
    Given a business case of £1,500,000 by Ann
    And Dee enters the power "D1" conferred on the <holder> for <kinds> to £2,000,000, from <from> to <until>
    And it has been recommended to the committee of 25 November 2024
    When Cleo approves it under "D1" on 12 November 2024
    Then it is refused to her: <why>

    Examples:
      | holder             | kinds           | from           | until           | why |
      | Chief Executive    | business cases  | 13 November 2024 | 31 March 2025 | A decision under the scheme of delegation cites a standing entry, by its holder, within what is left of its limit |
      | Chief Executive    | business cases  | 1 October 2024 | 11 November 2024 | A decision under the scheme of delegation cites a standing entry, by its holder, within what is left of its limit |
      | Chief Executive    | change requests | 1 October 2024 | 31 March 2025   | The power covers this kind of case |
      | executive director | business cases  | 1 October 2024 | 31 March 2025   | Approve, with or without conditions is for executive director |

  Scenario: A power that was taken back is used no longer
    Given a business case of £1,500,000 by Ann
    And Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, from 1 October 2024 to 31 March 2025
    And it has been recommended to the committee of 25 November 2024
    And Dee takes the power "D1" back from 10 November 2024, on 8 November 2024, because "The Board resolved so."
    When Cleo approves it under "D1" on 12 November 2024
    Then it is refused to her: A decision under the scheme of delegation cites a standing entry, by its holder, within what is left of its limit

  Scenario: Who must be consulted was consulted
    Given a business case of £1,500,000 by Ann
    And Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, in consultation with finance
    And it has been recommended to the committee of 25 November 2024
    When Cleo approves it under "D1" on 12 November 2024
    Then it is refused to her: Everybody the power says is to be consulted was consulted
    When Cleo approves it under "D1" on 12 November 2024, having consulted finance
    Then it is approved

  Scenario: A power is used once the panel's step is recorded
    Given a business case of £1,500,000 by Ann
    And Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, from 1 October 2024 to 31 March 2025
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the panel
    When Cleo approves it under "D1" on 12 November 2024
    Then the refusal says "A decision under the scheme of delegation is taken once the panel's step is recorded" with source "SAF 2, scheme of delegation"

  Scenario: A power is taken back once, with a reason, and not as of a past day
    Given Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, from 1 October 2024 to 31 March 2025
    When Dee takes the power "D1" back from 7 November 2024, on 8 November 2024, because ""
    Then the refusals say:
      | A power is revoked from today or later | SAF 2, scheme of delegation [A] |
      | A reason is given                      | SAF 2, scheme of delegation [A] |
    When Dee takes the power "D1" back from 10 November 2024, on 8 November 2024, because "The Board resolved so."
    And Dee takes the power "D1" back from 12 November 2024, on 9 November 2024, because "The Board resolved so."
    Then the only refusal says "A power is revoked once" with source "SAF 2, scheme of delegation"
    When Dee takes the power "D9" back from 12 November 2024, on 9 November 2024, because "The Board resolved so."
    Then the only refusal says "The entry is in the delegations register" with source "SAF 2, scheme of delegation"

  Scenario: A power is entered once under its number
    Given Dee enters the power "D1" conferred on the Chief Executive for business cases to £2,000,000, from 1 October 2024 to 31 March 2025
    When Dee enters the power "D1" conferred on the Chief Executive for change requests to £500,000, from 31 March 2025 to 1 October 2024
    Then the refusals say:
      | An entry is made once under its id      | SAF 2, scheme of delegation |
      | A power does not end before it starts   | SAF 2, scheme of delegation |

  Scenario: A power rests on a resolution and says to what sum it goes
    When Dee enters the power "D2" conferred on the Chief Executive for business cases to £0, resting on no resolution
    Then the refusals say:
      | A power says to what sum it goes | SAF 2, scheme of delegation |
      | A power rests on a resolution    | SAF 2, scheme of delegation |
