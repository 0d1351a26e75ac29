Feature: Triage
  The PMO reads every case before the panel does, so that the panel sees only what is ready.
  It accepts, or returns with feedback; a case that comes back in time keeps its cycle.
  Source: SAF 1, PMO; SAF 2, capacities; SAF 3, enforcement.

  Background:
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00

  Scenario: A submitted case waits for the PMO until the panel's list closes
    Then it stands before the PMO
    And it is in the cycle of 2024-11
    And the PMO is to act on it by 17 October 2024
    And the PMO owes by 17 October 2024: triage

  Scenario: An accepted case is listed to the panel of its cycle by itself
    When Pat accepts it on 15 October 2024 at 10:00
    Then it stands before the panel
    And it is listed to the panel of 24 October 2024

  Scenario: Acceptance is lawful until midnight at the end of the day on which the list closes
    When Pat accepts it on 17 October 2024 at 23:59:59
    Then it is listed to the panel of 24 October 2024
    And it is in the cycle of 2024-11

  Scenario: A case returned in triage is with its author, who sees by when it keeps its cycle
    When Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    Then it is returned
    And Ann owes by 17 October 2024: answer the feedback and resubmit

  Scenario: Feedback is not optional
    When Pat returns it on 15 October 2024 at 10:00
    Then the only refusal says "A reason is given" with source "SAF 2"

  Scenario: A case resubmitted and accepted by the panel's agenda keeps its cycle
    Given Pat returns it on 15 October 2024 at 10:00, because "The costs by year are missing."
    When Ann resubmits it on 17 October 2024 at 16:00
    And Pip accepts it on 17 October 2024 at 18:00
    Then it is listed to the panel of 24 October 2024
    And it is in the cycle of 2024-11

  Scenario: Whoever triages may not triage their own case
    Given a business case "Own work" of £200,000 by Pip
    And Pip submits "Own work" on 14 October 2024 at 11:00
    When Pip accepts "Own work" on 15 October 2024 at 10:00
    Then the only refusal says "Nobody triages, recommends, clears, decides or records a case they wrote or sponsor, nor clears and decides the same report, nor acts for one who did" with source "SAF 2, separation of duties [A]"

  Scenario: Triage is for the PMO and nobody else
    When Ann accepts it on 15 October 2024 at 10:00
    Then Ann is told that this is for the PMO

  Scenario: The panel's outcome cannot be recorded in triage
    When Pat recommends it on 15 October 2024 at 10:00
    Then the only refusal says "The body before which the case stands can recommend it" with source "SAF 2, capacities"

  Scenario Outline: A value changed to <value> in triage routes the case anew, in the same cycle
    When Ann changes the value of it to <value> on 15 October 2024 at 10:00
    Then it stands before the PMO
    And it is in the cycle of 2024-11
    And the route of it is: <route>

    Examples:
      | value         | route                                                                                                                                 |
      | £999,999.99   | Programme Management Office to triage, Investment Panel to recommend, Chief Executive to decide                                       |
      | £1,000,000.00 | Programme Management Office to triage, Investment Panel to recommend, Investment Committee to decide                                  |
      | £5,000,000.01 | Programme Management Office to triage, Investment Panel to recommend, Investment Committee to recommend, Combined Authority Board to decide |

  Scenario: The PMO reads a draft that is shared with it, before anything is submitted
    Given a business case "Early" of £400,000 by Bea
    When Bea shares "Early" with the PMO on 15 October 2024
    And Pat remarks on "Early" on 16 October 2024: "Say who bears the running costs."
    Then "Early" is draft
    And the PMO is asked to comment on the draft of "Early"
