Feature: The Investment Panel
  Officers review every case that the PMO accepted and say whether it is ready to be decided.
  The PMO records what they said, on the day they sat; a case that was not ready comes back to them.
  Source: SAF 1, Investment Panel; SAF 2, capacities, returned and deferred; SAF 3, enforcement [A].

  Background:
    Given the published calendar of 2024-25
    And a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00

  # What it may say

  Scenario: Recommended, the case waits for the Chief Executive from then on
    When Pat records on 24 October 2024 at 15:00 that the panel recommends it
    Then it stands before the Chief Executive
    And the Chief Executive is to act on it by 31 October 2024
    And the Chief Executive owes by 31 October 2024: decide

  Scenario: Recommended with conditions, each has an owner and a date
    When Pat records on 24 October 2024 at 15:00 that the panel recommends it on condition that:
      | what                        | who | by              |
      | A benefits plan is agreed   | Ann | 29 November 2024 |
      | The match funding is signed | Bea | 31 January 2025  |
    Then it stands before the Chief Executive
    And the panel's conditions are owned by: Ann by 29 November 2024, Bea by 31 January 2025

  Scenario: A condition has an owner whom the product knows
    When Pat records on 24 October 2024 at 15:00 that the panel recommends it on condition that:
      | what                      | who    | by               |
      | A benefits plan is agreed | Nobody | 29 November 2024 |
    Then the only refusal says "Every condition is owned by a person the product knows" with source "SAF 2: conditions have an owner and a date"

  Scenario: Not recommended, the case goes on with that advice
    When Pat records on 24 October 2024 at 15:00 that the panel does not recommend it, because "The benefits are not shown."
    Then it stands before the Chief Executive

  Scenario: The author may withdraw a case that was not recommended
    Given Pat records on 24 October 2024 at 15:00 that the panel does not recommend it, because "The benefits are not shown."
    When Ann withdraws it on 25 October 2024
    Then it is withdrawn

  Scenario: Not recommending takes a reason
    When Pat records on 24 October 2024 at 15:00 that the panel does not recommend it
    Then the only refusal says "A reason is given" with source "SAF 2"

  Scenario: An authority may make a case that is not recommended end there
    Given the Board has made the panel's advice final from 18 October 2024
    And a business case "Depot" of £400,000 by Bea
    And Bea submits "Depot" on 21 October 2024
    And Pat accepts "Depot" on 22 October 2024
    When Pat records on 14 November 2024 at 15:00 that the panel does not recommend "Depot", because "The benefits are not shown."
    Then "Depot" is refused

  Scenario: The panel cannot approve
    When Pat approves it on 24 October 2024 at 15:00
    Then the only refusal says "The body before which the case stands can approve it" with source "SAF 2, capacities"

  Scenario Outline: After the panel a case of <value> is listed to <next>
    Given a business case "Other" of <value> by Bea
    And Bea submits "Other" on 16 October 2024 at 10:00, meant for the cycle of 2024-12
    And Pat accepts "Other" on 17 October 2024 at 10:00
    When Pat records on 14 November 2024 at 15:00 that the panel recommends "Other"
    Then "Other" is listed to the <next>

    Examples:
      | value      | next                          |
      | £1,000,000 | committee of 16 December 2024 |
      | £5,000,000 | committee of 16 December 2024 |
      | £6,000,000 | committee of 16 December 2024 |

  # When it is recorded

  Scenario: Nothing is recorded before the panel has sat
    When Pat records on 23 October 2024 at 15:00 that the panel recommends it
    Then the only refusal says "The sitting the case is listed to has been held, and the outcome is dated on it" with source "Dates of the record [A]: never future, never before the case reached that step"

  Scenario: An outcome recorded days later is dated on the day the panel sat
    When Pat records on 28 October 2024 at 10:00 that the panel recommends it
    Then the panel's outcome is dated 24 October 2024 and was recorded on 28 October 2024
    And the Chief Executive is to act on it by 31 October 2024

  Scenario: What the panel said is recorded by the PMO
    When Dee records on 24 October 2024 at 15:00 that the panel recommends it
    Then the only refusal says "The outcome is recorded by the office that acts for the body the route names" with source "SAF 2: decided by the body the route names"

  Scenario: An outcome that nobody recorded is raised to the PMO every working day until it is
    When nobody does anything until 30 October 2024
    Then it stands before the panel
    And the PMO was told that panel of it had passed on:
      | Friday 25 October 2024    |
      | Monday 28 October 2024    |
      | Tuesday 29 October 2024   |
      | Wednesday 30 October 2024 |

  Scenario: Once it is recorded nothing more is raised
    Given nobody does anything until 28 October 2024
    And Pat records on 28 October 2024 at 15:00 that the panel recommends it
    When nobody does anything until 31 October 2024
    Then the PMO was told that panel of it had passed on:
      | Friday 25 October 2024 |
      | Monday 28 October 2024 |

  # Its agenda

  Scenario: A panel agenda that is not out is raised once, and does not stop the panel
    When nobody does anything until 23 October 2024
    And Pat records on 24 October 2024 at 15:00 that the panel recommends it
    Then it stands before the Chief Executive
    And the PMO was told that panel agenda of it had passed on:
      | Friday 18 October 2024 |

  Scenario: A panel agenda that is out in time is not raised
    Given Pat publishes the agenda of the panel of 24 October 2024 on 17 October 2024 at 16:00
    When nobody does anything until 23 October 2024
    Then the PMO was never told that panel agenda of it had passed

  # Returned

  Scenario: Returned by the panel, a case comes back to the panel after a short check by the PMO
    Given Pat records on 24 October 2024 at 15:00 that the panel returns it, because "The options are not compared."
    When Ann resubmits it on 30 October 2024 at 10:00
    Then it stands before the PMO
    And it is in the cycle of 2024-12
    And Ann is not late

  Scenario: Checked, it is listed to the first panel whose list is still open
    Given Pat records on 24 October 2024 at 15:00 that the panel returns it, because "The options are not compared."
    And Ann resubmits it on 7 November 2024 at 10:00
    When Pat accepts it on 7 November 2024 at 16:00
    Then it is listed to the panel of 14 November 2024
    And Ann is not late

  Scenario: Resubmitted after that list has closed, it goes to the panel after
    Given Pat records on 24 October 2024 at 15:00 that the panel returns it, because "The options are not compared."
    When Ann resubmits it on 8 November 2024 at 10:00
    And Pat accepts it on 8 November 2024 at 16:00
    Then it is listed to the panel of 12 December 2024
    And it is in the cycle of 2025-01

  Scenario: Returning takes feedback
    When Pat records on 24 October 2024 at 15:00 that the panel returns it
    Then the only refusal says "A reason is given" with source "SAF 2"

  # Deferred

  Scenario: Deferred, a case is held over to the next panel
    When Pat records on 24 October 2024 at 15:00 that the panel defers it, because "The valuer is ill."
    Then it is deferred
    And it is listed to the panel of 14 November 2024
    And it is in the cycle of 2024-12

  Scenario: Deferred to a later cycle that is named
    When Pat records on 24 October 2024 at 15:00 that the panel defers it to the cycle of 2025-02
    Then it is listed to the panel of 9 January 2025
    And it is in the cycle of 2025-02

  Scenario: Nothing is deferred to a cycle that has passed
    When Pat records on 24 October 2024 at 15:00 that the panel defers it to the cycle of 2024-10
    Then the only refusal says "A case is deferred to a later cycle, or a later sitting of the body it stands before" with source "SAF 2, deferred"

  Scenario: A deferred case is recommended when the panel has seen it
    Given Pat records on 24 October 2024 at 15:00 that the panel defers it, because "The valuer is ill."
    When Pat records on 14 November 2024 at 15:00 that the panel recommends it
    Then it stands before the Chief Executive
    And the Chief Executive is to act on it by 21 November 2024

  Scenario: Deferred with no later panel known, it awaits a date and the PMO is told each working day
    Given a business case "Last" of £400,000 by Bea
    And Bea submits "Last" on 3 February 2025 at 10:00
    And Pat accepts "Last" on 4 February 2025 at 10:00
    And Pat records on 13 February 2025 at 15:00 that the panel defers "Last", because "The valuer is ill."
    When nobody does anything until 17 February 2025
    Then "Last" is awaiting date
    And the PMO was told that panel of "Last" had passed on:
      | Friday 14 February 2025 |
      | Monday 17 February 2025 |

  Scenario: It is placed on the panel of a cycle that is then planned
    Given a business case "Last" of £400,000 by Bea
    And Bea submits "Last" on 3 February 2025 at 10:00
    And Pat accepts "Last" on 4 February 2025 at 10:00
    And Pat records on 13 February 2025 at 15:00 that the panel defers "Last", because "The valuer is ill."
    When Pat plans a committee on 28 April 2025 on 17 February 2025
    Then "Last" is listed to the panel of 25 March 2025
    And "Last" is in the cycle of 2025-04

  # A changed value

  Scenario Outline: A value changed to <value> after the panel sends the case back to its next open agenda
    Given Pat records on 24 October 2024 at 15:00 that the panel recommends it
    When Ann changes the value of it to <value> on 28 October 2024 at 10:00
    Then it stands before the panel
    And it is listed to the panel of 14 November 2024
    And the route of it is: <route>

    Examples: Even in the same band
      | value      | route                                                                                                |
      | £450,000   | Programme Management Office to triage, Investment Panel to recommend, Chief Executive to decide      |
      | £1,200,000 | Programme Management Office to triage, Investment Panel to recommend, Investment Committee to decide |

  Scenario: A value changed before the panel has seen it keeps its place on the panel's list
    When Ann changes the value of it to £1,200,000 on 21 October 2024 at 10:00
    Then it is listed to the panel of 24 October 2024
    And the route of it is: Programme Management Office to triage, Investment Panel to recommend, Investment Committee to decide
