Feature: The Investment Committee
  Members decide business cases from £1,000,000 to £5,000,000, recommend above, and comment on concept papers.
  An item is taken only where its agenda and cleared report lay open five clear working days before.
  Source: SAF 2, the route [P]; SAF 3, enforcement [A]; Local Government Act 1972 s.100B.

  Background:
    Given the published calendar of 2024-25
    And it is 28 October 2024

  Scenario Outline: What the committee decides
    Given a business case of <figure> by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then it is approved

    Examples:
      | figure        |
      | £1,000,000.00 |
      | £2,400,000    |
      | £5,000,000.00 |

  Scenario: Above £5,000,000 the committee recommends and the Board decides
    Given a business case of £5,000,000.01 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then the only refusal says "The body before which the case stands can approve it" with source "SAF 2, capacities"
    When Dee records on 16 December 2024 at 16:00 that the committee recommends it
    Then it stands before the Board
    And it is listed to the Board of 22 January 2025

  Scenario: A recommendation against goes on to the Board with that advice
    Given a business case of £7,200,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee does not recommend it, because "The costs are not robust."
    Then it stands before the Board

  Scenario: On a concept paper the committee comments, and any view goes on to the Board
    Given a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee comments on it, because "We would rather see it elsewhere."
    Then it stands before the Board
    And it is listed to the Board of 22 January 2025

  Scenario: A concept paper is never decided by the committee
    Given a concept paper of £240,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then the only refusal says "The body before which the case stands can approve it" with source "SAF 2, capacities"

  Scenario: The committee refuses, with reasons
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee refuses it
    Then the only refusal says "A reason is given" with source "SAF 2"
    When Dee records on 16 December 2024 at 16:00 that the committee refuses it, because "It does not meet the objectives."
    Then it is refused

  Scenario: Deferred, it goes to the next committee
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee defers it, because "We want to see the site."
    Then it is deferred
    And it is listed to the committee of 13 January 2025

  Scenario: Returned, it comes back to the committee after a short check by the PMO, not to the panel
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee returns it, because "Show the whole-life cost."
    When Ann resubmits it on 20 December 2024 at 10:00
    Then it stands before the PMO
    When Pat accepts it on 20 December 2024 at 15:00
    Then it stands before the committee
    And it is listed to the committee of 13 January 2025

  Scenario: What was decided is recorded by Democratic Services, not by the PMO
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Pat approves it on 16 December 2024 at 16:00
    Then the only refusal says "The outcome is recorded by the office that acts for the body the route names" with source "SAF 2: decided by the body the route names"

  Scenario: An outcome bears the day of its sitting, and no outcome comes before it
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 15 December 2024 that the committee approves it
    Then the refusal says "The sitting the case is listed to has been held, and the outcome is dated on it" with source "Dates of the record [A]: never future, never before the case reached that step"
    When Dee records on 18 December 2024 that the committee approves it
    Then the decision was made on 16 December 2024

  Scenario: A key decision has its 28 clear days' notice or is not taken
    Given a business case of £2,400,000 by Ann
    And Ann submits it on 4 November 2024 at 10:00
    And Pat accepts it on 6 November 2024 at 10:00
    And Pat records on 14 November 2024 at 16:00 that the panel recommends it
    And Dee gives notice of the key decision on it on 18 November 2024
    And every office has cleared the report of it on 4 December 2024
    And Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then the only refusal says "A key decision had 28 clear days' notice: give notice, or decide on a later day" with source "SI 2017/68 art 11"
    When Dee records on 16 December 2024 at 16:00 that the committee defers it, because "Its notice was a day late."
    Then it is listed to the committee of 13 January 2025

  Scenario: The agenda leaves five clear working days
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    And every office has cleared the report of it on 4 December 2024
    When Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024 at 23:59:59
    Then the agenda of the committee of 16 December 2024 counts these clear days:
      | 9 December 2024  |
      | 10 December 2024 |
      | 11 December 2024 |
      | 12 December 2024 |
      | 13 December 2024 |

  Scenario: An item whose agenda was not published goes to the next committee at midnight
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    And every office has cleared the report of it on 4 December 2024
    When nobody does anything until 6 December 2024 at 23:59:59
    Then it is listed to the committee of 16 December 2024
    When nobody does anything until 7 December 2024 at 00:00
    Then it is listed to the committee of 13 January 2025

  Scenario: A report that is not wholly cleared is not published, and the item goes to the next committee
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    When Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    Then the only refusal says "No item is published without every clearance of the version published" with source "SAF 5, a clearance is of one version"
    When nobody does anything until 7 December 2024 at 00:00
    Then it is listed to the committee of 13 January 2025

  Scenario: A supplement a day late is refused, and what waits for the chair's ruling is taken only with it
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    And every office has cleared the report of it on 4 December 2024
    And Dee records on 6 December 2024 at 16:00 that it waits for the chair's ruling that it is urgent, because "The funder's offer ends on 31 December."
    When nobody does anything until 9 December 2024 at 09:00
    Then it is listed to the committee of 16 December 2024
    When Dee publishes the agenda of the committee of 16 December 2024 on 9 December 2024
    Then the only refusal says "Agenda and reports are open to the public five clear working days before the meeting" with source "Local Government Act 1972 s.100B(3); Elitestone, CA 1993"
    When Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then the only refusal says "The item stood, with its cleared report, on an agenda published five clear working days before, or the chair ruled it urgent" with source "Local Government Act 1972 s.100B(4)"
    When Dee records on 16 December 2024 at 16:05 the chair's opinion that it is urgent, without reasons
    Then the only refusal says "The reasons are given: they go in the minutes" with source "Local Government Act 1972 s.100B(4)(b)"
    When Dee records on 16 December 2024 at 16:05 the chair's opinion that it is urgent, because "The funder's offer ends on 31 December."
    And Dee records on 16 December 2024 at 16:10 that the committee approves it
    Then it is approved

  Scenario: The public notice of the meeting is given with its agenda, unless it was given before
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    And every office has cleared the report of it on 4 December 2024
    When Dee gives public notice of the committee of 16 December 2024 on 5 December 2024
    And Dee gives public notice of the committee of 16 December 2024 on 5 December 2024
    Then the only refusal says "The public notice of the meeting has not been given yet" with source "Local Government Act 1972 s.100A(6)"
    When Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    Then public notice of the committee of 16 December 2024 was given on 5 December 2024

  Scenario: The chair rules on what is listed to the meeting, and on nothing else
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    When Dee records on 20 November 2024 the chair's opinion that it is urgent at the committee of 13 January 2025
    Then the refusal says "The case is listed to this sitting" with source "SAF 3"

  Scenario: Recorded after midnight, the wait for the chair's ruling no longer keeps it on that agenda
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    When Dee records on 7 December 2024 at 09:00 that it waits for the chair's ruling that it is urgent, because "The funder's offer ends on 31 December."
    Then it is listed to the committee of 13 January 2025

  Scenario: A case that was withdrawn is on no list, and on no agenda
    Given a business case "Riverside" of £2,400,000 by Ann
    And a business case "Hilltop" of £1,100,000 by Bea
    And "Riverside" and "Hilltop" have been recommended to the committee of 16 December 2024
    And every office has cleared the report of "Riverside" on 4 December 2024
    And every office has cleared the report of "Hilltop" on 4 December 2024
    When Ann withdraws "Riverside" on 5 December 2024
    And Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    Then the agenda of the committee of 16 December 2024 holds "Hilltop" only

  Scenario: A person may move a listed case to another committee that can still carry it
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    When Dee lists it to the committee of 10 February 2025 on 20 November 2024
    Then it is listed to the committee of 10 February 2025

  Scenario: Not to one that has gone by, nor to another body's sitting
    Given a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024
    When Dee lists it to the committee of 25 November 2024 on 20 November 2024
    Then the only refusal says "The sitting's agenda can still lawfully carry the case" with source "SAF 3, meetings move"
    When Dee lists it to the Board of 22 January 2025 on 20 November 2024
    Then the only refusal says "The sitting is one of the body the case stands before, or of the Board that follows it, and is not cancelled" with source "SAF 3"

  Scenario: No outcome recorded is raised each working day to Democratic Services
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When nobody does anything until 19 December 2024 at 09:00
    Then the Democratic Services was told that committee of it had passed on:
      | 17 December 2024 |
      | 18 December 2024 |
      | 19 December 2024 |
