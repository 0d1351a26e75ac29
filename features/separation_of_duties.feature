Feature: Separation of duties
  Nobody triages, recommends, clears or decides a case they wrote or sponsor; nobody clears and decides the same report.
  It binds administrators and delegates, and it never dead-ends: on a collective body the person leaves, a single
  office that decides is escalated upward, and for a triage or a clearance another person is named.
  Source: SAF 2, separation of duties [A: the forbidden pairs are a table the authority adopts].

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: Nobody triages a case they wrote
    Given a business case of £400,000 by Pip
    And Pip submits it on 14 October 2024 at 10:00
    When Pip accepts it on 15 October 2024 at 10:00
    Then it is refused for separation of duties
    When Pat accepts it on 15 October 2024 at 10:00
    Then it stands before the panel

  Scenario: Nor one they sponsor
    Given a business case of £400,000 by Ann, sponsored by Pip
    And Ann submits it on 14 October 2024 at 10:00
    When Pip accepts it on 15 October 2024 at 10:00
    Then it is refused for separation of duties

  Scenario: Nor records the panel's outcome on it
    Given a business case of £400,000 by Pip
    And Pip submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    When Pip records on 24 October 2024 at 16:00 that the panel recommends it
    Then it is refused for separation of duties

  Scenario: An administrator is bound like everybody else
    Given Ada is appointed to the PMO from 1 October 2024
    And a business case of £400,000 by Ada
    And Ada submits it on 14 October 2024 at 10:00
    When Ada accepts it on 15 October 2024 at 10:00
    Then it is refused for separation of duties

  Scenario: A co-writer is a writer, also after they were taken off
    Given a business case of £400,000 by Ann
    And Ann adds Pip as co-writer on 2 October 2024
    And Ann takes Pip off as co-writer on 3 October 2024
    And Ann submits it on 14 October 2024 at 10:00
    When Pip accepts it on 15 October 2024 at 10:00
    Then it is refused for separation of duties

  Scenario: Another person is named for the triage, with a reason on the record
    Given Ada ends the appointment of Pip to the PMO with 7 October 2024
    And a business case of £400,000 by Pat
    And Pat submits it on 14 October 2024 at 10:00
    When Moe names Cass for the triage of it on 14 October 2024 at 11:00
    Then the only refusal says "A reason is given" with source "SAF 2"
    When Moe names Cass for the triage of it on 14 October 2024 at 11:00, because "Pat, who wrote it, is alone in the PMO."
    And Cass accepts it on 15 October 2024 at 10:00
    Then it stands before the panel
    And it was accepted by Cass

  Scenario: And for recording what the panel resolved
    Given Ada ends the appointment of Pip to the PMO with 7 October 2024
    And a business case of £400,000 by Pat
    And Pat submits it on 14 October 2024 at 10:00
    And Moe names Cass for the triage of it on 14 October 2024 at 11:00, because "Pat, who wrote it, is alone in the PMO."
    And Moe names Cass for recording the outcome of it on 14 October 2024 at 11:05, because "Pat, who wrote it, is alone in the PMO."
    And Cass accepts it on 15 October 2024 at 10:00
    When Cass recommends it on 24 October 2024 at 16:00
    Then it stands before the Chief Executive

  Scenario: Who is named does that, and nothing else
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Moe names Cass for the triage of it on 14 October 2024 at 11:00, because "Both of the PMO are away."
    When Cass escalates it to the Board on 14 October 2024 at 12:00, because "It matters."
    Then Cass is told that this is for the PMO

  Scenario: The person named has free hands
    Given a business case of £400,000 by Ann
    And Ann adds Cass as co-writer on 2 October 2024
    And Ann submits it on 14 October 2024 at 10:00
    When Moe names Cass for the triage of it on 14 October 2024 at 11:00, because "Both of the PMO are away."
    Then the only refusal says "Whoever is given the case, or named for it, has done nothing to it that must be in other hands" with source "SAF 2, separation of duties [A]"

  Scenario: Nobody names themselves
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When Moe names Moe for the triage of it on 14 October 2024 at 11:00, because "I have time."
    Then the only refusal says "Nobody names themselves, nor the person they stand in for" with source "SAF 2, separation of duties: it never dead-ends [A]"

  Scenario: A decision is not given to a person who is named: it is escalated
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When Moe names Cass for the decision of it on 14 October 2024 at 11:00, because "Cleo is away."
    Then the only refusal says "A person is named here for a triage or to record an outcome; for a clearance they are named on the report" with source "SAF 2, separation of duties: it never dead-ends [A]"

  Scenario: Where the monitoring officer is concerned, the Chief Executive names
    Given a business case of £400,000 by Ann, sponsored by Moe
    And Ann submits it on 14 October 2024 at 10:00
    When Moe names Cass for the triage of it on 14 October 2024 at 11:00, because "Both of the PMO are away."
    Then the only refusal says "The monitoring officer names another person, or the Chief Executive where the monitoring officer is concerned" with source "SAF 2, separation of duties [A]"
    When Cleo names Cass for the triage of it on 14 October 2024 at 12:00, because "Both of the PMO are away."
    And Cass accepts it on 15 October 2024 at 10:00
    Then it stands before the panel

  Scenario: And only there
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    When Cleo names Cass for the triage of it on 14 October 2024 at 12:00, because "Both of the PMO are away."
    Then the only refusal says "The monitoring officer names another person, or the Chief Executive where the monitoring officer is concerned" with source "SAF 2, separation of duties [A]"

  Scenario: A director does not clear the report of a case they sponsor, and another is named
    Given a business case of £2,400,000 by Ann, sponsored by Dora
    And it has been recommended to the committee of 25 November 2024
    And Ann uploads its report on 1 November 2024
    When Dora clears its report as director on 4 November 2024
    Then the only refusal says "Nobody clears a report of a case they wrote or sponsor, or have decided" with source "SAF 2, separation of duties [A]"
    When Moe names Cass to clear its report as director on 4 November 2024, because "Dora sponsors the case."
    And Cass clears its report as director on 5 November 2024
    Then its report is cleared by Cass as director

  Scenario: For a clearance too the monitoring officer names, and not the Chief Executive, nor themselves
    Given a business case of £2,400,000 by Ann, sponsored by Dora
    And it has been recommended to the committee of 25 November 2024
    And Ann uploads its report on 1 November 2024
    When Cleo names Cass to clear its report as director on 4 November 2024, because "Dora sponsors the case."
    Then the only refusal says "The monitoring officer names another person, or the Chief Executive where the monitoring officer is concerned" with source "SAF 2, separation of duties: it never dead-ends [A]"
    When Moe names Moe to clear its report as director on 4 November 2024, because "Dora sponsors the case."
    Then the only refusal says "Nobody names themselves, nor the person they stand in for" with source "SAF 2, separation of duties: it never dead-ends [A]"
    When Moe names Cass to clear its report as director on 4 November 2024, because ""
    Then the only refusal says "A reason is given for the record" with source "SAF 2, separation of duties: it never dead-ends [A]"
    When Moe names Cass to clear its report as director on 4 November 2024, because "Dora sponsors the case."
    And Moe names Cass to clear its report as director on 4 November 2024, because "Dora sponsors the case."
    Then the only refusal says "The person is not already named for this clearance" with source "SAF 2, separation of duties: it never dead-ends [A]"
    When Cass clears its report as director on 5 November 2024
    And Moe names Sam to clear its report as director on 5 November 2024, because "Twice is better."
    Then the only refusal says "The clearance does not stand already" with source "SAF 5, a clearance is of one version"

  Scenario: Whoever cleared a report writes it no more
    Given a business case of £2,400,000 by Ann, sponsored by Dora
    And it has been recommended to the committee of 25 November 2024
    And Ann uploads its report on 1 November 2024
    And Moe names Pip to clear its report as director on 4 November 2024, because "Dora sponsors the case."
    And Pip clears its report as director on 5 November 2024
    When Pip uploads its report anew on 6 November 2024
    Then the only refusal says "Nobody writes the report of a case they cleared or decided" with source "SAF 2, separation of duties [A]"
    When Pat uploads its report anew on 6 November 2024
    Then nobody is refused

  Scenario: The person named to clear neither wrote nor sponsors the case
    Given a business case of £2,400,000 by Ann, sponsored by Sam
    And it has been recommended to the committee of 25 November 2024
    And Ann uploads its report on 1 November 2024
    When Moe names Sam to clear its report as director on 4 November 2024, because "Dora is away."
    Then the only refusal says "The person named neither wrote nor sponsors the case" with source "SAF 2, separation of duties [A]"

  Scenario: A Chief Executive who sponsors a case gives way upward, of itself
    Given a business case of £400,000 by Ann, sponsored by Cleo
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    When Pat records on 24 October 2024 at 16:00 that the panel recommends it
    Then it stands before the committee
    And it is listed to the committee of 25 November 2024
    And it was escalated to the committee on 24 October 2024

  Scenario: Nobody decides on a report they cleared
    Given Ada lets Dora stand in for Cleo as Chief Executive from 24 October 2024 to 8 November 2024
    And a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Ann uploads its report on 16 October 2024
    And Dora clears its report as director on 17 October 2024
    And Pat records on 24 October 2024 at 16:00 that the panel recommends it
    When Dora approves it on 28 October 2024 at 10:00
    Then it is refused for separation of duties
    When Cleo approves it on 28 October 2024 at 10:00
    Then it is in effect

  Scenario: A member of the panel who wrote the case leaves, and the quorum is recounted
    Given Ike is appointed to the PMO from 1 October 2024
    And a business case of £400,000 by Ike
    And Ike submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    And Ike, Ivy and Ira attended the panel of 24 October 2024
    When Pat records on 24 October 2024 at 16:00 that the panel recommends it
    Then the only refusal says "Nobody takes part in an item on a case they wrote or sponsor: they leave it" with source "SAF 2, separation of duties [A]"
    When Ike declared an interest in it at the panel of 24 October 2024 and left
    And Pat records on 24 October 2024 at 16:05 that the panel recommends it
    Then the only refusal says "The meeting was quorate on the item, without those who left it" with source "SAF 4, voting and quorum"
    When Ike, Ivy, Ira and Ida attended the panel of 24 October 2024
    And Pat records on 24 October 2024 at 16:10 that the panel recommends it
    Then it stands before the Chief Executive

  Scenario: Whoever triaged a case does not take up its writing or its sponsorship
    Given a business case of £400,000 by Ann
    And Ann submits it on 14 October 2024 at 10:00
    And Pat accepts it on 15 October 2024 at 10:00
    When Ann adds Pat as co-writer on 16 October 2024
    Then the only refusal says "Whoever is given the case, or named for it, has done nothing to it that must be in other hands" with source "SAF 2, separation of duties [A]"
