Feature: The Combined Authority Board
  The Board decides concept papers, and business cases above the committee's band. It has no column in the
  table of key dates: a case goes to the first ordinary Board after its committee. Where the Board's agenda
  falls due before the committee sits, the case is listed to it subject to the committee's step.
  Source: SAF 2, the route [P]; SAF 3, the Board [P].

  Background:
    Given the published calendar of 2024-25

  Scenario Outline: The first ordinary Board after the committee
    Given it is <opens>
    And a concept paper of £240,000 by Ann
    When it has been recommended to the committee of <committee>
    Then it is listed to the committee of <committee>
    And it is listed to no Board ahead of its committee
    When the committee of <committee> has commented on it
    Then it is listed to the Board of <board>

    Examples: as the year was published
      | opens            | committee         | board           |
      | 1 August 2024    | 30 September 2024 | 16 October 2024 |
      | 1 September 2024 | 21 October 2024   | 13 November 2024 |
      | 1 October 2024   | 25 November 2024  | 22 January 2025 |
      | 1 November 2024  | 16 December 2024  | 22 January 2025 |
      | 1 November 2024  | 13 January 2025   | 22 January 2025 |
      | 2 December 2024  | 10 February 2025  | 19 March 2025   |

  Scenario Outline: Listed ahead, where the Board's agenda falls due before the committee sits
    Given it is <opens>
    And a concept paper of £240,000 by Ann
    When it has been recommended to the committee of <committee>
    Then it is listed to the committee of <committee>
    And it is also listed to the Board of <board>, subject to the committee's step
    And the agenda of the Board of <board> falls due on <due>

    Examples: the two of the published year
      | opens           | committee      | board            | due            |
      | 1 July 2024     | 29 August 2024 | 4 September 2024 | 27 August 2024 |
      | 20 January 2025 | 17 March 2025  | 19 March 2025    | 11 March 2025  |

  Scenario: The Board cannot decide before the committee's step is recorded
    Given it is 1 July 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 29 August 2024
    And Dee publishes the agenda of the Board of 4 September 2024 on 27 August 2024
    When Dee approves it on 4 September 2024 at 16:00
    Then the refusal says "The body before which the case stands can approve it" with source "SAF 2, capacities"
    When Dee records on 4 September 2024 at 16:30 that the committee comments on it
    And Dee records on 4 September 2024 at 16:35 that the Board approves it
    Then it is approved

  Scenario: A committee that defers its step takes the case off the Board
    Given it is 1 July 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 29 August 2024
    And Dee publishes the agenda of the Board of 4 September 2024 on 27 August 2024
    When the committee of 29 August 2024 defers it
    Then it is listed to no Board ahead of its committee
    And it was taken off the Board of 4 September 2024
    And it is deferred

  Scenario: A committee that returns a business case takes it off the Board too
    Given it is 1 July 2024
    And a business case of £6,000,000 by Ann
    And it is on the published agenda of the committee of 29 August 2024
    And Dee publishes the agenda of the Board of 4 September 2024 on 27 August 2024
    When the committee of 29 August 2024 returns it
    Then it was taken off the Board of 4 September 2024
    And it is returned

  Scenario: A case deferred to a committee that sits just before its Board is listed ahead again
    Given it is 2 December 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 10 February 2025
    When the committee of 10 February 2025 defers it
    Then it is listed to the committee of 17 March 2025
    And it is also listed to the Board of 19 March 2025, subject to the committee's step

  Scenario: Not on the Board's agenda when that fell due, it is listed ahead no longer
    Given it is 1 July 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 29 August 2024
    When nobody does anything until 28 August 2024 at 00:00
    Then it is listed to no Board ahead of its committee
    When the committee of 29 August 2024 has commented on it
    Then it is listed to the Board of 16 October 2024

  Scenario: One cleared report serves the committee and the Board
    Given it is 1 July 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 29 August 2024
    When Dee publishes the agenda of the Board of 4 September 2024 on 27 August 2024
    Then the Board of 4 September 2024 has the same report of it as the committee of 29 August 2024

  Scenario: A person may list a case to an extraordinary Board
    Given it is 1 October 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And the committee of 25 November 2024 has commented on it
    When Dee lists it to the Board of 13 December 2024 on 27 November 2024
    Then it is listed to the Board of 13 December 2024
    When Dee publishes the agenda of the Board of 13 December 2024 on 5 December 2024
    And Dee records on 13 December 2024 at 12:00 that the Board approves it
    Then it is approved

  Scenario: A person may list it to an extraordinary Board ahead of the committee's step
    Given it is 1 October 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    When Dee lists it to the Board of 13 December 2024 on 18 November 2024
    Then it is also listed to the Board of 13 December 2024, subject to the committee's step
    When the committee of 25 November 2024 has commented on it
    Then it is listed to the Board of 13 December 2024

  Scenario: Unpublished when the Board's agenda fell due, it goes to the next ordinary Board
    Given it is 2 November 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And the committee of 16 December 2024 has commented on it
    When nobody does anything until 15 January 2025 at 00:00
    Then it is listed to the Board of 19 March 2025

  Scenario: A Board at short notice has its agenda lawfully from the day it was convened
    Given it is 1 October 2024
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And the committee of 25 November 2024 has commented on it
    When Dee convenes an extraordinary Board for 29 November 2024 on 27 November 2024 at 09:00
    And Dee lists it to the Board of 29 November 2024 on 27 November 2024 at 10:00
    And Dee publishes the agenda of the Board of 29 November 2024 on 27 November 2024 at 11:00
    And Dee records on 29 November 2024 at 12:00 that the Board approves it
    Then it is approved

  Scenario: Deferred by the last Board of the year, the case awaits a date until a sitting is added
    Given it is 20 January 2025
    And a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 17 March 2025
    And Dee publishes the agenda of the Board of 19 March 2025 on 11 March 2025
    And the committee of 17 March 2025 has commented on it
    When Dee records on 19 March 2025 at 16:00 that the Board defers it, because "Next year's budget decides it."
    Then it is awaiting date
    When nobody does anything until 21 March 2025 at 09:00
    Then the Democratic Services was told that board of it had passed on:
      | 20 March 2025 |
      | 21 March 2025 |
    When Dee convenes an ordinary Board for 4 June 2025 on 21 March 2025 at 10:00
    Then it is listed to the Board of 4 June 2025
