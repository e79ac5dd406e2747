"""The ways to a strict schema: what a user of each library would write to have an answer in the shape of a model.

Each way sends one request; what leaves is recorded by a server on loopback (`emit`). It runs in the environment of its
library, so each imports it inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL = "gpt-4.1"  # known to all of the libraries as one that has structured outputs
MESSAGES: list[Any] = [{"role": "user", "content": "Hello"}]


def openai_tool(source: Any, url: str) -> None:
    """Send a function made by `openai.pydantic_function_tool`."""
    import openai

    client = openai.OpenAI(base_url=url, api_key="none", max_retries=0)
    tools: Any = [openai.pydantic_function_tool(source, name="answer")]
    client.chat.completions.create(model=MODEL, messages=MESSAGES, tools=tools)


def openai_format(source: Any, url: str) -> None:
    """Send `response_format=source` with `chat.completions.parse`."""
    import openai

    client = openai.OpenAI(base_url=url, api_key="none", max_retries=0)
    client.chat.completions.parse(model=MODEL, messages=MESSAGES, response_format=source)


def _pydantic_ai(output: Any, url: str) -> None:
    import openai
    from pydantic_ai import Agent
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    client = openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    Agent(OpenAIChatModel(MODEL, provider=OpenAIProvider(openai_client=client)), output_type=output).run_sync("Hello")


def pydantic_ai_default(source: Any, url: str) -> None:
    """Send `Agent(output_type=source)`, as most would write it: the library chooses whether to ask for strict."""
    _pydantic_ai(source, url)


def pydantic_ai_tool(source: Any, url: str) -> None:
    """Send `ToolOutput(source, strict=True)`."""
    from pydantic_ai import ToolOutput

    _pydantic_ai(ToolOutput(source, strict=True), url)


def pydantic_ai_format(source: Any, url: str) -> None:
    """Send `NativeOutput(source, strict=True)`."""
    from pydantic_ai import NativeOutput

    _pydantic_ai(NativeOutput(source, strict=True), url)


def _instructor(source: Any, url: str, mode: str) -> None:
    import instructor
    import openai

    client = instructor.from_openai(
        openai.OpenAI(base_url=url, api_key="none", max_retries=0), mode=instructor.Mode[mode]
    )
    client.chat.completions.create(model=MODEL, messages=MESSAGES, response_model=source, max_retries=0)


def instructor_tool(source: Any, url: str) -> None:
    """Send with `Mode.TOOLS_STRICT`."""
    _instructor(source, url, "TOOLS_STRICT")


def instructor_format(source: Any, url: str) -> None:
    """Send with `Mode.RESPONSES_TOOLS`, which sends the schema as `text.format`, too."""
    _instructor(source, url, "RESPONSES_TOOLS")


def _langchain(source: Any, url: str, method: Any) -> None:
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    chat = ChatOpenAI(model=MODEL, base_url=url, api_key=SecretStr("none"), max_retries=0)
    chat.with_structured_output(source, method=method, strict=True).invoke("Hello")


def langchain_tool(source: Any, url: str) -> None:
    """Send `with_structured_output(source, method="function_calling", strict=True)`."""
    _langchain(source, url, "function_calling")


def langchain_format(source: Any, url: str) -> None:
    """Send `with_structured_output(source, method="json_schema", strict=True)`."""
    _langchain(source, url, "json_schema")


def _agents(url: str, **options: Any) -> None:
    import openai
    from agents import Agent, OpenAIChatCompletionsModel, Runner, set_tracing_disabled

    set_tracing_disabled(disabled=True)
    client = openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    model = OpenAIChatCompletionsModel(model=MODEL, openai_client=client)
    Runner.run_sync(Agent(name="a", model=model, **options), "Hello")


def agents_tool(source: Any, url: str) -> None:
    """Send a `function_tool` with one parameter of the model."""
    from agents import function_tool

    def answer(value: Any) -> str:
        return str(value)

    answer.__annotations__["value"] = source
    _agents(url, tools=[function_tool(answer)])


def agents_format(source: Any, url: str) -> None:
    """Send `Agent(output_type=source)`."""
    _agents(url, output_type=source)


def litellm_format(source: Any, url: str) -> None:
    """Send `completion(response_format=source)`."""
    import litellm

    litellm.completion(
        model=f"openai/{MODEL}",
        messages=MESSAGES,
        response_format=source,
        api_base=url,
        api_key="none",
        num_retries=0,
        max_retries=0,
    )


WAYS: dict[str, Callable[[Any, str], None]] = {
    way.__name__: way
    for way in (
        openai_tool,
        openai_format,
        pydantic_ai_default,
        pydantic_ai_tool,
        pydantic_ai_format,
        instructor_tool,
        instructor_format,
        langchain_tool,
        langchain_format,
        agents_tool,
        agents_format,
        litellm_format,
    )
}
