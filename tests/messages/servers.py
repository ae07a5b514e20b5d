"""A mail server and a message gateway that listen on this machine and keep what they are given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Any


@dataclass
class Post:
    """What was handed in, and how the server is to behave."""

    port: int = 0
    taken: list[Any] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)  # word of SMTP to its answer
    dies_after_text: bool = False
    status: int = 200
    location: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter as it came over the line."""

    sender: str
    to: str
    content: bytes


@dataclass(frozen=True)
class Request:
    """A request as it came to the gateway."""

    path: str
    headers: dict[str, str]
    body: bytes


class _Line(StreamRequestHandler):
    """One line to the server."""

    post: Post
    sender = to = ""

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split(":")[0].split()[0].upper()
            if word in self.post.refuses:
                self._say(self.post.refuses[word])
            elif word == "QUIT":
                self._say("221 bye")
                return
            elif word == "DATA":
                self._say("354 go on")
                if not self._read_text():
                    return
            else:
                self._note(word, line)
                self._say("250 fine")

    def _note(self, word: str, line: str) -> None:
        address = line.partition("<")[2].partition(">")[0]
        if word == "MAIL":
            self.sender = address
        elif word == "RCPT":
            self.to = address

    def _read_text(self) -> bool:
        text = b""
        while (row := self.rfile.readline()) != b".\r\n":
            text += row.removeprefix(b".") if row.startswith(b"..") else row
        self.post.taken.append(Letter(self.sender, self.to, text))
        if self.post.dies_after_text:
            return False
        self._say("250 taken")
        return True

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[Post]:
    """Speaks as much SMTP as RFC 5321 asks of a server that takes everything."""
    post = Post()

    with _serving(
        ThreadingTCPServer(("127.0.0.1", 0), type("Line", (_Line,), {"post": post})), post
    ):
        yield post


@contextmanager
def gateway() -> Iterator[Post]:
    """Takes every request, or answers as it is told."""
    post = Post()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            post.taken.append(Request(self.path, dict(self.headers), body))
            self.send_response(post.status)
            if post.location:
                self.send_header("Location", post.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    with _serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler), post):
        yield post


@contextmanager
def _serving(server: Any, post: Post) -> Iterator[None]:
    server.daemon_threads = True
    post.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
