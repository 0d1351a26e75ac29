Feature: Corrections of the record
  The recording office proposes, and a second person confirms, that a step was recorded wrongly. The correction is
  added to the record, never made in it, and what followed is open again. Once a decision has taken effect only a new
  decision changes it; but a clerical error in one that took effect when made is corrected until something rests on it.
  Source: Correction of the record [A]; SAF 4, publication is of a version.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: A wrong outcome of the panel is put right, and what followed is open again
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    And it stood before the Chief Executive
    When Pat proposes on 25 October 2024 that step 2 of it was "returns", because "The minutes say so."
    Then it stands before the Chief Executive
    When Pip confirms the correction of it on 25 October 2024
    Then it is returned
    And Ann is to answer the feedback and resubmit
    And the record of it shows both what was recorded and its correction by Pat and Pip

  Scenario: An approval that was a refusal
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it
    And Dee publishes the decision on it on 26 November 2024
    When Dee proposes on 27 November 2024 that step 3 of it was "refuses", because "The vote was lost."
    And Dai confirms the correction of it on 27 November 2024
    Then it is refused
    When nobody does anything until 31 December 2024
    Then it is refused

  Scenario: A refusal that was an approval is published anew and takes effect from that publication
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee refuses it, because "Misheard."
    And Dee proposes on 27 November 2024 that step 3 of it was "approves", because "The vote was won."
    And Dai confirms the correction of it on 27 November 2024
    Then it is approved
    When Dee publishes the decision on it on 28 November 2024
    And nobody does anything until 7 December 2024 at 00:00
    Then it takes effect on 7 December 2024

  Scenario: Conditions stand when it is the day that is put right
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 that the committee approves it on condition that Ann does "Insure the site." by 31 January 2025
    When Dee proposes on 27 November 2024 that step 3 of it was "approves", because "A clerical slip."
    And Dai confirms the correction of it on 27 November 2024
    Then it is approved
    And 1 condition of it is open

  Scenario: The person who proposes does not confirm
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    And Pat proposes on 25 October 2024 that step 2 of it was "does not recommend", because "The minutes say so."
    When Pat confirms the correction of it on 25 October 2024
    Then the only refusal says "The correction is confirmed by another person than the one who proposed it" with source "Correction of the record [A]"

  Scenario: Nor does another office correct what this one recorded
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    When Dee proposes on 25 October 2024 that step 2 of it was "does not recommend", because "I remember it so."
    Then the only refusal says "A record is corrected by the office that made it" with source "Correction of the record [A]"

  Scenario: Nor anybody whose case it is
    Given a business case of £400,000 by Pip
    And Pip submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel does not recommend it, because "Too dear."
    When Pip proposes on 25 October 2024 that step 2 of it was "recommends", because "I remember it so."
    Then it is refused for separation of duties

  Scenario: There is nothing to confirm until it is proposed, nor to correct until it is recorded
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When Pip confirms the correction of it on 15 October 2024
    Then the only refusal says "A correction has been proposed and waits for a second person" with source "Correction of the record [A]"
    When Pat proposes on 15 October 2024 that step 2 of it was "recommends", because "It will be."
    Then the only refusal says "The step that is corrected has an outcome on the record" with source "Correction of the record [A]"

  Scenario: A correction has a reason, an outcome that body can give, and a day that can be true
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    When Pat proposes on 25 October 2024 that step 2 of it was "approves" on 30 October 2024, because ""
    Then the refusals say:
      | The corrected outcome is one that the body's capacity allows | SAF 2, capacities |
      | The corrected day is not in the future, nor before an earlier step was taken, and a body that sits sat on it | Dates of the record [A]: never future, never before the case reached that step |
      | A reason is given | SAF 2 |
    When Pat proposes on 25 October 2024 that step 2 of it was "recommends" on 14 October 2024, because "It sat early."
    Then the only refusal says "The corrected day is not in the future, nor before an earlier step was taken, and a body that sits sat on it" with source "Dates of the record [A]: never future, never before the case reached that step"

  Scenario: Once it has taken effect only a new decision changes it
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it
    And Dee publishes the decision on it on 26 November 2024
    When Dee proposes on 5 December 2024 that step 3 of it was "refuses", because "The vote was lost."
    Then the only refusal says "A record is corrected before it takes effect; after that only a new decision changes it, but a clerical error in one that took effect when made may be corrected until something rests on it" with source "Correction of the record [A]"

  Scenario: Proposed in time and confirmed too late, it is too late
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it
    And Dee publishes the decision on it on 26 November 2024
    And Dee proposes on 4 December 2024 that step 3 of it was "refuses", because "The vote was lost."
    When Dai confirms the correction of it on 5 December 2024
    Then it can be corrected no longer

  Scenario: A withdrawn case is not brought back by a correction
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Ann withdraws it on 16 October 2024
    When Pat proposes on 17 October 2024 that step 1 of it was "returns", because "It was incomplete."
    Then it can be corrected no longer

  Scenario: A clerical error in a decision that took effect when made
    Given a second Chief Executive, Kit, is appointed from 1 October 2024
    And a change request from £420,000 to £450,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    And Cleo approves it on 31 October 2024 at 11:00
    And it took effect on 31 October 2024
    When Cleo proposes on 4 November 2024 that step 3 of it was "approves" on 30 October 2024, because "Signed the day before."
    And Kit confirms the correction of it on 4 November 2024
    Then it takes effect on 30 October 2024
    And the baseline is £450,000, decided on 30 October 2024

  Scenario: And if it was not approved at all, the baseline stands as it stood
    Given a second Chief Executive, Kit, is appointed from 1 October 2024
    And a change request from £420,000 to £450,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    And Cleo approves it on 31 October 2024 at 11:00
    When Cleo proposes on 4 November 2024 that step 3 of it was "refuses", because "The wrong button."
    And Kit confirms the correction of it on 4 November 2024
    Then it is refused
    And the baseline is £420,000, of no known decision

  Scenario: But not when something rests on it
    Given a second Chief Executive, Kit, is appointed from 1 October 2024
    And a change request from £420,000 to £450,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    And Cleo approves it on 31 October 2024 at 11:00
    And a later change request moved that baseline to £460,000
    When Cleo proposes on 12 December 2024 that step 3 of it was "refuses", because "The wrong button."
    Then it can be corrected no longer

  Scenario: What was drawn from a power is free again when the decision did not stand
    Given a business case of £1,500,000 by Ann
    And the power "D1" is conferred on the Chief Executive for business cases to £2,000,000
    And a second Chief Executive, Kit, is appointed from 1 October 2024
    And it has been recommended to the committee of 25 November 2024
    And Cleo approves it under "D1" on 12 November 2024
    When Dee proposes on 14 November 2024 that step 3 of it was "refuses", because "The wrong button."
    And Dai confirms the correction of it on 14 November 2024
    Then it is refused
    And £2,000,000 is left of "D1"
