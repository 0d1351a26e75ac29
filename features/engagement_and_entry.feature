Feature: Engagement and what a business case rests on
  The author asks each impacted service, and a named officer of it answers by a date; missing answers block a business case.
  A business case rests on a concept paper whose approval has taken effect, on a Corporate Plan line, or on the PMO's exemption.
  Source: SAF 6, engagement [S: vital; blocking A]; SAF 6, business case.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: A question waits for the service, with its date, and blocks the business case
    Given a business case of £400,000 by Ann
    And Ann asks finance on 1 October 2024 to answer by 9 October 2024
    Then the finance service is to answer the engagement question by 9 October 2024
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "Every shared service that was asked has answered" with source "SAF 6, engagement [S: vital; blocking A]"

  Scenario Outline: Answered by a named officer of the service, it may be submitted
    Given a business case of £400,000 by Ann
    And Ann asks finance on 1 October 2024 to answer by 9 October 2024
    When Flo answers for finance on 8 October 2024: <answer>
    And Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO
    And nothing waits for the finance service

    Examples:
      | answer                |
      | engaged, with comment |
      | not impacted          |

  Scenario: More time is given with its own date, and still blocks
    Given a business case of £400,000 by Ann
    And Ann asks finance on 1 October 2024 to answer by 9 October 2024
    When Flo answers for finance on 8 October 2024: more time
    Then the only refusal says "More time is asked for with the date by which the answer will come" with source "SAF 6, engagement"
    When Flo asks more time for finance on 8 October 2024, until 13 October 2024
    Then the finance service is to answer the engagement question by 13 October 2024
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "Every shared service that was asked has answered" with source "SAF 6, engagement [S: vital; blocking A]"

  Scenario: Another service's officer does not answer for it
    Given a business case of £400,000 by Ann
    And Ann asks finance on 1 October 2024 to answer by 9 October 2024
    When Prue answers for finance on 8 October 2024: not impacted
    Then the only refusal says "The answer comes from a named officer of that service" with source "SAF 6, engagement"

  Scenario: Nobody answers what was not asked
    Given a business case of £400,000 by Ann
    When Flo answers for finance on 8 October 2024: not impacted
    Then the only refusal says "The service was asked" with source "SAF 6, engagement"

  Scenario Outline: On other kinds of case missing answers warn and do not block
    Given a <kind> of £400,000 by Ann
    And Ann asks finance on 1 October 2024 to answer by 9 October 2024
    When Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO
    And Ann is warned "The finance service has not answered; it was asked to by Wednesday 9 October 2024."

    Examples:
      | kind           |
      | concept paper  |
      | change request |

  Scenario: A service asked after a return must answer before the case comes back
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat returns it on 15 October 2024 at 10:00, because "Was procurement asked?"
    And Ann asks procurement on 15 October 2024 to answer by 17 October 2024
    When Ann resubmits it on 16 October 2024 at 10:00
    Then the only refusal says "Every shared service that was asked has answered" with source "SAF 6, engagement [S: vital; blocking A]"
    When Prue answers for procurement on 16 October 2024: engaged, with comment
    And Ann resubmits it on 16 October 2024 at 15:00
    Then it stands before the PMO

  Scenario: Without anything to rest on a business case is not submitted
    Given a business case of £400,000 by Ann that rests on nothing
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "A business case rests on a concept paper whose approval has taken effect, a Corporate Plan line, or the PMO's exemption" with source "SAF 6"

  Scenario: A Corporate Plan line carries it
    Given a business case of £400,000 by Ann that rests on nothing
    When Ann names the Corporate Plan line "Growth, 12" on 2 October 2024
    And Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO

  Scenario: A line that is not named carries nothing
    Given a business case of £400,000 by Ann that rests on nothing
    When Ann names the Corporate Plan line "" on 2 October 2024
    Then the only refusal says "The concept paper, or the line of the Corporate Plan, is named" with source "SAF 6"

  Scenario: The PMO exempts, with a reason; the author does not exempt themselves
    Given a business case of £400,000 by Ann that rests on nothing
    When Ann gives it an exemption of her own on 2 October 2024
    Then the only refusal says "A writer names a concept paper or a Corporate Plan line; an exemption is the PMO's to give" with source "SAF 6"
    When Pat exempts it on 3 October 2024, because ""
    Then the only refusal says "A reason is given" with source "SAF 2"
    When Pat exempts it on 3 October 2024, because "An urgent repair."
    And Ann submits it on 14 October 2024 at 10:00
    Then it stands before the PMO

  Scenario: Nobody exempts their own case
    Given a business case of £400,000 by Pip that rests on nothing
    When Pip exempts it on 3 October 2024, because "An urgent repair."
    Then it is refused for separation of duties

  Scenario: A concept paper carries it once its approval has taken effect, and not a moment before
    Given a concept paper "Riverside idea" of £240,000 by Ann
    And "Riverside idea" was approved by the Board of 22 January 2025 and published on 23 January 2025
    And a business case of £400,000 by Ann that rests on "Riverside idea"
    When Ann submits it on 31 January 2025 at 23:59:59
    Then the only refusal says "A business case rests on a concept paper whose approval has taken effect, a Corporate Plan line, or the PMO's exemption" with source "SAF 6"
    When Ann submits it on 1 February 2025 at 00:00
    Then it stands before the PMO
    And it is in the cycle of 2025-03

  Scenario: Only a concept paper is one
    Given a business case "Small works" of £400,000 by Ann
    And Ann submits "Small works" on 14 October 2024 at 10:00
    And "Small works" has been decided
    And a business case of £400,000 by Ann that rests on "Small works"
    When Ann submits it on 4 November 2024 at 10:00
    Then the only refusal says "A business case rests on a concept paper whose approval has taken effect, a Corporate Plan line, or the PMO's exemption" with source "SAF 6"

  Scenario: Only a business case needs such a line
    Given a concept paper of £240,000 by Ann
    When Ann names the Corporate Plan line "Growth, 12" on 2 October 2024
    Then the only refusal says "Only a business case needs an entry line" with source "SAF 6"
