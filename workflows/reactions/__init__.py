"""What follows from a fact, in its own transaction: one function a consequence, one table that closes the page."""

from workflows.reactions.calendar import (
    whenever_a_cycle_or_sitting_is_added_place_those_who_wait,
    whenever_a_sitting_is_cancelled_move_its_cases,
)
from workflows.reactions.decisions import (
    whenever_a_case_is_in_effect_write_the_register,
    whenever_a_decision_takes_effect_bring_the_case_into_effect,
    whenever_a_delegated_power_is_used_draw_it_down,
    whenever_a_record_is_corrected_set_its_decision_aside,
    whenever_a_record_is_corrected_undo_what_it_did,
    whenever_a_step_decides_record_the_decision,
    whenever_every_holder_of_the_deciding_office_is_bound_escalate,
)
from workflows.reactions.reaction import Reaction

REACTIONS: tuple[Reaction, ...] = (
    whenever_a_record_is_corrected_set_its_decision_aside,
    whenever_a_record_is_corrected_undo_what_it_did,
    whenever_a_step_decides_record_the_decision,
    whenever_a_delegated_power_is_used_draw_it_down,
    whenever_a_decision_takes_effect_bring_the_case_into_effect,
    whenever_a_case_is_in_effect_write_the_register,
    whenever_every_holder_of_the_deciding_office_is_bound_escalate,
    whenever_a_sitting_is_cancelled_move_its_cases,
    whenever_a_cycle_or_sitting_is_added_place_those_who_wait,
)
"""In the order in which they are tried on each fact."""
