Feature: Catching up after a downtime
  Democratic Services and the PMO want dates to bite on the day they fall, whether or not the product was awake:
  after a downtime the record must say what it would have said, with the moment each thing was due and the moment it was done.
  Source: SAF 3, enforcement [A]: a scheduler that was down for a week does on waking exactly what it would have done day by day.

  Background:
    Given the published calendar of 2024-25
    And these cases on 16 October 2024:
      | case     | value      | by  | stands                                     |
      | Archive  | £300,000   | Ann | returned in triage                         |
      | Bridge   | £300,000   | Bea | in triage                                  |
      | Cycleway | £300,000   | Ann | before the panel of 24 October 2024        |
      | Depot    | £2,000,000 | Bea | before the panel of 24 October 2024        |

  Scenario Outline: Down from <from> to <until>, the record is the same as if it had been awake <awake>
    Given the product is down from <from>
    When it wakes on <until>
    Then the record says what it would have said had it been awake <awake>
    And nothing was done twice

    Examples: Over the panel's agenda, the panel, the Chief Executive's date, the clock change and the committee's agenda
      | from             | until                     | awake         |
      | 16 October 2024  | 23 October 2024           | every day     |
      | 16 October 2024  | 18 October 2024 at 00:00  | every hour    |
      | 23 October 2024  | 30 October 2024           | every day     |
      | 26 October 2024  | 28 October 2024           | every hour    |
      | 16 October 2024  | 25 November 2024          | every day     |
      | 16 October 2024  | 22 January 2025           | every day     |

  Scenario: What fell due is done in the order in which it fell due
    Given the product is down from 16 October 2024
    When it wakes on 28 October 2024 at 09:00
    Then these fell due in this order, and were done on 28 October 2024 at 09:00:
      | due                       | case     | what happened                                       |
      | 18 October 2024 at 00:00  | Archive  | rolled over to 2024-12 by the lateness of the author |
      | 18 October 2024 at 00:00  | Bridge   | rolled over to 2024-12 by the lateness of the PMO    |
      | 18 October 2024 at 00:00  | Cycleway | told the PMO of panel agenda                         |
      | 18 October 2024 at 00:00  | Depot    | told the PMO of panel agenda                         |
      | 25 October 2024 at 00:00  | Cycleway | told the PMO of panel                                |
      | 25 October 2024 at 00:00  | Depot    | told the PMO of panel                                |
      | 28 October 2024 at 00:00  | Cycleway | told the PMO of panel                                |
      | 28 October 2024 at 00:00  | Depot    | told the PMO of panel                                |

  Scenario: Over the end of summer time each day begins at midnight in London
    Given the product is down from 26 October 2024
    When it wakes on 29 October 2024 at 09:00
    Then the panel's missing outcome on "Cycleway" was due at:
      | 25 October 2024 at 00:00 | London is one hour ahead of universal time |
      | 28 October 2024 at 00:00 | London is on universal time                |
      | 29 October 2024 at 00:00 | London is on universal time                |

  Scenario: A command that arrives while the product sleeps is decided after everything that was due before it
    Given the product is down from 16 October 2024
    When Pat accepts "Bridge" on 18 October 2024 at 08:00
    Then "Bridge" is in the cycle of 2024-12
    And "Bridge" is listed to the panel of 14 November 2024

  Scenario: A command one second before the date is in time though nobody was awake
    Given the product is down from 16 October 2024
    When Pat accepts "Bridge" on 17 October 2024 at 23:59:59
    Then "Bridge" is in the cycle of 2024-11
    And "Bridge" is listed to the panel of 24 October 2024

  Scenario: Asleep over the agenda's date, the product publishes nothing; the case goes to the next committee
    Given Pat records on 24 October 2024 at 15:00 that the panel recommends "Depot"
    And the product is down from 14 November 2024
    When it wakes on 20 November 2024
    Then no agenda was published
    And "Depot" is listed to the committee of 16 December 2024
    And "Depot" was taken off the committee of 25 November 2024 as of midnight after 15 November 2024

  Scenario: Asleep when a call-in window closes, the decision took effect when it closed
    Given Pat records on 24 October 2024 at 15:00 that the panel recommends "Depot"
    And notice, cleared report and agenda of "Depot" were given in time for the committee of 25 November 2024
    And Dee records on 25 November 2024 at 16:00 that the committee approves "Depot"
    And Dee publishes the decision of "Depot" on 27 November 2024
    And the product is down from 28 November 2024
    When it wakes on 12 December 2024
    Then "Depot" takes effect on 6 December 2024

  Scenario: Woken twice, or by two machines, it does nothing twice
    Given the product is down from 16 October 2024
    When it wakes on 30 October 2024
    And it wakes on 30 October 2024
    And another machine wakes on 30 October 2024
    Then nothing was done twice
    And the record says what it would have said had it been awake every day

  Scenario Outline: Killed in the middle of catching up after <number> of its steps, it goes on where it was
    Given the product is down from 16 October 2024
    When it is killed on 30 October 2024 after catching up on <number> due moments
    And it wakes on 30 October 2024
    Then the record says what it would have said had it been awake every day

    Examples:
      | number |
      | 1      |
      | 2      |
      | 3      |
