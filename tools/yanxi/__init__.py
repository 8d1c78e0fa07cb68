"""研习: official documents as a study site, with every question bound to their own words."""

__version__ = "0.1.0"
