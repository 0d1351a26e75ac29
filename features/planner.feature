Feature: The planner
  A project manager wants to know, before writing a word, which way a case would go, by when each body would act,
  the first day on which it can lawfully be decided, what binds that day, and what slips if one date is missed.
  Source: SAF 2, the route; SAF 3, key dates and enforcement; SI 2017/68 art 11. It stores nothing.

  Background:
    Given the published calendar of 2024-25

  Scenario Outline: A <kind> of <value> submitted on <submitted> can be decided on <decided>
    When Ann plans a <kind> of <value> to be submitted on <submitted>
    Then the plan is in the cycle of <cycle>
    And the earliest decision is on <decided>
    And what binds it is: <binds>

    Examples:
      | kind           | value          | submitted        | cycle   | decided          | binds          |
      | concept paper  | £996,000       | 16 July 2024     | 2024-08 | 4 September 2024 | board          |
      | concept paper  | £996,000       | 5 July 2024      | 2024-07 | 4 September 2024 | board          |
      | business case  | £400,000       | 14 October 2024  | 2024-11 | 31 October 2024  | ceo submission |
      | business case  | £500,000       | 14 October 2024  | 2024-11 | 31 October 2024  | ceo submission |
      | business case  | £750,000       | 14 October 2024  | 2024-11 | 12 November 2024 | notice         |
      | business case  | £400,000       | 15 October 2024  | 2024-12 | 21 November 2024 | ceo submission |
      | business case  | £2,000,000     | 14 October 2024  | 2024-11 | 25 November 2024 | committee      |
      | business case  | £5,000,000.01  | 14 October 2024  | 2024-11 | 22 January 2025  | board          |
      | change request | £420,000       | 14 October 2024  | 2024-11 | 31 October 2024  | ceo submission |
      | change request | £900,000       | 14 October 2024  | 2024-11 | 31 October 2024  | ceo submission |

  Scenario Outline: Notice given on <notice> makes £750,000 lawful on <decided>
    When Ann plans a business case of £750,000 to be submitted on 14 October 2024, notice being given on <notice>
    Then the earliest decision is on <decided>
    And what binds it is: <binds>
    And its notice is due by 2 October 2024

    Examples: Twenty-eight clear days; a day lost is a day lost
      | notice         | decided         | binds          |
      | 2 October 2024 | 31 October 2024 | ceo submission |
      | 3 October 2024 | 1 November 2024 | notice         |

  Scenario: Every step has its day, and the working days left until then
    When Ann plans a concept paper of £996,000 to be submitted on 16 July 2024
    Then the steps of the plan are:
      | body                     | does      | by               | working days left |
      | PMO                      | triage    | 22 July 2024     | 4                 |
      | Investment Panel         | recommend | 29 July 2024     | 9                 |
      | Investment Committee     | comment   | 29 August 2024   | 31                |
      | Board                    | decide    | 4 September 2024 | 35                |

  Scenario: What slips if a date is missed
    When Ann plans a business case of £2,000,000 to be submitted on 14 October 2024
    Then if these are missed:
      | key date                  | the cycle is | and the earliest decision |
      | pmo submission            | 2024-12      | 16 December 2024          |
      | panel agenda              | 2024-12      | 16 December 2024          |
      | panel                     | 2024-12      | 16 December 2024          |
      | draft report              | 2024-11      | 25 November 2024          |
      | legal finance review      | 2024-11      | 25 November 2024          |
      | executive director review | 2024-11      | 25 November 2024          |
      | agenda publication        | 2024-11      | 16 December 2024          |
      | committee                 | 2024-11      | 16 December 2024          |

  Scenario: For a key decision of the Chief Executive it says that notice falls before submission
    When Ann plans a business case of £750,000 to be submitted on 14 October 2024
    Then the plan warns "Notice given on Monday 14 October 2024 is too late for Thursday 31 October 2024: it was due by Wednesday 2 October 2024."
    And the plan warns "For a key decision of the Chief Executive notice falls 10 to 12 days before submission to the PMO in every published cycle; here 12 days before, on Wednesday 2 October 2024."

  Scenario: A notice day on a Sunday is named with the working day before it
    When Ann plans a business case of £2,000,000 to be submitted on 14 October 2024
    Then its notice is due by 27 October 2024
    And the plan warns "Sunday 27 October 2024 is not a working day: give notice by Friday 25 October 2024 (2024-10-25), the working day before."

  Scenario: A July panel has no committee of its own
    When Ann plans a concept paper of £996,000 to be submitted on 5 July 2024
    Then the plan warns "The committee of cycle 2024-07 does not exist: its cases go to the one of Thursday 29 August 2024."
    And the plan warns "The agenda for Wednesday 4 September 2024 is due on Tuesday 27 August 2024, before the committee of Thursday 29 August 2024: the case is listed subject to the committee's step."

  Scenario: With no later cycle known it says so instead of guessing
    When Ann plans a business case of £400,000 to be submitted on 4 February 2025
    Then no decision can be planned
    And the plan warns "No cycle is known that takes submissions on Tuesday 4 February 2025 or later."

  Scenario: A funder's deadline is met by none but lawful ways, each with who must agree
    When Ann plans a business case of £750,000 to be submitted on 14 October 2024, needed by 31 October 2024
    Then it is 12 days short
    And these ways are open:
      | what                                                                                                                                                                                              | who agrees                          |
      | Give notice of the key decision by Wednesday 2 October 2024: it may be given while the case is a draft.                                                                                            | Democratic Services                 |
      | General exception: tell the scrutiny chair by Wednesday 23 October 2024, 5 clear days before, why notice of 28 days is impracticable (special urgency, with the chair's agreement, where even that is). | the chair of Overview and Scrutiny  |
      | Submit by Monday 9 September 2024, for cycle 2024-10.                                                                                                                                              | the author                          |

  Scenario: A deadline that is met needs no ways
    When Ann plans a business case of £400,000 to be submitted on 14 October 2024, needed by 31 October 2024
    Then it is 0 days short
    And no ways are needed

  Scenario Outline: What is planned is what happens: a <kind> of <value> submitted on <submitted>
    Given a <kind> of <value> by Ann
    And Dee gives notice of the key decision on <notice>
    When Ann plans a <kind> of <value> to be submitted on <submitted>, notice being given on <notice>
    And Ann submits it on <submitted>
    And everybody acts on it on the day planned
    Then the decision is made on the day planned, <decided>

    Examples: A case on every route, over a month without committee and a Board listed ahead
      | kind          | value         | notice           | submitted       | decided          |
      | concept paper | £996,000      | 5 July 2024      | 5 July 2024     | 4 September 2024 |
      | concept paper | £996,000      | 16 July 2024     | 16 July 2024    | 4 September 2024 |
      | business case | £400,000      | 14 October 2024  | 14 October 2024 | 31 October 2024  |
      | business case | £750,000      | 14 October 2024  | 14 October 2024 | 12 November 2024 |
      | business case | £2,000,000    | 14 October 2024  | 14 October 2024 | 25 November 2024 |
      | business case | £5,000,000.01 | 14 October 2024  | 14 October 2024 | 22 January 2025  |
      | business case | £6,000,000    | 3 February 2025  | 3 February 2025 | 19 March 2025    |
