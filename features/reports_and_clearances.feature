Feature: The committee report and its clearances
  The author drafts; the director clears first, then legal and finance side by side, the executive director last.
  A clearance is of one version: what changes afterwards must be cleared anew, and only the cleared version is published.
  Source: SAF 5 [S]; SAF 3, draft_report, legal_finance_review, executive_director_review [S].

  Background:
    Given the published calendar of 2024-25
    And it is 28 October 2024
    And a business case of £2,400,000 by Ann
    And it has been recommended to the committee of 16 December 2024

  Scenario: Each office finds the report in its inbox when its turn has come, with its own date
    Then Ann owes by 26 November 2024: upload the committee report
    When Ann uploads its report on 20 November 2024
    Then the director owes by 26 November 2024: clear the report
    When Dora clears its report as director on 22 November 2024
    Then the legal owes by 2 December 2024: clear the report
    And the finance owes by 2 December 2024: clear the report
    When Fin clears its report as finance on 28 November 2024
    And Lex clears its report as legal on 29 November 2024
    Then the executive director owes by 4 December 2024: clear the report
    When Eddie clears its report as executive director on 3 December 2024
    Then its report may be published

  Scenario: The executive director clears after all the others
    Given Ann uploads its report on 20 November 2024
    And Dora clears its report as director on 22 November 2024
    And Lex clears its report as legal on 29 November 2024
    When Eddie clears its report as executive director on 3 December 2024
    Then the only refusal says "The director clears first, then legal and finance, and the executive director after all three" with source "SAF 3, draft_report, legal_finance_review, executive_director_review [S]"

  Scenario: An empty implication is not complete; "None" is an answer
    Given Ann uploads its report on 20 November 2024, its public health implications left empty
    When Dora clears its report as director on 22 November 2024
    Then the only refusal says "Every implication is answered: 'None' is an answer, an empty one is not" with source "SAF 5, the committee report [S]"
    When Ann changes the public health of its report to "None" on 22 November 2024
    And Dora clears its report as director on 25 November 2024
    Then its report is cleared by: director

  Scenario: Nobody clears in another's office
    Given Ann uploads its report on 20 November 2024
    When Lex clears its report as director on 22 November 2024
    Then Lex is told that this is for the director

  Scenario Outline: An edit lapses the clearances whose parts changed, and no other
    Given every office has cleared the report of it on 3 December 2024
    When Ann changes the <part> of its report to "As amended." on 4 December 2024
    Then its report is cleared by: <still>
    And its report may not be published

    Examples:
      | part       | still          |
      | financial  | legal          |
      | legal      | finance        |
      | background | finance, legal |

  Scenario: What was cleared again may be published
    Given every office has cleared the report of it on 3 December 2024
    And Ann changes the legal of its report to "As amended." on 4 December 2024
    When Dora clears its report as director on 4 December 2024
    And Lex clears its report as legal on 4 December 2024
    And Eddie clears its report as executive director on 4 December 2024
    Then its report may be published

  Scenario: A clearer who read an earlier version does not clear the one that stands
    Given Ann uploads its report on 20 November 2024
    When Dora has read that version, and Ann changes its purpose to "Wider." on 21 November 2024
    And Dora clears the version she has read on 21 November 2024
    Then the only refusal says "The version that was read is the one that stands" with source "SAF 5, a clearance is of one version"

  Scenario: A refusal says why and puts the report back with its author
    Given Ann uploads its report on 20 November 2024
    And Dora clears its report as director on 22 November 2024
    When Lex refuses to clear its report as legal on 28 November 2024
    Then the only refusal says "A refusal says why" with source "SAF 5, silence is never clearance"
    When Lex refuses to clear its report as legal on 28 November 2024, because "The subsidy assessment is missing."
    Then Ann owes by 26 November 2024: upload the committee report
    And its report is cleared by: director

  Scenario: A clearance taken back brings down the last one that rested on it
    Given every office has cleared the report of it on 3 December 2024
    When Fin refuses to clear its report as finance on 4 December 2024, because "The rate has changed."
    Then its report is cleared by: director, legal

  Scenario: Only what every office has cleared is published
    Given Ann uploads its report on 20 November 2024
    And Dora clears its report as director on 22 November 2024
    When Dee publishes the agenda of the committee of 16 December 2024 on 5 December 2024, naming it
    Then the only refusal says "No item is published without every clearance of the version published" with source "SAF 5, a clearance is of one version"

  Scenario: After publication the published version stays what it was, until a supplement in time
    Given every office has cleared the report of it on 3 December 2024
    And Dee publishes the agenda of the committee of 16 December 2024 on 4 December 2024
    When Ann changes the background of its report to "As amended." on 4 December 2024
    Then the committee of 16 December 2024 still has the version of it that was published
    When Dora clears its report as director on 5 December 2024
    And Eddie clears its report as executive director on 5 December 2024
    And Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024, naming it
    Then the committee of 16 December 2024 has the version of it that stands, as a supplement

  Scenario: The draft report is in time up to and including 17:00:00
    Given Ann uploads its report on 25 November 2024
    When Dora clears its report as director on 26 November 2024 at 17:00:00
    And nobody does anything until 27 November 2024 at 09:00
    Then its report is not marked late

  Scenario: A second later it is marked late, and may still be published while the law allows
    Given Ann uploads its report on 25 November 2024
    When nobody does anything until 26 November 2024 at 17:00:00
    Then its report is not marked late
    When nobody does anything until 26 November 2024 at 17:00:01
    Then its report is marked late for: draft report
    When Dora clears its report as director on 26 November 2024 at 18:00
    And Lex clears its report as legal on 2 December 2024 at 23:59:59
    And nobody does anything until 3 December 2024 at 09:00
    Then its report is marked late for: draft report, legal finance review
    When Fin clears its report as finance on 5 December 2024
    And Eddie clears its report as executive director on 6 December 2024
    Then its report is marked late for: draft report, legal finance review, executive director review
    When Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024 at 17:00
    And Dee records on 16 December 2024 at 16:00 that the committee approves it
    Then it is approved

  Scenario: A draft may be uploaded, and cleared, before the panel's outcome, but published only after it
    Given a business case "Early" of £1,200,000 by Bea
    And Bea submits "Early" on 2 December 2024 at 10:00
    And Pat accepts "Early" on 4 December 2024 at 10:00
    And every office has cleared the report of "Early" on 10 December 2024
    When Dee publishes the agenda of the committee of 13 January 2025 on 11 December 2024, naming "Early"
    Then the refusal says "Every item named is listed to this sitting" with source "SAF 3"
    When Pat records on 12 December 2024 at 16:00 that the panel recommends "Early"
    And Dee publishes the agenda of the committee of 13 January 2025 on 3 January 2025
    Then the committee of 13 January 2025 has "Early" on its agenda

  Scenario: Where the draft report was brought forward to the panel's own day
    Given a business case "January" of £1,200,000 by Bea
    And Bea submits "January" on 2 December 2024 at 10:00
    And Pat accepts "January" on 4 December 2024 at 10:00
    When Pat records on 13 December 2024 at 10:00 that the panel recommends "January"
    And nobody does anything until 13 December 2024 at 10:01
    Then the report of "January" was marked late as of 12 December 2024 at 17:00:01, acted on at 13 December 2024 at 10:01

  Scenario: There is nothing to clear before there is a report, nor twice
    When Dora clears its report as director on 20 November 2024
    Then the refusal says "A report has been uploaded" with source "SAF 5, the committee report [S]"
    When Ann uploads its report on 20 November 2024
    And Dora clears its report as director on 22 November 2024
    And Dora clears its report as director on 22 November 2024
    Then the only refusal says "The clearance does not stand already" with source "SAF 5, a clearance is of one version"

  Scenario: Nobody refuses before it is their turn
    Given Ann uploads its report on 20 November 2024
    When Eddie refuses to clear its report as executive director on 21 November 2024, because "Too long."
    Then the only refusal says "A clearance is refused when it is its turn, or taken back after it was given" with source "SAF 3, draft_report, legal_finance_review, executive_director_review [S]"

  Scenario: The same report again is no new version
    Given every office has cleared the report of it on 3 December 2024
    When Ann changes the legal of its report to what it says already on 4 December 2024
    Then the only refusal says "Something in the report changes" with source "SAF 5, a clearance is of one version"
    And its report may be published

  Scenario: Uploaded whole with one part changed, it lapses only what that part concerns
    Given Ann uploads its report on 20 November 2024
    And Dora clears its report as director on 22 November 2024
    And Lex clears its report as legal on 25 November 2024
    And Fin clears its report as finance on 25 November 2024
    When Ann uploads its report again on 26 November 2024, its financial implications now "£20,000 a year"
    Then its report is cleared by: legal

  Scenario: A report uploaded as one file is replaced whole
    Given Ann uploads its report as a file on 20 November 2024
    When Ann changes the legal of its report to "None" on 21 November 2024
    Then the only refusal says "A report uploaded as a file is replaced by another upload, not edited part by part" with source "SAF 5, the committee report [S]"
    When Dora clears its report as director on 21 November 2024
    Then its report is cleared by: director

  Scenario: Once decided, the report is closed
    Given every office has cleared the report of it on 3 December 2024
    And Dee publishes the agenda of the committee of 16 December 2024 on 6 December 2024
    And Dee records on 16 December 2024 at 16:00 that the committee approves it
    When Ann changes the background of its report to "As amended." on 17 December 2024
    Then the refusal says "The case is still under way" with source "SAF 5, the committee report [S]"

  Scenario: Those who write the case write its report
    When Bea uploads its report on 20 November 2024
    Then Bea is told that this is for the writers of the case and for the PMO
