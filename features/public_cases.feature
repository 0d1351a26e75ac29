Feature: Public cases
  Three cases that travelled the framework in public, played as they happened.
  Source: SAF 7, public record of the authority's decisions. Everybody who acts here is fictional.

  Background:
    Given the published calendar of 2024-25

  Scenario: The chalk streams, a change to a grant approved before the framework
    Given the project "Greater Cambridge Chalk Stream Project" was approved before the framework at £420,000, by a body not known
    And it is 1 October 2024
    And a change request "Chalk streams" to that project by Ann, changing its end date and scope
    When Ann submits "Chalk streams" on 14 October 2024 at 10:00
    Then the route of "Chalk streams" is: Programme Management Office to triage, Investment Panel to recommend, Chief Executive to decide
    And the figure of "Chalk streams" is £420,000
    When Pat accepts "Chalk streams" on 16 October 2024 at 10:00
    Then "Chalk streams" is listed to the panel of 24 October 2024
    When Pat records on 24 October 2024 at 15:00 that the panel recommends "Chalk streams"
    Then the Chief Executive is to act on "Chalk streams" by 31 October 2024
    When Cleo approves "Chalk streams" on 31 October 2024 at 11:00, because "The scope is met sooner."
    Then "Chalk streams" takes effect on 31 October 2024
    When Dee publishes the decision on "Chalk streams" on 12 November 2024 at 10:00
    Then "Chalk streams" takes effect on 31 October 2024
    And the decision on "Chalk streams" was made on 31 October 2024 by the Chief Executive and published on 12 November 2024
    And the baseline of "Greater Cambridge Chalk Stream Project" is £420,000, decided by the Chief Executive on 31 October 2024

  Scenario: Cambridgeshire and Peterborough Impact, a concept paper
    Given it is 10 July 2024
    And a concept paper "Impact" of £996,000 by Ann
    And Dee gives notice of the key decision on "Impact" on 15 July 2024
    When Ann submits "Impact" on 16 July 2024 at 10:00
    Then "Impact" is in the cycle of 2024-08
    And the route of "Impact" is: Programme Management Office to triage, Investment Panel to recommend, Investment Committee to comment, Combined Authority Board to decide
    When Pat accepts "Impact" on 19 July 2024 at 10:00
    And Pat records on 29 July 2024 at 16:00 that the panel recommends "Impact"
    Then "Impact" is listed to the committee of 29 August 2024
    And "Impact" is also listed to the Board of 4 September 2024, subject to the committee's step
    When every office has cleared the report of "Impact" on 16 August 2024
    And Dee publishes the agenda of the committee of 29 August 2024 on 20 August 2024
    And Dee publishes the agenda of the Board of 4 September 2024 on 27 August 2024
    And Dee records on 29 August 2024 at 17:00 that the committee comments on "Impact"
    Then "Impact" stands before the Board
    And "Impact" is listed to the Board of 4 September 2024
    When Dee records on 4 September 2024 at 16:00 that the Board approves "Impact"
    Then "Impact" is approved
    And the decision on "Impact" was made on 4 September 2024 by the Board

  Scenario: Greater Cambridge Impact, a business case that grew out of the concept paper
    Given it is 10 July 2024
    And a concept paper "Impact" of £996,000 by Ann
    And Dee gives notice of the key decision on "Impact" on 15 July 2024
    And Ann submits "Impact" on 16 July 2024 at 10:00
    And "Impact" has been decided by the Board of 4 September 2024
    And Dee publishes the decision on "Impact" on 6 September 2024
    And a business case "Greater Cambridge Impact" of £1,000,000 by Ann that rests on "Impact"
    And Dee gives notice of the key decision on "Greater Cambridge Impact" on 25 October 2024
    When Ann submits "Greater Cambridge Impact" on 4 November 2024 at 10:00
    Then the route of "Greater Cambridge Impact" is: Programme Management Office to triage, Investment Panel to recommend, Investment Committee to decide
    When Pat accepts "Greater Cambridge Impact" on 6 November 2024 at 10:00
    And Pat records on 14 November 2024 at 16:00 that the panel recommends "Greater Cambridge Impact"
    And every office has cleared the report of "Greater Cambridge Impact" on 4 December 2024
    And Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    And May, Alder, Birch, Cedar, Elm, Hazel and Oak attended the committee of 16 December 2024
    And Cedar declared an interest in "Greater Cambridge Impact" at the committee of 16 December 2024 and left
    And Dee records on 16 December 2024 at 16:00 that the committee approves "Greater Cambridge Impact" by 6 votes to 0, with 0 abstaining
    Then "Greater Cambridge Impact" is approved
    And the resolution on "Greater Cambridge Impact" was unanimous among 6 members who took part
    When Dee publishes the decision on "Greater Cambridge Impact" on 18 December 2024
    Then the decision on "Greater Cambridge Impact" was made on 16 December 2024 by the committee and published on 18 December 2024
    And it was on the record before the agenda of the Board of 22 January 2025, which notes it, fell due on 14 January 2025
    When nobody does anything until 31 December 2024
    Then "Greater Cambridge Impact" takes effect on 31 December 2024
    And the baseline of "Greater Cambridge Impact" is £1,000,000, decided by the committee on 16 December 2024
