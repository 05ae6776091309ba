"""Puts a distance between a program and a server of AWS's API: forwards HTTP and keeps each request waiting.

    python3 src/build/latency_proxy.py http://127.0.0.1:5000 [--latency 80] [--replay]

The first line on standard output says where it listens (on 127.0.0.1, on a port that is free). Connections are kept
open on both sides, and requests wait at the same time, not one after another. With --replay an answer that was given
once is given again without asking the server: what is measured then is the program, not the server.
"""

import argparse
import asyncio
import hashlib
import re
import sys
from urllib.parse import urlsplit

# What tells one question from another. The Region and the service stand in the signature alone.
SCOPE = re.compile(rb"Credential=[^/]+/[0-9]+/([^,]+)")
LENGTH = re.compile(rb"\r\nContent-Length: *([0-9]+)", re.I)
CHUNKED = re.compile(rb"\r\nTransfer-Encoding: *chunked", re.I)
CLOSE = re.compile(rb"\r\nConnection: *close", re.I)
EXPECT = re.compile(rb"\r\nExpect: *100-continue", re.I)
TARGET = re.compile(rb"\r\nX-Amz-Target: *([^\r]+)", re.I)
LARGEST = 64 * 1024 * 1024


async def head(reader):
    """Everything up to the empty line, and that line; nothing where the connection ended."""
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""


async def chunks(reader):
    """A chunked body, as it stands."""
    whole = []
    while True:
        size = await reader.readuntil(b"\r\n")
        length = int(size.split(b";")[0], 16)
        # The last chunk is empty; what trails behind it ends with an empty line.
        rest = await reader.readexactly(length + 2) if length else await trailer(reader)
        whole += [size, rest]
        if not length:
            return b"".join(whole)


async def trailer(reader):
    lines = []
    while not lines or lines[-1] != b"\r\n":
        lines.append(await reader.readuntil(b"\r\n"))
    return b"".join(lines)


async def body(first, reader, until_closed):
    """The body behind a head. Only an answer may end with its connection."""
    if CHUNKED.search(first):
        return await chunks(reader)
    length = LENGTH.search(first)
    if length:
        return await reader.readexactly(int(length[1]))
    return await reader.read() if until_closed else b""


def question(first, content):
    """The same for the same request, whenever it is signed."""
    scope, target = SCOPE.search(first), TARGET.search(first)
    parts = [first.split(b" HTTP/", 1)[0], scope[1] if scope else b"", target[1] if target else b"", content]
    return hashlib.sha256(b"\0".join(parts)).digest()


class Proxy:
    def __init__(self, server, latency, replay):
        self.host, self.port = server.hostname, server.port or 80
        self.latency = latency
        self.answers = {} if replay else None
        self.idle = []

    async def serve(self, reader, writer):
        try:
            while first := await head(reader):
                if EXPECT.search(first):
                    writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                content = await body(first, reader, until_closed=False)
                await asyncio.sleep(self.latency)
                writer.write(await self.answer(first, content))
                await writer.drain()
                if CLOSE.search(first):
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the program or the server went away, as on any network
        finally:
            writer.close()

    async def answer(self, first, content):
        if self.answers is None:
            return await self.ask(first, content)
        key = question(first, content)
        if key not in self.answers:
            # Whoever asks the same meanwhile waits for the same answer.
            self.answers[key] = asyncio.ensure_future(self.ask(first, content))
        return await asyncio.shield(self.answers[key])

    async def ask(self, first, content):
        forwarded = EXPECT.sub(b"", first) + content
        while self.idle:
            connection = self.idle.pop()
            try:
                return await self.exchange(connection, first, forwarded)
            except (ConnectionError, asyncio.IncompleteReadError):
                connection[1].close()  # the server had closed it: it takes a new one
        connection = await asyncio.open_connection(self.host, self.port, limit=LARGEST)
        return await self.exchange(connection, first, forwarded)

    async def exchange(self, connection, first, forwarded):
        reader, writer = connection
        writer.write(forwarded)
        told = await head(reader)
        while told.startswith(b"HTTP/1.1 100"):
            told = await head(reader)
        if not told:
            raise ConnectionResetError
        empty = first.startswith(b"HEAD ") or told.split(b" ", 2)[1] in (b"204", b"304")
        content = b"" if empty else await body(told, reader, until_closed=True)
        ends = told.startswith(b"HTTP/1.0") or CLOSE.search(told)
        if ends:
            writer.close()
        else:
            self.idle.append(connection)
        return kept_open(told, content, empty)


def kept_open(told, content, empty):
    """The answer of a server that may close its connections, for a program whose own stays open."""
    lines = CLOSE.sub(b"", told).replace(b"HTTP/1.0", b"HTTP/1.1", 1)
    if not empty and not CHUNKED.search(lines) and not LENGTH.search(lines):
        lines = lines[:-2] + b"Content-Length: %d\r\n\r\n" % len(content)
    return lines + content


async def run(options):
    proxy = Proxy(urlsplit(options.server), options.latency / 1000, options.replay)
    listening = await asyncio.start_server(proxy.serve, "127.0.0.1", 0, limit=LARGEST, backlog=1000)
    print("http://127.0.0.1:%d" % listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("server", help="where the requests go: http://127.0.0.1:5000")
    arguments.add_argument("--latency", type=float, default=80, metavar="MS", help="milliseconds, 80 unless told")
    arguments.add_argument("--replay", action="store_true", help="ask the server once for each answer")
    try:
        asyncio.run(run(arguments.parse_args()))
    except KeyboardInterrupt:
        sys.exit(0)
