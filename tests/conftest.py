"""What every test stands on: repeatable examples, one event loop, and no step that passes because nobody awaited it."""

import inspect
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester"]

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, max_examples=1_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio, the loop the product runs on."""
    return "asyncio"


def is_async(step: Any) -> bool:
    """Whether calling a step would only make a coroutine, which nobody awaits and so can never fail."""
    while hasattr(step, "func"):
        step = step.func
    step = inspect.unwrap(step)
    return any(inspect.iscoroutinefunction(f) or inspect.isasyncgenfunction(f) for f in (step, step.__call__))


def pytest_bdd_before_step_call(step: Any, step_func: Any) -> None:
    """Fail a step written as `async def`: it would be reported as passed whatever it found."""
    if is_async(step_func):
        pytest.fail(f"the step {step.name!r} is `async def`: run the coroutine inside a plain function", pytrace=False)
