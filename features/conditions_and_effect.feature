Feature: Conditions, publication and taking effect
  Decided and took effect are separate: a decision that may be called in takes effect when the window after its
  publication has closed, an officer's that is not key when it is made. Conditions are discharged one by one.
  Source: SAF 4, call-in [P, two entries]; SI 2014/2095; SAF 2, conditions.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: Six clear working days after publication the committee's decision takes effect
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it
    When Dee publishes the decision on it on 26 November 2024 at 17:30
    And nobody does anything until 4 December 2024 at 23:59:59
    Then it is approved
    When nobody does anything until 5 December 2024 at 00:00
    Then it takes effect on 5 December 2024

  Scenario: The window is counted in working days, over Christmas too
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves it
    When Dee publishes the decision on it on 18 December 2024
    And nobody does anything until 30 December 2024 at 23:59:59
    Then it is approved
    When nobody does anything until 6 January 2025 at 09:00
    Then it takes effect on 31 December 2024
    And that was due on 31 December 2024 at 00:00 and acted on at 6 January 2025 at 09:00

  Scenario: Until it is published it never takes effect, and Democratic Services are told what they owe
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it
    When nobody does anything until 10 March 2025
    Then it is approved
    And Democratic Services are to publish the decision

  Scenario: A decision is published once
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it
    And Dee publishes the decision on it on 26 November 2024
    When Dee publishes the decision on it on 27 November 2024
    Then the only refusal says "A decision is published once" with source "SAF 4, publication is of a version"

  Scenario: What was not decided is not published
    Given a business case of £2,400,000 by Ann
    When Dee publishes the decision on it on 27 November 2024
    Then the only refusal says "The decision has been recorded" with source "SAF 4, officer decisions are recorded and published (SI 2014/2095)"

  Scenario: A refusal is published and never takes effect
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee refuses it, because "Too dear."
    When Dee publishes the decision on it on 26 November 2024
    And nobody does anything until 31 January 2025
    Then it is refused

  Scenario: The Chief Executive's decision that is not key takes effect when it is made
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cleo approves it on 31 October 2024 at 11:00
    Then it takes effect on 31 October 2024
    And Democratic Services are to publish the decision
    When Dee publishes the decision on it on 12 November 2024
    Then it takes effect on 31 October 2024
    And nothing waits for Democratic Services

  Scenario: Her key decision may be called in, and waits for its window
    Given a business case of £750,000 by Ann
    And Dee gives notice of the key decision on it on 2 October 2024
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cleo approves it on 31 October 2024 at 11:00
    Then it is approved
    When Dee publishes the decision on it on 1 November 2024
    And nobody does anything until 12 November 2024 at 00:00
    Then it takes effect on 12 November 2024

  Scenario: Dated when it was made, though recorded later
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cleo records on 4 November 2024 at 09:00 that she approved it on 31 October 2024
    Then it takes effect on 31 October 2024

  Scenario: A business case in effect opens its project in the register, with its baseline
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cleo approves it on 31 October 2024 at 11:00
    Then the register has its project in delivery, with a baseline of £400,000 decided by the Chief Executive

  Scenario: Conditions have an owner and a date, and are discharged one by one
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    When Dee records on 25 November 2024 at 16:00 that the committee approves it, on these conditions:
      | Insure the site.       | Ann | 31 January 2025 |
      | Agree the lease.       | Sam | 28 February 2025 |
    Then it is approved
    And Ann owes by 31 January 2025: discharge condition 1
    And Sam owes by 28 February 2025: discharge condition 2
    When Pat discharges condition 2 of it on 10 January 2025
    Then Ann owes by 31 January 2025: discharge condition 1
    And nothing waits for Sam
    When Pat discharges condition 2 of it on 10 January 2025
    Then the only refusal says "The condition exists and is not discharged yet" with source "SAF 2, conditions"
    When Pat discharges condition 1 of it on 13 January 2025
    And Pat discharges condition 1 of it on 13 January 2025
    Then the refusals say:
      | The case was approved with conditions           | SAF 2, conditions |
      | The condition exists and is not discharged yet  | SAF 2, conditions |

  Scenario: A resolution with its votes sets conditions too
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And all members were present at the committee of 25 November 2024
    When the committee approves it by 7 votes to 2 on 25 November 2024 at 16:00, on condition that Ann does "Insure the site." by 31 January 2025
    Then it is approved
    And Ann owes by 31 January 2025: discharge condition 1

  Scenario: A condition that is not discharged by its date is raised each working day
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves it, on these conditions:
      | Insure the site. | Ann | 31 January 2025 |
    When nobody does anything until 5 February 2025 at 09:00
    Then the PMO was told that a condition of it had passed on:
      | 3 February 2025 |
      | 4 February 2025 |
      | 5 February 2025 |

  Scenario: Nobody unknown owns a condition
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    When Dee records on 25 November 2024 at 16:00 that the committee approves it, on these conditions:
      | Insure the site. | Nobody | 31 January 2025 |
    Then the only refusal says "Every condition is owned by a person the product knows" with source "SAF 2: conditions have an owner and a date"
