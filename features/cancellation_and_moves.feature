Feature: Meetings are cancelled and moved, and days are closed late
  A cancelled committee sends its items to the first one whose agenda can still lawfully carry them; the panel's and
  the Chief Executive's steps are left alone. A cancelled panel moves its cases to the next panel. A moved sitting
  keeps its id. A bank holiday proclaimed late makes the product propose; a person confirms.
  Source: SAF 3, meetings move [I]; SAF 3, a bank holiday proclaimed late.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: The committee of 25 November 2024 is cancelled after its agenda was out
    Given a business case "Riverside" of £2,400,000 by Ann
    And a business case "Small works" of £400,000 by Bea
    And "Riverside" has been recommended to the committee of 25 November 2024
    And Bea submits "Small works" on 4 November 2024 at 09:00
    And Pat accepts "Small works" on 6 November 2024 at 10:00
    And every office has cleared the report of "Riverside" on 13 November 2024
    And Pat records on 14 November 2024 at 16:00 that the panel recommends "Small works"
    And Dee publishes the agenda of the committee of 25 November 2024 on 15 November 2024
    When Dee cancels the committee of 25 November 2024 on 19 November 2024, because "The chamber is flooded."
    Then "Riverside" is listed to the committee of 16 December 2024
    And the report of "Riverside" is cleared still
    And "Riverside" is recommended by the panel still
    And the Chief Executive is to act on "Small works" by 21 November 2024
    When Dee publishes on 20 November 2024 that the committee of 25 November 2024 is cancelled
    And Dee publishes on 20 November 2024 that the committee of 25 November 2024 is cancelled
    Then the only refusal says "The cancelled meeting's agenda was out, and no notice of the cancellation has been published" with source "SAF 3, meetings move"
    When Cleo approves "Small works" on 21 November 2024 at 10:00
    Then "Small works" is in effect
    When Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves "Riverside"
    Then "Riverside" is approved

  Scenario: What is taken on the day of a cancelled committee is not taken there
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 25 November 2024
    And Dee cancels the committee of 25 November 2024 on 19 November 2024, because "The chamber is flooded."
    When Dee approves it on 25 November 2024 at 16:00
    Then the refusals say:
      | The sitting the case is listed to has been held, and the outcome is dated on it | Dates of the record [A]: never future, never before the case reached that step |
      | The item stood, with its cleared report, on an agenda published five clear working days before, or the chair ruled it urgent | Local Government Act 1972 s.100B(4) |

  Scenario: A cancelled meeting has no agenda, no attendance and no interests
    Given Dee cancels the committee of 25 November 2024 on 13 November 2024, because "The chamber is flooded."
    When Dee publishes the agenda of the committee of 25 November 2024 on 14 November 2024
    Then the refusals say:
      | The sitting exists and is not cancelled              | SAF 3 |
      | There is an item to publish that is not out already | SAF 3 |
    When May, Alder, Birch and Cedar attended the committee of 25 November 2024
    Then the only refusal says "The sitting exists and is not cancelled" with source "SAF 3"

  Scenario: The panel and the Chief Executive of that cycle were on time, and stay so
    Given a business case of £2,400,000 by Ann
    And Dee cancels the committee of 25 November 2024 on 10 October 2024, because "No room is to be had."
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 16 October 2024 at 10:00
    Then it is in the cycle of 2024-11
    And it is listed to the panel of 24 October 2024
    When Pat records on 24 October 2024 at 16:00 that the panel recommends it
    Then it is listed to the committee of 16 December 2024

  Scenario: Cancelled when the next agenda is already due, the items go to the one after
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee cancels the committee of 16 December 2024 on 16 December 2024 at 08:00, because "Snow."
    Then it is listed to the committee of 13 January 2025
    When Dee cancels the committee of 13 January 2025 on 6 January 2025, because "Snow again."
    Then it is listed to the committee of 10 February 2025

  Scenario: A cancelled panel moves its cases, with the step they stand at, to the next panel
    Given a business case "Accepted" of £400,000 by Ann
    And a business case "In triage" of £300,000 by Ann
    And a business case "Sent back" of £200,000 by Bea
    And Ann submits "Accepted" on 14 October 2024 at 10:00
    And Ann submits "In triage" on 14 October 2024 at 10:00
    And Bea submits "Sent back" on 14 October 2024 at 10:00
    And Pat accepts "Accepted" on 15 October 2024 at 10:00
    And Pat returns "Sent back" on 15 October 2024 at 10:05, because "No costs."
    When Pat cancels the panel of 24 October 2024 on 16 October 2024, because "No quorum is to be had."
    Then "Accepted" is listed to the panel of 14 November 2024
    And "Accepted" is in the cycle of 2024-12
    And "In triage" stands before the PMO
    And "In triage" is in the cycle of 2024-12
    And "Sent back" is returned
    And "Sent back" is in the cycle of 2024-12

  Scenario: After that panel is cancelled, what is submitted in time for it goes to the next
    Given a business case of £400,000 by Ann
    And Pat cancels the panel of 24 October 2024 on 10 October 2024, because "No quorum is to be had."
    When Ann submits it on 14 October 2024 at 10:00
    Then it is in the cycle of 2024-12

  Scenario: A Board that is cancelled lets go what was listed to it ahead of its committee
    Given it is 20 January 2025
    And a concept paper of £240,000 by Ann
    And it has been recommended to the committee of 17 March 2025
    And it is also listed to the Board of 19 March 2025
    When Dee cancels the Board of 19 March 2025 on 3 March 2025, because "The election is called."
    Then it is listed to no Board ahead of its committee
    And it is listed to the committee of 17 March 2025

  Scenario: A committee cancelled with its Board two days later lets go of both
    Given it is 20 January 2025
    And a concept paper of £240,000 by Ann
    And it has been recommended to the committee of 17 March 2025
    When Dee cancels the committee of 17 March 2025 on 3 March 2025, because "The election is called."
    Then it is listed to no Board ahead of its committee
    And it is awaiting date
    When Dee adds a committee on 28 April 2025, on 10 March 2025
    Then it is listed to the committee of 28 April 2025

  Scenario: Moved, a sitting keeps its id, its list and its cases
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    When Dee moves the committee of 16 December 2024 to 18 December 2024 on 20 November 2024, because "The Mayor is in London."
    Then it is listed to the committee of 18 December 2024
    And that sitting is still known as "investment_committee/2024-12"
    And the agenda of the committee of 18 December 2024 falls due on 10 December 2024
    When every office has cleared the report of it on 9 December 2024
    And Dee publishes the agenda of the committee of 18 December 2024 on 10 December 2024
    And Dee records on 18 December 2024 at 16:00 that the committee approves it
    Then it is approved

  Scenario: Moved past its Board, a committee takes its cases off that Board
    Given it is 20 January 2025
    And a concept paper of £240,000 by Ann
    And it has been recommended to the committee of 17 March 2025
    And it is also listed to the Board of 19 March 2025
    When Dee moves the committee of 17 March 2025 to 20 March 2025 on 3 March 2025, because "The Mayor is in London."
    Then it is listed to no Board ahead of its committee
    And it is listed to the committee of 20 March 2025

  Scenario: A sitting is neither cancelled nor moved without a reason, nor after its day, nor twice
    When Dee cancels the committee of 25 November 2024 on 19 November 2024, because ""
    Then the only refusal says "A change to the calendar gives its reason." with source "SAF 3, meetings move [A]"
    When Dee cancels the committee of 25 November 2024 on 19 November 2024, because "The chamber is flooded."
    And Dee cancels the committee of 25 November 2024 on 19 November 2024, because "The chamber is flooded."
    Then the only refusal says "A cancelled sitting stays cancelled." with source "SAF 3, meetings move [A]"
    When Dee moves the committee of 21 October 2024 to 18 December 2024 on 20 November 2024, because "Nobody came."
    Then the only refusal says "A sitting whose day has passed is neither moved nor cancelled." with source "SAF 3, meetings move [A]"

  Scenario: A bank holiday proclaimed late proposes new dates, and changes none by itself
    When Dee closes 9 December 2024 on 20 November 2024, because "A day of national mourning."
    Then these dates are proposed for the cycle of 2024-12:
      | draft report              | 26 November 2024 | 25 November 2024 |
      | legal finance review      | 2 December 2024  | 29 November 2024 |
      | executive director review | 4 December 2024  | 3 December 2024  |
      | agenda publication        | 6 December 2024  | 5 December 2024  |
    And the agenda of the committee of 16 December 2024 falls due on 6 December 2024
    And it is raised that these agendas would leave fewer than five clear working days:
      | Board of 13 December 2024     | 5 December 2024 | 4 December 2024 |
      | committee of 16 December 2024 | 6 December 2024 | 5 December 2024 |

  Scenario: A person confirms, and the case is due by the new date
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    And Dee closes 9 December 2024 on 20 November 2024, because "A day of national mourning."
    When Dee confirms for the cycle of 2024-12 on 21 November 2024 that agenda publication is 5 December 2024
    Then the agenda of the committee of 16 December 2024 falls due on 5 December 2024
    When every office has cleared the report of it on 5 December 2024
    And nobody does anything until 6 December 2024 at 00:00
    Then it is listed to the committee of 13 January 2025

  Scenario: Not confirmed, an agenda on the old date is refused all the same
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    And every office has cleared the report of it on 19 November 2024
    And Dee closes 9 December 2024 on 20 November 2024, because "A day of national mourning."
    When Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    Then the only refusal says "Agenda and reports are open to the public five clear working days before the meeting" with source "Local Government Act 1972 s.100B(3); Elitestone, CA 1993"

  Scenario: A date that a person explained is not proposed anew
    Given Dee confirms for the cycle of 2024-12 on 1 November 2024 that draft report is 22 November 2024
    When Dee closes 9 December 2024 on 20 November 2024, because "A day of national mourning."
    Then these dates are proposed for the cycle of 2024-12:
      | legal finance review      | 2 December 2024  | 29 November 2024 |
      | executive director review | 4 December 2024  | 3 December 2024  |
      | agenda publication        | 6 December 2024  | 5 December 2024  |

  Scenario: Nor one that has passed, nor one whose agenda is out
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee closes 9 December 2024 on 6 December 2024 at 18:00, because "A day of national mourning."
    Then no dates are proposed for the cycle of 2024-12
    And it is raised that these agendas would leave fewer than five clear working days:
      | Board of 13 December 2024     | 5 December 2024 | 4 December 2024 |
      | committee of 16 December 2024 | 6 December 2024 | 5 December 2024 |
