"""What we take for granted about Material's files. An upgrade that changes one of them fails the test of its name.

Those tests are in tests/site/test_material.py and read the files of the Material that is installed.
"""

from __future__ import annotations

# In its pages.

# The blocks that templates/main.html fills.
BLOCKS = ("site_meta", "htmltitle", "styles", "site_nav", "content", "config", "scripts")
# Its parts that are replaced by templates/partials/, and those that the new ones still take from it.
REPLACED = ("partials/header.html", "partials/nav.html", "partials/javascripts/content.html")
TAKEN = (
    "partials/palette.html",
    "partials/toc.html",
    ".icons/material/menu.svg",
    ".icons/material/magnify.svg",
)
# The functions of a script in each page that keep something for the site: its colours are kept under its name for them.
KEEPING = ("__md_get=", "__md_set=")
COLOURS = "__palette"
# Its footer shows what `copyright` in mkdocs.yml says, and behind it the number that a site was filed under.
COPYRIGHT = "{{ config.copyright }}"

# Among its files, below the site's folder.

FOLDERS = ("assets/javascripts/", "assets/stylesheets/")
ICON = "assets/images/favicon.png"
SHEETS = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")

# Of its style sheets.

_classes = """
no-js highlight
md-container md-content md-content__inner md-copyright md-copyright__highlight md-ellipsis md-footer md-footer-meta
md-footer-meta__inner md-grid md-header md-header--shadow md-header__button md-header__inner md-header__option md-icon
md-main md-main__inner md-nav md-nav--secondary md-nav__icon md-nav__item md-nav__link md-nav__list md-nav__title
md-option md-overlay md-sidebar md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap
md-skip md-toggle md-typeset
"""
# Those that our pages have; a rule for any other is left out.
CLASSES = frozenset(_classes.split())
# The theme's script says where the focus is to be seen, and its rules hide it elsewhere; browsers know by themselves.
UNSEEN_FOCUS = ":not(.focus-visible)"
# What else a selector may ask for that is on none of them.
NEVER = (
    "[dir=rtl]",
    "=search]",
    "[id=__comments]",
    "[for=__search]",
    "[data-linenos]",
    "iframe",
    "video",
    "figure",
    "figcaption",
)
