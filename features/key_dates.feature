Feature: Key dates
  The PMO, who owns the dates, wants every key date to follow from the committee's by one set of rules,
  so that nobody checks timescales by hand and every exception in the published table is seen for what it is.
  Source: the authority's table of key dates for 2024-25 (SAF 3); Local Government Act 1972 s.100B.

  Background:
    Given the published calendar of 2024-25

  Scenario Outline: The rules give the dates of the committee of <committee>
    When the key dates of the committee of <committee> are worked out
    Then the rules give these dates:
      | pmo submission            | <pmo>         |
      | panel agenda              | <agenda_out>  |
      | panel                     | <panel>       |
      | ceo submission            | <ceo>         |
      | draft report              | <draft>       |
      | legal finance review      | <review>      |
      | executive director review | <final>       |
      | agenda publication        | <publication> |
      | committee                 | <committee>   |
    And the published cycle of <cycle> has the same dates but for: <but_for>

    Examples: The eight committees of the published year
      | cycle   | committee   | pmo         | agenda_out  | panel       | ceo         | draft       | review      | final       | publication | but_for                                                       |
      | 2024-08 | 29 Aug 2024 | 17 Jul 2024 | 22 Jul 2024 | 29 Jul 2024 | 5 Aug 2024  | 8 Aug 2024  | 14 Aug 2024 | 16 Aug 2024 | 20 Aug 2024 | none                                                          |
      | 2024-09 | 30 Sep 2024 | 19 Aug 2024 | 22 Aug 2024 | 29 Aug 2024 | 5 Sep 2024  | 10 Sep 2024 | 16 Sep 2024 | 18 Sep 2024 | 20 Sep 2024 | none                                                          |
      | 2024-10 | 21 Oct 2024 | 9 Sep 2024  | 12 Sep 2024 | 19 Sep 2024 | 26 Sep 2024 | 1 Oct 2024  | 7 Oct 2024  | 9 Oct 2024  | 11 Oct 2024 | none                                                          |
      | 2024-11 | 25 Nov 2024 | 14 Oct 2024 | 17 Oct 2024 | 24 Oct 2024 | 31 Oct 2024 | 5 Nov 2024  | 11 Nov 2024 | 13 Nov 2024 | 15 Nov 2024 | none                                                          |
      | 2024-12 | 16 Dec 2024 | 4 Nov 2024  | 7 Nov 2024  | 14 Nov 2024 | 21 Nov 2024 | 26 Nov 2024 | 2 Dec 2024  | 4 Dec 2024  | 6 Dec 2024  | none                                                          |
      | 2025-01 | 13 Jan 2025 | 2 Dec 2024  | 5 Dec 2024  | 12 Dec 2024 | 19 Dec 2024 | 19 Dec 2024 | 27 Dec 2024 | 31 Dec 2024 | 3 Jan 2025  | draft report, legal finance review, executive director review |
      | 2025-02 | 10 Feb 2025 | 27 Dec 2024 | 2 Jan 2025  | 9 Jan 2025  | 16 Jan 2025 | 21 Jan 2025 | 27 Jan 2025 | 29 Jan 2025 | 31 Jan 2025 | pmo submission                                                |
      | 2025-03 | 17 Mar 2025 | 3 Feb 2025  | 6 Feb 2025  | 13 Feb 2025 | 20 Feb 2025 | 25 Feb 2025 | 3 Mar 2025  | 5 Mar 2025  | 7 Mar 2025  | none                                                          |

  Scenario: Sixty of the sixty-four published dates are what the rules give
    When every published committee's dates are worked out
    Then 60 of 64 published dates are what the rules give
    And these are what a person decided or missed:
      | cycle   | key date                  | published        | by the rule      |
      | 2025-01 | draft report              | 12 December 2024 | 19 December 2024 |
      | 2025-01 | legal finance review      | 18 December 2024 | 27 December 2024 |
      | 2025-01 | executive director review | 20 December 2024 | 31 December 2024 |
      | 2025-02 | pmo submission            | 30 December 2024 | 27 December 2024 |

  Scenario: A panel without a committee has the dates that follow from the panel
    Then the cycle of 2024-07 has these dates and no others:
      | pmo submission | 5 July 2024  |
      | panel agenda   | 10 July 2024 |
      | panel          | 17 July 2024 |
      | ceo submission | 24 July 2024 |

  Scenario Outline: By <key_date>, <who> must have acted
    Then <key_date> is met by <who>, <clock>, and the rule is "<rule>"

    Examples: The nine columns of the table
      | key_date                  | who                          | clock                    | rule                                                                                               |
      | pmo submission            | project manager              | by the end of the day    | Three working days before the panel's agenda.                                                      |
      | panel agenda              | pmo                          | by the end of the day    | Seven calendar days before the panel.                                                              |
      | panel                     | panel member                 | by the end of the day    | Twenty-two calendar days before the committee's agenda is published.                               |
      | ceo submission            | chief executive              | by the end of the day    | Seven calendar days after the panel.                                                               |
      | draft report              | project manager and director | by 17:00                 | Four working days before the legal and finance review, by 17:00, reviewed by the director.         |
      | legal finance review      | legal and finance            | by the end of the day    | Two working days before the executive director's review; legal and finance in parallel.            |
      | executive director review | executive director           | by the end of the day    | Two working days before the committee's agenda is published.                                       |
      | agenda publication        | democratic services          | by the end of the day    | The latest day that leaves five clear working days before the committee.                           |
      | committee                 | member                       | by the end of the day    | Set by the authority.                                                                              |

  Scenario: The day of publication and the day of the meeting are not clear days
    Then between 11 October 2024 and 21 October 2024 there are 5 clear working days
    And between 14 October 2024 and 21 October 2024 there are 4 clear working days

  Scenario: A bank holiday is not a clear day
    The August bank holiday of 26 August 2024 lies in the reading week of the committee of 29 August.
    Then between 20 August 2024 and 29 August 2024 there are 5 clear working days
    And between 21 August 2024 and 29 August 2024 there are 4 clear working days

  Scenario: A date that falls on a bank holiday moves to the working day before, and the next rule starts from there
    Twenty-two days before the agenda of 23 April 2024 is Easter Monday.
    When the key dates of the committee of 1 May 2024 are worked out
    Then the rules give these dates:
      | pmo submission            | 18 March 2024 |
      | panel agenda              | 21 March 2024 |
      | panel                     | 28 March 2024 |
      | ceo submission            | 4 April 2024  |
      | draft report              | 11 April 2024 |
      | legal finance review      | 17 April 2024 |
      | executive director review | 19 April 2024 |
      | agenda publication        | 23 April 2024 |
      | committee                 | 1 May 2024    |

  Scenario: A committee on a Saturday is planned all the same, and somebody is told
    When Dee plans a committee on 29 November 2025
    Then the cycle of 2025-11 has agenda publication on 21 November 2025
    And the calendar says of 2025-11: "The committee is on Saturday 29 November 2025, which is not a working day."

  Scenario: Two committees in one month are two cycles
    When Dee plans committees on 5 May 2026 and 26 May 2026
    Then the cycle of 2026-05 has committee on 5 May 2026
    And the cycle of 2026-05b has committee on 26 May 2026

  Scenario: A committee that is moved keeps its cases, its panel and its Chief Executive's date
    Given a business case of £2,000,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And it has come before the committee
    When Dee moves the committee of 25 November 2024 to 28 November 2024 on 28 October 2024, because "The hall is taken."
    Then it is listed to the committee of 28 November 2024
    And the cycle of 2024-11 has agenda publication on 20 November 2024
    And the cycle of 2024-11 has executive director review on 18 November 2024
    And the cycle of 2024-11 has panel on 24 October 2024
    And the cycle of 2024-11 has ceo submission on 31 October 2024

  Scenario: A bank holiday proclaimed late moves nothing until a person confirms it
    Given it is 23 December 2024
    When Dee closes 5 February 2025 on 23 December 2024, because "A day of national mourning."
    Then the cycle of 2025-02 has agenda publication on 31 January 2025
    And the calendar proposes 30 January 2025 for agenda publication of 2025-02
    And these agendas would no longer be lawful:
      | the agenda due  | of      | on              | is lawful until |
      | 29 January 2025 | board   | 6 February 2025 | 28 January 2025 |
      | 31 January 2025 | 2025-02 | 10 February 2025 | 30 January 2025 |

  Scenario: A confirmed date is taken over with its reason
    Given it is 23 December 2024
    And Dee closes 5 February 2025 on 23 December 2024, because "A day of national mourning."
    When Dee confirms agenda publication of 2025-02 on 30 January 2025, because "A day of national mourning."
    Then the cycle of 2025-02 has agenda publication on 30 January 2025
    And these agendas would no longer be lawful:
      | the agenda due  | of    | on              | is lawful until |
      | 29 January 2025 | board | 6 February 2025 | 28 January 2025 |
