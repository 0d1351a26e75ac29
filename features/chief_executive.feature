Feature: The Chief Executive
  She decides what is below a million pounds, once the panel has recommended it; nobody needs to put it to her.
  She wants to see by when she is to decide, what the law forbids her, and how to send upward what she should not decide.
  Source: SAF 1, Chief Executive; SAF 3, ceo_submission; SI 2017/68 art 11; SI 2014/2095; SAF 2, separation of duties [A].

  Background:
    Given the published calendar of 2024-25

  # Deciding

  Scenario: A case under £500,000 is decided and takes effect on the same day
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo approves it on 31 October 2024 at 15:00, because "It meets the assessment criteria."
    Then it takes effect on 31 October 2024
    And Democratic Services are asked to publish the decision

  Scenario: Published twelve days later, it took effect when it was made
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    And Cleo approves it on 31 October 2024 at 15:00, because "It meets the assessment criteria."
    When Dee publishes the decision on 12 November 2024
    Then it takes effect on 31 October 2024

  Scenario: She may decide before her date, as soon as the panel has recommended
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo approves it on 25 October 2024 at 09:00
    Then it takes effect on 25 October 2024

  Scenario: She refuses with reasons
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo refuses it on 31 October 2024 at 15:00, because "It duplicates the bus fund."
    Then it is refused

  Scenario: Refusing without reasons is refused
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo refuses it on 31 October 2024 at 15:00
    Then the only refusal says "A reason is given" with source "SAF 2"

  Scenario: A decision may be recorded later, with its own date
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo records on 4 November 2024 at 09:00 that she approved it on 31 October 2024
    Then it takes effect on 31 October 2024

  Scenario: A decision is not dated before the panel recommended it
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo records on 31 October 2024 at 09:00 that she approved it on 23 October 2024
    Then the only refusal says "An outcome is not dated before the case reached that step" with source "Dates of the record [A]: never before the case reached that step"

  Scenario: A decision is not dated in the future
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo records on 30 October 2024 at 09:00 that she approved it on 31 October 2024
    Then the only refusal says "An outcome is not dated in the future" with source "Dates of the record [A]: never future"

  Scenario: Nobody else decides for her
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Pat approves it on 31 October 2024 at 15:00
    Then the only refusal says "The outcome is recorded by the office that acts for the body the route names" with source "SAF 2: decided by the body the route names"

  Scenario: She does not decide before the panel has seen it
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    When Cleo approves it on 25 October 2024 at 09:00
    Then the refusal says "The body before which the case stands can approve it" with source "SAF 2, capacities"

  # Key decisions

  Scenario Outline: A case of <value> with notice given on <notice> and decided on <decided>
    Given a business case of <value> by Ann
    And Dee gives notice of the key decision on <notice>
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    When Cleo approves it on <decided>
    Then it is <standing>

    Examples: Twenty-eight clear days of notice, to the day
      | value    | notice         | decided          | standing |
      | £750,000 | 2 October 2024 | 31 October 2024  | approved |
      | £750,000 | 1 October 2024 | 31 October 2024  | approved |

  Scenario Outline: A key decision of £750,000 without 28 clear days' notice is not lawful on <decided>
    Given a business case of £750,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Dee gives notice of the key decision on 14 October 2024
    And it has come before the Chief Executive
    When Cleo approves it on <decided>
    Then the only refusal says "A key decision had 28 clear days' notice: give notice, or decide on a later day" with source "SI 2017/68 art 11"

    Examples:
      | decided                      |
      | 31 October 2024              |
      | 11 November 2024             |
      | 11 November 2024 at 23:59:59 |

  Scenario: With notice given on 14 October it is lawful on 12 November
    Given a business case of £750,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Dee gives notice of the key decision on 14 October 2024
    And it has come before the Chief Executive
    When Cleo approves it on 12 November 2024
    Then it is approved

  Scenario: A key decision of which no notice was given is not lawful at all
    Given a business case of £750,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo approves it on 12 December 2024
    Then the only refusal says "A key decision had 28 clear days' notice: give notice, or decide on a later day" with source "SI 2017/68 art 11"

  Scenario: A decision of £500,000 is not key, and needs no notice
    Given a business case of £500,000.00 by Ann that the panel of 24 October 2024 recommended
    When Cleo approves it on 31 October 2024
    Then it takes effect on 31 October 2024

  Scenario: A penny more is key
    Given a business case of £500,000.01 by Ann that the panel of 24 October 2024 recommended
    When Cleo approves it on 31 October 2024
    Then the only refusal says "A key decision had 28 clear days' notice: give notice, or decide on a later day" with source "SI 2017/68 art 11"

  Scenario: Refusing a key decision needs no notice
    Given a business case of £750,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo refuses it on 31 October 2024, because "It duplicates the bus fund."
    Then it is refused

  Scenario: A key decision takes effect when six clear working days have passed since its publication
    Given a business case of £750,000 by Ann
    And Dee gives notice of the key decision on 2 October 2024
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    And Cleo approves it on 31 October 2024
    And Dee publishes the decision on 1 November 2024
    When nobody does anything until 11 November 2024 at 23:59
    Then it is approved
    And it takes effect at midnight, on 12 November 2024

  Scenario: While a key decision is not published no window is running
    Given a business case of £750,000 by Ann
    And Dee gives notice of the key decision on 2 October 2024
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the Chief Executive
    And Cleo approves it on 31 October 2024
    When nobody does anything until 13 December 2024
    Then it is approved
    And Democratic Services are asked to publish the decision

  # Her date

  Scenario: Undecided by her date, a case is raised to her every working day
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When nobody does anything until 5 November 2024
    Then it stands before the Chief Executive
    And the Chief Executive was told that ceo submission of it had passed on:
      | Friday 1 November 2024  |
      | Monday 4 November 2024  |
      | Tuesday 5 November 2024 |

  Scenario: Decided on its date, nothing is raised
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    And Cleo approves it on 31 October 2024 at 23:59
    When nobody does anything until 5 November 2024
    Then the Chief Executive was never told that ceo submission of it had passed

  Scenario: Recommended late, a case waits for her from then on, marked late
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    When Pat records on 4 November 2024 at 10:00 that the panel recommends it
    Then it stands before the Chief Executive
    And it is marked late for ceo submission
    And the Chief Executive owes by 31 October 2024: decide

  Scenario: Recommended in time, it is not marked late
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    Then it is not marked late for ceo submission

  # Returning, deferring

  Scenario: She returns a case, and after a short check by the PMO it comes back to her
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    And Cleo returns it on 30 October 2024, because "Say who bears the running costs."
    And Ann resubmits it on 4 November 2024 at 10:00
    When Pat accepts it on 5 November 2024 at 10:00
    Then it stands before the Chief Executive
    And it is in the cycle of 2024-12
    And the Chief Executive is to act on it by 21 November 2024

  Scenario: She defers a case to her next date
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo defers it on 30 October 2024, because "The valuer is ill."
    Then it is deferred
    And the Chief Executive is to act on it by 21 November 2024

  Scenario: Deferred with no later date known, it awaits one
    Given a business case of £400,000 by Ann
    And Ann submits it on 3 February 2025 at 10:00
    And it has come before the Chief Executive
    When Cleo defers it on 20 February 2025, because "The valuer is ill."
    Then it is awaiting date

  # Upward

  Scenario: She refers a case up to the committee, which gets it at its next agenda
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo refers it up on 30 October 2024, because "It touches two wards."
    Then it stands before the committee
    And it is listed to the committee of 25 November 2024
    And the route of it is: Programme Management Office to triage, Investment Panel to recommend, Chief Executive to decide, Investment Committee to decide

  Scenario: Referring up takes a reason
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Cleo refers it up on 30 October 2024, because ""
    Then the only refusal says "A reason is given" with source "SAF 2"

  Scenario Outline: <who> escalates a case to the <body>
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When <who> escalates it to the <body> on 30 October 2024, because "It is politically contentious."
    Then it stands before the committee
    And the route of it is: <route>

    Examples: By the PMO, the Chief Executive or the monitoring officer
      | who  | body                 | route                                                                                                                                       |
      | Pat  | Investment Committee | Programme Management Office to triage, Investment Panel to recommend, Investment Committee to decide                                        |
      | Cleo | Investment Committee | Programme Management Office to triage, Investment Panel to recommend, Investment Committee to decide                                        |
      | Moe  | Board                | Programme Management Office to triage, Investment Panel to recommend, Investment Committee to recommend, Combined Authority Board to decide |

  Scenario: An author escalates nothing
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    When Ann escalates it to the committee on 30 October 2024, because "I would like members to see it."
    Then Ann is told that this is for the PMO

  Scenario: Escalation never goes down
    Given a business case of £2,000,000 by Ann that the panel of 24 October 2024 recommended
    When Moe escalates it to the Chief Executive on 30 October 2024, because "It is urgent."
    Then the only refusal says "Escalation goes to a higher decider than the route names, never below" with source "SAF 2, escalation"

  Scenario: A decided case is not escalated
    Given a business case of £400,000 by Ann that the panel of 24 October 2024 recommended
    And Cleo approves it on 31 October 2024
    When Moe escalates it to the committee on 1 November 2024, because "It is politically contentious."
    Then the only refusal says "The case has been submitted and is not yet decided" with source "SAF 2"

  # Her own cases

  Scenario: A case she sponsors goes up to the committee by itself when the panel has recommended it
    Given a business case of £400,000 by Ann that Cleo sponsors
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    When Pat records on 24 October 2024 at 15:00 that the panel recommends it
    Then it stands before the committee
    And it is listed to the committee of 25 November 2024
