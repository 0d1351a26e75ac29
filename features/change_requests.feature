Feature: Change requests
  A change request is routed on the larger of the baseline and the total after the change, and is never decided
  below the body that approved the baseline, unless that body delegated it.
  When it takes effect the project's baseline becomes what it says.
  Source: SAF 2, the figure [I, A]; SAF 6, change request.

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario Outline: The larger of the baseline and the total after the change decides the route
    Given a project "Busway" with a baseline of <before>, approved by <body>
    And a change request to "Busway" by Ann that leaves <after>
    When Ann submits it on 14 October 2024 at 10:00
    Then the figure of it is <figure>
    And the decider of it is the <decider>

    Examples: no body known: the one whose band holds the baseline
      | before        | body         | after         | figure        | decider         |
      | £420,000      | nobody known | £420,000      | £420,000      | Chief Executive |
      | £900,000      | nobody known | £1,000,000.00 | £1,000,000.00 | committee       |
      | £1,000,000    | nobody known | £999,999.99   | £1,000,000.00 | committee       |
      | £4,800,000    | nobody known | £5,000,000.01 | £5,000,000.01 | Board           |
      | £6,000,000    | nobody known | £100,000      | £6,000,000    | Board           |

    Examples: never below who approved the baseline
      | before        | body         | after         | figure        | decider         |
      | £300,000      | the Board    | £310,000      | £310,000      | Board           |
      | £800,000      | the committee | £700,000     | £800,000      | committee       |

  Scenario: Unless that body delegated it
    Given a project "Busway" with a baseline of £300,000, approved by the Board, which delegates changes to it
    And a change request to "Busway" by Ann that leaves £310,000
    When Ann submits it on 14 October 2024 at 10:00
    Then the decider of it is the Chief Executive

  Scenario: A change of no money counts as the baseline
    Given a project "Busway" with a baseline of £420,000, approved by nobody known
    And a change request to "Busway" by Ann that changes no money
    When Ann submits it on 14 October 2024 at 10:00
    Then the figure of it is £420,000
    And the decider of it is the Chief Executive

  Scenario Outline: Pausing and cancelling a project count as the baseline, and change its standing
    Given a project "Busway" with a baseline of £420,000, approved by nobody known
    And a change request to "Busway" by Ann that <changes> the project
    When Ann submits it on 14 October 2024 at 10:00
    Then the figure of it is £420,000
    When it has been decided on its route
    Then the project "Busway" is <standing>
    And the baseline of "Busway" is £420,000

    Examples:
      | changes | standing  |
      | pauses  | paused    |
      | cancels | cancelled |

  Scenario: A change request names a registered project
    Given a change request to no project by Ann
    When Ann submits it on 14 October 2024 at 10:00
    Then the refusal says "A change request names a registered project, whose baseline it changes" with source "SAF 2, the figure [I]; SAF 6"

  Scenario: In effect, it moves the baseline, and the next change starts from there
    Given a project "Busway" with a baseline of £420,000, approved by nobody known
    And a change request to "Busway" by Ann that leaves £480,000
    And Ann submits it on 14 October 2024 at 10:00
    When it has been decided on its route
    Then it is in effect
    And the baseline of "Busway" is £480,000
    And the baseline of "Busway" was approved by the Chief Executive on 24 October 2024

  Scenario: Approved but not yet in effect, it moves nothing
    Given a project "Busway" with a baseline of £1,400,000, approved by the committee
    And a change request to "Busway" by Ann that leaves £1,450,000
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then it is approved
    And the baseline of "Busway" is £1,400,000
    When Dee publishes the decision on it on 17 December 2024
    And nobody does anything until 27 December 2024 at 23:59:59
    Then the baseline of "Busway" is £1,400,000
    When nobody does anything until 28 December 2024 at 00:00
    Then it takes effect on 28 December 2024
    And the baseline of "Busway" is £1,450,000

  Scenario: Several are live, and the first to take effect is the before of the others
    Given a project "Busway" with a baseline of £900,000, approved by nobody known
    And a change request "More buses" to "Busway" by Ann that leaves £960,000
    And a change request "Later opening" to "Busway" by Bea that changes no money
    And a change request "Fewer stops" to "Busway" by Bea that leaves £940,000
    And Ann submits "More buses" on 14 October 2024 at 10:00
    And "More buses" has been decided on its route
    And the baseline of "Busway" has become £960,000
    When Bea submits "Later opening" on 1 November 2024
    And Bea submits "Fewer stops" on 1 November 2024
    Then "Later opening" goes from £960,000 to £960,000
    And "Fewer stops" goes from £960,000 to £940,000
    And the figure of "Later opening" is £960,000

  Scenario: A change of no money under review leaves untouched what another has moved meanwhile
    Given a project "Busway" with a baseline of £400,000, approved by nobody known
    And a change request "More buses" to "Busway" by Ann that leaves £460,000
    And a change request "Later opening" to "Busway" by Bea that changes no money
    And Ann submits "More buses" on 14 October 2024 at 10:00
    And Bea submits "Later opening" on 14 October 2024 at 10:00
    When "More buses" has been decided on its route
    And "Later opening" has been decided on its route
    Then the baseline of "Busway" is £460,000
