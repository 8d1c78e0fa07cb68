"""What depends on whether the site has been told its address: the map for search engines, and the way home from 404.html."""

import gzip
import re

import pytest

from tests.render.reader import parse
from tests.site.conftest import Drawn, dress


@pytest.fixture
def dressed(tiny: Drawn) -> Drawn:
    return dress(tiny)


def home(drawn: Drawn) -> str:
    [link] = parse(drawn["site/404.html"]).all("a")
    return link.attributes["href"]


def test_without_an_address_there_is_no_map(dressed: Drawn, make) -> None:
    assert make(dressed, strict=True) == []
    assert (dressed.root / "site/index.html").is_file()
    assert not list(dressed.root.glob("site/sitemap*"))
    assert home(dressed) == "/"


@pytest.mark.parametrize("address", ["https://example.org/plan-2022/", "https://example.org/plan-2022"])
def test_with_an_address_the_map_lists_every_page(dressed: Drawn, make, address: str) -> None:
    assert make(dressed, strict=True, site_url=address) == []
    site = dressed.root / "site"
    pages = {file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html")}
    assert len(pages) > 5
    listed = re.findall("<loc>(.*)</loc>", dressed["site/sitemap.xml"])
    assert sorted(listed) == sorted(f"https://example.org/plan-2022/{page}" for page in pages)
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == dressed["site/sitemap.xml"]
    assert home(dressed) == "/plan-2022/"
