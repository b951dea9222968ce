"""Servers on this machine are found in a moment, whatever answers there, and nothing else is looked at."""

import json

import pytest

from interviewsim.providers.discovery import FoundServer, Place, servers_here, usual_places
from tests.doubles.loopback import Play, head, server


def listing(*names: str) -> Play:
    models = [{"id": name, "object": "model", "created": 1, "owned_by": "me"} for name in names]
    return [head(kind="application/json"), json.dumps({"object": "list", "data": models}).encode()]


async def test_a_server_is_found_with_the_models_it_lists() -> None:
    async with server(listing("llama3.1:8b", "[/b]qwen")) as (url, heard):
        found = await servers_here([Place("Ollama", url)])
    assert found == (FoundServer("Ollama", url, ("llama3.1:8b", "[/b]qwen")),)
    assert heard.heads[0].startswith("GET /v1/models")


@pytest.mark.parametrize(
    "play",
    [
        [head(kind="text/html"), b"<html>It works!</html>"],
        [head(kind="application/json"), b"[1, 2]"],
        [head("404 Not Found", "application/json"), b"{}"],
        [head("500 Oops"), b""],
        [head("302 Found", more="location: http://127.0.0.1:9/v1/models\r\n"), b""],
        [b"SSH-2.0-OpenSSH_9.6\r\n"],
        [None],
        [head(kind="application/json"), b'{"data": [', None],
    ],
)
async def test_what_else_may_answer_there_is_no_server(play: Play) -> None:
    async with server(play) as (url, _):
        assert await servers_here([Place("Ollama", url)]) == ()


async def test_nothing_that_listens_is_nothing_found() -> None:
    assert await servers_here([Place("Ollama", "http://127.0.0.1:9/v1")]) == ()


def test_only_this_machine_is_ever_looked_at() -> None:
    for told in (None, "192.168.1.4", "10.0.0.7:11434", "https://models.example.com", "http://[", "localhost:99999999"):
        assert all(place.base_url.startswith("http://127.0.0.1:") for place in usual_places(told)), told


def test_the_port_that_ollama_was_told_to_use_is_looked_at() -> None:
    assert usual_places("127.0.0.1:11500")[0].base_url == "http://127.0.0.1:11500/v1"
    assert usual_places("http://localhost:11500")[0].base_url == "http://localhost:11500/v1"
