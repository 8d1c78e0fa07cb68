"""What Material ships and no reader loads: source maps and the stemmers of languages that the site is not in."""

from __future__ import annotations

from pathlib import Path


def slim(site: Path) -> int:
    """Deletes it from a built site; returns the number of bytes saved."""
    scripts = site / "assets/javascripts"
    useless = [*site.glob("assets/**/*.map"), *(scripts / "lunr").rglob("*.js")]
    saved = 0
    for file in useless:
        saved += file.stat().st_size
        file.unlink()
    for file in [*site.glob("assets/stylesheets/*.css"), *scripts.rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        kept = "\n".join(
            line for line in text.split("\n") if not line.startswith(("//# sourceMappingURL", "/*# sourceMappingURL"))
        )
        if kept != text:
            saved += len(text.encode()) - len(kept.encode())
            file.write_text(kept, encoding="utf-8")
    return saved
