Feature: What the record knew then
  One case, meeting, cycle, policy or person can be read as of any past instant, lists and inboxes too: as the ledger
  knew it then, not as it turned out. When something happened and when it was recorded are kept apart.
  Source: Design, "as of" means what the ledger knew then.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: A case as of yesterday stands where it stood
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    And Cleo approves it on 31 October 2024 at 11:00
    Then as of 13 October 2024 it was draft
    And as of 14 October 2024 at 10:00 it was under review before the PMO
    And as of 23 October 2024 it was under review before the panel
    And as of 24 October 2024 at 15:59:59 it was under review before the panel
    And as of 24 October 2024 at 16:00 it was under review before the Chief Executive
    And as of 31 October 2024 at 11:00 it was in effect

  Scenario: What was recorded late was not known before
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 28 October 2024 at 09:30 that the panel recommends it
    Then as of 25 October 2024 it was under review before the panel
    And as of 28 October 2024 at 09:30 it was under review before the Chief Executive
    And the timeline of it says it was recommended on 24 October 2024, recorded on 28 October 2024

  Scenario: A correction does not reach back into what was known
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    And on 25 October 2024 it is corrected that the panel returned it
    Then as of 24 October 2024 at 17:00 it was under review before the Chief Executive
    And as of 25 October 2024 it was returned

  Scenario: What a tick did while nobody looked is known from when it was acted on
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When nobody does anything until 21 October 2024 at 09:00
    Then as of 20 October 2024 it was in the cycle of 2024-11
    And as of 21 October 2024 at 09:00 it was in the cycle of 2024-12

  Scenario: A cycle as of before its committee was moved
    Given Dee moves the committee of 16 December 2024 to 18 December 2024 on 20 November 2024
    Then as of 19 November 2024 the committee of the cycle of 2024-12 was on 16 December 2024
    And as of 20 November 2024 the committee of the cycle of 2024-12 was on 18 December 2024

  Scenario: A meeting as of before its agenda was out
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then as of 5 December 2024 the committee of 16 December 2024 had 1 case on its list, 0 on its agenda and 0 resolutions
    And as of 7 December 2024 the committee of 16 December 2024 had 1 case on its list, 1 on its agenda and 0 resolutions
    And as of 17 December 2024 the committee of 16 December 2024 had 0 cases on its list, 1 on its agenda and 1 resolution

  Scenario: The policy in force on a day, as it was known then
    Given the Board's new policy "cpca-2025" is adopted on 2 December 2024, in force from 1 January 2025
    Then as of 1 December 2024 the policies known were: cpca-2024
    And as of 3 December 2024 the policies known were: cpca-2024, cpca-2025
    And as of 3 December 2024 the policy in force was cpca-2024
    And as of 2 January 2025 the policy in force was cpca-2025

  Scenario: A person's offices as they were known then
    Given Ada appoints Cass to the PMO on 1 November 2024, from 4 November 2024
    Then as of 31 October 2024 Cass held: nothing
    And as of 4 November 2024 Cass held: pmo

  Scenario: The inbox and the list as of a past day are replayed
    Given a business case "One" of £400,000 by Ann
    And a business case "Two" of £300,000 by Bea
    And Ann submits "One" on 14 October 2024 at 10:00
    And Bea submits "Two" on 14 October 2024 at 11:00
    And Pat accepts "One" on 15 October 2024 at 10:00
    And Pat returns "Two" on 16 October 2024 at 10:00, because "No costs."
    Then as of 14 October 2024 at 10:30 the inbox of Pat held: One
    And as of 14 October 2024 at 12:00 the inbox of Pat held: One, Two
    And as of 15 October 2024 the inbox of Pat held: Two, One
    And as of 14 October 2024 at 10:30 the list said: One under review, Two draft
    And as of 16 October 2024 the list said: One under review, Two returned

  Scenario: Nobody learns by looking back of a case that was not theirs to know then
    Given a business case "One" of £400,000 by Ann
    And Ann submits "One" on 14 October 2024 at 10:00
    Then as of 12 October 2024 Pat found no case "One"
    And as of 14 October 2024 at 10:00 Pat found the case "One"
