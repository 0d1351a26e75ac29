Feature: What a published calendar is told about itself
  The PMO takes over the table as members approved it: it is accepted as it stands and never refused,
  but every date that is unlawful, odd or worth knowing is named, so that a person can decide what to do.
  Source: SAF 3, lint codes and levels; Local Government Act 1972 s.100B(4)(a); SI 2017/68 art 11.

  Scenario Outline: The published year has <found> of <code>
    Given the published calendar of 2024-25
    When the calendar is checked
    Then <code> is a <level>, found <found> times
    And it is found on: <on>

    Examples: Every code of the framework
      | code                          | level   | found | on                                                                                                                                                |
      | agenda_too_late               | problem | 0     | nothing                                                                                                                                           |
      | differs_from_rule             | warning | 4     | 2025-01 draft report, 2025-01 legal finance review, 2025-01 executive director review, 2025-02 pmo submission                                     |
      | too_few_days                  | warning | 1     | 2025-02 pmo submission                                                                                                                            |
      | out_of_order                  | warning | 2     | 2025-01 draft report, 2025-01 legal finance review                                                                                                |
      | board_agenda_before_committee | warning | 2     | 2024-08 board, 2025-03 board                                                                                                                      |
      | restricted_period             | warning | 0     | nothing                                                                                                                                           |
      | no_slack                      | note    | 8     | every committee's agenda publication                                                                                                              |
      | holiday_in_reading_week       | note    | 1     | 2024-08 agenda publication                                                                                                                        |
      | no_committee                  | note    | 1     | 2024-07 committee                                                                                                                                 |
      | notice_day                    | note    | 8     | every committee's committee                                                                                                                       |

  Scenario: January's draft report was brought forward of Christmas, on to the panel's own day
    Given the published calendar of 2024-25
    When the calendar is checked
    Then of 2025-01 it says "The draft report is Thursday 12 December 2024; the rule gives Thursday 19 December 2024."
    And of 2025-01 it says "The draft report on Thursday 12 December 2024 comes before the Chief Executive's date on Thursday 19 December 2024."

  Scenario: New Year's Day leaves the PMO two working days instead of three
    Given the published calendar of 2024-25
    When the calendar is checked
    Then of 2025-02 it says "Only 2 working days between submission to the PMO on Monday 30 December 2024 and the panel's agenda on Thursday 2 January 2025; the rule has 3."

  Scenario Outline: The Board's agenda of <board> falls due before the committee of <committee> has met
    Given the published calendar of 2024-25
    When the calendar is checked
    Then of <cycle> it says "The agenda of the Board of <board> is due on <due>, before the committee of <committee> has met."

    Examples:
      | cycle   | committee               | board                      | due                    |
      | 2024-08 | Thursday 29 August 2024 | Wednesday 4 September 2024 | Tuesday 27 August 2024 |
      | 2025-03 | Monday 17 March 2025    | Wednesday 19 March 2025    | Tuesday 11 March 2025  |

  Scenario Outline: A key decision of the committee of <committee> needs its notice by <notice>
    Given the published calendar of 2024-25
    When the calendar is checked
    Then of <cycle> it says "A key decision of the committee of <committee> needs its notice by <notice>, which leaves 28 clear days."

    Examples: Seven times in eight a Sunday
      | cycle   | committee                | notice                   |
      | 2024-08 | Thursday 29 August 2024  | Wednesday 31 July 2024   |
      | 2024-09 | Monday 30 September 2024 | Sunday 1 September 2024  |
      | 2024-10 | Monday 21 October 2024   | Sunday 22 September 2024 |
      | 2024-11 | Monday 25 November 2024  | Sunday 27 October 2024   |
      | 2024-12 | Monday 16 December 2024  | Sunday 17 November 2024  |
      | 2025-01 | Monday 13 January 2025   | Sunday 15 December 2024  |
      | 2025-02 | Monday 10 February 2025  | Sunday 12 January 2025   |
      | 2025-03 | Monday 17 March 2025     | Sunday 16 February 2025  |

  Scenario: An agenda with four clear days is a problem, and the table is accepted all the same
    Given an empty calendar
    And a published table in which the agenda for the committee of 21 October 2024 goes out on 14 October 2024
    When Dee takes the table over on 3 June 2024
    Then the cycle of 2024-10 stands with its agenda on 14 October 2024
    And the calendar holds as a problem of 2024-10: "The agenda of Monday 14 October 2024 leaves 4 clear working days before the committee of Monday 21 October 2024; the last lawful working day is Friday 11 October 2024."

  Scenario: An exception with its reason keeps both the date and the reason
    Given an empty calendar
    And a published table in which the agenda for the committee of 21 October 2024 goes out on 10 October 2024, because "The printer closes."
    When Dee takes the table over on 3 June 2024
    Then the cycle of 2024-10 stands with its agenda on 10 October 2024
    And the calendar holds as a warning of 2024-10: "Publication of the committee's agenda is Thursday 10 October 2024; the rule gives Friday 11 October 2024. The reason is recorded."

  Scenario: A pre-election period warns and changes no clear day
    Given the published calendar of 2024-25
    When Dee keeps the committee clear of 24 March 2025 to 1 May 2025 for a pre-election period
    And Dee keeps the committee clear of 10 March 2025 to 21 March 2025 for a recess
    And the calendar is checked
    Then of 2025-03 it says "The committee on Monday 17 March 2025 falls in a recess period, Monday 10 March 2025 to Friday 21 March 2025."
    And restricted_period is a warning, found 1 times
    And agenda_too_late is a problem, found 0 times

  Scenario Outline: A file that is not a calendar is told where it goes wrong, and nothing is stored
    Given an empty calendar
    When Dee brings a table whose panel of the cycle 2024-10 is written <written>
    Then she is told <told>
    And the calendar is still empty

    Examples:
      | written         | told                                                                                                    |
      | "soon"          | "'soon' is not a date; write 2024-07-05, 05/07/24, Fri 05/07/24 or n/a"                                 |
      | "31/09/24"      | "there is no such day as '31/09/24'"                                                                    |
      | "Mon 19/09/24"  | "19 September 2024 is a Thursday, not a Monday"                                                         |

  Scenario Outline: A date may be written as <written>
    Given an empty calendar
    When Dee brings a table whose panel of the cycle 2024-10 is written <written>
    Then the panel of 2024-10 is on 19 September 2024

    Examples:
      | written        |
      | "2024-09-19"   |
      | "19/09/24"     |
      | "Thu 19/09/24" |
