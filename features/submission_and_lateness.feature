Feature: Submission, lateness and rolling over
  A project manager wants to know which cycle a case is in, and the PMO wants lateness judged once, fairly and by the clock:
  what comes after the date goes to the next cycle, and a case that misses a panel records whose lateness that was.
  Source: SAF 3, enforcement [A]; SAF 2, returned; SAF 6, what a business case rests on.

  Background:
    Given the published calendar of 2024-25

  # Which cycle

  Scenario Outline: A case submitted on <submitted> is in the cycle of <cycle>
    Given a business case of £400,000 by Ann
    When Ann submits it on <submitted>
    Then it is in the cycle of <cycle>
    And it was submitted in time
    And the PMO is to act on it by <triage>

    Examples: A date is met until midnight in London at its end
      | submitted                    | cycle   | triage           |
      | 14 October 2024 at 10:00     | 2024-11 | 17 October 2024  |
      | 14 October 2024 at 23:59:59  | 2024-11 | 17 October 2024  |
      | 15 October 2024 at 00:00     | 2024-12 | 7 November 2024  |
      | 4 November 2024 at 23:59:59  | 2024-12 | 7 November 2024  |
      | 5 November 2024 at 00:00     | 2025-01 | 5 December 2024  |
      | 30 December 2024 at 23:59:59 | 2025-02 | 2 January 2025   |
      | 3 February 2025 at 12:00     | 2025-03 | 6 February 2025  |

  Scenario: A case may be meant for a later cycle than the next
    Given a business case of £400,000 by Ann
    When Ann submits it on 10 October 2024 at 10:00, meant for the cycle of 2024-12
    Then it is in the cycle of 2024-12
    And it was submitted in time

  Scenario: A case that comes too late for the cycle it was meant for goes to the next, marked late
    Given a business case of £400,000 by Ann
    When Ann submits it on 15 October 2024 at 09:00, meant for the cycle of 2024-11
    Then it is in the cycle of 2024-12
    And it was submitted late

  Scenario: After the last known cycle a case awaits a date, and the PMO is told each working day until there is one
    Given a business case of £400,000 by Ann
    When Ann submits it on 4 February 2025 at 10:00
    And nobody does anything until 10 February 2025
    Then it is awaiting date
    And the PMO was told that panel agenda of it had passed on:
      | Wednesday 5 February 2025 |
      | Thursday 6 February 2025  |
      | Friday 7 February 2025    |
      | Monday 10 February 2025   |

  Scenario: A case that awaits a date is placed as soon as a committee is planned
    Given a business case of £400,000 by Ann
    And Ann submits it on 4 February 2025 at 10:00
    When Pat plans a committee on 28 April 2025 on 6 February 2025
    Then it is in the cycle of 2025-04
    And the PMO is to act on it by 18 March 2025

  # Late submissions

  Scenario: The PMO accepts a late submission into the cycle whose panel's list is still open
    Given a business case of £400,000 by Ann
    And Ann submits it on 15 October 2024 at 09:00, meant for the cycle of 2024-11
    When Pat lets it into the cycle of 2024-11 on 16 October 2024, because "The funder wrote on the day."
    Then it is in the cycle of 2024-11
    And it was submitted late
    And the reason on the record is "The funder wrote on the day."

  Scenario: A late submission is not accepted without a reason
    Given a business case of £400,000 by Ann
    And Ann submits it on 15 October 2024 at 09:00, meant for the cycle of 2024-11
    When Pat lets it into the cycle of 2024-11 on 16 October 2024, because ""
    Then the only refusal says "A reason is given" with source "SAF 2"

  Scenario: Once the panel's list has closed a late submission stays in the later cycle
    Given a business case of £400,000 by Ann
    And Ann submits it on 15 October 2024 at 09:00, meant for the cycle of 2024-11
    When Pat lets it into the cycle of 2024-11 on 18 October 2024, because "The funder wrote on the day."
    Then the only refusal says "The earlier cycle's panel list is still open" with source "SAF 3, enforcement: pmo_submission"

  Scenario: Letting a late case in is for the PMO
    Given a business case of £400,000 by Ann
    And Ann submits it on 15 October 2024 at 09:00, meant for the cycle of 2024-11
    When Ann lets it into the cycle of 2024-11 on 16 October 2024, because "I am sorry."
    Then Ann is told that this is for the PMO

  # Rolling over

  Scenario: A case nobody triaged is rolled to the next cycle, by the PMO's lateness
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When nobody does anything until 18 October 2024
    Then it is in the cycle of 2024-12
    And it was rolled over at midnight after 17 October 2024 to 2024-12, by the lateness of the PMO
    And it was submitted in time
    And the PMO owes by 7 November 2024: triage

  Scenario: A case that is with its author is rolled to the next cycle, by the author's lateness
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    When nobody does anything until 18 October 2024
    Then it is returned
    And it is in the cycle of 2024-12
    And it was rolled over at midnight after 17 October 2024 to 2024-12, by the lateness of the author
    And Ann owes by 7 November 2024: answer the feedback and resubmit

  Scenario: A case resubmitted and not triaged in time is rolled over by the PMO's lateness
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    And Ann resubmits it on 17 October 2024 at 17:00
    When nobody does anything until 18 October 2024
    Then it was rolled over at midnight after 17 October 2024 to 2024-12, by the lateness of the PMO

  Scenario: An accepted case is not rolled over
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 17 October 2024 at 23:59:59
    When nobody does anything until 18 October 2024
    Then it is in the cycle of 2024-11
    And it is listed to the panel of 24 October 2024

  Scenario: A case rolls from cycle to cycle as long as nobody triages it
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When nobody does anything until 6 December 2024
    Then it is in the cycle of 2025-02

  # Keeping in

  Scenario: The PMO keeps in a case that waited for the PMO, and triages it before the panel sits
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And nobody does anything until 18 October 2024
    When Pat keeps it in on 21 October 2024, because "Our backlog."
    And Pat accepts it on 22 October 2024 at 10:00
    Then it is in the cycle of 2024-11
    And it is listed to the panel of 24 October 2024

  Scenario: A case kept in and still not triaged when the panel has sat is rolled over after all
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And nobody does anything until 18 October 2024
    And Pat keeps it in on 21 October 2024, because "Our backlog."
    When nobody does anything until 25 October 2024
    Then it is in the cycle of 2024-12
    And it was rolled over at midnight after 24 October 2024 to 2024-12, by the lateness of the PMO

  Scenario: Nothing is kept in once the panel has sat
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And nobody does anything until 25 October 2024
    When Pat keeps it in the cycle of 2024-11 on 25 October 2024, because "Our backlog."
    Then the refusal says "The cycle's panel has not yet sat" with source "SAF 3, enforcement: panel_agenda"

  Scenario: A case that waited for its author is not kept in
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    And nobody does anything until 18 October 2024
    And Ann resubmits it on 18 October 2024 at 17:00
    When Pat keeps it in the cycle of 2024-11 on 21 October 2024, because "Our backlog."
    Then the only refusal says "The case waited for the PMO in that cycle" with source "SAF 3, enforcement: panel_agenda"

  Scenario: A case submitted late is not kept in a cycle it never was in
    Given a business case of £400,000 by Ann
    And Ann submits it on 15 October 2024 at 09:00, meant for the cycle of 2024-11
    When Pat keeps it in the cycle of 2024-11 on 18 October 2024, because "Our backlog."
    Then the only refusal says "The case waited for the PMO in that cycle" with source "SAF 3, enforcement: panel_agenda"

  # Resubmission

  Scenario: Lateness is judged once: a resubmission after the submission date is not late
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    When Ann resubmits it on 16 October 2024 at 10:00
    Then it was submitted in time
    And it is in the cycle of 2024-11

  Scenario: A returned case that is not resubmitted within ninety days may be closed as lapsed
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    When Pat closes it as lapsed on 14 January 2025, because "Not heard from."
    Then it is lapsed

  Scenario: Not a day sooner
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    When Pat closes it as lapsed on 13 January 2025, because "Not heard from."
    Then the only refusal says "The time allowed for resubmission has passed" with source "SAF 2, returned [A]"

  Scenario: The PMO is reminded of a case that may lapse
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    When nobody does anything until 15 January 2025
    Then it is returned
    And the PMO was reminded that it may lapse on:
      | Tuesday 14 January 2025   |
      | Wednesday 15 January 2025 |

  # Withdrawing

  Scenario: An author may withdraw until the case is decided
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Ann withdraws it on 30 October 2024
    Then it is withdrawn

  Scenario: A decided case is not withdrawn
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    And Cleo approves it on 31 October 2024
    When Ann withdraws it on 1 November 2024
    Then the only refusal says "The case has not been decided" with source "SAF 2"

  # What a case rests on

  Scenario: A business case that rests on nothing cannot be submitted
    Given a business case of £400,000 by Ann that rests on nothing
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "A business case rests on a concept paper whose approval has taken effect, a Corporate Plan line, or the PMO's exemption" with source "SAF 6"

  Scenario: The PMO may exempt a business case, for a reason
    Given a business case of £400,000 by Ann that rests on nothing
    And Pat exempts it on 10 October 2024, because "Approved in principle in 2022."
    When Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO

  Scenario: A concept paper that was approved opens no way before its approval takes effect
    Given a concept paper "Ferry" of £996,000 by Ann
    And Ann submits "Ferry" on 5 July 2024 at 10:00
    And "Ferry" has been approved by the Board
    And Dee publishes the decision of "Ferry" on 6 September 2024
    And a business case "Ferry in full" of £900,000 by Ann that rests on "Ferry"
    When Ann submits "Ferry in full" on 16 September 2024 at 23:59:59
    Then the only refusal says "A business case rests on a concept paper whose approval has taken effect, a Corporate Plan line, or the PMO's exemption" with source "SAF 6"

  Scenario: Six clear working days after its publication the approval has taken effect and the way is open
    Given a concept paper "Ferry" of £996,000 by Ann
    And Ann submits "Ferry" on 5 July 2024 at 10:00
    And "Ferry" has been approved by the Board
    And Dee publishes the decision of "Ferry" on 6 September 2024
    And a business case "Ferry in full" of £900,000 by Ann that rests on "Ferry"
    When Ann submits "Ferry in full" on 17 September 2024 at 00:00
    Then "Ferry" takes effect on 17 September 2024
    And "Ferry in full" stands before the PMO

  Scenario: A service that was asked and has not answered holds up a business case
    Given a business case of £400,000 by Ann
    And Ann asks finance about it on 2 October 2024, to answer by 9 October 2024
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "Every shared service that was asked has answered" with source "SAF 6, engagement [S: vital; blocking A]"

  Scenario: A service that has answered holds up nothing
    Given a business case of £400,000 by Ann
    And Ann asks finance about it on 2 October 2024, to answer by 9 October 2024
    And Flo answers for finance on 8 October 2024 that it is engaged
    When Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO

  Scenario: A service that has not answered holds up no concept paper
    Given a concept paper of £400,000 by Ann
    And Ann asks finance about it on 2 October 2024, to answer by 9 October 2024
    When Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO

  Scenario: Only a named officer of the service answers for it
    Given a business case of £400,000 by Ann
    And Ann asks finance about it on 2 October 2024, to answer by 9 October 2024
    When Prue answers for finance on 8 October 2024 that it is engaged
    Then the only refusal says "The answer comes from a named officer of that service" with source "SAF 6, engagement"

  Scenario: A case is submitted by those who write it
    Given a business case of £400,000 by Ann
    When Bea submits it on 14 October 2024 at 10:00
    Then Bea is told that this is for those who write it
