"""What we take for granted about Material's files. An upgrade that changes one of them fails the test of its name.

Those tests are in tests/site/test_material.py and read the files of the Material that is installed.
"""

from __future__ import annotations

# In its pages.

# How the block `scripts` brings in Material's script: templates/main.html has it come late.
SCRIPT = "<script src="
# The blocks that templates/main.html fills.
BLOCKS = ("htmltitle", "styles", "site_nav", "content", "scripts")
# Its parts that are replaced by templates/partials/, and those that the new ones still take from it.
REPLACED = ("partials/header.html", "partials/nav.html")
TAKEN = (
    "partials/palette.html",
    "partials/javascripts/palette.html",
    "partials/toc.html",
    ".icons/material/menu.svg",
    ".icons/material/magnify.svg",
)
# Its footer shows what `copyright` in mkdocs.yml says: there the manual has the number put that a site was filed under.
COPYRIGHT = "{{ config.copyright }}"

# Among its files, below the site's folder.

SCRIPTS = "assets/javascripts/**/*.js"
# What only the makers of Material look at, and the last line of a script that asks for it.
SOURCE_MAPS = "assets/**/*.map"
SOURCE_MAP_LINE = "//# sourceMappingURL"
# Its search, which our own stands in for: the worker, and the stemmers of languages that it asks for.
WORKERS = "assets/javascripts/workers/*.js"
STEMMERS = "assets/javascripts/lunr/**/*.js"
# Its field, without which the script above asks for neither worker nor index.
SEARCH_FORM = 'name="search"'
# Fallbacks for browsers older than ours, diagrams, and a repository's stars: each would ask a host that is slow or blocked.
FOREIGN_HOSTS = ("https://unpkg.com/", "https://api.github.com/")
