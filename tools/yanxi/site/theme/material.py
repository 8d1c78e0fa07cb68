"""What we take for granted about Material's files. An upgrade that changes one of them fails the test of its name.

Those tests are in tests/site/test_material.py and read the files of the Material that is installed.
"""

from __future__ import annotations

import re

# In its pages.

# A section of the navigation. With `navigation.indexes` it is named by a label without words (axe: landmark-unique),
# while the title inside it has the words.
SECTION = re.compile(
    r'(<nav class="md-nav" data-md-level="\d" aria-labelledby="(__nav_\w+))_label"(.*?<label class="md-nav__title" for="\2")',
    re.DOTALL,
)
# The switch of colours, the first of what stands on the right of the header: templates/main.html puts the bar before it.
PALETTE = '<form class="md-header__option" data-md-component="palette">'
# How the block `scripts` brings in Material's script: templates/main.html has it come late.
SCRIPT = "<script src="
# The blocks that templates/main.html fills.
BLOCKS = ("htmltitle", "styles", "header", "scripts")

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
