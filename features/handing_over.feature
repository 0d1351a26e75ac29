Feature: Handing over
  One case, or all of a person's work, is handed over. Who had a case before stays on the record, and stays bound by it.
  Source: SAF 2, separation of duties [A].

  Background:
    Given the published calendar of 2024-25
    And it is 1 October 2024

  Scenario: One case goes from Ann to Bea
    Given a business case of £400,000 by Ann
    When Ann hands it over to Bea on 2 October 2024, because "Ann moves to transport."
    Then Bea writes it, and Ann does not
    And Bea is to write and submit it
    When Bea submits it on 14 October 2024 at 10:00
    Then it stands before the PMO

  Scenario: Ann no longer writes it, and is bound by having written it
    Given Ada appoints Ann to the PMO from 1 October 2024
    And a business case of £400,000 by Ann
    And Ann hands it over to Bea on 2 October 2024, because "Ann moves to the PMO."
    And Bea submits it on 14 October 2024 at 10:00
    When Ann accepts it on 15 October 2024 at 10:00
    Then it is refused for separation of duties

  Scenario: The sponsorship goes over too
    Given a business case of £400,000 by Ann, sponsored by Sam
    When Pat hands over from Sam to Cass on 2 October 2024, because "Sam retires."
    Then the sponsor of it is Cass
    And the record of it binds Sam and Cass as sponsors

  Scenario: All of a person's work goes over at once
    Given a business case "One" of £400,000 by Ann
    And a business case "Two" of £300,000 by Ann
    And a business case "Three" of £200,000 by Bea
    And Ann submits "Two" on 14 October 2024 at 10:00
    When Ada hands over all the work of Ann to Bea on 15 October 2024, because "Ann leaves."
    Then Bea writes "One", and Ann does not
    And Bea writes "Two", and Ann does not
    And nothing waits for Ann

  Scenario: All of it or none, where one of them may not go there
    Given a business case "One" of £400,000 by Ann
    And a business case "Two" of £300,000 by Ann
    And Ann submits "Two" on 14 October 2024 at 10:00
    And Pip accepts "Two" on 15 October 2024 at 10:00
    When Ada hands over all the work of Ann to Pip on 16 October 2024, because "Ann leaves."
    Then the only refusal says "Whoever is given the case, or named for it, has done nothing to it that must be in other hands" with source "SAF 2, separation of duties [A]"
    And Ann writes "One", and Pip does not

  Scenario: What is not one's own is not handed over
    Given a business case of £400,000 by Ann
    When Pat hands over from Sam to Cass on 2 October 2024, because "Sam retires."
    Then the only refusal says "What is handed over is the giver's, as its writer or its sponsor, and goes to somebody else" with source "SAF 2, separation of duties [A]"

  Scenario: Nor to somebody the product does not know
    Given a business case of £400,000 by Ann
    When Ann hands it over to Nobody on 2 October 2024, because "Ann leaves."
    Then the only refusal says "The person is known to the product" with source "SAF 2"

  Scenario: Another project manager does not help themselves to a case
    Given a business case of £400,000 by Ann
    When Bea hands over from Ann to Bea on 2 October 2024, because "I would do it better."
    Then Bea is told that it is for its writers, its sponsor, the PMO and administrators

  Scenario: A case keeps at least one writer
    Given a business case of £400,000 by Ann
    When Ann takes Ann off as co-writer on 2 October 2024
    Then the only refusal says "A case keeps at least one writer" with source "SAF 6"
