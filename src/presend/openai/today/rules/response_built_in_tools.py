"""Built-in tools of /responses, one at a time: MCP servers, file search and web search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVERS = ("server_url", "connector_id", "tunnel_id")
MOST_STORES = 2  # vector stores of one search

server_url_is_an_address = Rule(
    "tool.mcp.server-url.web-address",
    "error",
    "prose",
    "server_url is a web address.",
    "Send https://….",
    said("MCPTool/properties/server_url"),
    ("MCPTool",),
)
max_num_results_is_1_to_50 = Rule(
    "tool.file-search.max-num-results.range",
    "error",
    "prose",
    "max_num_results is 1 to 50.",
    "Send a number from 1 to 50.",
    said("FileSearchTool/properties/max_num_results"),
    ("FileSearchTool",),
)
score_threshold_is_0_to_1 = Rule(
    "tool.file-search.score-threshold.range",
    "error",
    "prose",
    "score_threshold is 0 to 1.",
    "Send a number from 0 to 1.",
    said("RankingOptions/properties/score_threshold"),
    ("RankingOptions",),
)


@rule(
    "tool.mcp.server",
    "error",
    "prose",
    "An MCP tool has server_url, connector_id or tunnel_id.",
    "Add one of them.",
    at="MCPTool",
    sources=said("MCPTool/properties/server_url"),
)
def mcp_tool_has_a_server(tool: Any) -> Iterator[Finding]:
    is_named = isinstance(tool.get("server_label"), str)  # otherwise the schema reports it
    if is_named and not any(tool.get(name) is not None for name in SERVERS):
        text = "Invalid {param}: expected 'server_url', 'connector_id' or 'tunnel_id', but got none of them."
        yield Finding(text, "missing_required_parameter")


@rule(
    "tool.mcp.server-single",
    "warning",
    "inferred",
    "An MCP tool has one of server_url, connector_id and tunnel_id.",
    "Send one of them.",
    at="MCPTool",
    sources=said("MCPTool/properties/server_url"),
)
def mcp_tool_has_one_server(tool: Any) -> Iterator[Finding]:
    given = [name for name in SERVERS if tool.get(name) is not None]
    if len(given) > 1:
        yield Finding(f"Invalid {{param}}: expected one server, but got {' and '.join(given)}.")


@rule(
    "tool.mcp.connector-authorization",
    "warning",
    "inferred",
    "A connector comes with authorization, an OAuth token.",
    "Add authorization.",
    at="MCPTool",
    sources=said("MCPTool/properties/authorization"),
)
def connector_is_authorized(tool: Any) -> Iterator[Finding]:
    if tool.get("connector_id") is not None and tool.get("authorization") is None:
        yield Finding("Expected {param} beside 'connector_id'.", "missing_required_parameter", ("authorization",))


@rule(
    "tool.mcp.connector-id.new-models",
    "note",
    "prose",
    "connector_id is deprecated: models released after 2026-09-01 accept server_url or tunnel_id (SDK 3.57.0).",
    "Send server_url or tunnel_id.",
    at="MCPTool.connector_id",
    as_of="2026-09-01",
)
def connectors_are_deprecated(connector: Any) -> Iterator[Finding]:
    if isinstance(connector, str):
        yield Finding("Deprecated: {param}. Use server_url or tunnel_id with models released after 2026-09-01.", "")


@rule(
    "tool.file-search.vector-store-ids.not-empty",
    "warning",
    "inferred",
    "There is a vector store to search.",
    "Add its id.",
    at="FileSearchTool.vector_store_ids",
    sources=said("FileSearchTool/properties/vector_store_ids"),
)
def there_is_a_vector_store(stores: Any) -> Iterator[Finding]:
    if stores == []:
        yield Finding("Invalid {param}: expected the id of a vector store, but got none.", "empty_array")


@rule(
    "observed.tool.file-search.vector-store-ids.max",
    "warning",
    "observed",
    "A file search is in at most 2 vector stores (open-chat-studio#3815).",
    "Search in two of them, or put the files into one.",
    at="FileSearchTool.vector_store_ids",
    as_of="2026-07-31",
)
def vector_stores_are_two_at_most(stores: Any) -> Iterator[Finding]:
    if isinstance(stores, list) and len(stores) > MOST_STORES:
        text = f"array too long. Expected an array with maximum length {MOST_STORES}, but got {len(stores)}."
        yield Finding(f"Invalid {{param}}: {text}", "array_above_max_length")


@rule(
    "tool.web-search.allowed-domains.form",
    "warning",
    "inferred",
    "An allowed domain is a bare host name.",
    "Write 'example.com', without https:// and without a path.",
    at="WebSearchToolFilters.allowed_domains",
    sources=said("WebSearchTool/properties/filters/anyOf/0/properties/allowed_domains/anyOf/0"),
)
def allowed_domains_are_host_names(domains: Any) -> Iterator[Finding]:
    for place, domain in enumerate(items(domains)):
        if isinstance(domain, str) and (":" in domain or "/" in domain):
            yield Finding("Invalid {param}: expected only a host name, such as 'example.com'.", member=(place,))


@rule(
    "web-search.user-location.default",
    "note",
    "prose",
    "Without user_location a search is placed in the United States (SDK 3.57.0).",
    "Add user_location for another country.",
    at="WebSearchTool",
    opt_in=True,
    as_of="2026-08-21",
)
def search_has_a_location(tool: Any) -> Iterator[Finding]:
    if tool.get("user_location") is None:
        yield Finding("Consider {param}: without it a search is placed in the United States.", "", ("user_location",))
