"""A web server as members will meet it: HTTP/1.1, gzip, and a count of what it sent."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


@dataclass
class Served:
    """A folder on the air. `sent` has (path, bytes of the body) for every answer since the list was last cleared."""

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    files = {
        "/" + file.relative_to(folder).as_posix(): _read(file) for file in sorted(folder.rglob("*")) if file.is_file()
    }
    served = Served("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files, served))
    served.address = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


def _read(file: Path) -> tuple[bytes, bool]:
    data = file.read_bytes()
    packed = file.suffix in PACKED
    return (gzip.compress(data, 6, mtime=0), True) if packed else (data, False)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, files: dict[str, tuple[bytes, bool]], served: Served, *rest: object) -> None:
        self.files, self.served = files, served
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        path += "index.html" if path.endswith("/") else ""
        data, packed = self.files.get(path, (b"", False))
        self.served.sent.append((path, len(data)))
        self.send_response(200 if path in self.files else 404)
        self.send_header(
            "Content-Type", f"{mimetypes.guess_type(path)[0] or 'application/octet-stream'}; charset=utf-8"
        )
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass
