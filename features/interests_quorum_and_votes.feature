Feature: Interests, quorum and votes
  Quorum is counted on each item, without those who left it; members who attend remotely neither count nor vote [A].
  The committee decides by a simple majority of members present and voting; the Board by a majority that includes
  the Mayor or the deputy. There is no casting vote, and a tie is not carried.
  Source: SAF 4, voting and quorum [S; P, draft Order: verify; A].

  Background:
    Given the published calendar of 2024-25
    And it is 28 October 2024

  Scenario Outline: A simple majority of members present and voting
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And all members were present at the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it by <for> votes to <against>, with <abstaining> abstaining
    Then <what>

    Examples:
      | for | against | abstaining | what |
      | 9   | 0       | 0          | it is approved |
      | 5   | 4       | 0          | it is approved |
      | 1   | 0       | 8          | it is approved |
      | 4   | 4       | 1          | the only refusal says "The vote was carried under the body's voting arrangement; a tie is not carried" with source "SAF 4, voting and quorum" |
      | 0   | 0       | 9          | the only refusal says "The vote was carried under the body's voting arrangement; a tie is not carried" with source "SAF 4, voting and quorum" |
      | 8   | 2       | 0          | the only refusal says "No more votes are recorded than members took part in the item" with source "SAF 4, voting and quorum" |

  Scenario: The committee needs four who count
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And May, Alder and Birch attended the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it by 3 votes to 0, with 0 abstaining
    Then the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum"
    When May, Alder, Birch and Cedar attended the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:05 that the committee approves it by 4 votes to 0, with 0 abstaining
    Then it is approved

  Scenario: A member who declared an interest and left is not counted on that item
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And May, Alder, Birch and Cedar attended the committee of 16 December 2024
    And Cedar declared an interest in it at the committee of 16 December 2024 and left
    When Dee records on 16 December 2024 at 16:00 that the committee approves it by 3 votes to 0, with 0 abstaining
    Then the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum"

  Scenario: One who declared an interest and stayed is counted
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And May, Alder, Birch and Cedar attended the committee of 16 December 2024
    And Cedar declared an interest in it at the committee of 16 December 2024 and stayed
    When Dee records on 16 December 2024 at 16:00 that the committee approves it by 4 votes to 0, with 0 abstaining
    Then it is approved

  Scenario: Remote attendance is recorded, and neither counts nor votes
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And May, Alder, Birch and Cedar remotely attended the committee of 16 December 2024
    When Dee records on 16 December 2024 at 16:00 that the committee approves it by 3 votes to 0, with 0 abstaining
    Then the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum"
    And 4 people are on the record as having attended the committee of 16 December 2024

  Scenario: A named substitute sits when the member does not
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When May, Alder, Birch and Sorrel for Birch attended the committee of 16 December 2024
    Then the only refusal says "A substitute sits for one member, and only when that member does not" with source "SAF 1: named substitutes"
    When May, Alder, Cedar and Sorrel for Birch attended the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves it by 4 votes to 0, with 0 abstaining
    Then it is approved

  Scenario: Nobody is counted twice
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When May, Alder, Birch and May attended the committee of 16 December 2024
    Then the only refusal says "Everybody is recorded once, as present or with apologies" with source "SAF 4, voting and quorum"

  Scenario: Nobody sits who has no seat
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When May, Alder, Birch and Cass attended the committee of 16 December 2024
    Then the only refusal says "Everybody attending sits on the body, or the class in which they sit is stated" with source "SAF 4, voting and quorum"

  Scenario: Attendance is not recorded before the sitting
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    When Dee records on 13 December 2024 the attendance of May at the committee of 16 December 2024
    Then the only refusal says "The sitting has begun" with source "Dates of the record [A]: never future"

  Scenario Outline: The Board's quorum is five, with the Mayor or deputy and four members for constituent councils
    Given a concept paper of £240,000 by Ann
    And it is before the Board of 22 January 2025 with its agenda published
    And <who> attended the Board of 22 January 2025
    When Dee records on 22 January 2025 at 16:00 that the Board approves it by <votes> votes to 0, with 0 abstaining
    Then <what>

    Examples:
      | who                                      | votes | what |
      | May, Birch, Cedar, Elm and Hazel         | 5     | it is approved |
      | Alder, Birch, Cedar, Elm and Hazel       | 5     | it is approved |
      | May, Cedar, Elm, Hazel and Teasel for Birch | 5  | it is approved |
      | May, Birch, Cedar and Elm                | 4     | the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum" |
      | May, Birch, Cedar, Elm and Wren          | 5     | the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum" |
      | May, Birch, Cedar, Elm and Jay           | 4     | the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum" |

  Scenario Outline: The Board's majority includes the Mayor or the deputy
    Given a concept paper of £240,000 by Ann
    And it is before the Board of 22 January 2025 with its agenda published
    And all members were present at the Board of 22 January 2025
    When Dee records on 22 January 2025 at 16:00 that the Board approves it by <for> votes to <against>, <who> in favour
    Then <what>

    Examples: nine of those attending have a vote
      | for | against | who                               | what |
      | 5   | 4       | May, Birch, Cedar, Elm and Hazel  | it is approved |
      | 5   | 4       | Alder, Birch, Cedar, Elm and Wren | it is approved |
      | 7   | 2       | Birch, Cedar, Elm, Hazel, Oak, Rowan and Wren | the only refusal says "The vote was carried under the body's voting arrangement; a tie is not carried" with source "SAF 4, voting and quorum" |
      | 4   | 4       | May, Alder, Birch and Cedar       | the only refusal says "The vote was carried under the body's voting arrangement; a tie is not carried" with source "SAF 4, voting and quorum" |

  Scenario: Several cases are decided in one item and one resolution
    Given a business case "Riverside" of £2,400,000 by Ann
    And a business case "Hilltop" of £1,100,000 by Bea
    And "Riverside" and "Hilltop" are on the published agenda of the committee of 16 December 2024
    And all members were present at the committee of 16 December 2024
    When the committee approves "Riverside" and refuses "Hilltop" in one item on 16 December 2024 at 16:00, by 9 votes to 0
    Then "Riverside" is approved
    And "Hilltop" is refused
    And the committee of 16 December 2024 made 1 resolution

  Scenario: All of them or none
    Given a business case "Riverside" of £2,400,000 by Ann
    And a business case "Hilltop" of £1,100,000 by Bea, sponsored by Cedar
    And "Riverside" and "Hilltop" are on the published agenda of the committee of 16 December 2024
    And all members were present at the committee of 16 December 2024
    When the committee approves "Riverside" and approves "Hilltop" in one item on 16 December 2024 at 16:00, by 9 votes to 0
    Then the only refusal says "Nobody takes part in an item on a case they wrote or sponsor: they leave it" with source "SAF 2, separation of duties [A]"
    And "Riverside" stands before the committee
    And "Hilltop" stands before the committee
    And the committee of 16 December 2024 made 0 resolutions
    When Cedar declared an interest in "Hilltop" at the committee of 16 December 2024 and left
    And the committee approves "Riverside" and approves "Hilltop" in one item on 16 December 2024 at 16:00, by 8 votes to 0
    Then "Riverside" is approved
    And "Hilltop" is approved

  Scenario: One item takes only what is listed to one sitting
    Given a business case "Riverside" of £2,400,000 by Ann
    And a business case "Hilltop" of £1,100,000 by Bea
    And "Riverside" and "Hilltop" are on the published agenda of the committee of 16 December 2024
    And Dee records on 16 December 2024 at 15:00 that the committee defers "Hilltop", because "We want to see the site."
    When the committee approves "Riverside" and approves "Hilltop" in one item on 16 December 2024 at 16:00, by 9 votes to 0
    Then the only refusal says "The cases taken in one item are listed to one sitting" with source "SAF 2: a body may take several cases in one item and one resolution"

  Scenario: A vote recorded wrongly is put right by the office and a second person
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And all members were present at the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves it by 9 votes to 0, with 0 abstaining
    When Dee proposes on 17 December 2024 that the votes on it were 7 to 1, with 1 abstaining, because "The count was misread."
    And Dee confirms the votes of the committee of 16 December 2024 on 17 December 2024
    Then the only refusal says "The correction is confirmed by another person than the one who proposed it" with source "Correction of the record [A]"
    When Dai confirms the votes of the committee of 16 December 2024 on 17 December 2024
    Then the votes on it are 7 to 1, with 1 abstaining
    And it is approved

  Scenario: Votes by which it was lost are not put right alone: the outcome is
    Given a business case of £2,400,000 by Ann
    And it is on the published agenda of the committee of 16 December 2024
    And all members were present at the committee of 16 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves it by 9 votes to 0, with 0 abstaining
    When Dee proposes on 17 December 2024 that the votes on it were 4 to 4, with 1 abstaining, because "The count was misread."
    Then the only refusal says "The corrected vote was still carried; where it was not, it is the outcome that is corrected" with source "Correction of the record [A]; SAF 4, voting and quorum"
