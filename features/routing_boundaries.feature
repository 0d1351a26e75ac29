Feature: Who decides, and by which route
  A project manager wants to know from the sum alone who must see a case and who decides it,
  and the auditor wants the same sum to give the same route every time.
  Source: SAF 2, the route and the figure; the Board's delegations.

  Scenario Outline: A <kind> of <sum> is decided by the <decider>
    When a <kind> of <sum> is routed under cpca-2024
    Then its steps are: <route>
    And the <decider> decides
    And the row it was found in rests on "<source>"

    Examples: Concept papers go to the Board whatever the sum
      | kind          | sum            | decider | route                                                                                                         | source                                       |
      | concept paper | £1.00          | Board   | PMO triages, Investment Panel recommends, Investment Committee comments, Board decides                         | SAF 2, the route: concept paper, any figure [P] |
      | concept paper | £996,000.00    | Board   | PMO triages, Investment Panel recommends, Investment Committee comments, Board decides                         | SAF 2, the route: concept paper, any figure [P] |
      | concept paper | £5,000,000.01  | Board   | PMO triages, Investment Panel recommends, Investment Committee comments, Board decides                         | SAF 2, the route: concept paper, any figure [P] |

    Examples: Business cases, to the penny on either side of each limit
      | kind          | sum           | decider              | route                                                                                    | source                                                                      |
      | business case | £999,999.99   | Chief Executive      | PMO triages, Investment Panel recommends, Chief Executive decides                         | SAF 2, the route: business case, under £1,000,000 [S]                        |
      | business case | £1,000,000.00 | Investment Committee | PMO triages, Investment Panel recommends, Investment Committee decides                    | SAF 2, the route: business case, £1,000,000 to £5,000,000, both included [P] |
      | business case | £5,000,000.00 | Investment Committee | PMO triages, Investment Panel recommends, Investment Committee decides                    | SAF 2, the route: business case, £1,000,000 to £5,000,000, both included [P] |
      | business case | £5,000,000.01 | Board                | PMO triages, Investment Panel recommends, Investment Committee recommends, Board decides  | SAF 2, the route: business case, over £5,000,000 [P, I]                      |

    Examples: Change requests go as business cases do
      | kind           | sum           | decider              | route                                                                                   | source                                                     |
      | change request | £999,999.99   | Chief Executive      | PMO triages, Investment Panel recommends, Chief Executive decides                        | SAF 2, the route: change request, as business case [I]     |
      | change request | £1,000,000.00 | Investment Committee | PMO triages, Investment Panel recommends, Investment Committee decides                   | SAF 2, the route: change request, as business case [I]     |
      | change request | £5,000,000.00 | Investment Committee | PMO triages, Investment Panel recommends, Investment Committee decides                   | SAF 2, the route: change request, as business case [I]     |
      | change request | £5,000,000.01 | Board                | PMO triages, Investment Panel recommends, Investment Committee recommends, Board decides | SAF 2, the route: change request, as business case [I]     |

  Scenario Outline: A change from <before> to <after> is decided on <figure> by the <decider>
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a change request from <before> to <after> by Ann
    When Ann submits it on 14 October 2024 at 10:00
    Then the case records the figure <figure>, on the authority's contribution
    And the decider of the case is the <decider>

    Examples: The larger of the baseline and the total after the change
      | before        | after         | figure        | decider              |
      | £420,000.00   | £420,000.00   | £420,000.00   | Chief Executive      |
      | £420,000.00   | £999,999.99   | £999,999.99   | Chief Executive      |
      | £420,000.00   | £1,000,000.00 | £1,000,000.00 | Investment Committee |
      | £1,200,000.00 | £900,000.00   | £1,200,000.00 | Investment Committee |
      | £5,000,000.00 | £5,000,000.01 | £5,000,000.01 | Board                |
      | £5,000,000.01 | £0.00         | £5,000,000.01 | Board                |

  Scenario Outline: A change to a baseline of £400,000 that the <approved_by> approved is decided by the <decider>
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a project of £400,000 that the <approved_by> approved
    And a change request to it of £450,000 by Ann
    When Ann submits it on 14 October 2024 at 10:00
    Then the decider of the case is the <decider>

    Examples: Never below the body that approved the baseline
      | approved_by          | decider              |
      | Chief Executive      | Chief Executive      |
      | Investment Committee | Investment Committee |
      | Board                | Board                |

  Scenario: A body that delegated changes of a project sets no floor
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a project of £400,000 that the Board approved and delegated
    And a change request to it of £450,000 by Ann
    When Ann submits it on 14 October 2024 at 10:00
    Then the decider of the case is the Chief Executive

  Scenario: A change request needs a registered project with a baseline
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a change request of £450,000 by Ann that names no project
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "A change request names a registered project, whose baseline it changes" with source "SAF 2, the figure [I]; SAF 6"

  Scenario: A case without a sum cannot be routed
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a business case by Ann that states no sum
    When Ann submits it on 14 October 2024 at 10:00
    Then the only refusal says "The case states its value" with source "SAF 2, the figure"

  Scenario: The case records the policy, the basis and the figure it was routed on
    Given the published calendar of 2024-25
    And it is 10 October 2024
    And a business case of £1,000,000 by Ann
    When Ann submits it on 14 October 2024 at 10:00
    Then the case records the figure £1,000,000, on the authority's contribution
    And the case records the policy cpca-2024

  Scenario Outline: In the West Midlands a business case of <sum> is decided by the <decider>
    When a business case of <sum> is routed under west-midlands-2024
    Then its steps are: <route>
    And the <decider> decides
    And the figure is the accumulated commitment

    Examples: Four bands, on accumulated spend of the whole project
      | sum            | decider                  | route                                                                                                                     |
      | £999,999.99    | Executive Director       | Programme Assurance triages, Investment Panel recommends, Executive Director decides                                      |
      | £1,000,000.00  | Executive Director       | Programme Assurance triages, Investment Panel recommends, Executive Director decides                                      |
      | £1,000,000.01  | Statutory Officers       | Programme Assurance triages, Investment Panel recommends, Statutory Officers decides                                      |
      | £5,000,000.00  | Statutory Officers       | Programme Assurance triages, Investment Panel recommends, Statutory Officers decides                                      |
      | £5,000,000.01  | Investment Board         | Programme Assurance triages, Investment Panel recommends, Investment Board decides                                        |
      | £20,000,000.00 | Investment Board         | Programme Assurance triages, Investment Panel recommends, Investment Board decides                                        |
      | £20,000,000.01 | Combined Authority Board | Programme Assurance triages, Investment Panel recommends, Investment Board recommends, Combined Authority Board decides   |

  Scenario: In the West Midlands £400,000 more on a project that already committed £900,000 counts as £1,300,000
    Given the West Midlands policy in force
    And the published calendar of 2024-25
    And it is 10 October 2024
    And a business case by Ann of £400,000 on a project that will then have committed £1,300,000
    When Ann submits it on 14 October 2024 at 10:00
    Then the case records the figure £1,300,000, on the accumulated commitment
    And the decider of the case is the Statutory Officers
