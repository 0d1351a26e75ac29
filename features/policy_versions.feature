Feature: Versions of the policy
  The Board changes its delegations from time to time. The monitoring officer wants every case to be decided
  under the policy it was submitted under, and to see what a new one would have done before it is adopted.
  Source: SAF 2, versioned policy; SAF 2, annual review.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024 at 09:00

  Scenario: Before anything else is adopted, cpca-2024 is in force
    Then the policy in force on 1 October 2024 is cpca-2024
    And it was adopted by the Combined Authority Board and cleared by dluhc, dft and dfe
    And its review is due on 1 April 2025

  Scenario Outline: A case submitted on <submitted> is routed under <policy>
    Given the Board has adopted cpca-2025 with effect from 2 December 2024, by which the Chief Executive decides up to £2,000,000
    And a business case of £1,500,000 by Ann
    When Ann submits it on <submitted>
    Then the case goes by <policy> and the <decider> decides

    Examples: On either side of the day on which it takes effect
      | submitted                 | policy    | decider              |
      | 29 November 2024 at 16:00 | cpca-2024 | Investment Committee |
      | 1 December 2024 at 23:59  | cpca-2024 | Investment Committee |
      | 2 December 2024 at 00:00  | cpca-2025 | Chief Executive      |
      | 2 December 2024 at 09:00  | cpca-2025 | Chief Executive      |

  Scenario: A case returned and resubmitted keeps the policy it was submitted under
    Given the Board has adopted cpca-2025 with effect from 2 December 2024, by which the Chief Executive decides up to £2,000,000
    And a business case of £1,500,000 by Ann
    And Ann submits it on 29 November 2024 at 16:00
    And Pat returns it on 2 December 2024 at 10:00, because "The risks are missing."
    When Ann resubmits it on 3 December 2024 at 10:00
    Then the case goes by cpca-2024 and the Investment Committee decides

  Scenario: A case whose value changes is routed anew under the policy it was submitted under
    Given the Board has adopted cpca-2025 with effect from 2 December 2024, by which the Chief Executive decides up to £2,000,000
    And a business case of £600,000 by Ann
    And Ann submits it on 29 November 2024 at 16:00
    When Ann changes the value of it to £1,500,000 on 3 December 2024 at 10:00
    Then the case goes by cpca-2024 and the Investment Committee decides

  Scenario: Adopting a policy changes no case under way
    Given a business case "Depot" of £1,500,000 by Ann
    And Ann submits "Depot" on 1 October 2024 at 10:00
    When the Board has adopted cpca-2025 with effect from 2 December 2024, by which the Chief Executive decides up to £2,000,000
    And nobody does anything until 3 December 2024
    Then "Depot" goes by cpca-2024 and the Investment Committee decides

  Scenario: What a policy would have done is shown before it is adopted
    Given a business case "Depot" of £1,500,000 by Ann
    And Ann submits "Depot" on 1 October 2024 at 10:00
    And a business case "Bridge" of £600,000 by Bea
    And Bea submits "Bridge" on 1 October 2024 at 11:00
    And a concept paper "Ferry" of £1,500,000 by Bea
    And Bea submits "Ferry" on 1 October 2024 at 12:00
    When Moe looks at what cpca-2025 would do, by which the Chief Executive decides up to £2,000,000
    Then these would have gone another way:
      | case  | decided by           | instead by      |
      | depot | Investment Committee | Chief Executive |
    And the cases looked at were: depot, bridge, ferry
    And "Depot" goes by cpca-2024 and the Investment Committee decides
    And the policy in force on 2 December 2024 is cpca-2024

  Scenario: Two policies are never in force at once
    Given the Board has adopted cpca-2025 with effect from 2 December 2024, by which the Chief Executive decides up to £2,000,000
    When Moe adopts cpca-2025b with effect from 1 November 2024, by which the Chief Executive decides up to £3,000,000
    Then the only refusal says "A policy takes effect later than every policy adopted before it, so that two are never in force at once" with source "SAF 2, versioned policy"

  Scenario: A policy's review is due every year, and a review sets when the next is due
    When Moe reviews cpca-2024 on 20 March 2025 and finds "No change is needed.", the next being due on 20 March 2026
    Then the review of cpca-2024 is due on 20 March 2026

  Scenario: A review that puts the next one off beyond a year is refused
    When Moe reviews cpca-2024 on 20 March 2025 and finds "No change is needed.", the next being due on 1 April 2027
    Then the only refusal says "The next review falls due after the day this one is recorded, and within the year" with source "SAF 2, annual review"
